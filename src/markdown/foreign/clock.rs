//! Times of day as they stand in running text.

use super::words::behind;
use super::zones::zone;
use crate::postmortem::day::{digits, word_length};
use crate::postmortem::{ClockTime, Entered, Typed};

/// The time of day at the start of a text, with its length.
pub(super) fn time(text: &str) -> Option<(usize, Entered<ClockTime>)> {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return placeholder_time(text)
            .or_else(|| clock(text))
            .or_else(|| spoken_time(text));
    }
    named_time(text).or_else(|| placeholder_time(text))
}

fn named_time(text: &str) -> Option<(usize, Entered<ClockTime>)> {
    let length = word_length(text, &['-']);
    let word = text.get(..length)?;
    let is_name = ["noon", "midnight", "midday"]
        .iter()
        .any(|name| word.eq_ignore_ascii_case(name));
    let canonical = if word.eq_ignore_ascii_case("midday") {
        "noon"
    } else {
        word
    };
    is_name.then(|| (length, canonical.into()))
}

/// "HH:mm", "14:??", "--:--".
fn placeholder_time(text: &str) -> Option<(usize, Entered<ClockTime>)> {
    let length = word_length(text, &[':', '?', '-']);
    let word = text.get(..length)?.trim_end_matches(':');
    let (hour, minute) = word.split_once(':')?;
    let is_blank = |part: &str| {
        ["hh", "mm", "xx", "??", "--"]
            .iter()
            .any(|blank| blank.eq_ignore_ascii_case(part))
    };
    let is_placeholder = (is_blank(hour) || digits(hour) == hour.len()) && is_blank(minute);
    is_placeholder.then(|| (word.len(), Entered::AsTyped(word.to_owned())))
}

/// "10:00 AM", "14.30", "10h47", "1900 UTC", "6PM", "3:AM", "5:13:57".
fn clock(text: &str) -> Option<(usize, Entered<ClockTime>)> {
    let hour = digits(text);
    if !(1..=4).contains(&hour) {
        return None;
    }
    let mut end = hour;
    let mut has_minutes = false;
    let mut by_dot = false;
    let after = |end: usize| text.get(end..).unwrap_or_default();
    // Hours of one or two digits have minutes and seconds behind them; "1900" has none.
    let most = if hour <= 2 { 2 } else { 0 };
    for _ in 0..most {
        let rest = after(end);
        let Some(separator) = rest.chars().next().filter(|c| ":.h".contains(*c)) else {
            break;
        };
        let minutes = rest.get(1..).map_or(0, digits);
        if minutes != 2 || (separator == '.' && has_minutes && !by_dot) {
            break;
        }
        by_dot |= separator == '.';
        has_minutes = true;
        end += 3;
    }
    // "3:AM"
    let dangling = usize::from(!has_minutes && after(end).starts_with(':'));
    let (half, half_length) = half_day(after(end + dangling));
    if half.is_some() {
        end += dangling;
    }
    let number = text.get(..end)?.trim_end_matches(':');
    let is_military = hour == 4 && !has_minutes && has_hours_word(after(end));
    let follows = after(end + half_length).chars().next();
    let is_cut = follows.is_some_and(|c| c.is_alphanumeric() || c == '%');
    // A number with a dot is a time only where something says so.
    let is_time = match half {
        Some(_) => hour <= 2,
        None if by_dot => zone(after(end).trim_start(), true).is_some(),
        None => has_minutes || is_military,
    };
    if !is_time || (is_cut && zone(after(end + half_length), true).is_none()) {
        return None;
    }
    let typed = format!("{number}{}", half.unwrap_or_default());
    let value = match ClockTime::parse(&typed) {
        Some(time) => Entered::Known(time),
        None => text.get(..end + half_length)?.into(),
    };
    Some((end + half_length, value))
}

/// "am" or "pm", and how long it is with the space before it.
fn half_day(text: &str) -> (Option<&'static str>, usize) {
    let bare = text.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let gap = text.len() - bare.len();
    let forms = [
        ("a.m.", "am"),
        ("p.m.", "pm"),
        ("a.m", "am"),
        ("p.m", "pm"),
        ("am", "am"),
        ("pm", "pm"),
        ("in the morning", "am"),
        ("in the afternoon", "pm"),
        ("in the evening", "pm"),
        ("at night", "pm"),
    ];
    for (form, half) in forms {
        let Some(rest) = behind(bare, form) else {
            continue;
        };
        if !rest.starts_with(char::is_alphanumeric) {
            return (Some(half), gap + form.len());
        }
    }
    (None, 0)
}

/// Whether "hours" or a zone follows, which makes four digits a time.
fn has_hours_word(text: &str) -> bool {
    let bare = text.trim_start();
    // "1840 to 2215 UTC"
    for link in ["to ", "until ", "- ", "– ", "-", "–"] {
        let Some(other) = bare.strip_prefix(link) else {
            continue;
        };
        if digits(other) == 4 {
            return zone(other.get(4..).unwrap_or_default().trim_start(), true).is_some();
        }
    }
    let word = bare.get(..word_length(bare, &[])).unwrap_or_default();
    ["hrs", "hours", "h", "hr"]
        .iter()
        .any(|hours| hours.eq_ignore_ascii_case(word))
        || zone(bare, true).is_some()
}

/// "8 in the morning", "eight in the evening".
fn spoken_time(text: &str) -> Option<(usize, Entered<ClockTime>)> {
    let hour = digits(text);
    let rest = text.get(hour..).filter(|_| (1..=2).contains(&hour))?;
    [
        (" in the morning", "am"),
        (" in the afternoon", "pm"),
        (" in the evening", "pm"),
        (" at night", "pm"),
    ]
    .iter()
    .find_map(|(words, half)| {
        let after = behind(rest, words)?;
        if after.starts_with(char::is_alphanumeric) {
            return None;
        }
        let typed = format!("{}{half}", text.get(..hour)?);
        Some((hour + words.len(), Entered::from(typed.as_str())))
    })
}
