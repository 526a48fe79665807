//! Document to Markdown, driven by the template's table alone.
//!
//! No code here knows a template by name. Everything typed goes through `escape` (one line) or
//! `seal` (prose), so that no field can be mistaken for structure.

use super::dialect;
use super::escape::{escape, escape_heading};
use super::piece::Piece;
use super::seal::seal;
use super::sink::Sink;
use super::{WriteOptions, Written, actions, derived, events, header, waivers};
use crate::postmortem::{Event, ExtraSection, Field, Item, Place, Postmortem, one_line, prose};
use crate::template::{
    Block, Guided, Need, Part, Shape, Slot, Template, is_written, layout, normalised_for,
};

/// Writes the whole document, ending in one line end.
pub fn write(document: &Postmortem, template: &'static Template) -> String {
    write_with(document, template, WriteOptions::default())
}

/// The same as a person chose it: with a header alone, or with all of [`WriteOptions`].
pub fn write_with(
    document: &Postmortem,
    template: &'static Template,
    options: impl Into<WriteOptions>,
) -> String {
    let options = options.into();
    let document = normalised_for(document.clone(), template);
    let below = derived::below(&document, options);
    let text = if options.is_short {
        let mut short = document.clone();
        derived::shorten(&mut short);
        waivers::add(write_blocks(&short, template, &below), &short)
    } else {
        waivers::add(write_blocks(&document, template, &below), &document)
    };
    header::add(text, &document, options.header)
}

fn write_blocks(document: &Postmortem, template: &'static Template, below: &[String]) -> String {
    let mut text = String::new();
    for block in layout(document, template) {
        let written = write_block_above(document, template, &block, below);
        if !text.is_empty() && !written.markdown.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&written.markdown);
    }
    text.push('\n');
    text
}

/// Writes one block of the document; nothing for an optional one that is empty.
pub fn write_block(
    document: &Postmortem,
    template: &'static Template,
    block: &Block<'_>,
) -> Written {
    write_block_above(document, template, block, &[])
}

/// The same, with blocks below the rows of the timeline where it stands in this one.
fn write_block_above(
    document: &Postmortem,
    template: &'static Template,
    block: &Block<'_>,
    below: &[String],
) -> Written {
    let mut sink = Sink::default();
    if !is_written(document, template, block) {
        return sink.finish();
    }
    match block {
        Block::Part(part) => {
            let writer = Writer {
                document,
                template,
                part,
                piece: Piece::Whole,
                below,
            };
            sink = writer.soundly();
        }
        Block::Guided(guided, text) => write_guided(&mut sink, guided, *text),
        Block::Extra(extra) => {
            let heading = one_line(&extra.heading);
            // Closing hashes say that the template does not ask for it, whatever it is called.
            let is_closed = dialect::names_a_section(template, &heading);
            write_extra(&mut sink, extra, &heading, is_closed);
        }
    }
    sink.finish()
}

fn write_guided(sink: &mut Sink, guided: &Guided, text: Option<&ExtraSection>) {
    match text {
        Some(extra) => write_extra(sink, extra, &one_line(&extra.heading), false),
        None => {
            sink.push("## ");
            sink.push(&escape_heading(guided.heading));
        }
    }
}

fn write_extra(sink: &mut Sink, extra: &ExtraSection, heading: &str, is_closed: bool) {
    let body = prose(&extra.body);
    sink.at(Place::row(Field::Extra, extra.id), |sink| {
        sink.push("##");
        if !heading.is_empty() {
            sink.push(" ");
            sink.push(&escape_heading(heading));
        }
        if is_closed {
            sink.push(" ##");
        }
        if !body.is_empty() {
            sink.begin_block();
            sink.push(&seal(&body));
        }
    });
}

/// Writes one part, or a piece of it.
pub(super) struct Writer<'a> {
    pub(super) document: &'a Postmortem,
    pub(super) template: &'static Template,
    pub(super) part: &'static Part,
    pub(super) piece: Piece,
    /// What stands below the rows of the timeline.
    pub(super) below: &'a [String],
}

