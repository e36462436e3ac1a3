//! What a reader does with the built page, in a real browser.

mod accessibility;
mod aloud;
mod bookmarklet;
mod checking;
mod cleaning;
mod folders;
mod hostile;
mod inputs;
mod kept;
mod keyboard;
mod late;
mod mending;
mod offline;
mod one_file;
mod phone;
mod places;
mod prose;
mod reading;
mod requests;
mod same;
mod selecting;
mod settings;
mod shelf;
mod shown;
mod start;
mod taking;
mod told;
mod voices;
mod worker;

/// An article in the shape that pages have when they are copied whole: Chinese site text around an English
/// story, two counted lists, quotations in paragraphs of their own. Written for these tests; nobody in it lives.
const HARBOUR: &str = include_str!("../articles/harbour.txt");
