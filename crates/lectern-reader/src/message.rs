//! What goes between page and reader, as compact bytes.

use lectern_core::{Article, Input, Overrides};
use serde::{Deserialize, Serialize};

/// Page to reader: do this.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Counts up; the replies repeat it.
    pub number: u32,
    /// What to do.
    pub task: Task,
}

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

/// Reader to page.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// The request's number.
    pub number: u32,
    /// What came of it.
    pub done: Done,
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

impl Request {
    /// As bytes to transfer.
    ///
    /// # Errors
    /// Only if memory runs out.
    pub fn to_bytes(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(self)
    }

    /// From transferred bytes.
    ///
    /// # Errors
    /// When they are something else than a request of this version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Request, postcard::Error> {
        postcard::from_bytes(bytes)
    }
}

impl Reply {
    /// As bytes to transfer.
    ///
    /// # Errors
    /// Only if memory runs out.
    pub fn to_bytes(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(self)
    }

    /// From transferred bytes.
    ///
    /// # Errors
    /// When they are something else than a reply of this version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Reply, postcard::Error> {
        postcard::from_bytes(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_bytes_are_no_message() {
        assert!(Request::from_bytes(&[]).is_err());
        assert!(Reply::from_bytes(&[7, 255, 255, 255, 255, 255]).is_err());
    }
}
