//! Whether a text that is pasted into an event may be lines of their own: looked at before it is
//! read, because it has to be known before the browser has put it there.

/// So many lines with a time make of a text that is pasted into an event lines of their own.
pub const FEWEST_LINES: usize = 2;

/// Whether enough lines look as if they had a time: they hold one like 9:05 or 14:30:05, or begin
/// with an ISO date or an epoch stamp. It errs on the side of many: who reads them says how many
/// have one.
pub fn is_many(text: &str) -> bool {
    let timed = text.split(['\n', '\r']).filter(|line| is_timed(line));
    timed.take(FEWEST_LINES).count() == FEWEST_LINES
}

fn is_timed(line: &str) -> bool {
    let start = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    begins_with_date(start) || begins_with_epoch(start) || holds_clock(line)
}

/// 2024-05-03
fn begins_with_date(line: &str) -> bool {
    let date = line.get(..10).unwrap_or_default();
    date.len() == 10
        && date.char_indices().all(|(at, c)| match at {
            4 | 7 => c == '-',
            _ => c.is_ascii_digit(),
        })
}

/// Ten digits are seconds, thirteen milliseconds.
fn begins_with_epoch(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - rest.len();
    (digits == 10 || digits == 13) && !rest.starts_with(char::is_alphanumeric)
}

/// "src/main.rs:10:22" and "10.0.0.1:22" hold no time, "03/May/2024:14:31:05" does.
fn holds_clock(line: &str) -> bool {
    let parts: Vec<&str> = line.split(':').collect();
    let is_minute = |at: usize| parts.get(at).is_some_and(|part| begins_with_minute(part));
    parts.iter().enumerate().any(|(at, part)| {
        let is_apart = match before_hour(part) {
            None => false,
            Some("") => at == 0 || is_minute(at.saturating_add(2)),
            Some(stem) => !stem.ends_with(|c: char| c == '.' || (c.is_alphanumeric() && c != 'T')),
        };
        is_apart && is_minute(at.saturating_add(1))
    })
}

/// What stands before the hour that a text ends with.
fn before_hour(text: &str) -> Option<&str> {
    let stem = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = text.get(stem.len()..).filter(|digits| digits.len() <= 2)?;
    let hour: u32 = digits.parse().ok()?;
    (hour <= 24).then_some(stem)
}

fn begins_with_minute(text: &str) -> bool {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    digits == 2 && text < "6"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_with_a_time_is_told_from_others() {
        for (line, is_it) in [
            ("9:05 slow", true),
            ("[14:30:05] mara: slow", true),
            ("mara  [2:31 PM]", true),
            ("Date:   Fri May 3 14:31:05 2024 +0000", true),
            ("at=2024-05-03T14:30:05Z level=info", true),
            ("2024-05-03 the lamp was bought", true),
            ("| 2024-05-03 | slow |", true),
            ("1714746665 slow", true),
            ("1714746665123,slow", true),
            ("[1714746665.123] slow", true),
            (
                "10.0.0.7 - - [03/May/2024:14:31:05 +0000] \"GET /\" 502",
                true,
            ),
            ("", false),
            ("one, at length", false),
            ("at 9:5 and 25:10 and 12:75 and 12:345", false),
            ("src/main.rs:10:22: error", false),
            ("10.0.0.1:22 is refused", false),
            ("a1:22, and 17147466651 lamps", false),
            ("20240-05-03", false),
            ("Größe: 12", false),
            ("日本語日本語: x", false),
        ] {
            assert_eq!(is_timed(line), is_it, "{line:?}");
        }
    }

    #[test]
    fn it_takes_two_lines_with_a_time() {
        assert!(is_many("9:05 slow\r\nmore of it\r\n9:07 fast"));
        assert!(is_many("9:05 slow\r9:07 fast"));
        assert!(!is_many("slow from 9:05 to 9:07"));
        assert!(!is_many("one\n9:07 fast\n"));
    }
}
