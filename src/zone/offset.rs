//! A fixed distance from UTC, as people write it.

use std::fmt;

/// How far local time is ahead of UTC, in whole seconds; east is positive. Shown as "UTC",
/// "UTC+05:30", "UTC-00:44:30".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Offset {
    seconds: i32,
}

impl Offset {
    /// No distance at all.
    pub const UTC: Self = Self { seconds: 0 };

    /// A distance of less than a day; `None` when it is more.
    pub fn from_seconds(seconds: i32) -> Option<Self> {
        const DAY: u32 = 24 * 3600;
        (seconds.unsigned_abs() < DAY).then_some(Self { seconds })
    }

    /// The distance in seconds.
    pub fn seconds(self) -> i32 {
        self.seconds
    }

    /// The distance as a length of time.
    pub(super) fn delta(self) -> chrono::TimeDelta {
        chrono::TimeDelta::seconds(self.seconds.into())
    }

    /// Understands "UTC", "GMT", "Z", "UTC-5", "UTC +5:30", "GMT+0200", "+0200" and "-07:00". From
    /// twelve hours behind to fourteen ahead, which is as far as zones go.
    pub fn parse(text: &str) -> Option<Self> {
        let upper = text.trim().to_ascii_uppercase();
        let after = ["UTC", "GMT"].iter().find_map(|w| upper.strip_prefix(w));
        let number = match after {
            Some("") => return Some(Self::UTC),
            Some(number) => number.trim_start(),
            None if upper == "Z" => return Some(Self::UTC),
            None => &upper,
        };
        let (is_behind, digits) = match number.strip_prefix('+') {
            Some(digits) => (false, digits),
            None => (true, number.strip_prefix(['-', '−'])?),
        };
        let digits = digits.trim_start();
        let (hours, minutes) = match digits.split_once(':') {
            Some((hours, minutes)) if hours.len() <= 2 && minutes.len() == 2 => (hours, minutes),
            Some(_) => return None,
            None if digits.len() <= 2 => (digits, "0"),
            None if digits.len() <= 4 => digits.split_at_checked(digits.len() - 2)?,
            None => return None,
        };
        let is_number = |t: &str| !t.is_empty() && t.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(hours) || !is_number(minutes) {
            return None;
        }
        let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
        let total = hours * 60 + minutes;
        let most = if is_behind { 12 * 60 } else { 14 * 60 };
        let sign = if is_behind { -60 } else { 60 };
        (minutes < 60 && total <= most).then_some(Self {
            seconds: sign * total,
        })
    }
}

impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UTC")?;
        if self.seconds == 0 {
            return Ok(());
        }
        let sign = if self.seconds < 0 { '-' } else { '+' };
        let all = self.seconds.unsigned_abs();
        let (hours, minutes, seconds) = (all / 3600, all / 60 % 60, all % 60);
        write!(f, "{sign}{hours:02}:{minutes:02}")?;
        if seconds > 0 {
            write!(f, ":{seconds:02}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_read_as_people_write_them() {
        for (text, shown) in [
            ("UTC", "UTC"),
            ("gmt", "UTC"),
            ("Z", "UTC"),
            ("UTC-5", "UTC-05:00"),
            ("UTC+05:30", "UTC+05:30"),
            ("UTC +5:30", "UTC+05:30"),
            ("UTC+530", "UTC+05:30"),
            ("GMT+2", "UTC+02:00"),
            ("+0200", "UTC+02:00"),
            ("-07:00", "UTC-07:00"),
            ("UTC−3", "UTC-03:00"),
            ("UTC+14", "UTC+14:00"),
            ("UTC+00:00", "UTC"),
        ] {
            let offset = Offset::parse(text);
            assert_eq!(
                offset.map(|o| o.to_string()).as_deref(),
                Some(shown),
                "{text}"
            );
            assert_eq!(Offset::parse(shown), offset, "{shown} again");
        }
    }

    #[test]
    fn what_is_no_offset_is_not_guessed_at() {
        for text in [
            "",
            "5",
            "UTC5",
            "UTC+",
            "UTC+15",
            "UTC-13",
            "+1:5",
            "+05:60",
            "+05:30:10",
            "UTC+1x",
            "GMTX",
            "+12345",
        ] {
            assert_eq!(Offset::parse(text), None, "{text}");
        }
    }

    #[test]
    fn an_offset_is_less_than_a_day() {
        assert_eq!(Offset::from_seconds(86_400), None);
        let monrovia = Offset::from_seconds(-2670).map(|offset| offset.to_string());
        assert_eq!(monrovia.as_deref(), Some("UTC-00:44:30"));
    }
}
