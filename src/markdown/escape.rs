//! Plain text of one line as Markdown, and back.
//!
//! A backslash stands only where the text would mean something else without it, so that a file
//! reads well in a diff. Every text comes back as it was; nothing here knows a document.

pub(super) use crate::postmortem::escape;

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
