//! The messages, as compact bytes.

/// Why bytes are no message, or a message did not become bytes.
pub use postcard::Error;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Page to worker: do this.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request<Task> {
    /// Counts up; the replies repeat it.
    pub number: u32,
    /// What is to be done.
    pub task: Task,
}

/// Worker to page.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply<Done> {
    /// The request's number.
    pub number: u32,
    /// What came of it.
    pub done: Done,
}

impl<Task: Serialize + DeserializeOwned> Request<Task> {
    /// As bytes to transfer.
    ///
    /// # Errors
    /// Only if memory runs out.
    pub fn to_bytes(&self) -> Result<Vec<u8>, Error> {
        postcard::to_allocvec(self)
    }

    /// From transferred bytes.
    ///
    /// # Errors
    /// When they are something else than a request of this version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        postcard::from_bytes(bytes)
    }
}

impl<Done: Serialize + DeserializeOwned> Reply<Done> {
    /// As bytes to transfer.
    ///
    /// # Errors
    /// Only if memory runs out.
    pub fn to_bytes(&self) -> Result<Vec<u8>, Error> {
        postcard::to_allocvec(self)
    }

    /// From transferred bytes.
    ///
    /// # Errors
    /// When they are something else than a reply of this version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        postcard::from_bytes(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_comes_as_it_was_sent() {
        let request = Request {
            number: 300,
            task: "Read this.".to_owned(),
        };
        let bytes = request.to_bytes().expect("there is room");
        assert_eq!(Request::from_bytes(&bytes), Ok(request));
        let reply = Reply {
            number: 300,
            done: Some(7_u8),
        };
        let bytes = reply.to_bytes().expect("there is room");
        assert_eq!(Reply::from_bytes(&bytes), Ok(reply));
    }

    #[test]
    fn other_bytes_are_no_message() {
        assert!(Request::<String>::from_bytes(&[]).is_err());
        assert!(Reply::<Option<u8>>::from_bytes(&[7, 255, 255, 255, 255, 255]).is_err());
    }
}
