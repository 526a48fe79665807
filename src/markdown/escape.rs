//! Plain text of one line as Markdown, and back.
//!
//! A backslash stands only where the text would mean something else without it, so that a file
//! reads well in a diff. Every text comes back as it was; nothing here knows a document.

/// The text as Markdown that shows exactly it. A character of `also` gets a backslash wherever it
/// stands.
pub(super) fn escape(text: &str, also: &[char]) -> String {
    let mut written = String::with_capacity(text.len());
    let mut before = None;
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if also.contains(&c) || is_special(before, c, rest.as_str()) {
            written.push('\\');
        }
        written.push(c);
        before = Some(c);
    }
    written
}

/// The text as that of a heading, where hashes at the end would be taken for its closing ones.
pub(super) fn escape_heading(text: &str) -> String {
    let mut written = escape(text, &[]);
    let hashes = written.len() - written.trim_end_matches('#').len();
    let start = written.len() - hashes;
    let is_closing = written
        .get(..start)
        .is_some_and(|before| before.is_empty() || before.ends_with([' ', '\t']));
    if hashes > 0 && is_closing {
        written.insert(start, '\\');
    }
    written
}

/// The text that some Markdown of one line shows, as far as backslashes go.
pub(super) fn unescape(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut rest = markdown.chars();
    while let Some(c) = rest.next() {
        let escaped = (c == '\\')
            .then(|| rest.clone().next())
            .flatten()
            .filter(char::is_ascii_punctuation);
        if escaped.is_some() {
            rest.next();
        }
        text.push(escaped.unwrap_or(c));
    }
    text
}

/// Where `pattern` stands first without a backslash in front, in bytes.
pub(super) fn find_bare(markdown: &str, pattern: &str) -> Option<usize> {
    let mut is_escaped = false;
    for (at, c) in markdown.char_indices() {
        if is_escaped {
            is_escaped = false;
        } else if c == '\\' {
            is_escaped = true;
        } else if markdown.get(at..)?.starts_with(pattern) {
            return Some(at);
        }
    }
    None
}

/// Both sides of the first bare `separator`.
pub(super) fn split_bare<'a>(markdown: &'a str, separator: &str) -> Option<(&'a str, &'a str)> {
    let (left, rest) = markdown.split_at_checked(find_bare(markdown, separator)?)?;
    Some((left, rest.strip_prefix(separator)?))
}

fn is_special(before: Option<char>, c: char, rest: &str) -> bool {
    let after = rest.chars().next();
    let is_space = |side: Option<char>| side.is_some_and(char::is_whitespace);
    let is_word = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
    let stands_alone = is_space(before) && is_space(after);
    match c {
        '`' | '[' => true,
        '\\' => after.is_none_or(|after| after.is_ascii_punctuation()),
        '*' => !stands_alone,
        '_' => !(stands_alone || is_word(before) && is_word(after)),
        // A tilde right before a word can begin a deletion but not end one, as in "~14:05".
        '~' => !stands_alone && !((before.is_none() || is_space(before)) && is_word(after)),
        '<' => after.is_some_and(|after| after.is_ascii_alphabetic() || "/!?".contains(after)),
        '&' => is_entity(rest),
        _ => false,
    }
}

/// Whether what follows an ampersand makes it a character reference.
fn is_entity(rest: &str) -> bool {
    let name = rest.strip_prefix('#').unwrap_or(rest);
    let length = name
        .bytes()
        .take(33)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    (1..=32).contains(&length) && name.get(length..).is_some_and(|end| end.starts_with(';'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_would_mean_something_else_gets_a_backslash() {
        for (text, written) in [
            ("snake_case and 2 * 3", "snake_case and 2 * 3"),
            ("_edge_ *star*", "\\_edge\\_ \\*star\\*"),
            ("AT&T &amp; R&D", "AT&T \\&amp; R&D"),
            ("a < b <b> </i> <3", "a < b \\<b> \\</i> <3"),
            ("C:\\dir\\", "C:\\dir\\\\"),
            ("\\*", "\\\\\\*"),
            ("[ref]: `x`", "\\[ref]: \\`x\\`"),
            ("~14:05 ~~gone~~", "~14:05 \\~\\~gone\\~\\~"),
        ] {
            assert_eq!(escape(text, &[]), written);
            assert_eq!(unescape(written), text);
        }
        for (text, written) in [("C#", "C#"), ("a ##", "a \\##"), ("#", "\\#")] {
            assert_eq!(escape_heading(text), written);
            assert_eq!(unescape(written), text);
        }
    }

    #[test]
    fn a_separator_with_a_backslash_is_none() {
        assert_eq!(split_bare("a\\; b; c", ";"), Some(("a\\; b", " c")));
        assert_eq!(split_bare("a\\; b", ";"), None);
    }
}
