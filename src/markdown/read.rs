//! Markdown to document. It never fails and never drops text: what has no field becomes an extra
//! section where it stood, word for word, with a note.
//!
//! Only headings of the top level and markers in the first column count as structure; what stands
//! inside them is the author's.

use super::derived::{Derived, Recognised};
use super::dialect::{self, Fact};
use super::escape::{escape, unescape};
use super::items::{Chunk, chunks};
use super::outline::{self, Heading};
use super::seal::unseal;
use super::{
    Note, NoteKind, Reading, actions, derived, events, facts, header, kept, moment, table,
    write_with,
};
use crate::postmortem::{ExtraSection, Field, Item, Place, Postmortem, Section, one_line};
use crate::template::{Part, Shape, Slot, Template, normalised_for};

/// What a text was read as by someone who knows what this editor writes.
pub(super) struct Own {
    pub(super) reading: Reading,
    /// What stands in it by choice, and says nothing that the document does not say.
    pub(super) derived: Recognised,
}

impl Own {
    /// What this editor writes of the document, but for a header.
    pub(super) fn written(&self) -> String {
        let Reading {
            document, template, ..
        } = &self.reading;
        write_with(document, template, self.derived.options)
    }
}

/// Reads a text that has no byte order mark, and LF line ends, as a document of one template.
pub(super) fn read_own(text: &str, template: &'static Template) -> Own {
    let (front_matter, text) = header::split(text);
    let mut reader = Reader::new(template);
    let headings = outline::headings(text);
    let mut sections = headings
        .iter()
        .enumerate()
        .filter(|(_, found)| found.level <= 2)
        .peekable();
    // Closing hashes say "this is an extra section" only in a file where other headings have none.
    let is_named =
        |found: &Heading<'_>| dialect::part_named(template, &unescape(found.text)).is_some();
    reader.hashes_tell = headings
        .iter()
        .any(|found| found.level == 2 && !found.is_closed && is_named(found));

    let head_end = sections
        .peek()
        .map_or(text.len(), |(_, first)| first.range.start);
    let before = text.get(..head_end).unwrap_or_default();
    let has_title = sections.peek().is_some_and(|(_, first)| first.level == 1);
    if has_title {
        reader.loose(before);
    } else {
        reader.head(None, before);
    }
    let mut is_first = true;
    while let Some((index, heading)) = sections.next() {
        let next = sections.peek();
        let end = next.map_or(text.len(), |(_, next)| next.range.start);
        let body = text.get(heading.range.end..end).unwrap_or_default();
        let inner = headings
            .get(index + 1..next.map_or(headings.len(), |(next, _)| *next))
            .unwrap_or_default();
        let inside = Inside {
            text,
            body,
            end,
            start: heading.range.end,
            headings: inner,
        };
        if std::mem::take(&mut is_first) && has_title {
            reader.head(Some(heading), body);
        } else {
            reader.section(heading, &inside);
        }
    }
    reader.finish(front_matter)
}

/// What stands under a heading.
struct Inside<'a> {
    text: &'a str,
    body: &'a str,
    start: usize,
    end: usize,
    headings: &'a [Heading<'a>],
}

struct Reader {
    document: Postmortem,
    template: &'static Template,
    notes: Vec<Note>,
    /// The parts that were read, by their sections.
    parts: Vec<Section>,
    /// The fields that were read.
    fields: Vec<Field>,
    after: Section,
    /// The values of "duration" facts, each with the lines it stood in.
    durations: Vec<(String, String, Section)>,
    /// Lines above the timeline that tell the zone, each with the section it stood in.
    zone_lines: Vec<(String, Section)>,
    /// What follows from the document, each with the section it stood in.
    derived: Vec<(Derived, String, Section)>,
    /// What morty reads, under the title.
    morty: String,
    hashes_tell: bool,
}

impl Reader {
    fn new(template: &'static Template) -> Self {
        Self {
            document: Postmortem::default(),
            template,
            notes: Vec::new(),
            parts: Vec::new(),
            fields: Vec::new(),
            after: Section::Overview,
            durations: Vec::new(),
            zone_lines: Vec::new(),
            derived: Vec::new(),
            morty: String::new(),
            hashes_tell: false,
        }
    }

    fn head(&mut self, title: Option<&Heading<'_>>, body: &str) {
        if let Some(title) = title {
            self.document.set_line(Field::Title, &unescape(title.text));
        }
        if let Some(part) = self.template.parts.iter().find(|part| part.is_head()) {
            self.part_region(part, body);
        }
    }

