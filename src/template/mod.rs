//! Templates: which sections a document has, in what order, under which headings, with what
//! guidance. A template is a table; no code knows one by name.
//!
//! Every template places every field but [`Field::Extra`] exactly once, so that a document can
//! move from one template to another and keep every word. What a template asks for beyond the
//! fields it asks for as a guided section, whose text is an extra section of that heading.

mod atlassian;
mod classic;
mod company_report;
mod contributors;
mod google_sre;
mod gov_uk;
mod guide;
mod header;
mod howie;
mod layout;
pub(crate) mod names;
mod one_page;
mod own;
mod pagerduty;

use crate::postmortem::{Field, Section};

pub use guide::{Guide, guide, row_name};
pub use header::Header;
pub use layout::{
    Block, guided_sections, is_part_written, is_written, layout, left_over, marks, normalised_for,
    offer_guided,
};
pub use own::{
    Brought, MOST_HEADINGS, Source, Unfit, all_templates, from_markdown, offer, offered_sources,
    source_of,
};

/// A template.
#[derive(Debug)]
pub struct Template {
    /// What identifies it in saved drafts and on the command line: lower case, hyphens.
    pub id: &'static str,
    /// Its name for people.
    pub name: &'static str,
    /// Whom it suits, in a sentence.
    pub about: &'static str,
    /// The parts in document order. The first is the head of the document.
    pub parts: &'static [Part],
}

/// A part of a template: what stands under one heading, and what one form asks for.
#[derive(Debug)]
pub struct Part {
    /// The section that the part mainly is; unique in its template.
    pub section: Section,
    /// The heading in the document; for the head of the document, only the form's name.
    pub heading: &'static str,
    /// Whether every document needs it.
    pub need: Need,
    /// What belongs here, in a sentence or two.
    pub guidance: &'static str,
    /// The fields in document order: first that of shape `Body` or `Table`, then `Label`, then
    /// `Sub`.
    pub slots: &'static [Slot],
    /// What is asked for right after it under headings that no field has.
    pub guided: &'static [Guided],
}

/// A section without fields: a heading and what belongs under it. What is written there is an
/// [`ExtraSection`](crate::postmortem::ExtraSection) of that heading, so that it stays a section
/// under every other template.
#[derive(Debug, PartialEq, Eq)]
pub struct Guided {
    /// The heading in the document.
    pub heading: &'static str,
    /// Whether every document needs it.
    pub need: Need,
    /// What belongs here, in a sentence or two.
    pub guidance: &'static str,
}

/// Whether a document needs a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Written even while it is empty, and missed until it is filled.
    Required,
    /// Written once something stands in it.
    Optional,
}

/// One field's place in a template.
#[derive(Clone, Debug)]
pub struct Slot {
    /// Which field.
    pub field: Field,
    /// How it stands in the document.
    pub shape: Shape,
    /// Whether the document is incomplete without it.
    pub need: Need,
}

/// How a field stands in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// As the heading itself (`# Title`): only the title, first in the head of the document.
    Title,
    /// Right under the part's heading: prose, or a list.
    Body,
    /// The same as a table: the timeline, or the action items. What no cell can hold makes a list of
    /// it.
    Table,
    /// As an item of the list of facts: `- **Label:** value`.
    Label(&'static str),
    /// Under a heading of its own, one level down.
    Sub(&'static str),
}

/// The names of templates, as saved and typed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TemplateId(pub String);

impl Default for TemplateId {
    fn default() -> Self {
        Self(classic::CLASSIC.id.to_owned())
    }
}

impl TemplateId {
    /// The template of that name; the classic one when this build knows no such name, which
    /// loses nothing because every template places every field.
    pub fn template(&self) -> &'static Template {
        by_id(&self.0).unwrap_or(&classic::CLASSIC)
    }
}

/// Every template of ours, the default first.
pub static TEMPLATES: &[&Template] = &[
    &classic::CLASSIC,
    &one_page::ONE_PAGE,
    &google_sre::GOOGLE_SRE,
    &pagerduty::PAGERDUTY,
    &atlassian::ATLASSIAN,
    &howie::HOWIE,
    &gov_uk::GOV_UK,
    &contributors::CONTRIBUTORS,
    &company_report::COMPANY_REPORT,
];

/// The template with that identifier, brought ones on offer included.
pub fn by_id(id: &str) -> Option<&'static Template> {
    let mut ours = TEMPLATES.iter().copied();
    ours.find(|template| template.id == id)
        .or_else(|| own::by_id(id))
}

impl Template {
    /// The part that holds a field.
    pub fn part_of(&self, field: Field) -> Option<&Part> {
        self.parts
            .iter()
            .find(|part| part.slots.iter().any(|slot| slot.field == field))
    }

    /// The part that is mainly that section.
    pub fn part(&self, section: Section) -> Option<&Part> {
        self.parts.iter().find(|part| part.section == section)
    }

    /// The part that a section's fields stand in: its own, or the first that holds one of them.
    pub fn part_holding(&self, section: Section) -> Option<&Part> {
        self.part(section).or_else(|| {
            self.parts
                .iter()
                .find(|part| part.sections().any(|held| held == section))
        })
    }

