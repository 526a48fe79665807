//! Zones: what people write for one, and what time it is in it.
//!
//! The rules of zones come in through [`ZoneRules`], as one question: how far a zone is from UTC at
//! a moment. Everything else follows from that, so that the page can ask the browser and carries no
//! table of its own. Nothing here knows what time it is now.

mod abbreviations;
mod conversion;
mod local;
#[cfg(not(target_arch = "wasm32"))]
mod native;
mod offset;
mod suffix;
mod written;

use chrono::{NaiveDate, NaiveDateTime};

pub use conversion::{Caution, ClockChange, Converted, convert};
pub use local::Local;
#[cfg(not(target_arch = "wasm32"))]
pub use native::ChronoTz;
pub use offset::Offset;
pub(crate) use suffix::without_zone;
pub use written::{Zone, ZoneReading};

/// The rules of the zones of the IANA database (<https://www.iana.org/time-zones>).
pub trait ZoneRules {
    /// How many seconds local time is ahead of UTC at a moment given in UTC; east is positive.
    /// `None` when the zone is not known. The name may be in any case.
    fn offset_at(&self, name: &str, utc: NaiveDateTime) -> Option<i32>;

    /// The names that can be suggested, in order; empty where nobody can list them.
    fn names(&self) -> Vec<String> {
        Vec::new()
    }

    /// The usual spelling of a name given in any case; `None` when the zone is not known.
    fn canonical(&self, name: &str) -> Option<String> {
        let is_same = |known: &String| known.eq_ignore_ascii_case(name);
        self.names().into_iter().find(is_same).or_else(|| {
            // Old and new names of one place may both be known while only one is listed.
            self.offset_at(name, NaiveDate::default().into())?;
            Some(written::spelled(name))
        })
    }
}
