//! Long work in short turns, so that the page always answers.

use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;

/// How long one turn may take, in milliseconds: half a frame, so that the other half is left for layout.
const TURN_MS: f64 = 8.0;

/// Work in progress; dropping it stops the work.
#[derive(Debug, Default)]
pub(super) struct Slices {
    next: Rc<RefCell<Option<Timeout>>>,
}

impl Slices {
    /// Calls `step` until it gives false, then `done`; the first turn runs at once, the others with the browser's
    /// own work between them.
    pub(super) fn run(step: impl FnMut() -> bool + 'static, done: impl FnOnce() + 'static) -> Slices {
        let slices = Slices::default();
        turn(Box::new(step), Box::new(done), &slices.next);
        slices
    }
}

impl Drop for Slices {
    fn drop(&mut self) {
        self.next.borrow_mut().take();
    }
}

fn turn(mut step: Box<dyn FnMut() -> bool>, done: Box<dyn FnOnce()>, next: &Rc<RefCell<Option<Timeout>>>) {
    let until = now() + TURN_MS;
    while now() < until {
        if !step() {
            return done();
        }
    }
    let weak = Rc::downgrade(next);
    let timeout = Timeout::new(0, move || {
        if let Some(next) = weak.upgrade() {
            turn(step, done, &next);
        }
    });
    *next.borrow_mut() = Some(timeout);
}

fn now() -> f64 {
    gloo::utils::window()
        .performance()
        .map_or(0.0, |clock| clock.now())
}
