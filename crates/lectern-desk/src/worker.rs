//! The desk in a worker.

use std::cell::RefCell;

use lectern_desk::{Desk, Reply, Request};
use lectern_post::or_nothing;

/// Answers requests, one after the other, when this is a worker.
pub(crate) fn start() {
    let Some(scope) = lectern_post::scope() else {
        return;
    };
    let desk = RefCell::new(Desk::default());
    lectern_post::serve(&scope, "desk", move |request, page| {
        page.send(&or_nothing(answer(&request, &desk)));
    });
}

fn answer(request: &[u8], desk: &RefCell<Desk>) -> Result<Vec<u8>, lectern_post::Error> {
    let Request { number, task } = Request::from_bytes(request)?;
    let done = desk.borrow_mut().work(task);
    Reply { number, done }.to_bytes()
}
