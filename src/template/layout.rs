//! Which blocks a document has under a template, in order: the template's parts, with the extra
//! sections at their places. Writer, preview and section list all follow it.

use super::{Need, Part, Template};
use crate::postmortem::{ExtraSection, Postmortem, Section};

/// One block of the document: what stands under one heading of the second level.
#[derive(Clone, Copy, Debug)]
pub enum Block<'a> {
    /// A part of the template.
    Part(&'static Part),
    /// An extra section.
    Extra(&'a ExtraSection),
}

/// Every block of the document, empty optional parts included; an extra section stands after the
/// part that holds the section it names.
pub fn layout<'a>(document: &'a Postmortem, template: &'static Template) -> Vec<Block<'a>> {
    let mut blocks = Vec::new();
    for part in template.parts {
        blocks.push(Block::Part(part));
        let stands_here = |extra: &&ExtraSection| {
            template
                .part_holding(extra.after)
                .is_some_and(|holding| std::ptr::eq(holding, part))
        };
        blocks.extend(
            document
                .extras
                .sections
                .iter()
                .filter(stands_here)
                .map(Block::Extra),
        );
    }
    blocks
}

/// Whether a part is written: a required one always, an optional one when anything stands in it
/// or it says that there is nothing to say.
pub fn is_written(document: &Postmortem, template: &'static Template, part: &'static Part) -> bool {
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
/// section names the part that is written right before it, and the extra sections stand in
/// document order.
#[must_use]
pub fn normalised_for(document: Postmortem, template: &'static Template) -> Postmortem {
    let mut document = document.normalised();
    let mut after = Section::Overview;
    let mut sections = Vec::new();
    for block in layout(&document, template) {
        match block {
            Block::Part(part) if is_written(&document, template, part) => after = part.section,
            Block::Part(_) => {}
            Block::Extra(extra) => sections.push(ExtraSection {
                after,
                ..extra.clone()
            }),
        }
    }
    document.extras.sections = sections;
    document.renumber();
    document
}
