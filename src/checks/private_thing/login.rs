//! The password of a login that is given to curl: `curl -u user:password …`.

use std::ops::Range;

use super::scanning::{begins, run_after, run_before};
use super::secret::is_stand_in;

/// The options that a user and a password stand behind.
const OPTIONS: &[&str] = &[" -u ", " --user "];

/// How far before its option the command is looked for.
const REACH: usize = 400;

/// The password that begins behind the colon at `at`, where a user and curl stand before it. `-u`
/// alone is an option of many programs: `docker run -u 1000:1000`.
pub(super) fn password(text: &str, at: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let is_user = |byte: u8| byte.is_ascii_alphanumeric() || b"._%+-@".contains(&byte);
    let is_quote = |byte: u8| byte == b'"' || byte == b'\'';
    let user = run_before(bytes, at, 64, is_user);
    let quote = run_before(bytes, at - user, 1, is_quote);
    let before = text.get(..at - user - quote)?;
    let option = OPTIONS.iter().find(|option| before.ends_with(**option))?;
    if user == 0 || !is_of_curl(text, before.len() - option.len()) {
        return None;
    }
    let opening = bytes.get(at - user - quote).filter(|_| quote > 0);
    let is_of = |byte: u8| match opening {
        Some(opening) => byte != *opening && byte >= b' ',
        None => byte > b' ' && !b"\"'`<>".contains(&byte),
    };
    let length = run_after(bytes, at + 1, is_of);
    let value = text.get(at + 1..at + 1 + length)?;
    let value = match opening {
        Some(opening) => Some(value).filter(|_| bytes.get(at + 1 + length) == Some(opening))?,
        None => value.trim_end_matches([')', ',', '.', ';']),
    };
    (!value.is_empty() && !is_stand_in(value)).then(|| at + 1..at + 1 + value.len())
}

/// Whether what stands at `end` belongs to a call of curl: on the same line, or on one before it
/// that a backslash goes on.
fn is_of_curl(text: &str, end: usize) -> bool {
    const COMMAND: &str = "curl";
    let bytes = text.as_bytes();
    let is_inside = |byte: u8| byte != b'|' && byte != b';';
    let length = run_before(bytes, end, REACH, is_inside);
    let call = bytes.get(end - length..end).unwrap_or_default();
    let line = call.iter().enumerate().rev().find_map(|(index, byte)| {
        let goes_on = index > 0 && call.get(index - 1) == Some(&b'\\');
        (*byte == b'\n' && !goes_on).then_some(index + 1)
    });
    let start = end - length + line.unwrap_or(0);
    let mut calls = call.windows(COMMAND.len()).enumerate();
    calls.any(|(index, word)| {
        let at = end - length + index;
        let is_whole = bytes
            .get(at + COMMAND.len())
            .is_none_or(|byte| *byte <= b' ');
        at >= start && word == COMMAND.as_bytes() && begins(bytes, at) && is_whole
    })
}

#[cfg(test)]
mod tests {
    use super::super::secret::secrets;

    #[test]
    fn the_password_of_a_login_is_told_from_other_options() {
        for (text, found) in [
            (
                "curl -u ana:x7Yt2KqLm9 https://api.tidewater.test",
                vec!["x7Yt2KqLm9"],
            ),
            ("`curl -s https://x?a=1&b=2 -u ana@corp.com:pw`", vec!["pw"]),
            ("curl --user 'ana:a b' x", vec!["a b"]),
            ("ran curl -u \"ana:tr0ub,4.\" x", vec!["tr0ub,4."]),
            ("(curl -X POST -u ana:pw1)", vec!["pw1"]),
            ("curl https://x \\\n  -u ana:pw1", vec!["pw1"]),
            (
                "curl -u ana:$PASSWORD x, curl -u ana: x, curl -u ana x:y",
                vec![],
            ),
            ("curl -u ana:[secret 1] x", vec![]),
            ("docker run -u 1000:1000 x", vec![]),
            ("curl x | docker run -u 1000:1001 x", vec![]),
            ("curl x\nchown -u 1000:1001 x", vec![]),
            ("libcurl -u a:b, curl-config -u a:b, curl -k a:b", vec![]),
        ] {
            let spans = secrets(text).into_iter();
            let passwords: Vec<&str> = spans.map(|span| text.get(span).unwrap()).collect();
            assert_eq!(passwords, found, "{text}");
        }
    }
}