    fn section(&mut self, heading: &Heading<'_>, inside: &Inside<'_>) {
        let name = unescape(heading.text);
        let part = dialect::part_named(self.template, &name)
            .filter(|_| !(heading.is_closed && self.hashes_tell))
            .filter(|part| !self.parts.contains(&part.section));
        match part {
            Some(part) => self.part(part, inside),
            None => self.extra(&name, &unseal(inside.body.trim())),
        }
    }

    fn part(&mut self, part: &'static Part, inside: &Inside<'_>) {
        self.parts.push(part.section);
        self.after = part.section;
        let mut subs = Vec::new();
        for heading in inside.headings.iter().filter(|heading| heading.level == 3) {
            let slot = dialect::sub_named(part, &unescape(heading.text));
            let Some(slot) = slot.filter(|slot| !self.fields.contains(&slot.field)) else {
                continue;
            };
            self.fields.push(slot.field);
            subs.push((slot.field, heading.range.clone()));
        }
        let end_of = |index: usize| subs.get(index).map_or(inside.end, |(_, next)| next.start);
        let region = inside.text.get(inside.start..end_of(0)).unwrap_or_default();
        self.part_region(part, region);
        for (index, (field, heading)) in subs.iter().enumerate() {
            let text = inside.text.get(heading.end..end_of(index + 1));
            self.content(*field, text.unwrap_or_default());
        }
    }

    /// Reads what stands right under a part's heading: its body and its facts.
    fn part_region(&mut self, part: &'static Part, region: &str) {
        let (body, list) = facts::split(region, part);
        let is_body = |slot: &&Slot| matches!(slot.shape, Shape::Body | Shape::Table);
        let slot = part.slots.iter().find(is_body);
        match slot {
            Some(slot) => self.content(slot.field, body),
            None if part.is_head() && header::is_morty(body) => {
                body.trim().clone_into(&mut self.morty)
            }
            None => self.loose(body),
        }
        for chunk in chunks(list.unwrap_or_default()) {
            let (text, source) = match &chunk {
                Chunk::Item(item) => (item.text.as_str(), item.source),
                Chunk::Loose(text) => ("", *text),
            };
            if !self.fact(part, text, source) {
                let prose = slot.and_then(|slot| self.document.prose_mut(slot.field));
                match prose {
                    Some(prose) => append(prose, source),
                    None => self.loose(source),
                }
            }
        }
    }

    /// Reads an item as a fact; `false` when it is none, or one that was read before.
    fn fact(&mut self, part: &Part, item: &str, source: &str) -> bool {
        let (line, rest) = item.split_once('\n').unwrap_or((item, ""));
        let Some((fact, value)) = facts::fact(line, part) else {
            return false;
        };
        let whole = format!("{value}\n{rest}");
        match fact {
            Fact::Duration => {
                let duration = (one_line(&whole), source.to_owned(), self.after);
                self.durations.push(duration);
            }
            Fact::NothingToSay(section) => {
                let marks = &mut self.document.nothing_to_say;
                if marks.contains_key(&section) {
                    return false;
                }
                marks.insert(section, unescape(&one_line(&whole)));
            }
            Fact::Field(field) => {
                if self.fields.contains(&field) {
                    return false;
                }
                self.fields.push(field);
                if self.document.prose(field).is_some() || self.document.items(field).is_some() {
                    self.content(field, whole.trim());
                } else if let Some(when) = self.document.moment_mut(field) {
                    *when = moment::read(&one_line(&whole));
                } else {
                    self.document.set_line(field, &unescape(&one_line(&whole)));
                }
            }
        }
        true
    }

    /// Reads a field that stands under a heading: prose, rows of text, the timeline or tasks.
    fn content(&mut self, field: Field, text: &str) {
        if let Some(prose) = self.document.prose_mut(field) {
            *prose = unseal(text.trim()).into_owned();
            return;
        }
        let (text, derived) = match field {
            Field::Timeline => derived::split(text),
            _ => (text.into(), Vec::new()),
        };
        let derived = derived.into_iter();
        self.derived
            .extend(derived.map(|(derived, text)| (derived, text, self.after)));
        let mut rest = &*text;
        while let Some(found) = table::find(rest) {
            let (columns, rows) = (&found.columns, &found.rows);
            let events = (field == Field::Timeline).then(|| events::read_table(columns, rows));
            let actions = (field == Field::ActionItems).then(|| actions::read_table(columns, rows));
            let (events, actions) = (events.flatten(), actions.flatten());
            if events.is_none() && actions.is_none() {
                break;
            }
            self.rows(field, found.before);
            let document = &mut self.document;
            document
                .timeline
                .events
                .extend(events.into_iter().flatten());
            let items = &mut document.follow_up.action_items;
            items.extend(actions.into_iter().flatten());
            rest = found.after;
        }
        self.rows(field, rest);
    }

