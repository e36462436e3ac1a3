//! What goes out through the desk comes back through it.
#![allow(clippy::unwrap_used, reason = "a panic is a test's report")]

use lectern_core::Overrides;
use lectern_core::article::{Anchor, Span};
use lectern_core::corrections::{Corrected, Correction, Corrections, Mark, apply};
use lectern_desk::{Desk, Done, Marks, Parcel, Reply, Request, Task, Trouble, work};
use lectern_formats::collection::{Part, Query, Whole};
use lectern_formats::export::Format;

const TEXT: &str = "Mayor Calls for Wells\n\nMayor Ada Lund said the wells should be opened. \"They are ours,\" she said. \
                    Bo Berg, a farmer, called for new pumps.";

/// A reading in which a person has accepted a quotation and taken another out.
fn reading() -> Corrected {
    let article = lectern_core::read(&TEXT.into(), &Overrides::default());
    let mark = |at: usize| {
        let content = &article.quotations[at].content;
        let whole = content.iter().copied().reduce(Span::cover).unwrap();
        Mark::Quotation(Anchor::new(TEXT, whole))
    };
    let corrections: Corrections = [Correction::Accept(mark(1)), Correction::Remove(mark(0))]
        .into_iter()
        .collect();
    apply(&article, &corrections)
}

fn export(format: Format, marks: Option<Marks>) -> (String, Option<String>) {
    let task = Task::Export {
        name: "wells".to_owned(),
        reading: Box::new(reading()),
        format,
        marks,
    };
    match work(task) {
        Ok(Done::Written { text, other }) => (text, other),
        other => panic!("{other:?}"),
    }
}

