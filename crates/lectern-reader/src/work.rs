//! From a request to its replies.

use std::fmt;

use lectern_core::attribution::ModelError;
use lectern_core::input::{BlockBuilder, markdown};
use lectern_core::{Article, Input, Overrides};

use crate::message::{Done, Reply, Request, Step, Task};
use crate::tagger::Tagger;

/// So much of a long text, in bytes, is read for its beginning: some screens.
const BEGIN: usize = 12_000;

/// Texts longer than this, in bytes, are long: the whole is not there before anybody sees that it is not.
const LONG: usize = 4 * BEGIN;

/// Why there is no answer.
#[derive(Debug)]
pub enum Trouble {
    /// The bytes are no request, or there is no room for a reply.
    Bytes(lectern_post::Error),
    /// The tagger's model can't be used.
    Model(ModelError),
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::Bytes(error) => write!(f, "a message is damaged: {error}"),
            Trouble::Model(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Trouble {}

impl From<lectern_post::Error> for Trouble {
    fn from(error: lectern_post::Error) -> Self {
        Trouble::Bytes(error)
    }
}

impl From<ModelError> for Trouble {
    fn from(error: ModelError) -> Self {
        Trouble::Model(error)
    }
}

/// Answers a request: `send` gets what comes before the last reply, which is given back.
///
/// # Errors
/// When the bytes are no request, or the tagger can't be used.
pub async fn answer(bytes: &[u8], tagger: &dyn Tagger, send: impl Fn(Vec<u8>)) -> Result<Vec<u8>, Trouble> {
    let Request { number, task } = Request::from_bytes(bytes)?;
    let done = match task {
        Task::Read {
            input,
            overrides,
            begin,
        } => {
            if begin
                && input.text.len() > LONG
                && let Some(first) = input.beginning(BEGIN)
            {
                let done = Done::Begin(Box::new(read(&first, &overrides, tagger).await?));
                send(Reply { number, done }.to_bytes()?);
            }
            Done::Read(Box::new(read(&input, &overrides, tagger).await?))
        }
        Task::Walk(steps) => Done::Taken(Some(Box::new(walk(steps)))),
        Task::Markdown { text, is_called_so } => {
            let is_so = is_called_so || markdown::is_markdown(&text);
            Done::Taken(is_so.then(|| Box::new(markdown::read(&text))))
        }
    };
    Ok(Reply { number, done }.to_bytes()?)
}

async fn read(input: &Input, overrides: &Overrides, tagger: &dyn Tagger) -> Result<Article, ModelError> {
    tagger.ready()?;
    let prepared = lectern_core::prepare(input, overrides);
    let quotations = tagger.quotations(&prepared).await;
    Ok(lectern_core::finish(prepared, quotations))
}

fn walk(steps: Vec<Step>) -> Input {
    let mut builder = BlockBuilder::new();
    for step in steps {
        match step {
            Step::Open(tag, attributes) => {
                let pairs = attributes
                    .iter()
                    .map(|(name, value)| (name.as_str(), value.as_str()));
                builder.open(&tag, pairs);
            }
            Step::Text(text) => builder.text(&text),
            Step::Close => builder.close(),
        }
    }
    builder.finish()
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::*;
    use crate::tagger::EmbeddedTagger;

    /// All replies to a task, in order.
    fn replies(task: Task) -> Vec<Done> {
        let bytes = Request { number: 7, task }.to_bytes().expect("there is room");
        let sent = RefCell::new(Vec::new());
        {
            let last = pin!(answer(&bytes, &EmbeddedTagger, |bytes| sent
                .borrow_mut()
                .push(bytes)));
            // What it finds is there at once.
            let Poll::Ready(last) = last.poll(&mut Context::from_waker(Waker::noop())) else {
                panic!("nothing is waited for");
            };
            sent.borrow_mut().push(last.expect("it is a request"));
        }
        let replies = sent.into_inner().into_iter().map(|bytes| {
            let reply = Reply::from_bytes(&bytes).expect("it is a reply");
            assert_eq!(reply.number, 7);
            reply.done
        });
        replies.collect()
    }

    fn read_of(input: &Input, begin: bool) -> Task {
        Task::Read {
            input: Box::new(input.clone()),
            overrides: Overrides::default(),
            begin,
        }
    }

    #[test]
    fn an_article_comes_as_it_was_read() {
        let input = Input::from("A heading\r\n\r\n\"We will plant trees,\" said Ada Lund, the mayor.\r\n");
        let article = lectern_core::read(&input, &Overrides::default());
        assert_eq!(
            replies(read_of(&input, true)),
            [Done::Read(Box::new(article))],
            "a short text comes once"
        );
    }

    #[test]
    fn the_beginning_of_a_long_text_comes_first_where_it_is_wanted() {
        let input = Input::from("\"We will plant trees,\" said Ada Lund, the mayor.\n\n".repeat(LONG / 40));
        let [Done::Begin(begin), Done::Read(whole)] = &replies(read_of(&input, true))[..] else {
            panic!("a beginning and the whole");
        };
        assert!(!begin.quotations.is_empty());
        assert_eq!(begin.blocks, whole.blocks[..begin.blocks.len()]);
        assert!(begin.source.text.len() <= BEGIN && whole.source.text.len() > LONG);
        assert_eq!(replies(read_of(&input, false)).len(), 1);
    }

    #[test]
    fn a_walk_and_markdown_give_text_and_hints() {
        let open = |tag: &str| Step::Open(tag.into(), Vec::new());
        let text = |text: &str| Step::Text(text.into());
        let steps = vec![
            open("body"),
            open("h1"),
            text("Trees"),
            Step::Close,
            open("p"),
            text("Ada Lund said so."),
            Step::Close,
            Step::Close,
        ];
        let markdown = |text: &str, is_called_so| Task::Markdown {
            text: text.into(),
            is_called_so,
        };
        let text = "## Trees\n\nAda Lund said so.";
        for task in [Task::Walk(steps), markdown(text, true), markdown(text, false)] {
            let [Done::Taken(Some(input))] = &replies(task)[..] else {
                panic!("one reply");
            };
            let words: Vec<&str> = input.text.split_whitespace().collect();
            assert_eq!(words.join(" "), "Trees Ada Lund said so.");
            assert!(input.has_kinds());
        }
        let plain = replies(markdown("Ada Lund said so.", false));
        assert_eq!(plain, [Done::Taken(None)], "not Markdown by any sign");
    }

    #[test]
    fn other_bytes_are_told() {
        let told =
            pin!(answer(&[9; 4], &EmbeddedTagger, |_| {})).poll(&mut Context::from_waker(Waker::noop()));
        assert!(matches!(told, Poll::Ready(Err(Trouble::Bytes(_)))));
    }
}