    /// The guided section of that heading.
    pub fn guided(&self, heading: &str) -> Option<&'static Guided> {
        let mut guided = self.parts.iter().flat_map(|part| part.guided);
        guided.find(|guided| is_same_name(guided.heading, heading))
    }

    /// The headings below that of the document, each with whether every document has it.
    pub fn headings(&self) -> impl Iterator<Item = (&'static str, Need)> {
        self.parts.iter().flat_map(|part| {
            let own = (!part.is_head()).then_some((part.heading, part.need));
            let guided = part.guided.iter();
            own.into_iter()
                .chain(guided.map(|guided| (guided.heading, guided.need)))
        })
    }

    /// The slot of a field.
    pub fn slot(&self, field: Field) -> Option<&Slot> {
        self.parts
            .iter()
            .flat_map(|part| part.slots)
            .find(|slot| slot.field == field)
    }
}

impl Part {
    /// Whether it is the head of the document, which has the title for a heading.
    pub fn is_head(&self) -> bool {
        self.slots.iter().any(|slot| slot.shape == Shape::Title)
    }

    /// The sections that the part's fields belong to, its own first, each once.
    pub fn sections(&self) -> impl Iterator<Item = Section> {
        let mut sections = vec![self.section];
        for slot in self.slots {
            if !sections.contains(&slot.field.section()) {
                sections.push(slot.field.section());
            }
        }
        sections.into_iter()
    }
}

/// Whether two names are the same to a person: case, surrounding space and a colon at the end do
/// not count.
pub fn is_same_name(one: &str, other: &str) -> bool {
    let (one, other) = (without_colon(one), without_colon(other));
    if one.is_ascii() && other.is_ascii() {
        one.eq_ignore_ascii_case(other)
    } else {
        one.to_lowercase() == other.to_lowercase()
    }
}

/// A name as it is compared.
fn bare_name(name: &str) -> String {
    without_colon(name).to_lowercase()
}

fn without_colon(name: &str) -> &str {
    name.trim().trim_end_matches(':').trim_end()
}

/// A required slot.
const fn required(field: Field, shape: Shape) -> Slot {
    Slot {
        field,
        shape,
        need: Need::Required,
    }
}

/// An optional slot.
const fn optional(field: Field, shape: Shape) -> Slot {
    Slot {
        field,
        shape,
        need: Need::Optional,
    }
}

/// The head of the document, the same in every template so far.
const ABOUT: Part = Part {
    section: Section::Overview,
    heading: "About the incident",
    need: Need::Required,
    guidance: "What the document is called, how bad the incident was, and whom to ask.",
    slots: HEAD,
    guided: &[],
};

const HEAD: &[Slot] = &[
    required(Field::Title, Shape::Title),
    optional(Field::Reference, Shape::Label("Reference")),
    required(Field::Status, Shape::Label("Status")),
    required(Field::Severity, Shape::Label("Severity")),
    optional(Field::SeverityMeaning, Shape::Label("Severity means")),
    required(Field::Authors, Shape::Label("Authors")),
    optional(Field::Services, Shape::Label("Services")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_places_every_field_once() {
        for template in TEMPLATES {
            for field in Field::ALL.iter().filter(|field| **field != Field::Extra) {
                let places = template
                    .parts
                    .iter()
                    .flat_map(|part| part.slots)
                    .filter(|slot| slot.field == *field)
                    .count();
                assert_eq!(places, 1, "{} in {}", field.key(), template.id);
            }
        }
    }

    #[test]
    fn every_part_is_a_section_of_its_own_with_slots_in_order() {
        let rank = |shape: &Shape| match shape {
            Shape::Title => 0,
            Shape::Body | Shape::Table => 1,
            Shape::Label(_) => 2,
            Shape::Sub(_) => 3,
        };
        for template in TEMPLATES {
            for (index, part) in template.parts.iter().enumerate() {
                let place = format!("{} / {}", template.id, part.heading);
                assert!(
                    part.slots.iter().map(|slot| rank(&slot.shape)).is_sorted(),
                    "{place}"
                );
                let bodies = part
                    .slots
                    .iter()
                    .filter(|slot| matches!(slot.shape, Shape::Body | Shape::Table))
                    .count();
                assert!(bodies <= 1, "{place}");
                let same = |other: &&Part| other.section == part.section;
                assert_eq!(template.parts.iter().filter(same).count(), 1, "{place}");
                assert_eq!(index == 0, part.section == Section::Overview, "{place}");
            }
        }
    }

    #[test]
    fn headings_tell_a_template_from_every_other() {
        let has = |template: &Template, heading: &str| {
            template
                .headings()
                .filter(|(known, _)| is_same_name(known, heading))
                .count()
        };
        for template in TEMPLATES {
            for (heading, _) in template.headings() {
                assert_eq!(has(template, heading), 1, "{heading} in {}", template.id);
            }
            for other in TEMPLATES.iter().filter(|other| other.id != template.id) {
                let mut required = template
                    .headings()
                    .filter(|(_, need)| *need == Need::Required);
                assert!(
                    required.any(|(heading, _)| has(other, heading) == 0),
                    "{} reads like {}",
                    other.id,
                    template.id
                );
            }
        }
    }

    #[test]
    fn a_template_this_build_does_not_know_is_the_classic_one() {
        assert_eq!(
            TemplateId("from-the-future".to_owned()).template().id,
            "classic"
        );
        assert!(
            TEMPLATES
                .iter()
                .all(|template| by_id(template.id).is_some())
        );
    }
}
