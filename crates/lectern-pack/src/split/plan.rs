//! Which functions come late, and by which places of the table they are then called.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};

use super::Late;
use super::program::{Function, Program};

/// What the two files share.
#[derive(Debug)]
pub(crate) struct Plan {
    /// The functions of the late file, in their order.
    pub(crate) late: BTreeSet<Function>,
    /// Late functions that the first file may call, by name or through the table, with the place of the table
    /// at which the late file puts them.
    pub(crate) doors: BTreeMap<Function, u32>,
    /// Functions of the first file that the late one calls, in their order.
    pub(crate) shared: BTreeSet<Function>,
    /// What the late file writes into the table: place and function, by place.
    pub(crate) filled: BTreeMap<u32, Function>,
    /// How many places the table has, those for the doors among them.
    pub(crate) table: u64,
    /// The exported function that fetches the late file.
    pub(crate) fetch: Function,
}

impl Plan {
    /// A function comes late when it is out of reach from what is exported, from the start and from the functions in
    /// the table, unless by way of one that is named.
    pub(crate) fn new(program: &Program<'_>, fetch: &str, late: &Late<'_>) -> Result<Self> {
        let first = reached_first(program, late);
        let not_reached: BTreeSet<Function> = program
            .defined()
            .map(|(function, _)| function)
            .filter(|function| !first.contains(function))
            .collect();
        let mut plan = Self {
            late: not_reached,
            doors: BTreeMap::new(),
            shared: BTreeSet::new(),
            filled: BTreeMap::new(),
            table: program.tables[0].initial,
            fetch: *program
                .exported
                .get(fetch)
                .with_context(|| format!("the module does not export `{fetch}`"))?,
        };
        for (slot, function) in &program.slots {
            if plan.late.contains(function) {
                plan.filled.insert(*slot, *function);
                plan.doors.insert(*function, *slot);
            }
        }
        for (function, calls) in program.defined() {
            let (near, far): (Vec<Function>, Vec<Function>) =
                calls.iter().partition(|called| plan.late.contains(called));
            if plan.late.contains(&function) {
                plan.shared.extend(far);
            } else {
                near.into_iter().for_each(|called| plan.add_door(called));
            }
        }
        Ok(plan)
    }

    fn add_door(&mut self, function: Function) {
        if self.doors.contains_key(&function) {
            return;
        }
        let slot = self.table as u32;
        self.table += 1;
        self.doors.insert(function, slot);
        self.filled.insert(slot, function);
    }
}

/// Whatever runs without a late function having been called.
fn reached_first(program: &Program<'_>, late: &Late<'_>) -> BTreeSet<Function> {
    let comes_late = named_late(program, late);
    let at_hand = program
        .slots
        .iter()
        .map(|(_, function)| *function)
        .filter(|function| !comes_late.contains(function));
    let mut waiting: Vec<Function> = program
        .exported
        .values()
        .copied()
        .chain(program.start)
        .chain(at_hand)
        .collect();
    let mut reached: BTreeSet<Function> = waiting.iter().copied().collect();
    while let Some(function) = waiting.pop() {
        let Some(body) = function.checked_sub(program.imported) else {
            continue;
        };
        for called in &program.calls[body as usize] {
            if !comes_late.contains(called) && reached.insert(*called) {
                waiting.push(*called);
            }
        }
    }
    reached
}

/// Functions that are named, but for small ones that others call and that call none of them.
fn named_late(program: &Program<'_>, late: &Late<'_>) -> BTreeSet<Function> {
    let mut named: BTreeSet<Function> = program
        .defined()
        .map(|(function, _)| function)
        .filter(|function| (late.named)(program.name(*function)))
        .collect();
    loop {
        let called_by_others: BTreeSet<Function> = program
            .defined()
            .filter(|(function, _)| !named.contains(function))
            .flat_map(|(_, calls)| calls.iter().copied())
            .collect();
        let before = named.len();
        for ((function, calls), body) in program.defined().zip(&program.bodies) {
            let is_small = body.as_bytes().len() <= late.small;
            if is_small
                && called_by_others.contains(&function)
                && named.is_disjoint(&calls.iter().copied().collect())
            {
                named.remove(&function);
            }
        }
        if named.len() == before {
            return named;
        }
    }
}
