//! What one input shows and writes, as text, whatever its type: the one list of them.

use super::{Choice, Entered, EventKind, Field, Milestone, Place, Postmortem, Typed};

/// One text of the document: of a place that holds one text, that; of a place that holds several,
/// one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The place.
    pub place: Place,
    /// Which of its texts.
    pub facet: Facet,
}

/// Which of the texts of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "each is named after the member that it stands for"
)]
pub enum Facet {
    /// The main text, or the only one.
    Text,
    Heading,
    Date,
    Time,
    Kind,
    Milestone,
    /// Whether a row is key: the word for it, or nothing.
    Key,
    Evidence,
    Owner,
    Due,
    Priority,
    Status,
    Ticket,
    /// Why there is nothing to say in the section of a field; no input of the field itself.
    Reason,
}

impl Facet {
    /// Every facet.
    pub const ALL: &'static [Self] = &[
        Self::Text,
        Self::Heading,
        Self::Date,
        Self::Time,
        Self::Kind,
        Self::Milestone,
        Self::Key,
        Self::Evidence,
        Self::Owner,
        Self::Due,
        Self::Priority,
        Self::Status,
        Self::Ticket,
        Self::Reason,
    ];

    /// The facet in identifiers.
    pub fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Heading => "heading",
            Self::Date => "date",
            Self::Time => "time",
            Self::Kind => "kind",
            Self::Milestone => "milestone",
            Self::Key => "key",
            Self::Evidence => "evidence",
            Self::Owner => "owner",
            Self::Due => "due",
            Self::Priority => "priority",
            Self::Status => "status",
            Self::Ticket => "ticket",
            Self::Reason => "reason",
        }
    }
}

/// Something that is shown and typed as text.
trait Input {
    /// The text to show.
    fn text(&self) -> String;

    /// Whether it stands as it was typed because it was not understood.
    fn is_as_typed(&self) -> bool {
        false
    }

    /// Whether a text, typed, would be what stands there.
    fn means(&self, text: &str) -> bool {
        self.text() == text
    }

    /// Takes a text as it was typed. False when that changes nothing.
    fn enter(&mut self, text: &str) -> bool;
}

impl Input for String {
    fn text(&self) -> String {
        self.clone()
    }

    fn enter(&mut self, text: &str) -> bool {
        let is_new = self != text;
        if is_new {
            text.clone_into(self);
        }
        is_new
    }
}

impl<T: Typed> Input for Entered<T> {
    fn text(&self) -> String {
        Entered::text(self)
    }

    fn is_as_typed(&self) -> bool {
        matches!(self, Self::AsTyped(_))
    }

    fn means(&self, text: &str) -> bool {
        *self == Self::from(text)
    }

    fn enter(&mut self, text: &str) -> bool {
        change(self, text.into())
    }
}

/// Always answered: a text that is no label means the default.
impl Input for EventKind {
    fn text(&self) -> String {
        self.label().to_owned()
    }

    fn enter(&mut self, text: &str) -> bool {
        change(self, Self::from_label(text).unwrap_or_default())
    }
}

impl Input for Option<Milestone> {
    fn text(&self) -> String {
        self.map(Choice::label).unwrap_or_default().to_owned()
    }

    fn enter(&mut self, text: &str) -> bool {
        change(self, Milestone::from_label(text))
    }
}

/// A box that is ticked or not: any text but a blank one ticks it.
impl Input for bool {
    fn text(&self) -> String {
        if *self { TICKED } else { "" }.to_owned()
    }

    fn enter(&mut self, text: &str) -> bool {
        change(self, !text.trim().is_empty())
    }
}

/// The text of a box that is ticked.
const TICKED: &str = "key";

fn change<T: PartialEq>(value: &mut T, new: T) -> bool {
    let is_new = *value != new;
    if is_new {
        *value = new;
    }
    is_new
}

impl Postmortem {
    /// The text at a spot; empty when there is no such spot, as that of a row that is gone.
    pub fn text_at(&self, spot: Spot) -> String {
        self.input(spot)
            .map(|input| input.text())
            .unwrap_or_default()
    }

    /// Whether what stands at a spot was not understood.
    pub fn is_as_typed_at(&self, spot: Spot) -> bool {
        self.input(spot).is_some_and(|input| input.is_as_typed())
    }

    /// Whether a text, entered at a spot, would change nothing.
    pub fn means_at(&self, spot: Spot, text: &str) -> bool {
        self.input(spot).is_some_and(|input| input.means(text))
    }

    /// Enters a text at a spot. False when that changes nothing.
    pub fn enter_at(&mut self, spot: Spot, text: &str) -> bool {
        self.input_mut(spot).is_some_and(|input| input.enter(text))
    }
}

