//! What stands in the text of a link or between the marks of a comment, where it is not to be
//! published.

use std::ops::Range;

use super::rewriting::{enter, replaced, rewrite};
use crate::checks::{
    PrivateKind, PrivateThing, Replacement, for_each_text, mask_at, private_things_named_by,
};
use crate::postmortem::Postmortem;

/// How far from a host the ends of its link are looked for, in bytes.
const REACH: usize = 400;

/// Takes the comments out of every text, and says how many there were.
pub(super) fn without_comments(document: &mut Postmortem) -> usize {
    let mut changed = Vec::new();
    let mut count = 0;
    for_each_text(document, |spot, text| {
        let comments = comments(text);
        if !comments.is_empty() {
            count += comments.len();
            let gone = comments.into_iter().map(|span| Replacement {
                span,
                old: String::new(),
                new: String::new(),
            });
            changed.push((spot, replaced(text, gone)));
        }
    });
    for (spot, text) in changed {
        enter(document, spot, text);
    }
    count
}

/// The comments of a text, outside of code. One without an end goes on to the end, as it does for a
/// browser.
fn comments(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find("<!--")) {
        let start = at + start;
        let line = text
            .get(..start)
            .and_then(|before| before.rsplit('\n').next());
        let is_code = line.is_some_and(|line| line.matches('`').count() % 2 == 1);
        let end = text
            .get(start..)
            .and_then(|rest| rest.find("-->"))
            .map_or(text.len(), |end| start + end + 3);
        if is_code {
            at = start + 4;
        } else {
            found.push(start..end);
            at = end;
        }
    }
    found
}

/// Puts the words of a link in the place of one that leads into the inner network, and its host
/// in the place of a bare address, to be masked with the others. Says how many there were.
pub(super) fn without_inner_links(document: &mut Postmortem, named_by: &Postmortem) -> usize {
    let mut linked: Vec<PrivateThing> = Vec::new();
    let mut texts = Vec::new();
    let found = private_things_named_by(document, named_by);
    for_each_text(document, |spot, text| texts.push((spot, text)));
    let mut text = texts.into_iter().peekable();
    for mut thing in found {
        while text.peek().is_some_and(|(spot, _)| *spot != thing.spot) {
            text.next();
        }
        let Some((_, words)) = text.peek() else {
            break;
        };
        if thing.kind != PrivateKind::Host {
            continue;
        }
        let Some(span) = link_around(words, &thing.span) else {
            continue;
        };
        let overlaps = linked
            .last()
            .is_some_and(|last| last.spot == thing.spot && span.start < last.span.end);
        if !overlaps {
            thing.span = span;
            linked.push(thing);
        }
    }
    rewrite(document, &linked, |thing, text| {
        let link = text.get(thing.span.clone()).unwrap_or_default();
        let words = link
            .strip_prefix('[')
            .and_then(|link| link.split_once("]("));
        Replacement {
            new: words.map_or_else(|| thing.text.clone(), |(words, _)| words.to_owned()),
            ..thing.masked()
        }
    });
    linked.len()
}

/// The link whose address holds those bytes: `[words](address)`, `<address>` or the address alone.
fn link_around(text: &str, inside: &Range<usize>) -> Option<Range<usize>> {
    let before = text.get(..inside.start)?;
    let address = before.rfind("://").filter(|at| inside.start - at < REACH)?;
    let scheme = before.get(..address)?;
    let scheme = scheme
        .trim_end_matches(|c: char| c.is_ascii_alphabetic())
        .len();
    let end = end_of_address(text, address + "://".len());
    if end < inside.end {
        return None;
    }
    let start = before.get(..scheme)?;
    if let Some(words) = start.strip_suffix("](") {
        let opening = opening_of(words)?;
        let rest = text.get(end..)?;
        let end = end + rest.find(')')? + 1;
        return Some(opening..end);
    }
    if start.ends_with('<') && text.get(end..)?.starts_with('>') {
        return Some(scheme - 1..end + 1);
    }
    // A full stop behind an address ends the sentence.
    let address = text
        .get(scheme..end)?
        .trim_end_matches(['.', ',', ';', ':', '!', '?']);
    Some(scheme..scheme + address.len())
}

/// Where the address ends that goes on at `at`. A mask in it has a blank, and is part of it.
fn end_of_address(text: &str, mut at: usize) -> usize {
    let ends = |c: char| c.is_whitespace() || "()<>\"`|[".contains(c);
    while let Some(rest) = text.get(at..) {
        at += rest.find(ends).unwrap_or(rest.len());
        let is_bracket = text.get(at..).is_some_and(|rest| rest.starts_with('['));
        at = match mask_at(text, at) {
            Some(mask) => mask.end,
            None if is_bracket => at + 1,
            None => return at,
        };
    }
    at
}

/// Where the words of a link begin that end with this text; there may be masks among them.
fn opening_of(words: &str) -> Option<usize> {
    let mut open = 0_usize;
    for (at, letter) in words.char_indices().rev().take(REACH) {
        match letter {
            ']' => open += 1,
            '[' if open == 0 => return Some(at),
            '[' => open -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_told_from_code() {
        for (text, found) in [
            ("a <!-- b --> c <!--d-->", vec!["<!-- b -->", "<!--d-->"]),
            ("<!-- a", vec!["<!-- a"]),
            ("`<!-- a -->` <!--b-->", vec!["<!--b-->"]),
            ("a --> b", vec![]),
        ] {
            let comments = comments(text).into_iter();
            let comments: Vec<&str> = comments.map(|span| text.get(span).unwrap()).collect();
            assert_eq!(comments, found, "{text}");
        }
    }

    #[test]
    fn a_link_goes_as_a_whole() {
        for (text, link) in [
            (
                "see [a b](http://x.corp/1 \"t\") c",
                Some("[a b](http://x.corp/1 \"t\")"),
            ),
            ("see <http://x.corp/1>.", Some("<http://x.corp/1>")),
            ("see http://x.corp/1?a.", Some("http://x.corp/1?a")),
            (
                "see http://x.corp/d?token=[secret 2]&a=[email 1] and",
                Some("http://x.corp/d?token=[secret 2]&a=[email 1]"),
            ),
            (
                "at https://app:[secret 1]@x.corp/1, then",
                Some("https://app:[secret 1]@x.corp/1"),
            ),
            (
                "see [the [host 3] chart](http://x.corp/[host 3]) now",
                Some("[the [host 3] chart](http://x.corp/[host 3])"),
            ),
            ("http://x.corp/[a 2] b", Some("http://x.corp/[a")),
            ("on x.corp now", None),
            ("at http://y.test on x.corp", None),
        ] {
            let start = text.find("x.corp").unwrap();
            let span = link_around(text, &(start..start + 6));
            assert_eq!(span.and_then(|span| text.get(span)), link, "{text}");
        }
    }
}
