//! SHA-1 (RFC 3174), by which git names what a file holds. Never a proof of anything.

/// The digest of `bytes` as forty hexadecimal digits.
pub(super) fn sha1(bytes: &[u8]) -> String {
    let mut state = [
        0x6745_2301_u32,
        0xefcd_ab89,
        0x98ba_dcfe,
        0x1032_5476,
        0xc3d2_e1f0,
    ];
    let mut blocks = bytes.chunks_exact(64);
    for block in blocks.by_ref() {
        mix(&mut state, block);
    }
    let mut rest = blocks.remainder().to_vec();
    rest.push(0x80);
    while rest.len() % 64 != 56 {
        rest.push(0);
    }
    rest.extend((bytes.len() as u64).wrapping_mul(8).to_be_bytes());
    for block in rest.chunks_exact(64) {
        mix(&mut state, block);
    }
    state.iter().map(|word| format!("{word:08x}")).collect()
}

fn mix(state: &mut [u32; 5], block: &[u8]) {
    let mut words: Vec<u32> = block
        .chunks_exact(4)
        .map(|four| {
            four.iter()
                .fold(0, |word, byte| (word << 8) | u32::from(*byte))
        })
        .collect();
    let [mut a, mut b, mut c, mut d, mut e] = *state;
    for round in 0..80_usize {
        let word = |back: usize| {
            let at = round.checked_sub(back);
            at.and_then(|at| words.get(at)).copied().unwrap_or(0)
        };
        if round >= 16 {
            let next = (word(3) ^ word(8) ^ word(14) ^ word(16)).rotate_left(1);
            words.push(next);
        }
        let (chosen, constant) = match round {
            0..20 => ((b & c) | (!b & d), 0x5a82_7999_u32),
            20..40 => (b ^ c ^ d, 0x6ed9_eba1),
            40..60 => ((b & c) | (b & d) | (c & d), 0x8f1b_bcdc),
            _ => (b ^ c ^ d, 0xca62_c1d6),
        };
        let next = a
            .rotate_left(5)
            .wrapping_add(chosen)
            .wrapping_add(e)
            .wrapping_add(constant)
            .wrapping_add(words.get(round).copied().unwrap_or(0));
        (e, d, c, b, a) = (d, c, b.rotate_left(30), a, next);
    }
    for (held, mixed) in state.iter_mut().zip([a, b, c, d, e]) {
        *held = held.wrapping_add(mixed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digests_are_those_of_the_standard() {
        for (text, digest) in [
            ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
            ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "84983e441c3bd26ebaae4aa1f95129e5e54670f1",
            ),
        ] {
            assert_eq!(sha1(text.as_bytes()), digest, "{text:?}");
        }
        let million = vec![b'a'; 1_000_000];
        assert_eq!(sha1(&million), "34aa973cd4c4daa4f61eeb2bdbad27316534016f");
    }
}
