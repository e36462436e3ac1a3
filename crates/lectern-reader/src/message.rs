//! What goes between page and reader.

use lectern_core::{Article, Input, Overrides};
use serde::{Deserialize, Serialize};

/// Page to reader: do this.
pub type Request = lectern_post::Request<Task>;

/// Reader to page.
pub type Reply = lectern_post::Reply<Done>;

/// What a reader can do.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Task {
    /// Read an article.
    Read {
        /// What was pasted.
        input: Box<Input>,
        /// The reader's decisions.
        overrides: Overrides,
        /// Whether the beginning of a long text is wanted as soon as it is read, before the whole.
        begin: bool,
    },
    /// Take the text, and hints about its structure, from a walk over an html document.
    Walk(Vec<Step>),
    /// Take the text, and hints about its structure, from Markdown.
    Markdown {
        /// The text with its signs.
        text: String,
        /// Whether it is called Markdown; else it has to be so clearly.
        is_called_so: bool,
    },
}

/// An event of a walk over an html document.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// An element begins: its name in lower case, and its attributes.
    Open(String, Vec<(String, String)>),
    /// Text of the innermost open element.
    Text(String),
    /// The innermost open element ends.
    Close,
}

/// What came of a task.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Done {
    /// The beginning, read as if the text ended there; the whole follows.
    Begin(Box<Article>),
    /// The article.
    Read(Box<Article>),
    /// Text and hints; none of a text that is no Markdown.
    Taken(Option<Box<Input>>),
}

/// A reply from its bytes. Compiled here, beside what a request needs of the same types: in the page it would be
/// compiled, and loaded, once more.
///
/// # Errors
/// When they are something else than a reply of this version.
pub fn reply_of(bytes: &[u8]) -> Result<Reply, lectern_post::Error> {
    Reply::from_bytes(bytes)
}
