//! The rules of zones outside a browser: those that chrono-tz carries.

use chrono::{NaiveDateTime, Offset, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};

use super::ZoneRules;

/// The rules that chrono-tz carries, which are those of the IANA database when it was released.
#[derive(Clone, Copy, Debug, Default)]
pub struct ChronoTz;

impl ZoneRules for ChronoTz {
    fn offset_at(&self, name: &str, utc: NaiveDateTime) -> Option<i32> {
        let zone = name.parse::<Tz>().ok().or_else(|| {
            let is_same = |zone: &&Tz| zone.name().eq_ignore_ascii_case(name);
            TZ_VARIANTS.iter().find(is_same).copied()
        })?;
        Some(zone.offset_from_utc_datetime(&utc).fix().local_minus_utc())
    }

    fn names(&self) -> Vec<String> {
        TZ_VARIANTS
            .iter()
            .map(|zone| zone.name().to_owned())
            .collect()
    }
}
