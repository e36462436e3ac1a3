//! One request, one reply.

use lectern_core::Input;
use lectern_core::article::Details;
use lectern_core::corrections::Corrected;
use lectern_formats::agreement::compare;
use lectern_formats::collection::Collection;
use lectern_formats::export::{Format, brat, table};
use lectern_formats::import::{self, ImportError};
use lectern_formats::json::Document;

use crate::link;
use crate::{Done, Marks, Parcel, Task, Trouble};

/// So many articles of one file are taken in. Stops a made-up file from filling the page with millions of empty ones.
const MOST_OF_A_FILE: usize = 1_000;

/// The desk, with what lies on its shelf: articles that are looked through together.
#[derive(Debug, Default)]
pub struct Desk {
    shelf: Collection,
    /// What came in files of many articles, until it is handed over.
    came: Vec<Option<Document>>,
}

impl Desk {
    /// Does what is asked for.
    ///
    /// # Errors
    /// When a file or a link holds no article; the error says what is wrong with it.
    pub fn work(&mut self, task: Task) -> Result<Done, Trouble> {
        match task {
            Task::Export {
                name,
                reading,
                format,
                marks,
            } => Ok(export(&name, &reading, format, marks.as_ref())),
            Task::Import { name, text, beside } => self.import(&name, &text, beside.as_deref()),
            Task::Take(number) => self.take(number as usize),
            Task::Pack(parcel) => Ok(Done::Packed(link::pack(*parcel))),
            Task::Unpack(letters) => link::unpack(&letters).map(|parcel| Done::Opened(Box::new(parcel))),
            Task::Compare(first, second) => {
                let [first, second] = [first, second].map(|reading| Document::of("", &reading));
                Ok(Done::Compared(compare(&first, &second)))
            }
            Task::Shelve { place, name, reading } => {
                self.shelf.put(place, Document::of(&name, &reading));
                Ok(Done::Shelved)
            }
            Task::Unshelve(place) => {
                self.shelf.cut(place);
                Ok(Done::Shelved)
            }
            Task::Look { query, from, most } => {
                let part = self.shelf.look(&query, from as usize, most as usize);
                Ok(Done::Seen(part))
            }
            Task::WriteShelf(whole, at) => Ok(Done::Piece(self.shelf.piece(&whole, at as usize))),
        }
    }

    fn import(&mut self, name: &str, text: &str, beside: Option<&str>) -> Result<Done, Trouble> {
        let mut documents = import::all(name, text, beside).map_err(|error| match error {
            ImportError::Version(_) => Trouble::Version,
            ImportError::NoText => Trouble::NoText,
            ImportError::Line(line) => Trouble::Line(u32::try_from(line).unwrap_or(u32::MAX)),
            _ => Trouble::NoArticle,
        })?;
        if let [document] = documents.as_slice() {
            return Ok(Done::Opened(Box::new(parcel(document))));
        }
        if documents.is_empty() {
            return Err(Trouble::NoArticle);
        }
        let over = documents.len().saturating_sub(MOST_OF_A_FILE);
        documents.truncate(MOST_OF_A_FILE);
        let (from, count) = (self.came.len() as u32, documents.len() as u32);
        self.came.extend(documents.into_iter().map(Some));
        Ok(Done::Several {
            from,
            count,
            over: over as u32,
        })
    }

    fn take(&mut self, number: usize) -> Result<Done, Trouble> {
        let came = self.came.get_mut(number).and_then(Option::take);
        let document = came.ok_or(Trouble::NoArticle)?;
        if self.came.iter().all(Option::is_none) {
            self.came.clear();
        }
        Ok(Done::Opened(Box::new(Parcel {
            name: document.article.clone(),
            ..parcel(&document)
        })))
    }
}

/// Does what is asked for by itself, with an empty shelf.
///
/// # Errors
/// As [`Desk::work`].
pub fn work(task: Task) -> Result<Done, Trouble> {
    Desk::default().work(task)
}

fn export(name: &str, reading: &Corrected, format: Format, marks: Option<&Marks>) -> Done {
    let mut document = Document::of(name, reading);
    if let Some(marks) = marks {
        document.keep(
            |at| marks.quotations.binary_search(&at).is_ok(),
            |at| marks.proposals.binary_search(&at).is_ok(),
        );
    }
    let other = match format {
        Format::Csv => Some(table::tsv(&document)),
        Format::Brat => Some(brat::text(&document).to_owned()),
        _ => None,
    };
    Done::Written {
        text: format.write(&document),
        other,
    }
}

fn parcel(document: &Document) -> Parcel {
    let given = Corrected::from(document);
    let details = &given.article.details;
    let input = Input {
        text: given.article.source.input(),
        details: without_places(details.clone()),
        ..Input::default()
    };
    Parcel {
        input,
        given: Some(given),
        ..Parcel::default()
    }
}

/// As a page's metadata gives them: a new reading of the text finds the places again.
fn without_places(mut details: Details) -> Details {
    let one = [
        &mut details.title,
        &mut details.outlet,
        &mut details.published,
        &mut details.updated,
        &mut details.url,
    ];
    let several = details.authors.iter_mut().chain(&mut details.section);
    for detail in one.into_iter().flatten().chain(several) {
        detail.span = None;
    }
    details.dateline = None;
    details.language = None;
    details
}
