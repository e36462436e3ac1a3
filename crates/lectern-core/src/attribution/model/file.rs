//! The model file: tables of small whole numbers, most of them zero.
//!
//! Layout: `LECTERN1`, then each table: weights a slot (1 byte), binary logarithm of the slots (1 byte), count of
//! weights that are not zero (4 bytes, little end first), the gaps between them (a byte each, 255 meaning
//! "255 and more to come"), their values (a byte each). After the tables: the numbers of [`Thresholds`], 4 bytes each.

use crate::attribution::model::chain::{Table, Weights};
use crate::attribution::passes::{arguments, cues};
use crate::attribution::{LinkerWeights, Thresholds};
use std::{error, fmt};

const MAGIC: &[u8] = b"LECTERN1";

/// Tables larger than this are no model of ours: a broken file must not ask for all memory.
const MOST_SLOTS_LOG2: u8 = 22;

/// All that is trained.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Model {
    /// First pass.
    pub cues: Weights,
    /// Second and third pass.
    pub linker: LinkerWeights,
}

/// Why a file is no model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ModelError {
    /// It does not begin as files of this version do.
    OtherVersion,
    /// It was cut short, or says what no model of ours says.
    Damaged,
}

impl fmt::Display for ModelError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            ModelError::OtherVersion => "no model of this version",
            ModelError::Damaged => "a damaged model",
        })
    }
}

impl error::Error for ModelError {}

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
            write_table(table, &mut bytes);
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
        let mut table = |width| read_table(&mut rest, width);
        let cues = Weights {
            inside: table(cues::LABELS)?,
            edge: table(2 * cues::LABELS)?,
        };
        let arguments = Weights {
            inside: table(arguments::LABELS)?,
            edge: table(2 * arguments::LABELS)?,
        };
        let choice = table(1)?;
        let mut number = || -> Option<i32> { Some(i32::from_le_bytes(*take(&mut rest, 4)?.first_chunk()?)) };
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

fn write_table(table: &Table, bytes: &mut Vec<u8>) {
    bytes.push(table.width as u8);
    bytes.push((table.mask + 1).trailing_zeros() as u8);
    let present = || {
        table
            .weights
            .iter()
            .enumerate()
            .filter(|&(_, &weight)| weight != 0)
    };
    bytes.extend((present().count() as u32).to_le_bytes());
    let mut next = 0;
    for (at, _) in present() {
        let gap = at - next;
        bytes.extend(std::iter::repeat_n(255, gap / 255));
        bytes.push((gap % 255) as u8);
        next = at + 1;
    }
    bytes.extend(present().map(|(_, &weight)| weight as u8));
}

fn read_table(rest: &mut &[u8], width: usize) -> Option<Table> {
    let head = take(rest, 6)?;
    let slots_log2 = head[1];
    if usize::from(head[0]) != width || slots_log2 > MOST_SLOTS_LOG2 {
        return None;
    }
    let count = u32::from_le_bytes(*head[2..].first_chunk()?) as usize;
    let slots = 1usize << slots_log2;
    let mut weights = vec![0i8; slots * width];
    let mut places = Vec::with_capacity(count.min(weights.len()));
    let mut at = 0;
    let mut gaps = rest.iter();
    while places.len() < count {
        let gap = usize::from(*gaps.next()?);
        at += gap;
        if gap < 255 {
            places.push(at);
            at += 1;
        }
    }
    *rest = gaps.as_slice();
    for (place, &value) in places.into_iter().zip(take(rest, count)?) {
        // Weights of zero are left out when a model is written.
        *weights.get_mut(place)? = Some(value as i8).filter(|&weight| weight != 0)?;
    }
    Some(Table {
        weights,
        width,
        mask: slots as u32 - 1,
    })
}

fn take<'a>(rest: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, left) = rest.split_at_checked(count)?;
    *rest = left;
    Some(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn a_weight_of_zero_is_none_that_was_written() {
        let mut bytes = MAGIC.to_vec();
        write_table(&table(1, &[(7, 5)]), &mut bytes);
        let value = bytes.len() - 1;
        let read = |bytes: &[u8]| read_table(&mut &bytes[MAGIC.len()..], 1);
        assert!(read(&bytes).is_some());
        bytes[value] = 0;
        assert_eq!(read(&bytes), None);
    }
}
