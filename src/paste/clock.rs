//! Times of day and zones at the start of a text, as programs and apps write them.

use crate::postmortem::day::{digits, word_length};
use crate::postmortem::{ClockTime, Typed, ZONES};

/// A time of day at the start, with its zone and the text behind: "14:31", "14:31:05,123",
/// "2:31 PM", "2 pm", "~14h31", "1430 UTC", "143105Z".
pub(super) fn clock(text: &str) -> Option<(ClockTime, Option<String>, &str)> {
    let exact = text.strip_prefix('~');
    let about = if exact.is_some() { "~" } else { "" };
    let text = exact.unwrap_or(text);
    let hours = digits(text);
    let mut end = match hours {
        1 | 2 => hours,
        4 => return military(text, about),
        6 => return compact_clock(text),
        _ => return None,
    };
    let mut parts = 1;
    while let Some(after) = text.get(end..)
        && parts < 3
        && (after.starts_with(':') || parts == 1 && after.starts_with('h'))
        && after.get(1..).map_or(0, digits) == 2
    {
        end += 3;
        parts += 1;
    }
    let number = text.get(..end)?;
    let mut rest = text.get(end..)?;
    if parts == 3
        && let Some(fraction) = rest.strip_prefix(['.', ','])
        && digits(fraction) > 0
    {
        rest = fraction.get(digits(fraction)..)?;
    }
    let half = half_day(rest);
    rest = half.map_or(rest, |(_, rest)| rest);
    let half = half.map_or("", |(half, _)| half);
    if parts == 1 && half.is_empty() {
        return None;
    }
    let time = ClockTime::parse(&format!("{about}{number}{half}"))?;
    // "14:00-14:30" is from then until then.
    if parts < 3 && rest.starts_with('-') {
        return Some((time, None, rest));
    }
    zoned(time, rest)
}

/// "1430 UTC": only a zone behind it makes four digits a time.
fn military<'a>(text: &'a str, about: &str) -> Option<(ClockTime, Option<String>, &'a str)> {
    let (number, rest) = text.split_at_checked(4)?;
    let time = ClockTime::parse(&format!("{about}{number}"))?;
    let (zone, rest) = zone(rest)?;
    let is_named = zone.starts_with(|c: char| c.is_ascii_alphabetic());
    is_named.then_some((time, Some(zone), rest))
}

/// "143105", where a day has stood in front of it.
fn compact_clock(text: &str) -> Option<(ClockTime, Option<String>, &str)> {
    let (number, rest) = text.split_at_checked(6)?;
    let (hours, more) = number.split_at_checked(2)?;
    let (minutes, seconds) = more.split_at_checked(2)?;
    let time = ClockTime::parse(&format!("{hours}:{minutes}:{seconds}"))?;
    let (time, zone, rest) = zoned(time, rest)?;
    zone.is_some().then_some((time, zone, rest))
}

/// A time with the zone behind it; nothing where the time only began a longer word.
fn zoned(time: ClockTime, rest: &str) -> Option<(ClockTime, Option<String>, &str)> {
    if let Some((zone, rest)) = zone(rest) {
        return Some((time, Some(zone), rest));
    }
    let mut next = rest.chars();
    let is_cut = match next.next() {
        Some(':') => next.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c.is_alphanumeric() || c == '%',
        None => false,
    };
    (!is_cut).then_some((time, None, rest))
}

/// "am" or "pm" behind a time, however it is written.
fn half_day(text: &str) -> Option<(&'static str, &str)> {
    let bare = text.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let forms = [("a.m.", "am"), ("p.m.", "pm"), ("am", "am"), ("pm", "pm")];
    forms.iter().find_map(|(form, half)| {
        let (found, rest) = bare.split_at_checked(form.len())?;
        let is_whole = !rest.starts_with(char::is_alphanumeric);
        (found.eq_ignore_ascii_case(form) && is_whole).then_some((*half, rest))
    })
}

/// The zone behind a time: "Z", "+02:00", " +0200", " UTC", " UTC+2", " (CEST)".
pub(super) fn zone(text: &str) -> Option<(String, &str)> {
    let bare = text.trim_start_matches([' ', '\u{a0}']);
    if text.len() - bare.len() > 2 {
        return None;
    }
    let is_near = bare.len() == text.len();
    if let Some((offset, rest)) = offset(bare, is_near) {
        return Some((offset, rest));
    }
    let inside = bare.strip_prefix('(');
    let name = inside.unwrap_or(bare);
    let length = name.len()
        - name
            .trim_start_matches(|c: char| c.is_ascii_alphabetic())
            .len();
    let (word, rest) = name.split_at_checked(length)?;
    let upper = word.to_ascii_uppercase();
    let is_written = word == upper || matches!(word, "utc" | "gmt" | "z");
    let is_zone = is_written && length <= 5 && ZONES.split('|').any(|known| known == upper);
    if !is_zone || (upper == "Z" && !is_near) || rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let mut zone = word.to_owned();
    let mut rest = rest;
    if upper == "Z" {
        zone = "UTC".to_owned();
    } else if matches!(upper.as_str(), "UTC" | "GMT") {
        let signed = rest.strip_prefix(['+', '-']).map_or(0, |number| {
            word_length(number, &[':']).min(digits(number) + 3)
        });
        if let Some((offset, after)) = rest.split_at_checked(signed + 1)
            && signed > 0
            && offset.len() <= 6
        {
            zone.push_str(offset.trim_end_matches(':'));
            rest = after;
        }
    }
    match inside {
        Some(_) => Some((zone, rest.strip_prefix(')')?)),
        None => Some((zone, rest)),
    }
}

/// "+02:00", "-0700", "+02": how far ahead of UTC. Away from the time only four digits are one.
fn offset(text: &str, is_near: bool) -> Option<(String, &str)> {
    let sign = text.chars().next().filter(|c| ['+', '-'].contains(c))?;
    let number = text.get(1..)?;
    let (hours, minutes, length) = match digits(number) {
        4 => (number.get(..2)?, number.get(2..4)?, 4),
        2 if number.get(2..).is_some_and(|rest| rest.starts_with(':')) => {
            let minutes = number.get(3..5).filter(|minutes| digits(minutes) == 2)?;
            (number.get(..2)?, minutes, 5)
        }
        2 if is_near => (number.get(..2)?, "00", 2),
        _ => return None,
    };
    let rest = number.get(length..)?;
    let is_zone = hours.parse::<u32>().ok()? <= 14 && minutes.parse::<u32>().ok()? < 60;
    let is_whole = !rest.starts_with(|c: char| c.is_alphanumeric() || c == ':');
    (is_zone && is_whole).then(|| (format!("{sign}{hours}:{minutes}"), rest))
}
