//! A text as it came in: what it is, where it came from, what it is called.

use std::rc::Rc;

use lectern_core::Input;
use lectern_core::Overrides;
use lectern_core::corrections::Corrected;
use lectern_core::text::encoding::Encoding;

/// Where a text came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The clipboard or the keyboard.
    Paste,
    /// A file with this name.
    File(String),
    /// The example.
    Example,
    /// Kept on the device, or in a file, from before.
    Kept,
    /// A link that carries it.
    Link,
    /// Sent by a page of this origin.
    Page(String),
}

/// A text as it came in. Two are equal when they came in together and are read from the same values.
#[derive(Clone, Debug)]
pub struct Document {
    /// When it came in, in milliseconds since 1970; its key on the device.
    pub key: f64,
    /// The text and its hints.
    pub input: Rc<Input>,
    /// Where it came from.
    pub from: Origin,
    /// What it was decoded from, for a file.
    pub bytes: Option<Bytes>,
    /// All of it, where `input` is only the beginning of a very long text.
    pub whole: Option<Rc<Input>>,
    /// Its marks, where they came with it and need no reading.
    pub given: Option<Rc<Corrected>>,
}

impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key && Rc::ptr_eq(&self.input, &other.input)
    }
}

/// A file before it was decoded, and how that went.
#[derive(Clone, Debug, PartialEq)]
pub struct Bytes {
    /// The file.
    pub content: Rc<[u8]>,
    /// The encoding it was read in.
    pub encoding: Encoding,
    /// Characters that could not be decoded.
    pub undecodable: usize,
}

/// The longest text that is read without asking, in bytes; of a longer one its beginning is.
const LONG: usize = 1_000_000;

/// Characters of a document's title at most.
const TITLE: usize = 100;

impl Document {
    /// A text that was decoded without trouble and kept whole.
    pub fn new(key: f64, input: Input, from: Origin) -> Self {
        let all = Rc::new(input);
        let first = all.beginning(LONG).map(Rc::new);
        Document {
            key,
            whole: first.is_some().then(|| all.clone()),
            input: first.unwrap_or(all),
            from,
            bytes: None,
            given: None,
        }
    }

    /// The marks that came with it, as long as nothing is decided that asks for another reading.
    pub fn given(&self, overrides: &Overrides) -> Option<&Rc<Corrected>> {
        self.given.as_ref().filter(|_| *overrides == Overrides::default())
    }

    /// All of the text, however long.
    pub fn all(&self) -> &Rc<Input> {
        self.whole.as_ref().unwrap_or(&self.input)
    }

    /// What it is called in lists: its file, or its first line with something like a sentence in it.
    pub fn title(&self) -> String {
        if let Origin::File(name) = &self.from {
            return name.clone();
        }
        if let Some(title) = &self.input.details.title {
            return title.value.clone();
        }
        let lines = || {
            self.input
                .text
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
        };
        let english = |line: &&str| {
            line.split_whitespace()
                .filter(|word| word.is_ascii() && word.contains(char::is_alphabetic))
                .count()
                >= 4
        };
        let line = lines().take(10).find(english).or_else(|| lines().next());
        line.unwrap_or_default().chars().take(TITLE).collect()
    }
}
