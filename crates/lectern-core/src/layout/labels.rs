//! Lines of `label:value`, as sites write them between headline and story.

use crate::lexicon::List;
use crate::text::fold::{fold_char, is_han};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;
use std::sync::LazyLock;

/// What a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Published,
    Updated,
    Outlet,
    Authors,
    /// Stands for the author where none is named.
    Editors,
    Title,
    Url,
    /// A trail of sections.
    Trail,
    /// A known label whose value is no detail.
    Ignored,
}

/// A label with its value, trimmed; places are bytes of the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) label: Label,
    pub(super) start: usize,
    pub(super) value: Range<usize>,
}

/// Lines longer than this are prose, not labels.
const LONGEST_LINE: usize = 600;
/// No label is longer, in characters.
const LONGEST_LABEL: usize = 20;

struct Lists {
    labels: FxHashMap<String, Label>,
    unknown: FxHashSet<String>,
}

fn lists() -> &'static Lists {
    static LISTS: LazyLock<Lists> = LazyLock::new(|| parse(List::Labels));
    &LISTS
}

fn parse(list: List) -> Lists {
    let mut lists = Lists {
        labels: FxHashMap::default(),
        unknown: FxHashSet::default(),
    };
    for (head, forms) in list.classes() {
        for form in forms.split('|').map(|form| form.trim().to_owned()) {
            match label_named(head) {
                Some(label) => drop(lists.labels.insert(form, label)),
                None => drop(lists.unknown.insert(form)),
            }
        }
    }
    lists
}

fn label_named(name: &str) -> Option<Label> {
    Some(match name {
        "published" => Label::Published,
        "updated" => Label::Updated,
        "outlet" => Label::Outlet,
        "authors" => Label::Authors,
        "editors" => Label::Editors,
        "title" => Label::Title,
        "url" => Label::Url,
        "trail" => Label::Trail,
        "ignored" => Label::Ignored,
        _ => return None,
    })
}

/// Whether a value says that nothing is known.
pub(super) fn says_nothing(value: &str) -> bool {
    let folded: String = value.chars().filter_map(fold_char).collect();
    folded.trim().is_empty() || lists().unknown.contains(folded.trim())
}

/// The fields of a line, in order; none when the line has no known label.
pub(super) fn fields(line: &str) -> Vec<Field> {
    if line.len() > LONGEST_LINE {
        return Vec::new();
    }
    let mut out: Vec<Field> = Vec::new();
    for (colon, c) in line.char_indices().filter(|(_, c)| matches!(c, ':' | '：')) {
        let Some((start, label)) = label_before(line, colon) else {
            continue;
        };
        if let Some(last) = out.last_mut() {
            last.value.end = last.value.end.min(start.max(last.value.start));
        }
        if let Some(label) = label {
            out.push(Field {
                label,
                start,
                value: colon + c.len_utf8()..line.len(),
            });
        }
    }
    for field in &mut out {
        let value = &line[field.value.clone()];
        let value = value.split(['|', '\t', '丨', '┊', '│']).next().unwrap_or("");
        let from = field.value.start + (value.len() - value.trim_start().len());
        field.value = from..from + value.trim().len();
    }
    out
}

/// The label that ends at a colon: where it begins, and which it is (none: a label we do not know, which
/// still ends the value before it).
fn label_before(line: &str, colon: usize) -> Option<(usize, Option<Label>)> {
    let before = line[..colon].trim_end();
    let mut folded = String::new();
    let mut found = None;
    let mut han = 0;
    let mut run = 0;
    for (count, (at, c)) in before.char_indices().rev().take(LONGEST_LABEL).enumerate() {
        let c = fold_char(c).unwrap_or(' ');
        folded.insert(0, c);
        if is_han(c) && han == count {
            han += 1;
            run = at;
        }
        let open = before[..at]
            .chars()
            .next_back()
            .is_none_or(|p| is_han(c) || !p.is_alphanumeric());
        if let Some(label) = lists().labels.get(folded.as_str())
            && open
        {
            found = Some((at, Some(*label)));
        }
    }
    // An unknown Chinese label: a few characters between white space (or a number) and the colon.
    found.or((1..=5).contains(&han).then_some((run, None)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &str) -> String {
        fields(line)
            .iter()
            .map(|f| format!("{:?}={}", f.label, &line[f.value.clone()]))
            .collect::<Vec<_>>()
            .join("; ")
    }

    #[test]
    fn labels_and_values_are_cut_apart() {
        for (line, expected) in [
            (
                "时间:2015-12-17 08:32来源:不知道 作者:ada2 点击:",
                "Published=2015-12-17 08:32; Outlet=不知道; Authors=ada2; Ignored=",
            ),
            (
                "发布时刻：2016-01-02　来历：Bay Courier　责任编辑：李",
                "Published=2016-01-02; Outlet=Bay Courier; Editors=李",
            ),
            (
                "Source: Bay Courier | Author: Ada Lund",
                "Outlet=Bay Courier; Authors=Ada Lund",
            ),
            ("Last updated: 4 May 2019 | 10:15 GMT", "Updated=4 May 2019"),
            ("当前方位: BAY NEWS > 港口英语 >", "Trail=BAY NEWS > 港口英语 >"),
            ("LUND: We said so.", ""),
            ("It ended at 12:30.", ""),
            ("Resource: none", ""),
        ] {
            assert_eq!(shown(line), expected, "{line}");
        }
        assert!(says_nothing("不知道") && says_nothing(" ") && says_nothing("Unknown"));
        assert!(!says_nothing("voa"));
    }
}
