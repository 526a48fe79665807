//! What the finders share: runs of bytes, and what stands at their ends.

use std::ops::Range;

/// How many bytes before `at`, from there backwards, are of a kind; `most` at most.
pub(super) fn run_before(bytes: &[u8], at: usize, most: usize, is: impl Fn(u8) -> bool) -> usize {
    let before = bytes.get(..at).unwrap_or_default();
    let run = before.iter().rev().take(most);
    run.take_while(|byte| is(**byte)).count()
}

/// How many bytes from `at` on are of a kind.
pub(super) fn run_after(bytes: &[u8], at: usize, is: impl Fn(u8) -> bool) -> usize {
    let after = bytes.get(at..).unwrap_or_default();
    after.iter().take_while(|byte| is(**byte)).count()
}

/// The byte before `at`.
pub(super) fn before(bytes: &[u8], at: usize) -> Option<u8> {
    bytes.get(at.checked_sub(1)?).copied()
}

/// Whether a word can begin at `at`: no letter, digit or joining mark stands before it.
pub(super) fn begins(bytes: &[u8], at: usize) -> bool {
    !before(bytes, at).is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// The words of a text that begin with a capital or an @: runs of letters and what names hold.
pub(super) fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.get(at..)?;
            let first = rest.chars().next()?;
            let is_handle = first == '@';
            if !first.is_alphanumeric() && !is_handle {
                at += first.len_utf8();
                continue;
            }
            let from = usize::from(is_handle);
            let ends = |c: char| !c.is_alphanumeric() && !(is_handle && (c == '-' || c == '_'));
            let length = rest
                .get(from..)
                .and_then(|rest| rest.find(ends))
                .map_or(rest.len(), |end| end + from)
                .max(1);
            let word = at..at + length;
            at = word.end;
            if is_handle || first.is_uppercase() {
                return Some(word);
            }
        }
    })
}
