//! Running the checks: every finding of a document, in the order in which the document shows the
//! places that they are about.

use std::collections::BTreeMap;
use std::ops::Range;

use super::language::keep_largest;
use super::subject::is_reason;
use super::{About, CHECKS, Check, Kind, Replacement, Subject};
use crate::postmortem::{Facet, Field, Place, Postmortem, RowId, Waiver};
use crate::template::{Block, Template, layout};

/// One result of a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What its check is about.
    pub check: &'static About,
    /// The field or row to go to.
    pub place: Place,
    /// Which of its inputs, where it has several and one of them is meant.
    pub facet: Option<Facet>,
    /// Which bytes of the field's text (or the row's) it is about; `None` for all of it.
    pub span: Option<Range<usize>>,
    /// What is the matter: sentence case, no full stop.
    pub message: String,
    /// Words that can stand there instead, where that is surely safe; [`apply`](super::apply) puts
    /// them there.
    pub replacement: Option<Replacement>,
    /// Whether it may well be right as it stands: a hint keeps no section from being complete.
    pub is_hint: bool,
    /// Why it does not apply, where the document says so. Such a finding is shown and counts for
    /// nothing.
    pub waived: Option<String>,
}

impl Finding {
    /// Whether somebody still has to look at it: no hint, and not waived.
    pub fn counts(&self) -> bool {
        !self.is_hint && self.waived.is_none()
    }

    /// Whether a waiver is about this finding: it names the check, and the place or none. All that a
    /// check finds at one place is waived together.
    pub fn is_covered_by(&self, waiver: &Waiver) -> bool {
        covers(waiver, self.check, self.place)
    }

    /// The waiver of this finding alone, for that reason.
    pub fn waiver(&self, reason: impl Into<String>) -> Waiver {
        Waiver {
            check: self.check.name.to_owned(),
            place: Some(self.place),
            reason: reason.into(),
        }
    }
}

/// Every finding that matters to whoever writes the document, in panel order: the template's parts,
/// in them the fields, in them the rows, and at one place the checks as the catalogue lists them.
pub fn findings(document: &Postmortem, template: &'static Template) -> Vec<Finding> {
    found(document, template, |check| {
        !check.profiles.is_for_publishing()
    })
}

/// What is not for everyone's eyes, in the same order: for whoever is about to publish the document
/// or to send it out of the house. Secrets, which nobody should see, are among [`findings`] as well.
pub fn findings_before_publishing(
    document: &Postmortem,
    template: &'static Template,
) -> Vec<Finding> {
    found(document, template, |check| check.about.is_about_privacy())
}

fn found(
    document: &Postmortem,
    template: &'static Template,
    is_wanted: impl Fn(&Check) -> bool,
) -> Vec<Finding> {
    let subject = Subject::new(document, template);
    let mut findings = raised(&subject, is_wanted);
    let order = Order::of(document, template);
    findings.sort_by_key(|finding| order.key(finding.place));
    findings
}

/// What the checks that are wanted find, as the catalogue lists them.
pub(super) fn raised(subject: &Subject<'_>, is_wanted: impl Fn(&Check) -> bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    let checks = CHECKS.iter().copied();
    for check in checks.filter(|check| is_wanted(check)) {
        if !check.profiles.include(subject.template) {
            continue;
        }
        findings.extend((check.run)(subject).into_iter().map(|flaw| Finding {
            check: &check.about,
            place: flaw.place,
            facet: flaw.facet,
            span: flaw.span,
            message: flaw.message,
            replacement: flaw.replacement,
            is_hint: flaw.is_hint,
            waived: reason(subject.document, &check.about, flaw.place),
        }));
    }
    keep_largest(&mut findings);
    // What a section does not say is not missing once it says why.
    findings.retain(|finding| {
        finding.check.kind != Kind::Missing || !subject.is_excused(finding.place.field)
    });
    findings
}

/// Why what a check finds at a place does not apply, where the document says so.
fn reason(document: &Postmortem, check: &About, place: Place) -> Option<String> {
    let mut waivers = document.waivers.iter();
    let waiver = waivers.find(|waiver| covers(waiver, check, place) && is_reason(&waiver.reason));
    waiver.map(|waiver| waiver.reason.clone())
}

fn covers(waiver: &Waiver, check: &About, place: Place) -> bool {
    waiver.place.is_none_or(|waived| waived == place)
        && [check.name, check.code]
            .iter()
            .any(|name| name.eq_ignore_ascii_case(&waiver.check))
}

/// Where each place stands in the document.
struct Order {
    fields: BTreeMap<Field, (usize, usize)>,
    rows: BTreeMap<Place, (usize, usize, usize)>,
}

impl Order {
    fn of(document: &Postmortem, template: &'static Template) -> Self {
        let mut fields = BTreeMap::new();
        for (part_index, part) in template.parts.iter().enumerate() {
            for (slot_index, slot) in part.slots.iter().enumerate() {
                fields.insert(slot.field, (part_index, slot_index));
            }
        }
        let mut rows = BTreeMap::new();
        let mut insert = |field: Field, ids: &mut dyn Iterator<Item = RowId>| {
            let (part, slot) = fields.get(&field).copied().unwrap_or(LAST);
            for (index, id) in ids.enumerate() {
                rows.insert(Place::row(field, id), (part, slot, index));
            }
        };
        for field in Field::ALL {
            if let Some(items) = document.items(*field) {
                insert(*field, &mut items.iter().map(|item| item.id));
            }
        }
        insert(
            Field::Timeline,
            &mut document.timeline.events.iter().map(|event| event.id),
        );
        insert(
            Field::ActionItems,
            &mut document.follow_up.action_items.iter().map(|row| row.id),
        );
        // An extra section stands after the last field of the part that it follows.
        let mut parts = 0_usize;
        for (index, block) in layout(document, template).into_iter().enumerate() {
            match block {
                Block::Part(_) => parts += 1,
                Block::Guided(_, Some(extra)) | Block::Extra(extra) => {
                    let place = Place::row(Field::Extra, extra.id);
                    rows.insert(place, (parts.saturating_sub(1), usize::MAX, index));
                }
                Block::Guided(_, None) => {}
            }
        }
        Self { fields, rows }
    }

    /// A field as a whole comes before its rows.
    fn key(&self, place: Place) -> (usize, usize, Option<usize>) {
        if let Some((part, slot, row)) = self.rows.get(&place) {
            return (*part, *slot, Some(*row));
        }
        let (part, slot) = self.fields.get(&place.field).copied().unwrap_or(LAST);
        (part, slot, None)
    }
}

/// Where a field stands that the template does not place.
const LAST: (usize, usize) = (usize::MAX, usize::MAX);
