//! One piece after the other, until the end of the article or until it is dropped.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use super::plan::{Piece, pieces};
use super::{light, voices};
use crate::state::Reading;
use crate::state::view::Mute;

/// A reading under way; dropping it stops the voice and puts out the light.
#[derive(Debug)]
pub(super) struct Speech {
    inner: Rc<RefCell<Inner>>,
}

struct Inner {
    reading: Reading,
    synthesis: SpeechSynthesis,
    voices: Vec<SpeechSynthesisVoice>,
    /// The next block whose pieces are not in `waiting` yet.
    block: usize,
    waiting: std::vec::IntoIter<Piece>,
    /// What is being said: browsers forget one that nobody holds, and then never tell of its end.
    saying: Option<Saying>,
    /// The voice's own speed times this.
    speed: f32,
    /// Where the sentence begins that is said; stays when this is dropped, so that it can go on there.
    place: Place,
    done: Rc<dyn Fn(Option<Mute>)>,
}

/// Where the reading is; none when it has not begun.
pub(super) type Place = Rc<Cell<Option<u32>>>;

struct Saying {
    utterance: SpeechSynthesisUtterance,
    _after: Closure<dyn FnMut()>,
    _failed: Closure<dyn FnMut()>,
}

impl std::fmt::Debug for Inner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Inner")
            .field("block", &self.block)
            .finish_non_exhaustive()
    }
}

impl Drop for Speech {
    fn drop(&mut self) {
        let mut inner = self.inner.borrow_mut();
        if let Some(saying) = inner.saying.take() {
            saying.utterance.set_onend(None);
            saying.utterance.set_onerror(None);
        }
        inner.synthesis.cancel();
        light::out();
    }
}

impl Speech {
    /// Reads from the sentence at a place of the text on, in the first of the voices and at a speed; `done` is called
    /// at the end, with the reason where it came too early, and not when it is stopped.
    pub(super) fn begin(
        reading: Reading,
        place: Place,
        voices: Vec<SpeechSynthesisVoice>,
        speed: f32,
        done: impl Fn(Option<Mute>) + 'static,
    ) -> Option<Speech> {
        let start = place.get().unwrap_or_default();
        let block = reading.article.block_at(start);
        let mut first = pieces(&reading, block);
        first.retain(|piece| piece.sentence.end() > start);
        let synthesis = voices::synthesis()?;
        // What another page of this browser left unsaid would be said first.
        synthesis.cancel();
        let inner = Inner {
            reading,
            synthesis,
            voices,
            speed,
            place,
            block: block + 1,
            waiting: first.into_iter(),
            saying: None,
            done: Rc::new(done),
        };
        let speech = Speech {
            inner: Rc::new(RefCell::new(inner)),
        };
        say_next(&speech.inner);
        Some(speech)
    }
}

fn say_next(shared: &Rc<RefCell<Inner>>) {
    let mut inner = shared.borrow_mut();
    let Some(piece) = inner.next() else {
        let done = inner.done.clone();
        drop(inner);
        return done(None);
    };
    light::on(&inner.reading, piece.sentence);
    inner.place.set(Some(piece.sentence.start()));
    let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(inner.reading.text(piece.span)) else {
        let done = inner.done.clone();
        drop(inner);
        return done(Some(Mute::Failed));
    };
    utterance.set_rate(inner.speed);
    let place = voices::place(&inner.reading, piece.speaker, inner.voices.len());
    if let Some(voice) = inner.voices.get(place) {
        utterance.set_voice(Some(voice));
        utterance.set_lang(&voice.lang());
    }
    let weak = Rc::downgrade(shared);
    let after = Closure::<dyn FnMut()>::new(move || {
        if let Some(shared) = weak.upgrade() {
            say_next(&shared);
        }
    });
    utterance.set_onend(Some(after.as_ref().unchecked_ref()));
    let done = inner.done.clone();
    let failed = Closure::<dyn FnMut()>::new(move || done(Some(Mute::Failed)));
    utterance.set_onerror(Some(failed.as_ref().unchecked_ref()));
    inner.synthesis.speak(&utterance);
    let before = inner.saying.replace(Saying {
        utterance,
        _after: after,
        _failed: failed,
    });
    drop(inner);
    // The closure that runs now belongs to the utterance before; it is let go when it has returned.
    if let Some(before) = before {
        gloo::timers::callback::Timeout::new(0, move || drop(before)).forget();
    }
}

impl Inner {
    fn next(&mut self) -> Option<Piece> {
        loop {
            if let Some(piece) = self.waiting.next() {
                return Some(piece);
            }
            if self.block >= self.reading.article.blocks.len() {
                return None;
            }
            self.waiting = pieces(&self.reading, self.block).into_iter();
            self.block += 1;
        }
    }
}
