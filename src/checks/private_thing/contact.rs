//! E-mail addresses and telephone numbers.

use std::ops::Range;

use super::scanning::{before, begins, run_after, run_before};
use crate::checks::lexicon::{Class, class_of};

/// The longest part before the @ that a server takes (RFC 5321).
const LONGEST_LOCAL: usize = 64;

/// The e-mail addresses in a text, but for those that are reserved for examples and name no one.
pub(super) fn emails(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let marks = text.match_indices('@').map(|(at, _)| at);
    marks.filter_map(|at| email(text, bytes, at)).collect()
}

fn email(text: &str, bytes: &[u8], at: usize) -> Option<Range<usize>> {
    let is_local = |byte: u8| byte.is_ascii_alphanumeric() || b"._%+-".contains(&byte);
    let is_domain = |byte: u8| byte.is_ascii_alphanumeric() || b".-".contains(&byte);
    let mut start = at - run_before(bytes, at, LONGEST_LOCAL, is_local);
    while bytes.get(start).is_some_and(|byte| b".-%+".contains(byte)) && start < at {
        start += 1;
    }
    let domain = text.get(at + 1..at + 1 + run_after(bytes, at + 1, is_domain))?;
    let domain = domain.trim_end_matches(['.', '-']);
    let end = at + 1 + domain.len();
    let (host, top) = domain.rsplit_once('.')?;
    let is_top =
        (2..=18).contains(&top.len()) && top.bytes().all(|byte| byte.is_ascii_alphabetic());
    // Pictures for sharp screens, and units of a service manager.
    const OTHERS: &[&str] = &[
        "png", "jpg", "jpeg", "svg", "webp", "gif", "css", "js", "service", "socket", "timer",
        "target", "local",
    ];
    let is_other = OTHERS.iter().any(|other| top.eq_ignore_ascii_case(other));
    // "postgres://user:word@host" and "git@host:path" are no one's mail.
    let is_login = matches!(before(bytes, start), Some(b':' | b'/'))
        && !text
            .get(..start)
            .is_some_and(|before| before.ends_with("mailto:"));
    let is_git = bytes.get(end) == Some(&b':') && text.get(start..at) == Some("git");
    let is_found = start < at
        && !host.is_empty()
        && is_top
        && !is_other
        && !is_login
        && !is_git
        && (!is_reserved(domain) || text.get(start..at).is_some_and(is_personal))
        && text.get(start..at) != Some("git");
    is_found.then_some(start..end)
}

/// Whether the part before the @ is somebody's name: `bob`, `b.smith`. Who writes one with a domain
/// for examples may still mean someone.
fn is_personal(local: &str) -> bool {
    let is_word = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_first_name = |part: &str| class_of(part).meets(Class::NAME);
    let mut parts = local.split(['.', '_', '-']);
    let is_joined = local
        .split_once('.')
        .is_some_and(|(first, last)| is_word(first) && is_word(last));
    is_joined || parts.any(is_first_name)
}

/// Names that are nobody's (RFC 2606), of which `test` is left to those who try things out.
fn is_reserved(domain: &str) -> bool {
    let domain = domain.to_ascii_lowercase();
    let ends = |name: &str| {
        domain == name
            || domain
                .strip_suffix(name)
                .is_some_and(|rest| rest.ends_with('.'))
    };
    [
        "example.com",
        "example.org",
        "example.net",
        "example",
        "invalid",
    ]
    .iter()
    .any(|name| ends(name))
}

