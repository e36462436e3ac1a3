//! Tables as bytes: small whole numbers, most of them zero.
//!
//! Layout: weights a slot (1 byte), binary logarithm of the slots (1 byte), count of weights that are not zero (4 bytes,
//! little end first), the gaps between them (a byte each, 255 meaning "255 and more to come"), their values (a byte each).

use crate::model::chain::Table;

/// Tables larger than this are no model of ours: a broken file must not ask for all memory.
const MOST_SLOTS_LOG2: u8 = 22;

/// Appends `table` to `bytes`.
pub(crate) fn write(table: &Table, bytes: &mut Vec<u8>) {
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

/// Takes a table of `width` weights a slot from the front of `rest`; none when it is not whole.
pub(crate) fn read(rest: &mut &[u8], width: usize) -> Option<Table> {
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

/// Takes `count` bytes from the front of `rest`.
pub(crate) fn take<'a>(rest: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, left) = rest.split_at_checked(count)?;
    *rest = left;
    Some(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_of_zero_is_none_that_was_written() {
        let mut weights = vec![0; 1024];
        weights[7] = 5;
        let table = Table {
            weights,
            width: 1,
            mask: 1023,
        };
        let mut bytes = Vec::new();
        write(&table, &mut bytes);
        assert_eq!(read(&mut &bytes[..], 1), Some(table));
        if let Some(value) = bytes.last_mut() {
            *value = 0;
        }
        assert_eq!(read(&mut &bytes[..], 1), None);
    }
}
