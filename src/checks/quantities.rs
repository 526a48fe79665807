//! Lengths of time as words: "1 hour and 30 minutes", "2.5 hours", "1h50m", "half a day".
//!
//! What they are the length of is not known here.

use super::plain::plain_stretches;

/// A word, a number or a mark of a text.
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
    /// Whether nothing stands between it and the token before.
    pub(super) is_attached: bool,
}

impl Token<'_> {
    pub(super) fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    pub(super) fn is_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }

    pub(super) fn ends_sentence(&self) -> bool {
        matches!(self.text, "." | "!" | "?" | ";" | "\n\n")
    }
}

/// The tokens of a text's plain words, in order.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    for stretch in plain_stretches(text) {
        let mut rest = text.get(stretch.clone()).unwrap_or_default();
        let mut is_attached = false;
        while let Some(first) = rest.chars().next() {
            let length = token_length(rest, first);
            let Some((token, after)) = rest.split_at_checked(length) else {
                break;
            };
            if !first.is_whitespace() {
                tokens.push(Token {
                    text: token,
                    start: stretch.end - rest.len(),
                    is_attached,
                });
            }
            is_attached = !first.is_whitespace();
            rest = after;
        }
    }
    tokens
}

/// A number with its decimals, a word of letters, or one mark.
fn token_length(rest: &str, first: char) -> usize {
    if first.is_ascii_digit() {
        let whole = run(rest, |c| c.is_ascii_digit());
        let mut after = rest.get(whole..).unwrap_or_default().chars();
        let is_decimal =
            after.next() == Some('.') && after.next().is_some_and(|c| c.is_ascii_digit());
        if !is_decimal {
            return whole;
        }
        let decimals = rest.get(whole + 1..).unwrap_or_default();
        return whole + 1 + run(decimals, |c| c.is_ascii_digit());
    }
    if first.is_alphabetic() {
        return run(rest, |c| c.is_alphabetic() || c == '\'' || c == '’');
    }
    first.len_utf8()
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

/// Numbers with units, one after another: "1 hour and 30 minutes".
pub(super) struct Quantity {
    /// The token after the last.
    pub(super) end: usize,
    pub(super) seconds: f64,
    pub(super) unit_seconds: u32,
}

/// The quantity that begins at token `start`.
pub(super) fn quantity(tokens: &[Token<'_>], start: usize) -> Option<Quantity> {
    // "2-3 hours" has two ends, ":30 minutes" is half of something else.
    if start > 0 {
        let before = tokens.get(start - 1)?;
        if matches!(before.text, "-" | "–" | "—" | ":" | "$" | "€" | "£")
            && tokens.get(start)?.is_attached
        {
            return None;
        }
    }
    let mut quantity = step(tokens, start)?;
    loop {
        let mut next = quantity.end;
        while tokens
            .get(next)
            .is_some_and(|token| token.is("and") || token.text == ",")
        {
            next += 1;
        }
        match step(tokens, next) {
            Some(more) if more.unit_seconds < quantity.unit_seconds => {
                quantity.seconds += more.seconds;
                quantity.unit_seconds = more.unit_seconds;
                quantity.end = more.end;
            }
            _ => return Some(quantity),
        }
    }
}

/// One number with its unit.
fn step(tokens: &[Token<'_>], start: usize) -> Option<Quantity> {
    let first = tokens.get(start)?;
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.is(word));
    let (mut number, mut at) = (number(first.text)?, start + 1);
    if first.is("half") && (is(at, "a") || is(at, "an")) {
        at += 1;
    } else if is(at, "and") && is(at + 1, "a") && is(at + 2, "half") {
        (number, at) = (number + 0.5, at + 3);
    } else if number >= 20.0 && is(at, "-") {
        // "forty-five"; "45-minute" goes on below.
        if let Some(ones) = tokens.get(at + 1).and_then(|token| word_number(token.text)) {
            (number, at) = (number + ones, at + 2);
        }
    }
    if is(at, "-") {
        at += 1;
    }
    let unit = tokens.get(at)?;
    let seconds = unit_seconds(unit)?;
    at += 1;
    if is(at, "and") && is(at + 1, "a") && is(at + 2, "half") {
        (number, at) = (number + 0.5, at + 3);
    }
    Some(Quantity {
        end: at,
        seconds: number * f64::from(seconds),
        unit_seconds: if number.fract() == 0.0 {
            seconds
        } else {
            seconds / 2
        },
    })
}

fn number(text: &str) -> Option<f64> {
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return word_number(text);
    }
    if text.len() > 6 {
        return None;
    }
    // By hand: the standard library's reader of any float at all is 13 KB of the page.
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let digits: u32 = format!("{whole}{decimals}").parse().ok()?;
    let scale = 10_u32.checked_pow(u32::try_from(decimals.len()).ok()?)?;
    Some(f64::from(digits) / f64::from(scale))
}

fn word_number(text: &str) -> Option<f64> {
    const WORDS: [(&str, u8); 20] = [
        ("one", 1),
        ("a", 1),
        ("an", 1),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
        ("eleven", 11),
        ("twelve", 12),
        ("fifteen", 15),
        ("twenty", 20),
        ("thirty", 30),
        ("forty", 40),
        ("fifty", 50),
        ("ninety", 90),
    ];
    if text.eq_ignore_ascii_case("half") {
        return Some(0.5);
    }
    WORDS
        .iter()
        .find(|(word, _)| word.eq_ignore_ascii_case(text))
        .map(|(_, value)| f64::from(*value))
}

/// A single letter is a unit only right behind its number: "1h50m".
fn unit_seconds(token: &Token<'_>) -> Option<u32> {
    const UNITS: [(u32, &[&str], &str); 4] = [
        (1, &["second", "seconds", "sec", "secs"], "s"),
        (60, &["minute", "minutes", "min", "mins"], "m"),
        (3600, &["hour", "hours", "hr", "hrs"], "h"),
        (86_400, &["day", "days"], "d"),
    ];
    UNITS
        .iter()
        .find(|(_, words, letter)| token.is_any(words) || (token.is_attached && token.is(letter)))
        .map(|(seconds, _, _)| *seconds)
}