impl Writer<'_> {
    /// Writes it so that the parser finds no other headings in it than were written.
    pub(super) fn soundly(&self) -> Sink {
        let mut sink = Sink::default();
        self.write(&mut sink);
        if !sink.is_sound() {
            sink = Sink::wary();
            self.write(&mut sink);
        }
        sink
    }

    fn write(&self, sink: &mut Sink) {
        let has_head = matches!(self.piece, Piece::Whole | Piece::Head);
        let has_tail = matches!(self.piece, Piece::Whole | Piece::Tail);
        if has_head && !self.part.is_head() {
            sink.begin_heading("## ");
            sink.push(&escape_heading(self.part.heading));
        }
        let mut body_start = sink.len();
        for slot in self.part.slots {
            if !has_tail && slot.field != Field::Timeline {
                continue;
            }
            match slot.shape {
                Shape::Title => self.title(sink, slot.field),
                Shape::Body => self.content(sink, slot.field),
                Shape::Table => self.table(sink, slot.field),
                Shape::Label(_) | Shape::Sub(_) => {}
            }
            if slot.shape == Shape::Title {
                body_start = sink.len();
            }
        }
        if !has_tail {
            return;
        }
        self.facts(sink, body_start);
        for slot in self.part.slots {
            if let Shape::Sub(heading) = slot.shape {
                self.sub(sink, slot, heading);
            }
        }
    }

    fn title(&self, sink: &mut Sink, field: Field) {
        let title = one_line(&self.document.line(field).unwrap_or_default());
        if !title.is_empty() {
            sink.at(Place::field(field), |sink| {
                sink.begin_heading("# ");
                sink.push(&escape_heading(&title));
            });
        }
    }

    fn sub(&self, sink: &mut Sink, slot: &Slot, heading: &str) {
        if slot.need == Need::Optional && self.document.is_empty(slot.field) {
            return;
        }
        sink.begin_block();
        sink.at(Place::field(slot.field), |sink| {
            sink.begin_heading("### ");
            sink.push(heading);
        });
        self.content(sink, slot.field);
    }

    /// Writes a field that stands under a heading: prose, rows of text, the timeline or tasks.
    fn content(&self, sink: &mut Sink, field: Field) {
        if let Some(text) = self.document.prose(field) {
            let text = prose(text);
            if !text.is_empty() {
                sink.begin_block();
                sink.at(Place::field(field), |sink| sink.push(&seal(&text)));
            }
        } else if let Some(items) = self.document.items(field) {
            let mut rows = Rows::default();
            self.items(field, items, |place, index, text| {
                let marker = if dialect::is_numbered(field) {
                    format!("{}. ", index + 1)
                } else {
                    "- ".to_owned()
                };
                rows.next(sink, place, |sink| row(sink, 0, &marker, "", text));
            });
        } else if field == Field::Timeline {
            self.timeline(sink);
        } else if field == Field::ActionItems {
            let mut rows = Rows::default();
            for action in &self.document.follow_up.action_items {
                if !action.is_blank() {
                    let place = Place::row(field, action.id);
                    rows.next(sink, place, |sink| actions::write(sink, action));
                }
            }
        }
    }

    fn timeline(&self, sink: &mut Sink) {
        let events = self.events();
        if events.iter().any(|event| !event.is_blank()) {
            self.zone_line(sink);
        }
        if self.piece == Piece::Head {
            return;
        }
        let mut rows = Rows::default();
        for event in events.iter().filter(|event| !event.is_blank()) {
            let place = Place::row(Field::Timeline, event.id);
            rows.next(sink, place, |sink| events::write(sink, event));
        }
        self.below(sink);
    }

    fn below(&self, sink: &mut Sink) {
        for block in self.below {
            sink.begin_block();
            sink.push(block);
        }
    }

    /// The events of the piece; for what stands before them, all.
    fn events(&self) -> &[Event] {
        let events = self.document.timeline.events.as_slice();
        match &self.piece {
            Piece::Whole | Piece::Head => events,
            Piece::Events(range) => events.get(range.clone()).unwrap_or_default(),
            Piece::Tail => &[],
        }
    }

    fn zone_line(&self, sink: &mut Sink) {
        if matches!(self.piece, Piece::Events(_)) {
            return;
        }
        let zone = one_line(&self.document.summary.time_zone);
        if !zone.is_empty() {
            sink.begin_block();
            sink.at(Place::field(Field::TimeZone), |sink| {
                sink.push(&dialect::zone_line(&escape(&zone, &[])));
            });
        }
    }

    /// Writes a list as a table, where its cells hold everything that stands in it.
    fn table(&self, sink: &mut Sink, field: Field) {
        let table = match field {
            // The zone stands before them.
            Field::Timeline if self.piece == Piece::Head => None,
            Field::Timeline => events::table(self.events()),
            Field::ActionItems => actions::table(&self.document.follow_up.action_items),
            _ => None,
        };
        let Some(table) = table else {
            return self.content(sink, field);
        };
        if field == Field::Timeline {
            self.zone_line(sink);
        }
        sink.begin_block();
        table.write(sink);
        if field == Field::Timeline {
            self.below(sink);
        }
    }

    /// Shows `write` each row that is not blank: its place, which row it is, its text.
    pub(super) fn items(
        &self,
        field: Field,
        items: &[Item],
        mut write: impl FnMut(Place, usize, &str),
    ) {
        let rows = items
            .iter()
            .map(|item| (item.id, prose(&item.text)))
            .filter(|(_, text)| !text.is_empty());
        for (index, (id, text)) in rows.enumerate() {
            write(Place::row(field, id), index, &text);
        }
    }
}

pub(super) fn row(sink: &mut Sink, indent: usize, marker: &str, head: &str, text: &str) {
    sink.sealed_item(text, |sink, sealed| sink.item(indent, marker, head, sealed));
}

/// The rows of one list: the first begins a block, the others a line.
#[derive(Default)]
pub(super) struct Rows {
    count: usize,
}

impl Rows {
    pub(super) fn begin(&mut self, sink: &mut Sink) {
        if self.count == 0 {
            sink.begin_block();
        } else {
            sink.begin_line();
        }
        self.count += 1;
    }

    pub(super) fn next(&mut self, sink: &mut Sink, place: Place, write: impl FnOnce(&mut Sink)) {
        self.begin(sink);
        sink.at(place, write);
    }
}
