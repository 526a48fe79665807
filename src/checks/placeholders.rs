//! What people leave in a text to be filled in later.
//!
//! Precision comes first: a real text that is called a placeholder annoys more than one that slips
//! through helps.

use std::ops::Range;

use super::plain::plain_stretches;
use super::texts::names;

/// The placeholders in a text, in bytes, in order.
pub(super) fn placeholders(text: &str) -> Vec<Range<usize>> {
    if !may_hold_one(text) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for stretch in plain_stretches(text) {
        let mut at = stretch.start;
        while at < stretch.end {
            let Some((before, after)) = text.split_at_checked(at) else {
                at += 1;
                continue;
            };
            let length = placeholder_at(before, after).filter(|length| at + length <= stretch.end);
            if let Some(length) = length {
                found.push(at..at + length);
            }
            at += length.unwrap_or_else(|| run_length(after)).max(1);
        }
    }
    found
}

/// A quick look that spares most texts the slow one.
fn may_hold_one(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "todo",
        "tbd",
        "tbc",
        "fixme",
        "xxx",
        "lorem ipsum",
        "short event description",
    ];
    text.contains(['<', '[']) || text.contains("??") || names(text, WORDS)
}

/// Whether the text as a whole says nothing: "-", "…", "?", "N/A".
pub(super) fn is_hollow(text: &str) -> bool {
    let text = text.trim();
    let is_only_marks = || text.chars().all(|c| "-–—.…?_*".contains(c));
    !text.is_empty()
        && (is_only_marks() || ["n/a", "n.a."].iter().any(|w| w.eq_ignore_ascii_case(text)))
}

/// How far to go on when nothing begins here: past a run of question marks, else one byte.
fn run_length(after: &str) -> usize {
    after.len() - after.trim_start_matches('?').len()
}

/// The length of the placeholder that begins right here.
fn placeholder_at(before: &str, after: &str) -> Option<usize> {
    let previous = before.chars().next_back();
    match after.bytes().next()? {
        b'?' => {
            let length = run_length(after);
            // "Why??" is a question, asked loudly; "14:??" and "owner: ??" are gaps.
            let is_question = previous.is_some_and(|c| c.is_alphabetic() || ")!\"'".contains(c));
            (length >= 2 && !is_question).then_some(length)
        }
        b'<' => angle_hint(previous, after),
        b'[' => bracket_hint(after),
        b't' | b'T' | b'f' | b'F' | b'x' | b'X' | b'l' | b'L' | b's' | b'S' => {
            word(previous, after)
        }
        _ => None,
    }
}

fn word(previous: Option<char>, after: &str) -> Option<usize> {
    if previous.is_some_and(|c| c.is_alphanumeric() || "_-#@/.$".contains(c)) {
        return None;
    }
    for phrase in ["lorem ipsum", "short event description"] {
        if starts_with_ignoring_case(after, phrase) {
            return Some(phrase.len());
        }
    }
    let length = after
        .find(|c: char| !c.is_alphanumeric() && c != '_' && c != '-')
        .unwrap_or(after.len());
    let (word, rest) = after.split_at_checked(length)?;
    // "todo" in small letters is a word of other languages, and a "TODO list" is a thing.
    let names_a_list = || {
        let next = rest.trim_start_matches([' ', '-']);
        ["list", "item"]
            .iter()
            .any(|noun| starts_with_ignoring_case(next, noun))
    };
    let is_placeholder = match word {
        "TODO" => !names_a_list(),
        "TBD" | "TBC" | "FIXME" | "tbd" | "tbc" | "fixme" => true,
        _ => word.len() >= 3 && word.bytes().all(|byte| byte == b'X'),
    };
    is_placeholder.then_some(length)
}

