//! Checks on the head of the document, and on the document as a whole.

pub(super) mod contradicted_nothing_to_say;
pub(super) mod missing_author;
pub(super) mod missing_severity;
pub(super) mod missing_status;
pub(super) mod missing_title;
pub(super) mod mixed_time_zones;
pub(super) mod nondescript_title;
pub(super) mod pasted_chat;
pub(super) mod stale_waiver;
pub(super) mod unexplained_nothing_to_say;
pub(super) mod unexplained_waiver;
pub(super) mod unfilled_placeholder;
pub(super) mod unnamed_leads;
pub(super) mod unnamed_link;
pub(super) mod unreadable_date_or_time;
pub(super) mod wrong_weekday;

use super::{Check, Subject, check_named};
use crate::postmortem::{Field, Place, Waiver};

/// The check that a waiver names.
fn named_check(waiver: &Waiver) -> Option<&'static Check> {
    check_named(&waiver.check)
}

/// Where a finding about a waiver leads: to what is waived, as far as it is still there.
fn place_of(subject: &Subject<'_>, waiver: &Waiver) -> Place {
    if let Some(place) = waiver.place {
        let is_gone = subject.document.position_of(place) == Some(0);
        return if is_gone {
            Place::field(place.field)
        } else {
            place
        };
    }
    let section = named_check(waiver).map(|check| check.about.section);
    let mut fields = Field::ALL.iter().copied();
    let field = fields.find(|field| Some(field.section()) == section);
    Place::field(field.unwrap_or(Field::Title))
}
