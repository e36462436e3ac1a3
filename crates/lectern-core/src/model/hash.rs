//! Hashes for features: the same on every machine.

/// Joins `b` to the hash `a`.
#[inline]
pub(crate) fn mix(a: u32, b: u32) -> u32 {
    let joined = (u64::from(a) << 32) | u64::from(b);
    let mixed = (joined ^ (joined >> 31)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 32) as u32 ^ mixed as u32
}

/// The features that `values` are, each a number of its own by its place, counted from `first`: a model that was
/// trained knows them by that.
#[inline]
pub(crate) fn numbered<const N: usize>(first: u32, mut values: [u32; N]) -> [u32; N] {
    for (template, value) in (first..).zip(&mut values) {
        *value = mix(template, *value);
    }
    values
}

/// Hash of a word (FNV-1a).
pub(crate) fn hash_text(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