/// `<name of the service>`: a hint of a template. Not an HTML tag, a type or a comparison.
fn angle_hint(previous: Option<char>, after: &str) -> Option<usize> {
    const LONGEST: usize = 80;
    if previous.is_some_and(|c| !c.is_whitespace() && !"(*_:|,".contains(c)) {
        return None;
    }
    let end = after.bytes().take(LONGEST).position(|byte| byte == b'>')?;
    let inside = after.get(1..end)?;
    let next = after.get(end + 1..)?.chars().next();
    let stands_alone = next.is_none_or(|c| c.is_whitespace() || ").,;:*_|!?".contains(c));
    let first_word: &str = inside.split([' ', '/', '\t']).next()?;
    let reads_as_words = inside.chars().next()?.is_alphabetic()
        && inside.chars().count() > 1
        && !inside.ends_with(char::is_whitespace)
        && !inside.contains(['<', '=', '"', '\n', '(', '&', ':', '@']);
    (stands_alone && reads_as_words && !is_html(first_word)).then_some(end + 1)
}

/// `[your team]`, `[insert date]`.
fn bracket_hint(after: &str) -> Option<usize> {
    const LONGEST: usize = 120;
    let inside = after.get(1..)?;
    let is_hint = ["your ", "insert ", "enter ", "fill in", "describe "]
        .iter()
        .any(|start| starts_with_ignoring_case(inside, start));
    if !is_hint {
        return None;
    }
    let end = after.bytes().take(LONGEST).position(|byte| byte == b']')?;
    (!after.get(..end)?.contains('\n')).then_some(end + 1)
}

fn starts_with_ignoring_case(text: &str, start: &str) -> bool {
    text.get(..start.len())
        .is_some_and(|beginning| beginning.eq_ignore_ascii_case(start))
}

/// The HTML elements that people put into Markdown.
fn is_html(name: &str) -> bool {
    const NAMES: &str = " a abbr article aside b blockquote br center cite code col dd del details \
        dfn div dl dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i \
        iframe img input ins kbd label li link main mark meta nav object ol option p path picture \
        pre q s samp script section select small source span strike strong style sub summary sup \
        svg table tbody td textarea tfoot th thead tr tt u ul var video wbr ";
    let name = name.to_ascii_lowercase();
    NAMES.contains(&format!(" {name} "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        placeholders(text)
            .into_iter()
            .map(|range| text.get(range).unwrap())
            .collect()
    }

    #[test]
    fn what_is_still_to_be_filled_in_is_found() {
        for (text, expected) in [
            ("TODO", vec!["TODO"]),
            ("TODO: ask Ana", vec!["TODO"]),
            ("Cause: TBD.", vec!["TBD"]),
            ("**TBC** and (FIXME)", vec!["TBC", "FIXME"]),
            ("about XXX users, XXXX requests", vec!["XXX", "XXXX"]),
            ("at 14:?? we saw", vec!["??"]),
            ("owner ???", vec!["???"]),
            ("2022-05-??", vec!["??"]),
            ("Lorem ipsum dolor", vec!["Lorem ipsum"]),
            (
                "The <name of the service> was down",
                vec!["<name of the service>"],
            ),
            ("**<Date>**", vec!["<Date>"]),
            (
                "by [your name] on [insert date]",
                vec!["[your name]", "[insert date]"],
            ),
            ("ä TODO ö", vec!["TODO"]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_placeholder_is_left_alone() {
        for text in [
            "Why did nobody notice??",
            "What?! Really??",
            "users saw \"????\" instead of names",
            "users saw `????` instead of names",
            "```\nTODO ???\n```",
            "> TODO, said the log",
            "see <https://example.org/?a=??> or https://example.org/???",
            "[TODO](https://example.org)",
            "a < b > c, and x<y and y>z",
            "Vec<String> of Option<Range>",
            "line one<br>line two <br/> three <kbd>Ctrl</kbd> <details open>",
            "GET /users/<id>/orders",
            "the TODO list, the TODO-list, TODO items",
            "todo el equipo",
            "codecs XXXL, HXXX, 5XX and XX",
            "issue-TODO, TODO_LATER, #TODO",
            "- [ ] open, - [x] done, [1], [sic]",
            "the lore of ipsum",
            "<T> and <-> and <3",
            "write to <ana@example.org>",
            "<!-- TODO -->",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn a_text_of_marks_alone_says_nothing() {
        for text in ["-", " … ", "???", "N/A", "n.a."] {
            assert!(is_hollow(text), "{text}");
        }
        for text in ["", "None", "N/A: nobody noticed", "5"] {
            assert!(!is_hollow(text), "{text}");
        }
    }
}
