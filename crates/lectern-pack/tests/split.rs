//! A small program, whole and parted, run both ways.

use std::cell::Cell;

use lectern_pack::split::{Late, in_modules, split};
use wasmi::{Caller, Engine, Extern, Linker, Module, Store};

/// `work` calls `late` by name and through the table; `late` calls back, and has a helper of its own.
const PROGRAM: &str = r#"
(module
  (import "page" "fetch_what_comes_late" (func $now))
  (type $number (func (param i32) (result i32)))
  (memory (export "memory") 1)
  (global $calls (mut i32) (i32.const 0))
  (table 2 funcref)
  (elem (i32.const 1) $shown)
  (func $load (export "load_late") (call $now))
  (func $count (global.set $calls (i32.add (global.get $calls) (i32.const 1))))
  (func $helper (param i32) (result i32) (i32.mul (local.get 0) (i32.const 3)))
  (func $dialog (param i32) (result i32)
    (call $count)
    (i32.store (i32.const 8) (local.get 0))
    (call $helper (i32.load (i32.const 8))))
  (func $shown (param i32) (result i32) (call $count) (i32.add (local.get 0) (i32.const 100)))
  (func (export "work") (param i32) (result i32)
    (i32.add
      (call $dialog (local.get 0))
      (call_indirect (type $number) (local.get 0) (i32.const 1))))
  (func (export "number_of_calls") (result i32) (global.get $calls))
  (func (export "early") (param i32) (result i32) (call $count) (local.get 0)))
"#;

/// What a host knows: whether the late file is there, how often it was asked for, and the file.
struct Host {
    late: Option<Vec<u8>>,
    asked: Cell<u32>,
    here: bool,
}

/// The names by which the host and the whole program know each other, and what the parted one has for them.
const LONG: [&str; 2] = ["fetch_what_comes_late", "number_of_calls"];
const SHORT: [&str; 2] = ["$0", "number_of_calls"];

fn fetch(mut caller: Caller<'_, Host>) {
    caller.data().asked.set(caller.data().asked.get() + 1);
    if caller.data().here {
        return;
    }
    caller.data_mut().here = true;
    let late = caller.data().late.clone().expect("a whole program never asks");
    let module = Module::new(caller.engine(), &late[..]).expect("the late file is a module");
    let mut linker = Linker::new(caller.engine());
    for import in module.imports() {
        let found = caller
            .get_export(import.name())
            .expect("the first file exports what the late one asks for");
        linker
            .define(import.module(), import.name(), found)
            .expect("each name once");
    }
    linker
        .instantiate_and_start(&mut caller, &module)
        .expect("the late file starts");
}

fn run(first: &[u8], late: Option<Vec<u8>>, [fetch_name, calls_name]: [&str; 2]) -> (Vec<i32>, u32) {
    let engine = Engine::default();
    let module = Module::new(&engine, first).expect("a module");
    let mut store = Store::new(
        &engine,
        Host {
            late,
            asked: Cell::new(0),
            here: false,
        },
    );
    let mut linker = Linker::new(&engine);
    linker.func_wrap("page", fetch_name, fetch).expect("one import");
    let program = linker
        .instantiate_and_start(&mut store, &module)
        .expect("it starts");
    let number = |store: &mut Store<Host>, name: &str, value: i32| {
        let function = program
            .get_typed_func::<i32, i32>(&*store, name)
            .expect("exported");
        function.call(store, value).expect("it runs")
    };
    let early = number(&mut store, "early", 7);
    let asked_early = store.data().asked.get();
    let works = [5, 6].map(|value| number(&mut store, "work", value));
    let Some(Extern::Func(calls)) = program.get_export(&store, calls_name) else {
        panic!("exported")
    };
    let calls = calls
        .typed::<(), i32>(&store)
        .expect("a number")
        .call(&mut store, ())
        .expect("it runs");
    (vec![early, works[0], works[1], calls], asked_early)
}

/// These functions, however small.
fn named(names: &dyn Fn(&str) -> bool) -> Late<'_> {
    Late {
        named: names,
        small: 0,
    }
}

#[test]
fn a_parted_program_does_what_the_whole_one_does() {
    let whole = wat::parse_str(PROGRAM).expect("a program");
    let parts = split(
        &whole,
        "",
        "load_late",
        &named(&|name| name == "dialog" || name == "shown"),
    )
    .expect("parted");
    assert_eq!(
        parts.functions, 3,
        "dialog, what only it calls, and what stands in the table"
    );
    let expected = vec![7, 15 + 105, 18 + 106, 5];
    assert_eq!(run(&whole, None, LONG), (expected.clone(), 0));
    assert_eq!(
        run(&parts.first, Some(parts.late), SHORT),
        (expected, 0),
        "and nothing is fetched for what is early"
    );
}

#[test]
fn what_is_early_does_not_come_late() {
    let whole = wat::parse_str(PROGRAM).expect("a program");
    let parts = split(&whole, "", "load_late", &named(&|name| name == "count")).expect("parted");
    assert_eq!(
        parts.functions, 1,
        "named late, though early ones call it: it has a door"
    );
    assert_eq!(run(&parts.first, Some(parts.late), SHORT).0, vec![7, 120, 124, 5]);
    assert!(split(&whole, "", "missing", &named(&|_| true)).is_err());
    assert!(split(b"no module", "", "load_late", &named(&|_| true)).is_err());
}

/// What looks the same is one function, under the name of either.
#[test]
fn a_small_function_that_early_ones_call_is_early() {
    let whole = wat::parse_str(PROGRAM).expect("a program");
    let late = Late {
        named: &|name| name == "count" || name == "dialog",
        small: 9,
    };
    let parts = split(&whole, "", "load_late", &late).expect("parted");
    assert_eq!(parts.functions, 2, "dialog and its helper");
    assert_eq!(
        run(&parts.first, Some(parts.late), SHORT),
        (vec![7, 120, 124, 5], 0)
    );
}

#[test]
fn names_tell_what_comes_late() {
    let is_late = in_modules(&[
        "lectern::dialogs",
        "lectern::card::mend",
        "lectern::core::apply_over",
    ]);
    for (name, expected) in [
        ("lectern::dialogs::about::links", true),
        ("lectern[0123456789abcdef]::card::mend::tools::{closure#0}", true),
        (
            "<lectern::dialogs::About as yew::functional::FunctionProvider>::run",
            true,
        ),
        (
            "<yew[0123456789abcdef]::html::Scope<lectern::dialogs::About>>::send",
            true,
        ),
        ("core::ptr::drop_in_place::<lectern::dialogs::About>", false),
        (
            "<core::iter::Map<lectern::dialogs::Rows> as core::iter::Iterator>::next",
            true,
        ),
        ("lectern::core::apply_over", true),
        ("lectern::core::apply_over_all", false),
        ("<alloc::raw_vec::RawVec<lectern::dialogs::Row>>::grow_one", false),
        ("lectern::dialogs_of_others::show", false),
        ("lectern::card::details", false),
        ("<[u8] as core::fmt::Debug>::fmt", false),
    ] {
        assert_eq!(is_late(name), expected, "{name}");
    }
}
