//! Templates that people bring: a Markdown file whose headings ask for what their team asks for.
//!
//! A template is named by its identifier everywhere and lives as long as the program, so what is read
//! here is leaked, each distinct text once: a handful of small tables while the page is open. The
//! list of those on offer is the one thing in this layer that changes.

mod arrange;
mod outline;

use std::sync::{PoisonError, RwLock};

use super::{TEMPLATES, Template};

static KNOWN: RwLock<Vec<Known>> = RwLock::new(Vec::new());

struct Known {
    brought: Brought,
    source: Source,
    is_offered: bool,
}

/// The file that a template is read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Its name, with the ending.
    pub file_name: String,
    /// Its text.
    pub text: String,
}

/// A template that was read.
#[derive(Clone, Debug)]
pub struct Brought {
    /// The template.
    pub template: &'static Template,
    /// What a person should know about how it was read.
    pub notes: Vec<String>,
}

/// Why a text makes no template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It has no heading.
    NoHeadings,
    /// It has more than [`MOST_HEADINGS`]: so many.
    TooManyHeadings(usize),
}

/// How many headings a template may have: more than anybody fills in, and few enough for a page.
pub const MOST_HEADINGS: usize = 200;

/// Reads a Markdown text as a template. The name of the file names it where no heading does.
///
/// The first heading of level one is its name, every other of level one or two a part or a guided
/// section; comments and text under a heading are the guidance. A heading that another template
/// knows places what that one places there. The same text gives the same template.
///
/// # Errors
/// [`Unfit`] when there is nothing to make parts of, or too much.
pub fn from_markdown(source: &Source) -> Result<Brought, Unfit> {
    let Source { file_name, text } = source;
    let id = format!("own-{:016x}", hash(file_name, text));
    let mut all = KNOWN.write().unwrap_or_else(PoisonError::into_inner);
    let known = all.iter().find(|known| known.brought.template.id == id);
    if let Some(known) = known {
        return Ok(known.brought.clone());
    }
    let outline = outline::read(text);
    match outline.headings.len() {
        0 => return Err(Unfit::NoHeadings),
        count if count > MOST_HEADINGS => return Err(Unfit::TooManyHeadings(count)),
        _ => {}
    }
    let (parts, notes) = arrange::parts(&outline);
    let stem = file_name
        .rsplit_once('.')
        .map_or(file_name.as_str(), |(stem, _)| stem);
    // "[Incident title]" is what to fill in, and no name.
    let is_name = !outline.title.is_empty() && !outline.title.contains(['[', '{', '<']);
    let name = if is_name { &outline.title } else { stem };
    let template: &'static Template = Box::leak(Box::new(Template {
        id: id.leak(),
        name: name.to_owned().leak(),
        about: format!("Your own, from {file_name}").leak(),
        parts: parts.leak(),
    }));
    let brought = Brought { template, notes };
    all.push(Known {
        brought: brought.clone(),
        source: source.clone(),
        is_offered: false,
    });
    Ok(brought)
}

/// Lists a template among those that can be chosen, or takes it off the list.
pub fn offer(template: &'static Template, is_offered: bool) {
    let mut all = KNOWN.write().unwrap_or_else(PoisonError::into_inner);
    for known in all
        .iter_mut()
        .filter(|known| known.brought.template.id == template.id)
    {
        known.is_offered = is_offered;
    }
}

/// Every template that can be chosen: ours, then those that people brought.
pub fn all_templates() -> Vec<&'static Template> {
    let known = KNOWN.read().unwrap_or_else(PoisonError::into_inner);
    let offered = known.iter().filter(|known| known.is_offered);
    let offered = offered.map(|known| known.brought.template);
    TEMPLATES.iter().copied().chain(offered).collect()
}

/// The files that the brought templates on offer were read from.
pub fn offered_sources() -> Vec<Source> {
    let known = KNOWN.read().unwrap_or_else(PoisonError::into_inner);
    let offered = known.iter().filter(|known| known.is_offered);
    offered.map(|known| known.source.clone()).collect()
}

/// The file that a brought template was read from.
pub fn source_of(template: &'static Template) -> Option<Source> {
    let known = KNOWN.read().unwrap_or_else(PoisonError::into_inner);
    let mut known = known.iter();
    let found = known.find(|known| known.brought.template.id == template.id);
    found.map(|known| known.source.clone())
}

/// The brought template on offer with that identifier.
pub(super) fn by_id(id: &str) -> Option<&'static Template> {
    let known = KNOWN.read().unwrap_or_else(PoisonError::into_inner);
    let mut offered = known.iter().filter(|known| known.is_offered);
    let found = offered.find(|known| known.brought.template.id == id);
    found.map(|known| known.brought.template)
}

/// FNV-1a: drafts name their template by this for ever, so it must not change with the compiler, as
/// the hash of the standard library may.
fn hash(name: &str, text: &str) -> u64 {
    let bytes = name.bytes().chain([0]).chain(text.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