fn import(name: &str, text: &str, beside: Option<&str>) -> Result<Parcel, Trouble> {
    let task = Task::Import {
        name: name.to_owned(),
        text: text.to_owned(),
        beside: beside.map(str::to_owned),
    };
    match work(task)? {
        Done::Opened(parcel) => Ok(*parcel),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_lies_on_the_shelf_is_seen_written_and_cut() {
    let mut desk = Desk::default();
    for place in 0..3 {
        let done = desk.work(Task::Shelve {
            place,
            name: format!("{place}.txt"),
            reading: Box::new(reading()),
        });
        assert_eq!(done, Ok(Done::Shelved));
    }
    let look = || Task::Look {
        query: Query::default(),
        from: 0,
        most: 1,
    };
    let Ok(Done::Seen(part)) = desk.work(look()) else {
        panic!("nothing is seen")
    };
    assert_eq!((part.articles, part.voices.len(), part.found), (3, 1, 2));
    assert_eq!(part.voices[0].articles.len(), 3);
    let pieces = |desk: &mut Desk| {
        let piece = |at| match desk.work(Task::WriteShelf(Whole::Json, at)) {
            Ok(Done::Piece(piece)) => piece,
            other => panic!("{other:?}"),
        };
        (0..).map_while(piece).count()
    };
    assert_eq!(pieces(&mut desk), 5, "a beginning, three articles, an end");
    assert_eq!(desk.work(Task::Unshelve(1)), Ok(Done::Shelved));
    let Ok(Done::Seen(part)) = desk.work(look()) else {
        panic!("nothing is seen")
    };
    assert_eq!(part.articles, 1, "what does not count any more is off");
    assert_eq!(
        work(look()),
        Ok(Done::Seen(Part::default())),
        "another desk has nothing on it"
    );
}

/// The file of all articles on a desk's shelf.
fn all(desk: &mut Desk) -> String {
    let piece = |at| match desk.work(Task::WriteShelf(Whole::Json, at)) {
        Ok(Done::Piece(piece)) => piece,
        other => panic!("{other:?}"),
    };
    (0..).map_while(piece).collect()
}

#[test]
fn a_file_of_many_articles_comes_back_and_goes_out_the_same() {
    let shelve = |desk: &mut Desk, place: u32, name: &str, reading: Corrected| {
        let done = desk.work(Task::Shelve {
            place,
            name: name.to_owned(),
            reading: Box::new(reading),
        });
        assert_eq!(done, Ok(Done::Shelved));
    };
    let import = |desk: &mut Desk, text: String| {
        desk.work(Task::Import {
            name: "articles.json".to_owned(),
            text,
            beside: None,
        })
    };
    let mut desk = Desk::default();
    let plain = Corrected::from(lectern_core::read(&TEXT.into(), &Overrides::default()));
    for (place, reading) in [reading(), plain, reading()].into_iter().enumerate() {
        shelve(&mut desk, place as u32, &format!("{place}.txt"), reading);
    }
    let file = all(&mut desk);
    let several = |from| {
        Ok(Done::Several {
            from,
            count: 3,
            over: 0,
        })
    };
    assert_eq!(import(&mut desk, file.clone()), several(0));
    assert_eq!(
        import(&mut desk, file.clone()),
        several(3),
        "two files at once keep apart"
    );
    let mut other = Desk::default();
    for number in 0..3 {
        let Ok(Done::Opened(parcel)) = desk.work(Task::Take(number)) else {
            panic!("{number} does not come");
        };
        assert_eq!(parcel.input.text, TEXT);
        let given = parcel.given.unwrap();
        assert_eq!(given.quotations == reading().quotations, number != 1);
        shelve(&mut other, number, &parcel.name, given);
    }
    assert_eq!(all(&mut other), file);
    assert_eq!(
        desk.work(Task::Take(0)),
        Err(Trouble::NoArticle),
        "it is handed over once"
    );
    for number in 3..6 {
        assert!(desk.work(Task::Take(number)).is_ok());
    }
    assert_eq!(import(&mut desk, file.clone()), several(0), "nothing is kept");

    let later = file.replacen("\"lectern\": 1", "\"lectern\": 2", 1);
    assert_eq!(import(&mut desk, later), Err(Trouble::Version));
    let none = all(&mut Desk::default());
    assert_eq!(import(&mut desk, none), Err(Trouble::NoArticle));
    assert_eq!(
        import(&mut desk, file[..file.len() / 2].to_owned()),
        Err(Trouble::NoArticle)
    );
    // a single article in a list is one article
    desk.work(Task::Unshelve(1)).unwrap();
    let one = all(&mut desk);
    assert!(matches!(import(&mut desk, one), Ok(Done::Opened(_))));
    // and more than anybody opens are counted
    let article = all(&mut desk);
    let article = article
        .split_once("[\n")
        .unwrap()
        .1
        .rsplit_once("\n],")
        .unwrap()
        .0
        .to_owned();
    let many = format!(
        "{{\"lectern\": 1, \"articles\": [{}]}}",
        vec![article.as_str(); 1_002].join(",")
    );
    let Ok(Done::Several { count, over, .. }) = import(&mut desk, many) else {
        panic!("they do not come");
    };
    assert_eq!((count, over), (1_000, 2));
}

#[test]
fn two_readings_are_laid_side_by_side() {
    let machine = Corrected::from(lectern_core::read(&TEXT.into(), &Overrides::default()));
    let done = work(Task::Compare(Box::new(machine), Box::new(reading())));
    let Ok(Done::Compared(Some(agreement))) = done else {
        panic!("{done:?}")
    };
    assert_eq!(
        agreement.quotations.first,
        agreement.quotations.second + 1,
        "one was taken out"
    );
    assert_eq!(agreement.alone.len(), 1);
}

#[test]
fn what_goes_out_comes_back_with_what_a_person_put_right() {
    let reading = reading();
    for format in [Format::Json, Format::Html, Format::Annotations] {
        let parcel = import("", &export(format, None).0, None).unwrap();
        assert_eq!(parcel.input.text, TEXT, "{format:?}");
        assert_eq!(parcel.given, Some(reading.clone()), "{format:?}");
    }
    let (annotations, text) = export(Format::Brat, None);
    let given = import("wells.ann", &annotations, text.as_deref())
        .unwrap()
        .given
        .unwrap();
    assert_eq!(given.quotations[0].by, reading.quotations[0].by);
    assert_eq!(given.article.quotations.len(), reading.article.quotations.len());
}

#[test]
fn only_the_marks_that_are_asked_for_go() {
    let marks = Marks {
        quotations: Vec::new(),
        proposals: vec![0],
    };
    let (table, copied) = export(Format::Csv, Some(marks));
    assert_eq!(table.lines().count(), 2, "{table}");
    assert!(copied.unwrap().starts_with("article\tmark\t"));
}

#[test]
fn a_bad_file_is_told_what_is_wrong_with_it() {
    for (name, text, trouble) in [
        ("a.json", "{}", Trouble::NoArticle),
        ("a.json", "{\"lectern\": ", Trouble::NoArticle),
        ("", "Some text", Trouble::NoArticle),
        ("a.ann", "T1\tQuotation 0 4\tOnce", Trouble::NoText),
    ] {
        assert_eq!(import(name, text, None), Err(trouble), "{name}: {text}");
    }
    assert_eq!(
        import("a.ann", "T1\tQuotation x\t", Some(TEXT)),
        Err(Trouble::Line(1))
    );
    let later = export(Format::Json, None)
        .0
        .replace("\"lectern\": 1", "\"lectern\": 2");
    assert_eq!(import("", &later, None), Err(Trouble::Version));
}

#[test]
fn messages_go_as_bytes() {
    let request = Request {
        number: 7,
        task: Task::Unpack("AAAA".to_owned()),
    };
    assert_eq!(
        Request::from_bytes(&request.to_bytes().unwrap()).unwrap(),
        request
    );
    let reply = Reply {
        number: 7,
        done: work(request.task),
    };
    assert_eq!(reply.done, Err(Trouble::Damaged));
    assert_eq!(Reply::from_bytes(&reply.to_bytes().unwrap()).unwrap(), reply);
    assert!(Reply::from_bytes(&[]).is_err());
}
