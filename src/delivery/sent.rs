//! When something was sent, as mail says it.

use std::fmt;

use chrono::{DateTime, Datelike, NaiveDate, Timelike};

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A moment, and the clock by which it is told. Shown as `Tue, 17 Sep 2024 11:47:00 +0200`
/// (RFC 2822).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SentAt {
    /// Seconds since the start of 1970 in UTC.
    pub seconds: i64,
    /// How far the clock is ahead of UTC, in minutes.
    pub offset_minutes: i32,
}

impl SentAt {
    /// Reads `2024-09-17T11:47:00+02:00` (RFC 3339), or `2024-09-17` as the start of that day in
    /// UTC.
    pub fn parse(text: &str) -> Option<Self> {
        if let Ok(moment) = DateTime::parse_from_rfc3339(text) {
            return Some(Self {
                seconds: moment.timestamp(),
                offset_minutes: moment.offset().local_minus_utc() / 60,
            });
        }
        let day: NaiveDate = text.parse().ok()?;
        Some(Self {
            seconds: day.and_hms_opt(0, 0, 0)?.and_utc().timestamp(),
            offset_minutes: 0,
        })
    }
}

impl fmt::Display for SentAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let local = self
            .seconds
            .saturating_add(i64::from(self.offset_minutes).saturating_mul(60));
        let local = DateTime::from_timestamp(local, 0).unwrap_or_default();
        let name = |names: &[&'static str], index: u32| {
            let name = names.get(index as usize);
            name.copied().unwrap_or_default()
        };
        let minutes = self.offset_minutes.unsigned_abs();
        write!(
            f,
            "{}, {} {} {:04} {:02}:{:02}:{:02} {}{:02}{:02}",
            name(&DAYS, local.weekday().num_days_from_monday()),
            local.day(),
            name(&MONTHS, local.month0()),
            local.year(),
            local.hour(),
            local.minute(),
            local.second(),
            if self.offset_minutes < 0 { '-' } else { '+' },
            minutes / 60,
            minutes % 60,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_told_as_in_mail() {
        for (text, told) in [
            (
                "2024-09-17T11:47:00+02:00",
                "Tue, 17 Sep 2024 11:47:00 +0200",
            ),
            (
                "2024-12-31T23:59:58-09:30",
                "Tue, 31 Dec 2024 23:59:58 -0930",
            ),
            ("2024-02-29T00:00:00Z", "Thu, 29 Feb 2024 00:00:00 +0000"),
            ("2021-03-07", "Sun, 7 Mar 2021 00:00:00 +0000"),
        ] {
            let sent = SentAt::parse(text).map(|sent| sent.to_string());
            assert_eq!(sent.as_deref(), Some(told), "{text}");
        }
        for text in ["", "yesterday", "2024-13-01", "2024-09-17 11:47"] {
            assert_eq!(SentAt::parse(text), None, "{text}");
        }
    }
}
