//! From the headings of a brought template to parts that place every field once.
//!
//! A heading that one of our templates knows places what stands there. What no heading claims gets
//! an optional slot in the part that it is nearest to, or an optional part of its own.

use super::outline::{Heading, Outline};
use crate::postmortem::{Field, Section};
use crate::template::classic::CLASSIC;
use crate::template::names::{Role, normal, role_in_table};
use crate::template::{
    Guided, HEAD, Need, Part, Shape, Slot, TEMPLATES, guide, is_same_name, optional, required,
};

/// Fields that belong together, the one that a part of its own begins with first.
struct Family {
    heading: &'static str,
    fields: &'static [Field],
    /// Whether the others of the family are facts below the first, and not headings of their own.
    has_facts: bool,
    /// Whether it stands before what the template asks for when it asks for none of it.
    is_first: bool,
}

const FAMILIES: [Family; 7] = [
    Family {
        heading: "Summary",
        fields: &[
            Field::Summary,
            Field::Start,
            Field::End,
            Field::TimeZone,
            Field::Cause,
        ],
        has_facts: true,
        is_first: true,
    },
    Family {
        heading: "Impact",
        fields: &[
            Field::WhatUsersSaw,
            Field::AffectedShare,
            Field::AffectedNumber,
            Field::Figures,
        ],
        has_facts: true,
        is_first: true,
    },
    Family {
        heading: "Timeline",
        fields: &[Field::Timeline],
        has_facts: false,
        is_first: false,
    },
    Family {
        heading: "Root cause",
        fields: &[
            Field::RootCause,
            Field::Trigger,
            Field::Factors,
            Field::Whys,
            Field::Detection,
            Field::Resolution,
        ],
        has_facts: false,
        is_first: false,
    },
    Family {
        heading: "Action items",
        fields: &[Field::ActionItems, Field::Improvements],
        has_facts: false,
        is_first: false,
    },
    Family {
        heading: "Lessons learned",
        fields: &[Field::WentWell, Field::WentBadly, Field::Lucky],
        has_facts: false,
        is_first: false,
    },
    Family {
        heading: "Conclusion",
        fields: &[Field::Conclusion],
        has_facts: false,
        is_first: false,
    },
];

/// A part that is being put together.
struct Draft {
    heading: String,
    guidance: String,
    need: Need,
    slots: Vec<Slot>,
    guided: Vec<Guided>,
}

/// The parts, and what a person should know about them.
pub(super) fn parts(outline: &Outline) -> (Vec<Part>, Vec<String>) {
    let mut notes = Vec::new();
    let mut headings: Vec<&Heading> = Vec::new();
    for heading in &outline.headings {
        let is_twice = |known: &&&Heading| is_same_name(&known.name, &heading.name);
        if headings.iter().find(is_twice).is_some() {
            notes.push(format!(
                "There is more than one heading “{}”; the first is taken",
                heading.name
            ));
        } else {
            headings.push(heading);
        }
    }
    let mut claimed: Vec<Field> = Vec::new();
    let mut claim = |field: Field| {
        let is_free = !claimed.contains(&field);
        if is_free {
            claimed.push(field);
        }
        is_free
    };
    // A heading of its own comes before one among several, whatever their order in the text.
    let bodies: Vec<Option<Field>> = headings
        .iter()
        .map(|heading| field_called(&heading.name).filter(|field| claim(*field)))
        .collect();
    let guidance = match outline.guidance.as_str() {
        "" => "What the document is called, how bad the incident was, and whom to ask.",
        guidance => guidance,
    };
    let mut drafts = vec![Draft {
        heading: "About the incident".to_owned(),
        guidance: guidance.to_owned(),
        need: Need::Required,
        slots: HEAD.to_vec(),
        guided: Vec::new(),
    }];
    let mut unplaced = Vec::new();
    for (heading, body) in headings.into_iter().zip(bodies) {
        let mut slots: Vec<Slot> = body
            .map(|field| required(field, Shape::Body))
            .into_iter()
            .collect();
        for name in &heading.subs {
            if let Some(field) = field_called(name).filter(|field| claim(*field)) {
                slots.push(optional(field, Shape::Sub(name.clone().leak())));
            }
        }
        for (field, name) in subs_of(&heading.name) {
            if body.is_none() && claim(field) {
                slots.push(optional(field, Shape::Sub(name)));
            }
        }
        if !slots.is_empty() {
            drafts.push(Draft {
                heading: heading.name.clone(),
                guidance: heading.guidance.clone(),
                need: Need::Required,
                slots,
                guided: Vec::new(),
            });
        } else if let Some(above) = drafts.last_mut() {
            unplaced.push(format!("“{}”", heading.name));
            above.guided.push(Guided {
                heading: heading.name.clone().leak(),
                need: Need::Required,
                guidance: heading.guidance.clone().leak(),
            });
        }
    }
    if !unplaced.is_empty() {
        notes.push(format!(
            "Sections of text without fields: {}",
            unplaced.join(", ")
        ));
    }
    for family in &FAMILIES {
        place_rest(family, &claimed, &mut drafts);
    }
    (drafts.into_iter().map(finish).collect(), notes)
}

