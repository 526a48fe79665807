//! Lines for the timeline, read beside the page: what is asked, and what they were read as.

use crate::paste::{self, Given, OpenDay, PastedRow, Rest, SOURCES, read_as};

/// Has a text read as lines for the timeline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinesRequest {
    /// The identifier of the source that the person says the lines are from; `None` is the one that
    /// is recognised.
    pub source: Option<String>,
    /// What else the person says of them.
    pub given: Given,
}

/// What lines were read as.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinesAnswer {
    /// The source that they were read as.
    pub source: SourceName,
    /// The identifier of the source that was recognised.
    pub recognised: String,
    /// The rows, in the order of the text.
    pub rows: Vec<PastedRow>,
    /// The lines that are in no row, in the order of the text.
    pub rest: Vec<Rest>,
    /// Whether some line can only be read once the order of day and month is known.
    pub is_order_open: bool,
    /// Whether the day of copying says which day some line is of.
    pub is_relative: bool,
    /// The sources that a person can choose from.
    pub sources: Vec<SourceName>,
}

/// A source in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceName {
    /// Its identifier.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// What its lines look like, in a sentence without a full stop.
    pub about: String,
}

impl LinesAnswer {
    /// The zone that the rows name, where they name one; whether they name several.
    pub fn zones(&self) -> (Option<&str>, bool) {
        let mut zones = self.rows.iter().filter_map(|row| row.zone.as_deref());
        let first = zones.next();
        let is_one = first.is_some_and(|first| zones.all(|zone| zone == first));
        (first.filter(|_| is_one), first.is_some() && !is_one)
    }
}

pub(super) fn read(text: &str, request: &LinesRequest) -> LinesAnswer {
    let recognised = paste::recognised(text);
    let id = request.source.as_deref();
    let chosen = SOURCES.iter().find(|source| Some(source.id) == id);
    let source = chosen.copied().unwrap_or(recognised);
    // First as they are: what the person is asked for must not go once it is answered.
    let mut pasted = read_as(text, source, &Given::default());
    let days = || pasted.rows.iter().filter_map(|row| row.open_day.as_ref());
    let is_order_open = days().any(OpenDay::is_in_either_order);
    let is_relative = days().any(OpenDay::is_relative);
    if (is_order_open || is_relative) && request.given != Given::default() {
        pasted = read_as(text, source, &request.given);
    }
    let name_of = |source: &&'static paste::Source| SourceName {
        id: source.id.to_owned(),
        name: source.name.to_owned(),
        about: source.about.to_owned(),
    };
    LinesAnswer {
        source: name_of(&source),
        recognised: recognised.id.to_owned(),
        rows: pasted.rows,
        rest: pasted.rest,
        is_order_open,
        is_relative,
        sources: SOURCES.iter().map(name_of).collect(),
    }
}
