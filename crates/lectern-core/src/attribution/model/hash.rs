//! Hashes for features: the same on every machine.

/// Joins `b` to the hash `a`.
#[inline]
pub(in crate::attribution) fn mix(a: u32, b: u32) -> u32 {
    let joined = (u64::from(a) << 32) | u64::from(b);
    let mixed = (joined ^ (joined >> 31)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 32) as u32 ^ mixed as u32
}

/// Hash of a word (FNV-1a).
pub(in crate::attribution) fn hash_text(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
