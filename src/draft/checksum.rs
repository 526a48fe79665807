//! The checksum in front of a record: a text that was cut off, mixed or changed is told from the one
//! that was saved, even where it is still JSON.

const HEAD: &str = "{\"checksum\":\"";
const TAIL: &str = "\",";

/// The record of an object in JSON, with the checksum of all that follows it as its first member.
pub(super) fn with_checksum(json: &str) -> String {
    let members = json.strip_prefix('{').unwrap_or(json);
    format!("{HEAD}{:016x}{TAIL}{members}", checksum(members))
}

/// Whether a record is as it was saved. One of before has no checksum, and nothing to say on it.
pub(super) fn is_kept(record: &str) -> bool {
    let Some((sum, members)) = record
        .strip_prefix(HEAD)
        .and_then(|rest| rest.split_once(TAIL))
    else {
        return true;
    };
    u64::from_str_radix(sum, 16) == Ok(checksum(members))
}

/// FNV-1a of 64 bits: against accidents, not against people.
fn checksum(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_published_one() {
        // From the test suite of the FNV hash.
        assert_eq!(checksum(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(checksum("foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn a_record_without_a_checksum_is_left_to_the_reader() {
        assert!(is_kept("{\"schema\":1}"));
        assert!(is_kept(&with_checksum("{\"schema\":1}")));
        assert!(!is_kept(&with_checksum("{\"schema\":1}").replace('1', "2")));
    }
}
