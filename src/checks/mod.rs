//! Completeness and quality: what a postmortem still lacks, where it contradicts itself, and what
//! a reader could not be sure of.
//!
//! A check is data plus one function, in a file of its own. Checks look at the document and its
//! template and at nothing else: no clock, no browser, no text format. They never change a
//! document, never fail, and never grade a person.

mod analysis;
mod catalogue;
mod check;
#[cfg(not(target_arch = "wasm32"))]
mod checks_md;
mod completeness;
mod detection;
mod durations;
mod finding;
mod follow_up;
mod gist;
mod impact;
mod language;
mod lessons;
mod lexicon;
mod overview;
mod participants;
mod person;
mod placeholders;
mod plain;
mod privacy;
mod private_thing;
mod quantities;
mod replacement;
mod resolution;
mod sentences;
mod subject;
mod summary;
mod texts;
mod timeline;
mod wording;

pub use catalogue::{CHECKS, check_named};
pub use check::{About, Check, Example, Kind, Profiles};
#[cfg(not(target_arch = "wasm32"))]
pub use checks_md::catalogue_markdown;
pub use completeness::{Completeness, PartState, completeness, guided_state, part_state};
pub use finding::{Finding, findings, findings_before_publishing};
pub use participants::full_names;
pub use private_thing::{
    Mask, PrivateKind, PrivateThing, for_each_text, mask_at, private_things,
    private_things_named_by,
};
pub use replacement::{Replacement, apply, apply_all, text_at};
pub use subject::{Flaw, Subject};
