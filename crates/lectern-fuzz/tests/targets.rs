//! A short run of each fuzz target. An input that fails is kept under `__fuzz__/NAME/crashes`, from where it is tried
//! first from then on.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::sync::LazyLock;

/// Longest input, in bytes.
const LONGEST: usize = 300;
/// Inputs of a short run; `BOLERO_RANDOM_ITERATIONS` asks for more.
const SHORT_RUN: usize = 400;

/// The models that ship: of attribution and of proposals.
static MODELS: LazyLock<[Vec<u8>; 2]> = LazyLock::new(|| {
    ["attribution", "proposals"].map(|name| {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../lectern-core/model");
        fs::read(Path::new(folder).join(name).with_extension("bin")).expect("the model file is there")
    })
});

/// Runs the target, and keeps an input that it fails on. Bolero then looks for shorter and shorter ones: the last
/// that is kept is the shortest.
fn kept(name: &str, bytes: &[u8], target: impl Fn(&[u8])) {
    if let Err(panic) = catch_unwind(AssertUnwindSafe(|| target(bytes))) {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/__fuzz__");
        let crashes = tests.join(name).join("crashes");
        // Where it can't be kept, it is printed still.
        let _made = fs::create_dir_all(&crashes);
        let _kept = fs::write(crashes.join("latest"), bytes);
        resume_unwind(panic);
    }
}

/// A test that runs a target.
macro_rules! fuzz {
    ($name:ident, $target:expr) => {
        #[test]
        fn $name() {
            bolero::check!(name = stringify!($name))
                .with_iterations(SHORT_RUN)
                .with_max_len(LONGEST)
                .for_each(|bytes: &[u8]| kept(stringify!($name), bytes, $target));
        }
    };
}

fuzz!(html, lectern_fuzz::html);
fuzz!(metadata, lectern_fuzz::metadata);
fuzz!(model, |bytes| lectern_fuzz::model(&MODELS[0], bytes));
fuzz!(proposal_model, |bytes| lectern_fuzz::proposal_model(
    &MODELS[1], bytes
));
fuzz!(message, lectern_fuzz::message);
fuzz!(link, lectern_fuzz::link);
