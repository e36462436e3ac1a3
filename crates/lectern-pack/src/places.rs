//! Takes out of a program where in its source each panic would say that it happened: nobody reads that on a page, the paths
//! are those of the machine that built it, and it is some hundredths of all bytes.

use std::collections::BTreeSet;
use std::ops::Range;

use anyhow::{Context, Result};
use wasmparser::{DataKind, Operator, Parser, Payload};

/// A place as compiled Rust keeps it: where its path stands in memory, and how long that is; line and column. In bytes.
const PLACE: usize = 16;

/// Longer paths, later lines and columns are none.
const LONGEST: (u32, u32, u32) = (300, 100_000, 1_000);

/// A stretch of memory as it is when the program starts.
struct Segment {
    /// Where it begins in memory.
    address: u32,
    /// Where it stands in the file.
    range: Range<usize>,
}

/// The same program with empty paths, and the first line and column for all places.
///
/// # Errors
/// When the bytes are no module, or one whose data is not put at fixed addresses.
pub(crate) fn without_places(mut wasm: Vec<u8>) -> Result<Vec<u8>> {
    let segments = segments(&wasm)?;
    let mut paths = BTreeSet::new();
    for segment in &segments {
        let first = segment.range.start + (segment.address.wrapping_neg() % 4) as usize;
        for at in (first..segment.range.end.saturating_sub(PLACE - 1)).step_by(4) {
            let Some(path) = path_of(&wasm, at, &segments) else {
                continue;
            };
            paths.insert((path.start, path.end));
            for number in [at + 8, at + 12] {
                wasm[number..number + 4].copy_from_slice(&1_u32.to_le_bytes());
            }
        }
    }
    for (start, end) in paths {
        wasm[start..end].fill(b' ');
    }
    Ok(wasm)
}

fn segments(wasm: &[u8]) -> Result<Vec<Segment>> {
    let mut segments = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::DataSection(all) = payload? else {
            continue;
        };
        for data in all {
            let data = data?;
            let DataKind::Active { offset_expr, .. } = data.kind else {
                continue;
            };
            let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
                continue;
            };
            let end = usize::try_from(data.range.end)?;
            segments.push(Segment {
                address: u32::try_from(value).context("data before the memory")?,
                range: end - data.data.len()..end,
            });
        }
    }
    Ok(segments)
}

/// Where in the file the path stands whose place is at `at`, if there is one: only a place has a path to Rust
/// code, as long as it says, and a line and a column behind it.
fn path_of(wasm: &[u8], at: usize, segments: &[Segment]) -> Option<Range<usize>> {
    let number = |field: usize| {
        let bytes = wasm.get(at + 4 * field..at + 4 * field + 4)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?))
    };
    let (address, length, line, column) = (number(0)?, number(1)?, number(2)?, number(3)?);
    let (longest, last, widest) = LONGEST;
    if length > longest || !(1..last).contains(&line) || !(1..widest).contains(&column) {
        return None;
    }
    let segment = segments.iter().find(|segment| {
        let end = segment.address as usize + segment.range.len();
        segment.address <= address && address as usize + length as usize <= end
    })?;
    let start = segment.range.start + (address - segment.address) as usize;
    let path = start..start + length as usize;
    let is_path = |byte: &u8| byte.is_ascii_graphic();
    let text = &wasm[path.clone()];
    (text.ends_with(b".rs") && text.iter().all(is_path)).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with this data at address 1024.
    fn module(data: &[u8]) -> Vec<u8> {
        let escaped: String = data.iter().map(|byte| format!("\\{byte:02x}")).collect();
        let text = format!("(module (memory 1) (data (i32.const 1024) \"{escaped}\"))");
        wat::parse_str(text).expect("it is a module")
    }

    /// `src/ferry.rs`, then four numbers.
    fn data(numbers: [u32; 4]) -> Vec<u8> {
        let mut data = b"src/ferry.rs".to_vec();
        data.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
        data
    }

    #[test]
    fn places_and_their_paths_go() {
        let bare = without_places(module(&data([1024, 12, 77, 9]))).expect("it is a module");
        let mut empty = data([1024, 12, 1, 1]);
        empty[..12].fill(b' ');
        assert_eq!(bare, module(&empty));
    }

    #[test]
    fn what_only_looks_like_one_stays() {
        for numbers in [
            [1024, 12, 0, 9],
            [1024, 11, 77, 9],
            [1024, 12, 77, 4096],
            [1025, 200, 77, 9],
            [9, 12, 77, 9],
        ] {
            let module = module(&data(numbers));
            assert_eq!(without_places(module.clone()).expect("it is a module"), module);
        }
    }
}
