//! What the readers of chats have in common: names, badges, reactions, links to messages.

use super::stamp::{Stamp, whole_stamp};
use super::written::Piece;

/// Longer than any line with nothing but a name and a time.
const LONGEST_HEAD: usize = 160;

/// The name in front of a time: without the badge of a program and without a status in its picture
/// (":house:"). Nothing where the text is no name.
pub(super) fn name(text: &str) -> Option<String> {
    const MOST_WORDS: usize = 6;
    let text = text.trim().trim_end_matches(',');
    let mut words: Vec<&str> = text.split_whitespace().collect();
    while words.last().is_some_and(|word| is_badge(word)) {
        words.pop();
    }
    // "Ana:house:": the status stands right behind the name.
    let last = words.pop()?;
    let own = last.split_once(':').map_or(last, |(own, status)| {
        let is_status = status.len() > 1 && status.ends_with(':') && !status.contains("//");
        if is_status && is_emoji(last.get(own.len()..).unwrap_or_default()) {
            own
        } else {
            last
        }
    });
    words.push(own);
    let name = words.join(" ");
    // "Ana L." and "Ana Lima Jr." end so, and a sentence does with a longer word.
    const LONGEST_SHORT: usize = 3;
    let is_sentence = own.ends_with('.') && own.chars().count() > LONGEST_SHORT;
    let is_name = (1..=MOST_WORDS).contains(&words.len())
        && name.starts_with(|c: char| c.is_alphanumeric() || "@_~+(".contains(c))
        && name.chars().any(char::is_alphabetic)
        && !name.ends_with(['!', '?', ';', ':', ','])
        && !is_sentence
        && !name.contains(['[', ']', '<', '>', '{', '}', '=', '"', '`'])
        && !name.contains(": ")
        && whole_stamp(&name).is_none();
    is_name.then_some(name)
}

/// Whether a name is written like that of a person: "was down until" is none.
pub(super) fn is_person(name: &str) -> bool {
    let mut words = name.split(' ');
    let is_capital = |word: &str| word.starts_with(|c: char| c.is_uppercase() || !c.is_ascii());
    words.next().is_some_and(is_capital)
        && words
            .next_back()
            .is_none_or(|word| !word.starts_with(|c: char| c.is_ascii_lowercase()))
}

/// "APP", and a status in a picture.
pub(super) fn is_badge(word: &str) -> bool {
    matches!(word, "APP" | "BOT" | "App" | "WORKFLOW") || is_emoji(word)
}

/// ":eyes:", and several of them without a space between.
fn is_emoji(word: &str) -> bool {
    let inner = word
        .strip_prefix(':')
        .and_then(|word| word.strip_suffix(':'));
    inner.is_some_and(|inner| {
        inner.chars().any(char::is_alphanumeric)
            && inner
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-+':".contains(c))
    })
}

/// A name and what it said: "Ana Lima: all is well". Nothing where no name stands in front.
pub(super) fn said(text: &str) -> Option<(String, &str)> {
    let end = text.floor_char_boundary(LONGEST_HEAD);
    let at = text.get(..end)?.find(':')?;
    let (who, rest) = text.split_at_checked(at)?;
    let rest = rest.get(1..)?;
    let is_apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let who = name(who).filter(|_| is_apart)?;
    Some((who, rest.trim_start()))
}

/// What stands before the time that a line ends with: "Ana Lima" of "Ana Lima, 3 May 14:31". What
/// is taken for the time is as long as it can be.
pub(super) fn before_stamp(line: &str) -> Option<(&str, Stamp)> {
    const MOST_WORDS: usize = 8;
    let is_near = line.len() <= LONGEST_HEAD && line.contains(':');
    let starts = line
        .char_indices()
        .filter(|(at, c)| {
            let before = line.get(..*at).and_then(|text| text.chars().next_back());
            !c.is_whitespace() && before.is_some_and(char::is_whitespace)
        })
        .map(|(at, _)| at);
    let starts: Vec<usize> = if is_near {
        starts.collect()
    } else {
        Vec::new()
    };
    let skipped = starts.len().saturating_sub(MOST_WORDS);
    starts.into_iter().skip(skipped).find_map(|at| {
        let (before, text) = line.split_at_checked(at)?;
        Some((before, whole_stamp(text)?))
    })
}

