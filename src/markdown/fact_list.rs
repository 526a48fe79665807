//! The list of facts below the text of a part.

use super::dialect::{self, DURATION, FACTS};
use super::escape::escape;
use super::outline::{self, Kind};
use super::sink::Sink;
use super::write::{Rows, Writer, row};
use super::{facts, moment};
use crate::postmortem::{Field, Place, one_line, prose};
use crate::template::{Shape, marks};

impl Writer<'_> {
    /// Writes the list of facts below what stands from `body_start` on, and between the two the
    /// separator if one could be taken for the other.
    pub(super) fn facts(&self, sink: &mut Sink, body_start: usize) {
        let mut list = sink.another();
        self.fact_list(&mut list, &mut Rows::default());
        let body = sink.since(body_start);
        let is_taken_for_a_fact = facts::split(body, self.part).1.is_some();
        let ends_in_a_list = || {
            let last = outline::blocks(body).pop();
            last.is_some_and(|block| block.kind == Kind::List)
        };
        if is_taken_for_a_fact || (list.len() > 0 && ends_in_a_list()) {
            sink.begin_block();
            sink.push(FACTS);
        }
        if list.len() > 0 {
            sink.begin_block();
            sink.append(list);
        }
    }

    fn fact_list(&self, sink: &mut Sink, rows: &mut Rows) {
        for slot in self.part.slots {
            let Shape::Label(label) = slot.shape else {
                continue;
            };
            self.fact(sink, rows, slot.field, label);
            if slot.field == Field::End
                && let Some(value) = dialect::duration_of(self.document)
            {
                rows.begin(sink);
                sink.item(0, "- ", &format!("**{DURATION}:** {value}"), "");
            }
        }
        for (section, reason) in marks(self.document, self.template, self.part) {
            let label = dialect::nothing_to_say(section);
            let reason = escape(&one_line(reason), &[]);
            let fact = format!("**{label}:** {reason}");
            rows.begin(sink);
            sink.item(0, "- ", fact.trim_end(), "");
        }
    }

    fn fact(&self, sink: &mut Sink, rows: &mut Rows, field: Field, label: &str) {
        let head = format!("**{label}:**");
        let document = self.document;
        let place = Place::field(field);
        if let Some(items) = document.items(field) {
            let mut is_first = true;
            self.items(field, items, |place, index, text| {
                if std::mem::take(&mut is_first) {
                    let whole = Place::field(field);
                    rows.next(sink, whole, |sink| sink.item(0, "- ", &head, ""));
                }
                let marker = if dialect::is_numbered(field) {
                    format!("{}. ", index + 1)
                } else {
                    "- ".to_owned()
                };
                sink.begin_line();
                sink.at(place, |sink| row(sink, 2, &marker, "", text));
            });
            return;
        }
        if let Some(text) = document.prose(field) {
            let text = prose(text);
            if !text.is_empty() {
                rows.next(sink, place, |sink| row(sink, 0, "- ", &head, &text));
            }
            return;
        }
        let value = if let Some(when) = document.moment(field) {
            moment::write(when)
        } else {
            escape(&one_line(&document.line(field).unwrap_or_default()), &[])
        };
        if !value.is_empty() {
            let fact = format!("{head} {value}");
            rows.next(sink, place, |sink| sink.item(0, "- ", &fact, ""));
        }
    }
}
