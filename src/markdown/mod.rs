//! Text to document and back, and document to safe HTML.
//!
//! Reading never fails and never drops text; writing can't be broken by what stands in a field.

mod actions;
mod dialect;
mod escape;
mod events;
mod facts;
mod file_name;
mod foreign;
mod html;
mod items;
mod moment;
mod outline;
mod read;
mod seal;
mod sink;
mod url;
mod write;

use std::ops::Range;

use crate::postmortem::{Place, Postmortem};
use crate::template::Template;

pub use file_name::file_name;
pub use foreign::{impact_in, resolution_in};
pub use html::to_html;
pub use read::{read, read_as};
pub use write::{write, write_block};

/// A block of the finished document: its Markdown, and which field each stretch of it is from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The Markdown, without a line end at the end.
    pub markdown: String,
    /// Stretches of `markdown`, in bytes, in order, each with the place that it shows.
    pub places: Vec<(Range<usize>, Place)>,
}

/// What a text was read as.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The document.
    pub document: Postmortem,
    /// The template whose headings the text has.
    pub template: &'static Template,
    /// What a person should know about how it was read.
    pub notes: Vec<Note>,
}

/// Something that a person should know about how a text was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Where it is about.
    pub place: Option<Place>,
    /// The words.
    pub message: String,
}
