//! Many articles in one table: who speaks across them, what is found, and the whole as one file.
#![allow(clippy::unwrap_used, reason = "a panic is a test's report")]

use expect_test::expect;
use lectern_core::Overrides;
use lectern_core::article::ProposalKind;
use lectern_formats::collection::{Collection, Kind, Query, What, Whole};
use lectern_formats::export::Format;
use lectern_formats::import;
use lectern_formats::json::Document;

const WELLS: &str =
    "Mayor Calls for Wells\n\nMayor Ada Lund said the wells should be opened. \"They are ours,\" she said.";
const PUMPS: &str = "Farmers Want Pumps\n\nBo Berg, a farmer, called for new pumps. \"We need them now,\" said Berg. \
                     \"It’s too late for wells,\" said Ada Lund, the mayor.";

fn collection() -> Collection {
    let mut all = Collection::default();
    for (place, (name, text)) in [("wells.txt", WELLS), ("pumps.txt", PUMPS)]
        .into_iter()
        .enumerate()
    {
        let article = lectern_core::read(&text.into(), &Overrides::default());
        all.put(place as u32, Document::new(name, &article));
    }
    all
}

/// What a query finds, a line each.
fn found(all: &Collection, query: &Query) -> Vec<String> {
    let part = all.look(query, 0, 100);
    assert_eq!(part.found as usize, part.rows.len() + part.voices.len());
    let voices = part.voices.iter().map(|voice| {
        let in_each = voice
            .articles
            .iter()
            .map(|share| format!("{}: {} {}", share.article, share.quotations, share.proposals));
        format!("{} ({})", voice.name, in_each.collect::<Vec<_>>().join(", "))
    });
    let rows = part
        .rows
        .iter()
        .map(|row| format!("{} {}: {}", row.article, row.speaker, row.words));
    voices.chain(rows).collect()
}

fn marks(words: &str) -> Query {
    Query {
        what: What::Marks,
        words: words.to_owned(),
        ..Query::default()
    }
}

#[test]
fn a_speaker_of_several_articles_is_one_row() {
    let all = collection();
    expect![[r#"
        [
            "Ada Lund (0: 3 2, 1: 1 0)",
            "Bo Berg (1: 2 1)",
            "Farmers (1: 1 1)",
        ]
    "#]]
    .assert_debug_eq(&found(&all, &Query::default()));
    let role = Query {
        words: "FARMER berg".to_owned(),
        ..Query::default()
    };
    assert_eq!(found(&all, &role).len(), 1);
    let second = Query {
        article: Some(1),
        speaker: "ada  LUND".to_owned(),
        ..Query::default()
    };
    assert_eq!(found(&all, &second), ["Ada Lund (1: 1 0)"]);
}

#[test]
fn marks_are_found_by_words_kind_speaker_and_article() {
    let all = collection();
    let every = found(&all, &marks("")).len();
    assert_eq!(found(&all, &marks("late \"it's")).len(), 1);
    assert_eq!(found(&all, &marks("nowhere")), [""; 0]);
    let calls = Query {
        what: What::Only(Kind::Proposal(ProposalKind::Call)),
        ..Query::default()
    };
    assert!(found(&all, &calls).iter().any(|row| row.starts_with("1 Bo Berg")));
    let sorts = [What::Quotations, What::Proposals].map(|what| Query {
        what,
        ..Query::default()
    });
    assert_eq!(
        sorts.map(|query| found(&all, &query).len()).iter().sum::<usize>(),
        every
    );
    let berg = Query {
        speaker: "Bo Berg".to_owned(),
        ..marks("")
    };
    assert!(found(&all, &berg).iter().all(|row| row.starts_with("1 Bo Berg")));
    // only what is in sight is sent
    let part = all.look(&marks(""), 1, 2);
    assert_eq!((part.rows.len(), part.found as usize), (2, every));
    assert_eq!(all.look(&marks(""), every + 5, 2).rows, []);
}

#[test]
fn an_article_in_the_place_of_another_takes_it_and_what_is_behind_can_be_cut() {
    let mut all = collection();
    let wells = lectern_core::read(&WELLS.into(), &Overrides::default());
    all.put(1, Document::new("again.txt", &wells));
    assert_eq!(found(&all, &Query::default()), ["Ada Lund (0: 3 2, 1: 3 2)"]);
    all.cut(1);
    assert_eq!(all.look(&Query::default(), 0, 9).articles, 1);
}

#[test]
fn the_whole_is_one_table_and_one_json_and_the_pieces_are_the_whole() {
    let all = collection();
    let csv = all.write(&Whole::Table(marks("")));
    assert_eq!(csv.matches("article,mark").count(), 1);
    assert_eq!(csv.matches('\u{feff}').count(), 1);
    for article in ["wells.txt,quotation,Q1", "pumps.txt,proposal,P1"] {
        assert!(csv.contains(article), "{csv}");
    }
    let narrowed = all.write(&Whole::Table(marks("pumps")));
    assert!(
        narrowed.lines().count() > 1 && !narrowed.contains("wells.txt"),
        "{narrowed}"
    );

    let json = all.write(&Whole::Json);
    let whole: serde_json::Value = serde_json::from_str(&json).unwrap();
    let articles = whole["articles"].as_array().unwrap();
    for (article, name) in articles.iter().zip(["wells.txt", "pumps.txt"]) {
        let document = import::json(&article.to_string()).unwrap();
        assert_eq!(document.article, name);
    }
    assert_eq!(whole["speakers"][0]["name"], "Ada Lund");
    assert_eq!(whole["speakers"][0]["articles"][1]["article"], 1);
    let empty: serde_json::Value = serde_json::from_str(&Collection::default().write(&Whole::Json)).unwrap();
    assert_eq!(empty["articles"].as_array().map(Vec::len), Some(0));
}

#[test]
fn one_article_is_the_same_table_as_by_itself() {
    let article = lectern_core::read(&PUMPS.into(), &Overrides::default());
    let document = Document::new("pumps.txt", &article);
    let mut all = Collection::default();
    all.put(0, document.clone());
    assert_eq!(all.write(&Whole::Table(marks(""))), Format::Csv.write(&document));
}