    /// Reads the items of a list.
    fn rows(&mut self, field: Field, text: &str) {
        for chunk in chunks(text) {
            match chunk {
                Chunk::Loose(text) if field == Field::Timeline && dialect::is_zone_line(text) => {
                    self.zone_lines.push((text.trim().to_owned(), self.after));
                }
                Chunk::Loose(text) => self.loose(text),
                Chunk::Item(item) => self.row(field, &item.text),
            }
        }
    }

    fn row(&mut self, field: Field, text: &str) {
        if let Some(items) = self.document.items_mut(field) {
            items.push(Item {
                text: unseal(text).into_owned(),
                ..Item::default()
            });
        } else if field == Field::Timeline {
            self.document.timeline.events.push(events::read(text));
        } else if field == Field::ActionItems {
            let actions = &mut self.document.follow_up.action_items;
            actions.push(actions::read(text));
        }
    }

    /// Keeps text that has no field.
    fn loose(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.extra("", text.trim_matches('\n'));
        }
    }

    fn extra(&mut self, heading: &str, body: &str) {
        self.document.extras.sections.push(ExtraSection {
            heading: heading.to_owned(),
            body: body.to_owned(),
            after: self.after,
            ..ExtraSection::default()
        });
    }

    fn finish(mut self, front_matter: &str) -> Own {
        self.drop_header(front_matter);
        self.drop_derived();
        let derived = self.drop_blocks();
        let document = normalised_for(self.document, self.template);
        // One with a heading is a section that the author added.
        let extras = document.extras.sections.iter();
        let loose = extras.filter(|extra| extra.heading.is_empty());
        self.notes.extend(kept(loose));
        Own {
            reading: Reading {
                document,
                template: self.template,
                notes: self.notes,
                is_order_open: false,
            },
            derived,
        }
    }

    /// Drops the blocks below the timeline that follow from the document.
    fn drop_blocks(&mut self) -> Recognised {
        let found = std::mem::take(&mut self.derived);
        let mut recognised = derived::recognise(found, || {
            normalised_for(self.document.clone(), self.template)
        });
        for (text, after) in std::mem::take(&mut recognised.others) {
            self.after = after;
            self.loose(&text);
        }
        recognised
    }

    /// Drops what the header says as the document does; what it says otherwise is kept.
    fn drop_header(&mut self, front_matter: &str) {
        let left = header::take(front_matter, &mut self.document, &mut self.notes);
        let morty = std::mem::take(&mut self.morty);
        let derived = header::morty(&self.document.clone().normalised());
        self.after = Section::Overview;
        for text in [left, morty].iter().filter(|text| **text != derived) {
            self.loose(text);
        }
    }

    /// Drops what the writer derives from other fields, where it is what would be derived.
    fn drop_derived(&mut self) {
        let zone = dialect::zone_line(&escape(&one_line(&self.document.summary.time_zone), &[]));
        for (line, after) in std::mem::take(&mut self.zone_lines) {
            if line != zone {
                self.after = after;
                self.loose(&line);
            }
        }
        let derived = dialect::duration_of(&self.document);
        for (value, source, after) in std::mem::take(&mut self.durations) {
            match &derived {
                Some(derived) if *derived == value => {}
                Some(derived) => {
                    self.notes.push(Note {
                        kind: NoteKind::Contradiction,
                        place: Some(Place::field(Field::End)),
                        message: format!(
                            "The text gives the duration as {value}; from start to end it is {derived}"
                        ),
                    });
                    self.after = after;
                    self.loose(&source);
                }
                None => {
                    self.after = after;
                    self.loose(&source);
                }
            }
        }
    }
}

fn append(prose: &mut String, text: &str) {
    if !prose.is_empty() {
        prose.push_str("\n\n");
    }
    prose.push_str(text);
}
