//! Which blocks a document has under a template, in order: the template's parts, with the extra
//! sections at their places. Writer, preview and section list all follow it.

use super::{Guided, Need, Part, Template, bare_name};
use crate::postmortem::{ExtraSection, Postmortem, RowId, Section};

/// One block of the document: what stands under one heading of the second level.
#[derive(Clone, Copy, Debug)]
pub enum Block<'a> {
    /// A part of the template.
    Part(&'static Part),
    /// A guided section of the template, with the extra section that holds its text; `None` while
    /// the document has none of that heading.
    Guided(&'static Guided, Option<&'a ExtraSection>),
    /// An extra section that the template does not ask for.
    Extra(&'a ExtraSection),
}

/// Every block of the document, empty optional ones included.
///
/// An extra section stands after the part that holds the section it names. One whose heading the
/// template asks for stands where the template wants it, a second of that heading behind it, and
/// those that are said to stand at the same place as either go with it.
pub fn layout<'a>(document: &'a Postmortem, template: &'static Template) -> Vec<Block<'a>> {
    let mut placed: Vec<(usize, usize, Block<'a>)> = Vec::new();
    let names: Vec<String> = (document.extras.sections.iter())
        .map(|extra| bare_name(&extra.heading))
        .collect();
    let mut offered = Vec::new();
    for (part_index, part) in template.parts.iter().enumerate() {
        placed.push((part_index, 0, Block::Part(part)));
        for (index, guided) in part.guided.iter().enumerate() {
            let name = bare_name(guided.heading);
            let text = section_of_name(document, &names, &name);
            placed.push((part_index, index + 1, Block::Guided(guided, text)));
            offered.push((part_index, index + 1, name, text));
        }
    }
    // Where the last extra section stands, by the section that it is said to stand after.
    let mut last: Vec<(Section, (usize, usize))> = Vec::new();
    for (extra, own_name) in document.extras.sections.iter().zip(&names) {
        let asked_for = offered.iter().find_map(|(part, rank, name, text)| {
            let is_it = text.is_some_and(|text| std::ptr::eq(text, extra));
            (name == own_name).then_some((*part, *rank, is_it))
        });
        let behind = last.iter_mut().find(|(after, _)| *after == extra.after);
        let place = match (asked_for, &behind) {
            (Some((part, rank, _)), _) => (part, rank),
            (None, Some((_, place))) => *place,
            (None, None) => (part_index(template, extra.after), 0),
        };
        match behind {
            Some((_, before)) => *before = place,
            None => last.push((extra.after, place)),
        }
        if !asked_for.is_some_and(|(_, _, is_it)| is_it) {
            placed.push((place.0, place.1, Block::Extra(extra)));
        }
    }
    placed.sort_by_key(|(part, rank, _)| (*part, *rank));
    placed.into_iter().map(|(_, _, block)| block).collect()
}

/// Which part a section's fields stand in. Every template holds every section, and were there one
/// that does not, its text would stand at the end.
fn part_index(template: &'static Template, section: Section) -> usize {
    let holding = template.part_holding(section);
    let is_it = |part: &Part| holding.is_some_and(|holding| std::ptr::eq(holding, part));
    let mut parts = template.parts.iter();
    parts.position(is_it).unwrap_or(template.parts.len())
}

/// The extra section that holds the text of a guided one: the first of that heading with any, or
/// else the first.
fn guided_section<'a>(
    document: &'a Postmortem,
    guided: &'static Guided,
) -> Option<&'a ExtraSection> {
    let names: Vec<String> = (document.extras.sections.iter())
        .map(|extra| bare_name(&extra.heading))
        .collect();
    section_of_name(document, &names, &bare_name(guided.heading))
}

/// The same, where the names of all extra sections are known.
fn section_of_name<'a>(
    document: &'a Postmortem,
    names: &[String],
    name: &str,
) -> Option<&'a ExtraSection> {
    let sections = document.extras.sections.iter().zip(names);
    let mut named = sections
        .filter(|(_, own)| *own == name)
        .map(|(extra, _)| extra);
    let first = named.clone().next();
    named.find(|extra| !is_blank(&extra.body)).or(first)
}

