//! Words for a day, counted from that of the row above.

use super::Day;

const WORDS: [(&str, Day); 15] = [
    ("yesterday", Day::Before),
    ("the day before", Day::Before),
    ("day before", Day::Before),
    ("the previous day", Day::Before),
    ("previous day", Day::Before),
    ("today", Day::Same),
    ("the same day", Day::Same),
    ("same day", Day::Same),
    ("tomorrow", Day::After),
    ("the next day", Day::After),
    ("next day", Day::After),
    ("the following day", Day::After),
    ("following day", Day::After),
    ("the day after", Day::After),
    ("day after", Day::After),
];

/// A text without the word for the day that stands before or behind it.
pub(super) fn without_day(text: &str) -> Option<(&str, Day)> {
    WORDS.iter().find_map(|(word, day)| {
        let before = start(text, word).filter(|rest| rest.starts_with([' ', ',', ':']));
        let rest = before.or_else(|| {
            let bare = text.strip_suffix(')').unwrap_or(text);
            let rest = end(bare, word)?;
            if bare.len() < text.len() {
                return rest.strip_suffix('(');
            }
            Some(rest).filter(|rest| rest.ends_with([' ', ',']))
        })?;
        let rest = rest.trim_matches([' ', ',', ':']);
        (!rest.is_empty()).then_some((rest, *day))
    })
}

fn start<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(word.len())?;
    head.eq_ignore_ascii_case(word).then_some(rest)
}

fn end<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (rest, tail) = text.split_at_checked(text.len().checked_sub(word.len())?)?;
    tail.eq_ignore_ascii_case(word).then_some(rest)
}
