//! Zones as they stand in running text.

use super::near;
use super::words::{Words, behind};
use crate::postmortem::day::{digits, word_length};

/// Zones that are written in capitals.
pub(super) static ZONES: Words = Words::of(crate::postmortem::ZONES);
/// Those that are something else as often, where no time stands beside them.
static WORDS_TOO: Words = Words::of("ICT|MET|ART|PET|COT|VET|WEST|CLT|GST|AST|BRT|EAT");
/// Names of zones that are written out, in lower case, before "time".
static ZONE_WORDS: Words = Words::of(
    "eastern|central|mountain|pacific|atlantic|west african|east african|central african|\
    south african|west africa|east africa|central africa|south africa|greenwich mean|\
    central european|eastern european|western european|british summer|indian|india|\
    japan|china|local|coordinated universal|universal|standard|daylight|summer",
);

/// The length of the zone at the start of a text. Next to a time a zone may be any of the known
/// ones; elsewhere only what can be nothing else.
pub(super) fn zone(text: &str, is_near: bool) -> Option<usize> {
    let length = word_length(text, &[]);
    let word = text.get(..length)?;
    const LONGEST_SHORT: usize = 5;
    let is_short = length <= LONGEST_SHORT && word.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_short && ZONES.has(word) && (is_near || (length >= 3 && !WORDS_TOO.has(word))) {
        if matches!(word, "UTC" | "GMT") {
            return Some(length + offset(text.get(length..).unwrap_or_default()));
        }
        // "MET", "CAT" and the like are words too: elsewhere only in capitals, which they are.
        return Some(length);
    }
    // Only the letters that the longest name can have.
    const LONGEST: usize = 40;
    let start = near::after(text, 0, LONGEST);
    for mut more in ZONE_WORDS.behind(start) {
        for word in [" standard", " daylight", " summer"] {
            more = behind(more, word).unwrap_or(more);
        }
        if let Some(rest) = behind(more, " time") {
            return Some(start.len() - rest.len());
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
    static ZONES: Words =
        Words::of("PST|PDT|PT|MST|MDT|MT|CST|CDT|CT|EST|EDT|ET|Pacific|Mountain|Central|Eastern");
    zone.split(' ').next().is_some_and(|first| ZONES.has(first)) && !zone.contains("European")
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
    static STATEMENTS: Words = Words::of(
        "all times|times are|times in|times here|times below|times given|times listed|\
        times shown|time zone|timezone",
    );
    let behind = STATEMENTS.behind_first(text)?;
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
        Some(short) if written.contains(' ') && ZONES.has(short) => short,
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