/// The guided sections of a template, each with the extra section that holds its text.
pub fn guided_sections<'a>(
    document: &'a Postmortem,
    template: &'static Template,
) -> impl Iterator<Item = (&'static Guided, Option<&'a ExtraSection>)> {
    let guided = template.parts.iter().flat_map(|part| part.guided);
    guided.map(|guided| (guided, guided_section(document, guided)))
}

/// The headings of what was written in guided sections of `before` that `template` does not ask
/// for: under it they are extra sections like any other.
pub fn left_over(
    document: &Postmortem,
    before: &'static Template,
    template: &'static Template,
) -> Vec<String> {
    guided_sections(document, before)
        .filter_map(|(_, extra)| extra)
        .filter(|extra| !is_blank(&extra.body) && template.guided(&extra.heading).is_none())
        .map(|extra| extra.heading.clone())
        .collect()
}

/// Gives a document an extra section for every guided one of its template, to write in, and takes
/// away those in which nothing was written: of this template, and of `before`, the one that the
/// document was in. `new_id` deals the identities of rows.
pub fn offer_guided(
    document: &mut Postmortem,
    before: Option<&'static Template>,
    template: &'static Template,
    mut new_id: impl FnMut() -> RowId,
) {
    let sections = &mut document.extras.sections;
    sections.retain(|extra| {
        let is_offered_before =
            before.is_some_and(|before| before.guided(&extra.heading).is_some());
        let is_offered = template.guided(&extra.heading).is_some();
        !is_blank(&extra.body) || !is_offered_before || is_offered
    });
    for part in template.parts {
        for guided in part.guided {
            if guided_section(document, guided).is_none() {
                document.extras.sections.push(ExtraSection {
                    id: new_id(),
                    heading: guided.heading.to_owned(),
                    body: String::new(),
                    after: part.section,
                });
            }
        }
    }
}

/// Whether a block is written: a required one always, an optional one when anything stands in it
/// or it says that there is nothing to say.
pub fn is_written(document: &Postmortem, template: &'static Template, block: &Block<'_>) -> bool {
    match block {
        Block::Part(part) => is_part_written(document, template, part),
        Block::Guided(guided, text) => {
            guided.need == Need::Required || text.is_some_and(|extra| !is_blank(&extra.body))
        }
        Block::Extra(extra) => !extra.is_blank(),
    }
}

/// The same of a part.
pub fn is_part_written(
    document: &Postmortem,
    template: &'static Template,
    part: &'static Part,
) -> bool {
    part.need == Need::Required
        || part.slots.iter().any(|slot| !document.is_empty(slot.field))
        || marks(document, template, part).next().is_some()
}

/// The sections of a part that are marked "nothing to say here", each with its reason.
pub fn marks<'a>(
    document: &'a Postmortem,
    template: &'static Template,
    part: &'static Part,
) -> impl Iterator<Item = (Section, &'a str)> {
    let stands_here = move |section: Section| {
        template
            .part_holding(section)
            .is_some_and(|holding| std::ptr::eq(holding, part))
    };
    document
        .nothing_to_say
        .iter()
        .filter(move |(section, _)| stands_here(**section))
        .map(|(section, reason)| (*section, reason.as_str()))
}

/// The normal form of a document under a template: besides [`Postmortem::normalised`], each extra
/// section names the part that is written right before it, the extra sections stand in document
/// order, and a heading that the template asks for counts for nothing without a text.
#[must_use]
pub fn normalised_for(document: Postmortem, template: &'static Template) -> Postmortem {
    let mut document = document.normalised();
    document
        .extras
        .sections
        .retain(|extra| !is_blank(&extra.body) || template.guided(&extra.heading).is_none());
    let mut after = Section::Overview;
    let mut sections = Vec::new();
    for block in layout(&document, template) {
        match block {
            Block::Part(part) if is_part_written(&document, template, part) => after = part.section,
            Block::Part(_) | Block::Guided(_, None) => {}
            Block::Guided(_, Some(extra)) | Block::Extra(extra) => sections.push(ExtraSection {
                after,
                ..extra.clone()
            }),
        }
    }
    document.extras.sections = sections;
    document.renumber();
    document
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}
