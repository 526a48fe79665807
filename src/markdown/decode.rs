//! Bytes to text: UTF-8 and UTF-16, with or without a byte order mark.

/// Bytes that are no text that anyone wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotText {
    /// The offset of the first byte that is part of no character.
    pub at: usize,
}

/// The text that the bytes of a file stand for, without a byte order mark.
///
/// # Errors
///
/// [`NotText`] for bytes that are neither UTF-8 nor UTF-16, and for those that hold a NUL
/// character, which pictures and archives have and texts do not.
pub fn decode(bytes: &[u8]) -> Result<String, NotText> {
    if let Some(is_little) = utf16(bytes) {
        return decode_utf16(bytes, is_little);
    }
    let rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let skipped = bytes.len() - rest.len();
    let text = std::str::from_utf8(rest).map_err(|error| NotText {
        at: skipped + error.valid_up_to(),
    })?;
    match text.find('\0') {
        Some(at) => Err(NotText { at: skipped + at }),
        None => Ok(text.to_owned()),
    }
}

/// Whether bytes are UTF-16, and then whether the low byte comes first: by the byte order mark, or
/// by the zeros that each Latin letter has on one side.
fn utf16(bytes: &[u8]) -> Option<bool> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some(true),
        [0xFE, 0xFF, ..] => return Some(false),
        _ => {}
    }
    const LOOKED_AT: usize = 64;
    let start = bytes
        .get(..LOOKED_AT.min(bytes.len() & !1))
        .unwrap_or(bytes);
    let zeros = |offset: usize| {
        start
            .iter()
            .skip(offset)
            .step_by(2)
            .filter(|byte| **byte == 0)
    };
    let (even, odd) = (zeros(0).count(), zeros(1).count());
    let half = start.len() / 2;
    let is_most = |zeros: usize| half > 1 && zeros * 4 >= half * 3;
    match (is_most(even), is_most(odd)) {
        (false, true) => Some(true),
        (true, false) => Some(false),
        _ => None,
    }
}

fn decode_utf16(bytes: &[u8], is_little: bool) -> Result<String, NotText> {
    let has_mark = matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]);
    let skipped = if has_mark { 2 } else { 0 };
    let rest = bytes.get(skipped..).unwrap_or_default();
    let units = rest.chunks(2).map(|pair| match *pair {
        [a, b] if is_little => u16::from_le_bytes([a, b]),
        [a, b] => u16::from_be_bytes([a, b]),
        // Half a character at the end is none: half of a pair is no character either.
        _ => 0xD800,
    });
    let mut text = String::new();
    let mut at = skipped;
    for char in char::decode_utf16(units) {
        match char {
            Ok('\0') | Err(_) => return Err(NotText { at }),
            Ok(char) => {
                text.push(char);
                at += char.len_utf16() * 2;
            }
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16_bytes(text: &str, is_little: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| {
                if is_little {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                }
            })
            .collect()
    }

    #[test]
    fn every_usual_encoding_gives_the_same_text() {
        let text = "# Zażółć 🦆\n\nAt 10:00 — gone\n";
        let marked = format!("\u{feff}{text}");
        for bytes in [
            text.as_bytes().to_vec(),
            marked.as_bytes().to_vec(),
            utf16_bytes(&marked, true),
            utf16_bytes(&marked, false),
            utf16_bytes(text, true),
            utf16_bytes(text, false),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Ok(text));
        }
        assert_eq!(decode(b"").as_deref(), Ok(""));
    }

    #[test]
    fn bytes_of_pictures_and_archives_are_refused_with_their_place() {
        for (bytes, at) in [
            (&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], 0),
            (b"PK\x03\x04\x14\0\0\0\x08\0", 5),
            (b"text \xFF\xFF", 5),
            (b"\xFF\xFEa\0b", 4),
            (b"a\0b", 1),
        ] {
            assert_eq!(decode(bytes), Err(NotText { at }), "{bytes:?}");
        }
    }
}
