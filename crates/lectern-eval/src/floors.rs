//! The least that each figure may come to, committed beside the figures.

use crate::scores::Scores;
use anyhow::{Context, Result};
use std::collections::BTreeMap;

/// Floors by section and name of the figure.
pub type Floors = BTreeMap<String, BTreeMap<String, f64>>;

/// What is below its floor, or has a floor but no figure: one sentence each.
///
/// # Errors
/// When the floors can't be read.
pub fn missed(floors: &str, scores: &Scores) -> Result<Vec<String>> {
    let floors: Floors =
        toml::from_str(floors).context("the floors are not TOML of sections with numbers")?;
    Ok(below(&floors, &scores.figures()))
}

fn below(floors: &Floors, figures: &[(&str, &str, Option<f64>)]) -> Vec<String> {
    let mut missed = Vec::new();
    for (section, floors) in floors {
        for (name, floor) in floors {
            let figure = figures
                .iter()
                .find(|(of, figure, _)| of == section && figure == name);
            match figure {
                None => missed.push(format!("{section}.{name}: there is no such figure")),
                Some((_, _, None)) => missed.push(format!("{section}.{name}: no case, floor {floor:.3}")),
                Some((_, _, Some(value))) if value < floor => {
                    missed.push(format!("{section}.{name}: {value:.3}, floor {floor:.3}"));
                }
                Some(_) => {}
            }
        }
    }
    missed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_not_reached_is_told() {
        let floors: Floors =
            toml::from_str("[a]\nover = 0.5\nunder = 0.5\nnone = 0.1\nunknown = 0.0").unwrap();
        let figures = [
            ("a", "over", Some(0.5)),
            ("a", "under", Some(0.499)),
            ("a", "none", None),
        ];
        let expected = [
            "a.none: no case, floor 0.100",
            "a.under: 0.499, floor 0.500",
            "a.unknown: there is no such figure",
        ];
        assert_eq!(below(&floors, &figures), expected);
    }
}
