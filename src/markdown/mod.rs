//! Text to document and back, and document to safe HTML.
//!
//! Reading never fails and never drops text; writing can't be broken by what stands in a field.

mod actions;
mod decode;
mod derived;
mod diagram;
mod dialect;
mod escape;
mod events;
mod fact_list;
mod facts;
mod file_name;
mod foreign;
mod header;
mod html;
mod items;
mod kept;
mod moment;
mod options;
mod outline;
mod page;
mod piece;
mod read;
mod reading;
mod recognise;
mod seal;
mod sink;
mod table;
mod url;
mod waivers;
mod write;

use std::ops::Range;

use chrono::NaiveDate;

use crate::postmortem::{Place, Postmortem};
use crate::template::Template;

pub use decode::{NotText, decode};
pub use derived::left_out;
pub use file_name::{file_name, is_device_name, slug};
pub use foreign::{cause_in, impact_in, resolution_in, tells_the_end};
pub use html::to_html;
use kept::kept;
pub use options::WriteOptions;
pub use page::{to_fragment, to_page};
pub use piece::{Piece, write_piece};
pub use reading::{read, read_as, read_given};
pub use write::{write, write_block, write_with};

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
    /// Whether day and month of a date could be the other way round.
    pub is_order_open: bool,
}

/// What a person says of a text that does not say it itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// The day on which the incident began.
    pub date: Option<NaiveDate>,
    /// The zone of its times, as typed.
    pub time_zone: Option<String>,
    /// Whether `04/05/2024` is 4 May; `None` is what the text's own dates speak for.
    pub is_day_first: Option<bool>,
}

/// Something that a person should know about how a text was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What kind of thing.
    pub kind: NoteKind,
    /// Where it is about.
    pub place: Option<Place>,
    /// The words.
    pub message: String,
}

/// What a note tells, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteKind {
    /// Two places of the text say different things.
    Contradiction,
    /// The text leaves it open, and this is what was taken.
    Guess,
    /// It has no field and is kept word for word.
    Kept,
    /// What stood under one name is now in another field.
    Placed,
}
