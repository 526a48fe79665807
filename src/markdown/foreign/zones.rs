//! Zones as they stand in running text.

use super::near;
use super::words::{is_one_of, listed};
use crate::postmortem::ZONES;
use crate::postmortem::day::{digits, word_length};

/// Those that are something else as often, where no time stands beside them.
const WORDS_TOO: &str = "ICT|MET|ART|PET|COT|VET|WEST|CLT|GST|AST|BRT|EAT";
/// Names of zones that are written out, in lower case, before "time".
const ZONE_WORDS: &str = "eastern|central|mountain|pacific|atlantic|west african|east african|central african|\
    south african|west africa|east africa|central africa|south africa|greenwich mean|\
    central european|eastern european|western european|british summer|indian|india|\
    japan|china|local|coordinated universal|universal|standard|daylight|summer";

/// The length of the zone at the start of a text. Next to a time a zone may be any of the known
/// ones; elsewhere only what can be nothing else.
pub(super) fn zone(text: &str, is_near: bool) -> Option<usize> {
    let length = word_length(text, &[]);
    let word = text.get(..length)?;
    const LONGEST_SHORT: usize = 5;
    let is_short = length <= LONGEST_SHORT && word.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_short
        && is_one_of(word, ZONES)
        && (is_near || (length >= 3 && !is_one_of(word, WORDS_TOO)))
    {
        if matches!(word, "UTC" | "GMT") {
            return Some(length + offset(text.get(length..).unwrap_or_default()));
        }
        // "MET", "CAT" and the like are words too: elsewhere only in capitals, which they are.
        return Some(length);
    }
    // Only the letters that the longest name can have: ASCII, so that they are as many in lower case.
    const LONGEST: usize = 40;
    let lower = near::after(text, 0, LONGEST).to_ascii_lowercase();
    for name in listed(ZONE_WORDS) {
        let Some(rest) = lower.strip_prefix(name) else {
            continue;
        };
        let mut taken = name.len();
        let mut more = rest;
        for word in [" standard", " daylight", " summer"] {
            if let Some(rest) = more.strip_prefix(word) {
                taken += word.len();
                more = rest;
            }
        }
        if more.starts_with(" time") && lower.is_char_boundary(taken + 5) {
            return text.is_char_boundary(taken + 5).then_some(taken + 5);
        }
    }
    if is_near && let Some(place) = place(text) {
        return Some(place);
    }
    // "Kigali time"
    let after = text.get(length..).filter(|_| is_near && length > 2)?;
    let is_name = word.chars().next().is_some_and(char::is_uppercase);
    let follows = after
        .strip_prefix(" time")
        .or(after.strip_prefix(" Time"))?;
    let is_whole = !follows.chars().next().is_some_and(char::is_alphanumeric);
    (is_name && is_whole).then_some(length + 5)
}

/// Whether one zone is the initials of another: "WAT" of "West Africa Time".
pub(super) fn is_abbreviation_of(short: &str, long: &str) -> bool {
    let initials = long.split(' ').filter_map(|word| word.chars().next());
    initials.map(|c| c.to_ascii_uppercase()).eq(short.chars())
}

/// Whether people in a zone write the month first.
pub(super) fn is_american(zone: &str) -> bool {
    const ZONES: &str =
        "PST|PDT|PT|MST|MDT|MT|CST|CDT|CT|EST|EDT|ET|Pacific|Mountain|Central|Eastern";
    zone.split(' ')
        .next()
        .is_some_and(|first| is_one_of(first, ZONES))
        && !zone.contains("European")
}

/// "Accra, Ghana" before a closing bracket.
fn place(text: &str) -> Option<usize> {
    const LONGEST: usize = 56;
    let (inside, _) = near::after(text, 0, LONGEST).split_once(')')?;
    let (city, country) = inside.split_once(", ")?;
    let is_name = |name: &str| {
        name.starts_with(char::is_uppercase)
            && name
                .chars()
                .all(|c| c.is_alphabetic() || c == ' ' || c == '-')
            && name.len() <= 24
    };
    (is_name(city) && is_name(country)).then_some(inside.len())
}

/// The zone that a text says all its times are in.
pub(super) fn stated_zone(text: &str) -> Option<&str> {
    const STATEMENTS: &str = "all times|times are|times in|times here|times below|times given|times listed|\
        times shown|time zone|timezone";
    let lower = text.to_ascii_lowercase();
    let found = listed(STATEMENTS).filter_map(|words| lower.find(words).map(|at| at + words.len()));
    let from = found.min()?;
    let behind = text.get(from..)?;
    let behind = behind.get(..behind.find(['\n', '.', ';']).unwrap_or(behind.len()))?;
    behind.char_indices().find_map(|(at, c)| {
        let is_start = at == 0 || behind.get(..at)?.ends_with([' ', '(', '*', '_', ':', '`']);
        let rest = behind.get(at..).filter(|_| is_start && c.is_alphabetic())?;
        rest.get(..zone(rest, true)?)
    })
}

/// Whether a text says in which zone all times are, and nothing else.
pub(super) fn is_zone_alone(text: &str) -> bool {
    const MOST_WORDS: usize = 5;
    text.split_whitespace().count() <= MOST_WORDS && stated_zone(text).is_some()
}

/// Of a zone and what stands behind it, the one that is shorter to write: "PST" of "Pacific
/// Standard Time (PST)".
pub(super) fn shortest<'a>(text: &'a str, zone: &std::ops::Range<usize>) -> &'a str {
    let written = text.get(zone.clone()).unwrap_or_default();
    let behind = near::after(text, zone.end, 64);
    let bracketed = behind
        .trim_start()
        .strip_prefix('(')
        .and_then(|inside| inside.split_once(')'))
        .map(|(inside, _)| inside.trim());
    match bracketed {
        Some(short) if written.contains(' ') && is_one_of(short, ZONES) => short,
        _ => written,
    }
}

/// "+1", " + 1", "-07:00" behind "GMT".
fn offset(text: &str) -> usize {
    let bare = text.trim_start_matches(' ');
    let Some(rest) = bare.strip_prefix(['+', '-', '−']) else {
        return 0;
    };
    let number = rest.trim_start_matches(' ');
    let hours = digits(number);
    if !(1..=4).contains(&hours) || text.len() - bare.len() > 1 {
        return 0;
    }
    let mut length = text.len() - number.len() + hours;
    let rest = number.get(hours..).unwrap_or_default();
    let is_spaced = bare.len() != text.len();
    if hours <= 2 && !is_spaced && rest.starts_with(':') && rest.get(1..).map_or(0, digits) == 2 {
        length += 3;
    }
    // "10:00 GMT - 11:00 GMT": a dash between two times, and "GMT - 3 users".
    let follows = text.get(length..).and_then(|rest| rest.chars().next());
    if follows.is_some_and(|c| c.is_alphanumeric() || c == ':' && is_spaced)
        || number
            .get(..hours)
            .and_then(|n| n.parse().ok())
            .is_none_or(|n: u32| hours <= 2 && n > 14)
    {
        return 0;
    }
    length
}