/// The telephone numbers in a text: those with a country's prefix, and those of North America with
/// their marks.
pub(super) fn phones(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let length = match bytes.get(at) {
            Some(b'+') => international(bytes, at),
            Some(b'(' | b'0'..=b'9') => american(bytes, at),
            _ => None,
        };
        match length {
            Some(length) => {
                found.push(at..at + length);
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// "+49 30 901820", "+442079460018".
fn international(bytes: &[u8], at: usize) -> Option<usize> {
    const FEWEST: usize = 9;
    const MOST: usize = 15;
    if !begins(bytes, at)
        || matches!(
            before(bytes, at),
            Some(b'+' | b'-' | b')' | b'=' | b'%' | b':')
        )
    {
        return None;
    }
    let (mut digits, mut groups, mut end, mut next) = (0, 0, 0, at + 1);
    while let Some(byte) = bytes.get(next) {
        let run = run_after(bytes, next, |byte| byte.is_ascii_digit());
        if run > 0 {
            digits += run;
            groups += 1;
            next += run;
            end = next;
        } else if b" -()./".contains(byte) && next - end < 2 + usize::from(end == 0) {
            next += 1;
        } else {
            break;
        }
        if digits > MOST {
            return None;
        }
    }
    // A number with many digits in one piece may be an amount: only a whole one is taken.
    let is_long = if groups > 1 {
        digits >= FEWEST
    } else {
        digits >= 11
    };
    let first = bytes.get(at + 1)?;
    let is_bounded = bytes
        .get(end)
        .is_none_or(|byte| !byte.is_ascii_alphanumeric());
    (is_long && matches!(first, b'1'..=b'9') && is_bounded).then(|| end - at)
}

/// "(555) 010-4477", "555-010-4477".
fn american(bytes: &[u8], at: usize) -> Option<usize> {
    const SHAPES: [&[u8]; 3] = [b"(ddd) ddd-dddd", b"ddd-ddd-dddd", b"(ddd)ddd-dddd"];
    let is_joined = |byte: u8| byte.is_ascii_alphanumeric() || b"-_/.#+=".contains(&byte);
    if before(bytes, at).is_some_and(is_joined) {
        return None;
    }
    let fits = |shape: &&&[u8]| {
        let here = bytes.get(at..at + shape.len());
        here.is_some_and(|here| {
            here.iter()
                .zip(shape.iter())
                .all(|(byte, mark)| match mark {
                    b'd' => byte.is_ascii_digit(),
                    mark => byte == mark,
                })
        })
    };
    let length = SHAPES.iter().find(fits)?.len();
    let next = bytes.get(at + length).copied();
    let goes_on = next.is_some_and(|byte| is_joined(byte) && byte != b'.');
    (!goes_on).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, spans: Vec<Range<usize>>) -> Vec<&str> {
        spans
            .into_iter()
            .map(|span| text.get(span).unwrap())
            .collect()
    }

    #[test]
    fn an_email_address_is_told_from_what_only_has_an_at() {
        for (text, found) in [
            (
                "ask ana.ruiz+x@mail.tidewater.test.",
                vec!["ana.ruiz+x@mail.tidewater.test"],
            ),
            (
                "<bo@tidewater.de>, (kim@x.io)",
                vec!["bo@tidewater.de", "kim@x.io"],
            ),
            ("[mail](mailto:bo@tidewater.de)", vec!["bo@tidewater.de"]),
            ("ä@ö.de @ana me@ a@b", vec![]),
            (
                "git@github.com:x/y.git, gateway@2.4.1, npm i @scope/p@3.0.0",
                vec![],
            ),
            ("logo@2x.png getty@tty1.service", vec![]),
            ("postgres://app:word@db.tidewater.de/x", vec![]),
            (
                "user@example.com, ops@mail.example.org, on-call@example.com",
                vec![],
            ),
            (
                "bob.smith@example.com, alice@example.org b.ng@mail.example.net",
                vec![
                    "bob.smith@example.com",
                    "alice@example.org",
                    "b.ng@mail.example.net",
                ],
            ),
            ("@@@@ a@.b .@b.cd", vec![]),
        ] {
            assert_eq!(shown(text, emails(text)), found, "{text}");
        }
    }

    #[test]
    fn a_telephone_number_is_told_from_other_numbers() {
        for (text, found) in [
            ("call +44 20 7946 0018.", vec!["+44 20 7946 0018"]),
            ("call +442079460018, please", vec!["+442079460018"]),
            ("+1 (555) 010-4477", vec!["+1 (555) 010-4477"]),
            (
                "(555) 010-4477 or 555-010-4477.",
                vec!["(555) 010-4477", "555-010-4477"],
            ),
            ("at 14:30 +0200, 2026-05-04T09:12:00+02:00, UTC+1", vec![]),
            ("+1,200 users, +100000 requests, +5m, C++ 11 22", vec![]),
            (
                "order 20794600180, 192.168.100.200, INC-555-010-4477",
                vec![],
            ),
            ("v1.2.3+20260504123456", vec![]),
            ("1 555-010-44775", vec![]),
        ] {
            assert_eq!(shown(text, phones(text)), found, "{text}");
        }
    }
}
