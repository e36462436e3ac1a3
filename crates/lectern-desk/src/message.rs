//! What goes between page and desk.

use lectern_core::corrections::{Corrected, Corrections};
use lectern_core::{Input, Overrides};
use lectern_formats::agreement::Agreement;
use lectern_formats::collection::{Part, Query, Whole};
use lectern_formats::export::Format;
use serde::{Deserialize, Serialize};

/// Page to desk: do this.
pub type Request = lectern_post::Request<Task>;

/// Desk to page.
pub type Reply = lectern_post::Reply<Result<Done, Trouble>>;

/// What the desk does.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Task {
    /// Writes a reading in a format.
    Export {
        /// What the article is called.
        name: String,
        /// The reading as it stands.
        reading: Box<Corrected>,
        /// In which format.
        format: Format,
        /// Which marks; none for all of them.
        marks: Option<Marks>,
    },
    /// Reads back what was exported.
    Import {
        /// The file's name; empty for what was pasted.
        name: String,
        /// What is in it.
        text: String,
        /// For brat, whose annotations stand beside the text: the text.
        beside: Option<String>,
    },
    /// Hands over one of the articles that came in one file, by its number.
    Take(u32),
    /// Packs an article for a link.
    Pack(Box<Parcel>),
    /// Opens what a link holds.
    Unpack(String),
    /// Lays two readings of one text side by side.
    Compare(Box<Corrected>, Box<Corrected>),
    /// Puts an article on the shelf, over the one in its place.
    Shelve {
        /// Its place.
        place: u32,
        /// What it is called.
        name: String,
        /// The reading as it stands.
        reading: Box<Corrected>,
    },
    /// Takes the articles from this place on off the shelf.
    Unshelve(u32),
    /// Looks through what is on the shelf.
    Look {
        /// What for.
        query: Query,
        /// The first row in sight.
        from: u32,
        /// Rows in sight at most.
        most: u32,
    },
    /// Writes a piece of what is on the shelf: the first, the second, and so on.
    WriteShelf(Whole, u32),
}

/// Quotations and proposals, by their places in the article's lists, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks {
    /// Quotations.
    pub quotations: Vec<u32>,
    /// Proposals.
    pub proposals: Vec<u32>,
}

/// An article with everything that is needed to see it as somebody else saw it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parcel {
    /// What was pasted.
    pub input: Input,
    /// What was decided about it.
    pub overrides: Overrides,
    /// What was put right in it.
    pub corrections: Corrections,
    /// Its marks, where they came from a file instead of a reading.
    pub given: Option<Corrected>,
    /// What it is called, where it came from a file of many.
    pub name: String,
}

/// What came of a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Done {
    /// An export.
    Written {
        /// The file.
        text: String,
        /// What goes with it: for CSV the table as the clipboard wants it, for brat the text.
        other: Option<String>,
    },
    /// An article that came back.
    Opened(Box<Parcel>),
    /// Many articles came back from one file: each is handed over when it is asked for.
    Several {
        /// The number of the first.
        from: u32,
        /// How many there are.
        count: u32,
        /// How many more were in the file.
        over: u32,
    },
    /// What a link holds.
    Packed(String),
    /// How far two readings agree; nothing where they are of different texts.
    Compared(Option<Agreement>),
    /// The article is on the shelf, or those that it was about are off it.
    Shelved,
    /// What is in sight of the shelf's table.
    Seen(Part),
    /// A piece of what is on the shelf; none behind the last.
    Piece(Option<String>),
}

/// Why nothing came of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trouble {
    /// It holds no article of this program.
    NoArticle,
    /// It was made by a later version.
    Version,
    /// Annotations without the text that they are about.
    NoText,
    /// This line of annotations is none; counted from 1.
    Line(u32),
    /// A link that is damaged or cut off.
    Damaged,
    /// A link that would unfold to more than any article needs.
    TooLarge,
}