/// Writes `fn $name`, once to read and once to write: the two differ by `mut` alone, and no spot
/// may be shown from one member and written to another.
macro_rules! input {
    ($name:ident, $iter:ident, $moment:ident, $items:ident, $($mut:tt)?) => {
        fn $name(& $($mut)? self, spot: Spot) -> Option<& $($mut)? dyn Input> {
            let Spot { place, facet } = spot;
            let Some(row) = place.row else {
                return Some(match (place.field, facet) {
                    (Field::Title, _) => & $($mut)? self.overview.title,
                    (Field::Reference, _) => & $($mut)? self.overview.reference,
                    (Field::Status, _) => & $($mut)? self.overview.status,
                    (Field::Severity, _) => & $($mut)? self.overview.severity,
                    (Field::SeverityMeaning, _) => & $($mut)? self.overview.severity_meaning,
                    (Field::Authors, _) => & $($mut)? self.overview.authors,
                    (Field::Services, _) => & $($mut)? self.overview.services,
                    (Field::Summary, _) => & $($mut)? self.summary.text,
                    (field @ (Field::Start | Field::End), Facet::Date) => {
                        & $($mut)? self.$moment(field)?.date
                    }
                    (field @ (Field::Start | Field::End), _) => {
                        & $($mut)? self.$moment(field)?.time
                    }
                    (Field::TimeZone, _) => & $($mut)? self.summary.time_zone,
                    (Field::Cause, _) => & $($mut)? self.summary.cause,
                    (Field::WhatUsersSaw, _) => & $($mut)? self.impact.what_users_saw,
                    (Field::AffectedShare, _) => & $($mut)? self.impact.affected_share,
                    (Field::AffectedNumber, _) => & $($mut)? self.impact.affected_number,
                    (Field::Trigger, _) => & $($mut)? self.analysis.trigger,
                    (Field::RootCause, _) => & $($mut)? self.analysis.root_cause,
                    (Field::Detection, _) => & $($mut)? self.detection.text,
                    (Field::Resolution, _) => & $($mut)? self.resolution.text,
                    (Field::Conclusion, _) => & $($mut)? self.conclusion.text,
                    _ => return None,
                });
            };
            match place.field {
                Field::Timeline => {
                    let event = self.timeline.events.$iter().find(|event| event.id == row)?;
                    Some(match facet {
                        Facet::Date => & $($mut)? event.when.date,
                        Facet::Time => & $($mut)? event.when.time,
                        Facet::Kind => & $($mut)? event.kind,
                        Facet::Milestone => & $($mut)? event.milestone,
                        Facet::Key => & $($mut)? event.is_key,
                        Facet::Evidence => & $($mut)? event.evidence,
                        _ => & $($mut)? event.text,
                    })
                }
                Field::ActionItems => {
                    let mut actions = self.follow_up.action_items.$iter();
                    let action = actions.find(|action| action.id == row)?;
                    Some(match facet {
                        Facet::Owner => & $($mut)? action.owner,
                        Facet::Due => & $($mut)? action.due,
                        Facet::Kind => & $($mut)? action.kind,
                        Facet::Priority => & $($mut)? action.priority,
                        Facet::Status => & $($mut)? action.status,
                        Facet::Ticket => & $($mut)? action.ticket,
                        _ => & $($mut)? action.text,
                    })
                }
                Field::Extra => {
                    let section = self.extras.sections.$iter().find(|section| section.id == row)?;
                    Some(match facet {
                        Facet::Heading => & $($mut)? section.heading,
                        _ => & $($mut)? section.body,
                    })
                }
                field => {
                    let item = self.$items(field)?.$iter().find(|item| item.id == row)?;
                    Some(& $($mut)? item.text)
                }
            }
        }
    };
}

impl Postmortem {
    input!(input, iter, moment, items,);
    input!(input_mut, iter_mut, moment_mut, items_mut, mut);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postmortem::{Event, RowId};

    #[test]
    fn every_field_that_is_one_text_is_shown_as_it_was_entered() {
        let mut document = Postmortem::default();
        for field in Field::ALL {
            let spot = Spot {
                place: Place::field(*field),
                facet: Facet::Text,
            };
            let is_text = document.prose(*field).is_some() || document.line(*field).is_some();
            let is_moment = document.moment(*field).is_some();
            assert_eq!(document.enter_at(spot, "80%"), is_text || is_moment);
            let shown = document.text_at(spot);
            assert_eq!(shown.is_empty(), !is_text && !is_moment);
            if is_text {
                let text = document.prose(*field).map(str::to_owned);
                assert_eq!(text.or(document.line(*field)).unwrap(), shown);
            }
        }
    }

    #[test]
    fn a_row_is_found_by_its_identity() {
        let mut document = Postmortem::default();
        let event = |id| Event {
            id: RowId(id),
            ..Event::default()
        };
        document.timeline.events = vec![event(1), event(2)];
        let spot = |facet, id| Spot {
            place: Place::row(Field::Timeline, RowId(id)),
            facet,
        };
        assert!(document.enter_at(spot(Facet::Time, 2), "2:30 pm"));
        assert!(!document.enter_at(spot(Facet::Time, 2), "14:30"));
        assert!(document.enter_at(spot(Facet::Date, 2), "soon"));
        assert!(document.is_as_typed_at(spot(Facet::Date, 2)));
        assert_eq!(document.text_at(spot(Facet::Time, 2)), "14:30");
        assert_eq!(document.text_at(spot(Facet::Time, 1)), "");
        assert!(!document.enter_at(spot(Facet::Time, 3), "14:30"));
        assert!(document.enter_at(spot(Facet::Key, 1), "key"));
        assert!(!document.enter_at(spot(Facet::Key, 1), "key"));
        assert_eq!(document.text_at(spot(Facet::Key, 1)), "key");
        assert_eq!(document.text_at(spot(Facet::Key, 2)), "");
        assert!(document.enter_at(spot(Facet::Key, 1), ""));
        assert!(!document.timeline.events[0].is_key);
    }
}
