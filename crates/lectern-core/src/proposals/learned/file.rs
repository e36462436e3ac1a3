//! The model file: `LECTERNP`, then each table (see `tables`), then the least score, 4 bytes.

use crate::model::chain::{Table, Weights};
use crate::model::{ModelError, tables};
pub use crate::proposals::learned::features::LABELS;
use std::sync::LazyLock;

const MAGIC: &[u8] = b"LECTERNP";

/// Kinds of proposal.
pub const KINDS: usize = 4;

/// All that is trained.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Model {
    /// How tokens and gaps speak for a proposal.
    pub span: Weights,
    /// How the gap where one begins speaks for each kind.
    pub kind: Table,
    /// A proposal is kept from this score on.
    pub keep: i32,
}

impl Model {
    /// As a file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        for table in [&self.span.inside, &self.span.edge, &self.kind] {
            tables::write(table, &mut bytes);
        }
        bytes.extend(self.keep.to_le_bytes());
        bytes
    }

    /// Reads a file.
    ///
    /// # Errors
    /// When it is of another version, or not whole.
    pub fn from_bytes(bytes: &[u8]) -> Result<Model, ModelError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(ModelError::OtherVersion)?;
        Model::read(rest).ok_or(ModelError::Damaged)
    }

    fn read(mut rest: &[u8]) -> Option<Model> {
        let span = Weights {
            inside: tables::read(&mut rest, LABELS)?,
            edge: tables::read(&mut rest, 2 * LABELS)?,
        };
        let kind = tables::read(&mut rest, KINDS)?;
        let keep = i32::from_le_bytes(*tables::take(&mut rest, 4)?.first_chunk()?);
        rest.is_empty().then_some(Model { span, kind, keep })
    }
}

/// The bytes of the model file that ships with the core.
pub const MODEL_FILE: &[u8] = include_bytes!("../../../model/proposals.bin");

/// The model that ships with the core, or why its file is none.
pub(crate) fn embedded() -> Result<&'static Model, ModelError> {
    static MODEL: LazyLock<Result<Model, ModelError>> = LazyLock::new(|| Model::from_bytes(MODEL_FILE));
    MODEL.as_ref().map_err(|error| *error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_model_is_whole() {
        assert_eq!(embedded().err(), None);
    }

    #[test]
    fn a_file_gives_back_what_was_written() {
        let table = |width: usize| Table {
            weights: [vec![0; 1023 * width], vec![-7; width]].concat(),
            width,
            mask: 1023,
        };
        let model = Model {
            span: Weights {
                inside: table(LABELS),
                edge: table(2 * LABELS),
            },
            kind: table(KINDS),
            keep: -3,
        };
        let bytes = model.to_bytes();
        assert_eq!(Model::from_bytes(&bytes), Ok(model));
        for end in 0..bytes.len() {
            assert!(Model::from_bytes(&bytes[..end]).is_err(), "cut at {end}");
        }
    }
}
