//! The model file: `LECTERN1`, then each table (see `tables`), then the numbers of [`Thresholds`], 4 bytes each.

use crate::attribution::passes::{arguments, cues};
use crate::attribution::{LinkerWeights, Thresholds};
use crate::model::chain::Weights;
use crate::model::{ModelError, tables};

const MAGIC: &[u8] = b"LECTERN1";

/// All that is trained.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Model {
    /// First pass.
    pub cues: Weights,
    /// Second and third pass.
    pub linker: LinkerWeights,
}

impl Model {
    /// As a file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        let linker = &self.linker;
        let tables = [
            &self.cues.inside,
            &self.cues.edge,
            &linker.arguments.inside,
            &linker.arguments.edge,
            &linker.choice,
        ];
        for table in tables {
            tables::write(table, &mut bytes);
        }
        let Thresholds {
            source,
            keep,
            nested,
            sure,
        } = linker.thresholds;
        for number in [source, keep, nested, sure] {
            bytes.extend(number.to_le_bytes());
        }
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
        let mut table = |width| tables::read(&mut rest, width);
        let cues = Weights {
            inside: table(cues::LABELS)?,
            edge: table(2 * cues::LABELS)?,
        };
        let arguments = Weights {
            inside: table(arguments::LABELS)?,
            edge: table(2 * arguments::LABELS)?,
        };
        let choice = table(1)?;
        let mut number =
            || -> Option<i32> { Some(i32::from_le_bytes(*tables::take(&mut rest, 4)?.first_chunk()?)) };
        let thresholds = Thresholds {
            source: number()?,
            keep: number()?,
            nested: number()?,
            sure: number()?,
        };
        rest.is_empty().then_some(Model {
            cues,
            linker: LinkerWeights {
                arguments,
                choice,
                thresholds,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::chain::Table;

    fn table(width: usize, weights: &[(usize, i8)]) -> Table {
        let mut table = Table {
            weights: vec![0; 1024 * width],
            width,
            mask: 1023,
        };
        for &(at, weight) in weights {
            table.weights[at] = weight;
        }
        table
    }

    #[test]
    fn a_file_gives_back_what_was_written() {
        let model = Model {
            cues: Weights {
                inside: table(1, &[(0, 1), (254, -7), (1023, 127)]),
                edge: table(2, &[(600, -127)]),
            },
            linker: LinkerWeights {
                arguments: Weights {
                    inside: table(2, &[]),
                    edge: table(4, &[(255, 3), (511, 4)]),
                },
                choice: table(1, &[(2, 2)]),
                thresholds: Thresholds {
                    source: 1,
                    keep: -2,
                    nested: 3,
                    sure: 4,
                },
            },
        };
        let bytes = model.to_bytes();
        assert_eq!(Model::from_bytes(&bytes), Ok(model));
        for end in 0..bytes.len() {
            assert!(Model::from_bytes(&bytes[..end]).is_err(), "cut at {end}");
        }
        assert_eq!(Model::from_bytes(b"LECTERN0"), Err(ModelError::OtherVersion));
    }
}
