//! What a person types: set-up, serve, test, train, eval, bench.
fn main() {}
