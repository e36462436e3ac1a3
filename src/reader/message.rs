//! What goes between page and worker: compact bytes, and never the text back.

use lectern_core::article::Source;
use lectern_core::source;
use lectern_core::{Article, Input, Overrides};
use serde::{Deserialize, Serialize};

/// Page to worker: read this.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Counts up; the reply repeats it.
    pub number: u32,
    /// What was pasted.
    pub input: Input,
    /// The reader's decisions.
    pub overrides: Overrides,
}

/// Worker to page: the article without its source, which the page makes again from the input.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// The request's number.
    pub number: u32,
    article: Article,
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
    /// A reply that leaves the source out.
    pub fn new(number: u32, mut article: Article) -> Reply {
        article.source = Source::default();
        Reply { number, article }
    }

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

    /// The whole article: `input` and `overrides` are the request's, and repair gives the same source everywhere.
    pub fn article(self, input: &Input, overrides: &Overrides) -> Article {
        Article {
            source: source::repair(input, overrides).0,
            ..self.article
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_survives_the_way_through_the_worker_without_its_text() {
        let input = Input::from("A heading\r\n\r\n\"We will plant trees,\" said Ada Lund, the mayor.\r\n");
        let overrides = Overrides::default();
        let request = Request {
            number: 7,
            input: input.clone(),
            overrides: overrides.clone(),
        };
        let request = Request::from_bytes(&request.to_bytes().unwrap()).unwrap();
        let article = lectern_core::read(&request.input, &request.overrides);
        let bytes = Reply::new(request.number, article.clone()).to_bytes().unwrap();
        assert!(
            !bytes.windows(5).any(|five| five == b"plant"),
            "the reply carries the text"
        );
        let reply = Reply::from_bytes(&bytes).unwrap();
        assert_eq!(reply.number, 7);
        assert_eq!(reply.article(&input, &overrides), article);
    }

    #[test]
    fn other_bytes_are_no_message() {
        assert!(Request::from_bytes(&[]).is_err());
        assert!(Reply::from_bytes(&[7, 255, 255, 255, 255, 255]).is_err());
    }
}
