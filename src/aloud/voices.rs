//! The device's own English voices, and who gets which.

use lectern_core::article::SpeakerId;
use lectern_core::text::order;
use wasm_bindgen::JsCast;
use web_sys::{SpeechSynthesis, SpeechSynthesisVoice};

use crate::state::Reading;

/// The browser's speech; none where it has none.
pub(super) fn synthesis() -> Option<SpeechSynthesis> {
    let window = gloo::utils::window();
    // A browser without it gives undefined, not an error.
    js_sys::Reflect::get(&window, &"speechSynthesis".into())
        .ok()
        .filter(|speech| speech.is_object())
        .map(JsCast::unchecked_into)
}

/// English voices that speak on the device itself: the chosen one first, then the device's own choice.
pub(super) fn english(chosen: &str) -> Vec<SpeechSynthesisVoice> {
    let Some(synthesis) = synthesis() else {
        return Vec::new();
    };
    let mut voices: Vec<SpeechSynthesisVoice> = synthesis
        .get_voices()
        .iter()
        .map(JsCast::unchecked_into::<SpeechSynthesisVoice>)
        .filter(|voice| voice.local_service() && voice.lang().to_ascii_lowercase().starts_with("en"))
        .collect();
    order::by_key(&mut voices, |voice| (voice.name() != chosen, !voice.default()));
    voices
}

/// The place of a speaker's voice among so many: the first is the article's own, the others go round.
pub(super) fn place(reading: &Reading, speaker: Option<SpeakerId>, voices: usize) -> usize {
    let turn = speaker.and_then(|speaker| reading.cast.iter().position(|&id| id == speaker));
    match turn {
        Some(turn) if voices > 1 => 1 + turn % (voices - 1),
        _ => 0,
    }
}