/// How many lines there are of what an app shows around its messages: reactions, counts of
/// replies, marks. Nought where the first line is none of it.
pub(super) fn notes(lines: &[&str]) -> usize {
    let line = |index: usize| super::by_lines::bare(lines.get(index).copied().unwrap_or_default());
    let first = line(0);
    if first.len() > LONGEST_HEAD {
        return 0;
    }
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_picture = |word: &str| {
        is_emoji(word) || !word.is_ascii() && !word.chars().any(|c| c.is_alphanumeric() || c == '—')
    };
    let mut words = first.split_whitespace();
    // ":eyes: 2 :fire: 1", and the same with the count on a line of its own.
    let are_reactions = words
        .clone()
        .all(|word| is_picture(word) || is_number(word) || is_counted(word))
        && words
            .clone()
            .any(|word| is_picture(word) || is_counted(word));
    if are_reactions {
        return 1 + usize::from(words.all(is_picture) && is_number(line(1)));
    }
    let lower = first.to_lowercase();
    let mut words = lower.split_whitespace();
    let is_count = words.next().is_some_and(is_number)
        && words
            .next()
            .is_some_and(|word| matches!(word, "reply" | "replies"))
        && words
            .next()
            .is_none_or(|word| matches!(word, "last" | "view" | "today" | "yesterday"));
    let is_reaction = is_number(lower.split(' ').next().unwrap_or_default())
        && (lower.ends_with(" reaction") || lower.ends_with(" reactions"));
    let is_mark = matches!(
        lower.as_str(),
        "new"
            | "new messages"
            | "(edited)"
            | "edited"
            | "view thread"
            | "view newer replies"
            | "last read"
            | "also sent to the channel"
            | "saved for later"
            | "add reaction"
            | "reply"
            | "message deleted"
    );
    usize::from(is_count || is_reaction || is_mark || lower.starts_with("last reply "))
}

/// ":eyes:2"
fn is_counted(word: &str) -> bool {
    let picture = word.trim_end_matches(|c: char| c.is_ascii_digit());
    picture.len() < word.len() && is_emoji(picture)
}

/// The pieces, with a link to a message where it belongs and without the mark of a text that was
/// edited.
pub(super) fn tidied(mut pieces: Vec<Piece>) -> Vec<Piece> {
    for piece in &mut pieces {
        let Piece::Row(row) = piece else {
            continue;
        };
        if let Some(text) = row.text.trim_end().strip_suffix("(edited)") {
            row.text = text.trim_end().to_owned();
        }
        let link = row.text.lines().find(|line| is_permalink(line.trim()));
        if let Some(link) = link.map(|link| link.trim().to_owned()) {
            let others = row.text.lines().filter(|line| line.trim() != link);
            let others: Vec<&str> = others.collect();
            // A message that is nothing but a link is about what is behind it.
            if others.iter().any(|line| !line.trim().is_empty()) {
                row.text = others.join("\n").trim().to_owned();
                row.evidence = link;
            }
        }
    }
    pieces
}

/// Whether a line is a link to one message.
fn is_permalink(line: &str) -> bool {
    let Some(address) = line.strip_prefix("https://") else {
        return false;
    };
    let (host, path) = address.split_once('/').unwrap_or((address, ""));
    let is_message = match host {
        "discord.com" => path.starts_with("channels/"),
        "teams.microsoft.com" => path.starts_with("l/message/"),
        _ => host.ends_with(".slack.com") && path.starts_with("archives/"),
    };
    is_message && !line.contains(char::is_whitespace)
}
