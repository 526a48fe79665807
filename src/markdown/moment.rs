//! A date and a time in one line, and back.
//!
//! What was understood is written plainly. What was not is written so that its two halves come
//! apart again where they were: each way of writing is read back first, and the last always holds.

use chrono::NaiveDate;

use super::escape::{escape, split_bare, unescape};
use crate::postmortem::{ClockTime, Entered, Moment, Typed};

/// Longer than any text that is a date and a time: what is longer is not searched for them.
const LONGEST: usize = 64;

/// The moment as Markdown; empty when nothing was entered.
pub(super) fn write(moment: &Moment) -> String {
    let date = escape(&moment.date.text(), &[',', ';']);
    let time = escape(&moment.time.text(), &[',', ';']);
    let plain = [date.as_str(), time.as_str()]
        .into_iter()
        .filter(|half| !half.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let halves = |separator: &str| format!("{date}{separator} {time}").trim().to_owned();
    if read(&plain) == *moment {
        return plain;
    }
    let apart = halves(",");
    if read(&apart) == *moment {
        apart
    } else {
        halves(";")
    }
}

/// Reads a moment.
pub(super) fn read(markdown: &str) -> Moment {
    if let Some((date, time)) = split_bare(markdown, ";") {
        return halves(date, time);
    }
    let whole = unescape(markdown);
    if let Some(moment) = understood(&whole) {
        return moment;
    }
    match split_bare(markdown, ",") {
        // "Sep 31, 2024": four digits behind a comma are a year, not a time.
        Some((_, time)) if is_number(time) => Moment {
            date: Entered::AsTyped(whole),
            time: Entered::Empty,
        },
        Some((date, time)) => halves(date, time),
        None => Moment {
            date: Entered::Empty,
            time: whole.as_str().into(),
        },
    }
}

/// The moment that a text is beyond doubt.
pub(super) fn understood(text: &str) -> Option<Moment> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    if let Some(time) = ClockTime::parse(text) {
        return Some(Moment {
            date: Entered::Empty,
            time: Entered::Known(time),
        });
    }
    if let Some(date) = NaiveDate::parse(text) {
        return Some(Moment {
            date: Entered::Known(date),
            time: Entered::Empty,
        });
    }
    text.match_indices([' ', 'T']).find_map(|(at, between)| {
        let (date, rest) = text.split_at_checked(at)?;
        let date = NaiveDate::parse(date.trim_end_matches([',', ' ']))?;
        let time = rest.strip_prefix(between)?.trim_start();
        let time = ClockTime::parse(time.strip_prefix("at ").unwrap_or(time))?;
        Some(Moment {
            date: Entered::Known(date),
            time: Entered::Known(time),
        })
    })
}

fn is_number(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn halves(date: &str, time: &str) -> Moment {
    Moment {
        date: unescape(date).as_str().into(),
        time: unescape(time).as_str().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_halves_of_a_moment_come_apart_where_they_were() {
        for (date, time, markdown) in [
            ("2023-02-15", "14:30", "2023-02-15 14:30"),
            ("2023-02-15", "", "2023-02-15"),
            ("", "2:30 pm", "14:30"),
            ("", "soon after lunch", "soon after lunch"),
            ("Feb 15", "", "Feb 15,"),
            ("Feb 15", "lunch", "Feb 15, lunch"),
            ("Feb", "15 2023", "Feb; 15 2023"),
            (
                "2023-02-15",
                "lunch, or later",
                "2023-02-15, lunch\\, or later",
            ),
            ("14:30", "", "14:30,"),
            ("", "2023-02-15", ", 2023-02-15"),
            ("a; b", "c", "a\\; b, c"),
            ("", "", ""),
        ] {
            let moment = Moment {
                date: date.into(),
                time: time.into(),
            };
            assert_eq!(write(&moment), markdown);
            assert_eq!(read(markdown), moment, "{markdown}");
        }
    }

    #[test]
    fn dates_with_times_are_read_as_others_write_them() {
        for text in [
            "2023-02-15T14:30",
            "15 February 2023, 2:30 pm",
            "Feb 15, 2023 at 14:30",
        ] {
            assert_eq!(write(&read(text)), "2023-02-15 14:30", "{text}");
        }
    }
}