/// Places the fields of a family that no heading claims.
fn place_rest(family: &Family, claimed: &[Field], drafts: &mut Vec<Draft>) {
    let rest = || {
        family
            .fields
            .iter()
            .copied()
            .filter(|field| !claimed.contains(field))
    };
    if rest().next().is_none() {
        return;
    }
    let holds = |draft: &Draft, fields: &[Field]| {
        let mut slots = draft.slots.iter();
        slots.any(|slot| fields.contains(&slot.field))
    };
    let at = drafts.iter().position(|draft| holds(draft, family.fields));
    // What users saw is a fact of the summary where it has no heading of its own.
    let summary = drafts
        .iter()
        .position(|draft| holds(draft, &[Field::Summary]));
    let at = at.or(summary.filter(|_| family.has_facts));
    if let Some(home) = at.and_then(|at| drafts.get_mut(at)) {
        let shape = |field| shape_of(field, family.has_facts);
        home.slots
            .extend(rest().map(|field| optional(field, shape(field))));
        return;
    }
    let mut slots: Vec<Slot> = rest()
        .map(|field| optional(field, shape_of(field, family.has_facts)))
        .collect();
    let is_group = family.fields.contains(&Field::WentWell);
    if let Some(first) = slots.first_mut().filter(|_| !is_group) {
        first.shape = Shape::Body;
    }
    let draft = Draft {
        heading: family.heading.to_owned(),
        guidance: String::new(),
        need: Need::Optional,
        slots,
        guided: Vec::new(),
    };
    let at = if family.is_first { 1 } else { drafts.len() };
    drafts.insert(at.min(drafts.len()), draft);
}

/// How a field stands that is not the first of its part, under the name that Classic gives it.
fn shape_of(field: Field, is_fact: bool) -> Shape {
    let name = match CLASSIC.slot(field).map(|slot| slot.shape) {
        Some(Shape::Label(name) | Shape::Sub(name)) => name,
        _ => guide(field).label,
    };
    if is_fact {
        Shape::Label(name)
    } else {
        Shape::Sub(name)
    }
}

/// The field that a heading of its own has, by that name.
fn field_called(name: &str) -> Option<Field> {
    let slots = || {
        TEMPLATES
            .iter()
            .flat_map(|template| template.parts)
            .flat_map(|part| part.slots)
    };
    let sub =
        slots().find(|slot| matches!(slot.shape, Shape::Sub(known) if is_same_name(known, name)));
    let part = TEMPLATES
        .iter()
        .flat_map(|template| template.parts)
        .find(|part| !part.is_head() && is_same_name(part.heading, name));
    let body = part.and_then(|part| {
        let mut slots = part.slots.iter();
        slots.find(|slot| matches!(slot.shape, Shape::Body | Shape::Table))
    });
    let families = FAMILIES.iter();
    let firsts = families.filter_map(|family| family.fields.first().copied());
    let labelled = || {
        firsts
            .clone()
            .find(|field| is_same_name(guide(*field).label, name))
    };
    let meant = role_in_table(&normal(name)).and_then(Role::field);
    meant
        .or(sub.map(|slot| slot.field))
        .or(body.map(|slot| slot.field))
        .or_else(labelled)
}

/// The fields that stand under a heading with headings of their own, as the first of our templates
/// has it that knows the heading.
fn subs_of(name: &str) -> Vec<(Field, &'static str)> {
    let mut parts = TEMPLATES.iter().flat_map(|template| template.parts);
    let part = parts.find(|part| !part.is_head() && is_same_name(part.heading, name));
    let slots = part.into_iter().flat_map(|part| part.slots);
    slots
        .filter_map(|slot| match slot.shape {
            Shape::Sub(name) => Some((slot.field, name)),
            _ => None,
        })
        .collect()
}

fn finish(mut draft: Draft) -> Part {
    draft.slots.sort_by_key(|slot| match slot.shape {
        Shape::Title => 0,
        Shape::Body | Shape::Table => 1,
        Shape::Label(_) => 2,
        Shape::Sub(_) => 3,
    });
    let first = draft.slots.first();
    Part {
        section: first.map_or(Section::Overview, |slot| slot.field.section()),
        heading: draft.heading.leak(),
        need: draft.need,
        guidance: draft.guidance.leak(),
        slots: draft.slots.leak(),
        guided: draft.guided.leak(),
    }
}
