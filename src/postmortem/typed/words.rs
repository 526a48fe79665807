//! What was understood, in words for the person who typed it.

use super::{Day, TypedMoment, length};
use crate::postmortem::Typed;
use crate::postmortem::time::long_date;

impl TypedMoment {
    /// What was understood: "14:30", "23:50 the day before", "00:10, next day: earlier than the row
    /// above", "14:35, 5 minutes after the row above". Empty when nothing was entered.
    pub fn words(&self) -> String {
        let mut words = String::new();
        if let Some(time) = self.moment.time.known() {
            let canonical = time.canonical();
            match canonical.strip_prefix('~') {
                Some(exact) => words = format!("about {exact}"),
                None => words = canonical,
            }
        }
        if let Some(zone) = &self.zone {
            words = format!("{words} {zone}");
        }
        let date = self.moment.date.known().copied().map(long_date);
        match (self.day, date) {
            (Day::AsAbove, _) => {}
            (Day::AsAboveButEarlier, _) => words.push_str(", earlier than the row above"),
            (Day::RolledOver, _) => words.push_str(", next day: earlier than the row above"),
            (Day::Same, _) => words.push_str(" the same day"),
            (Day::Before, _) => words.push_str(" the day before"),
            (Day::After, _) => words.push_str(" the next day"),
            (Day::Given, Some(date)) if words.is_empty() => words = date,
            (Day::Given, Some(date)) => words = format!("{words} on {date}"),
            (Day::Given, None) => {}
        }
        if let Some(after) = self.after {
            let length = length::words(after);
            words = match after.num_seconds() {
                0 => format!("{words}, as the row above"),
                1.. => format!("{words}, {length} after the row above"),
                _ => format!("{words}, {length} before the row above"),
            };
        }
        words
    }
}
