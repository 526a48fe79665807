//! Requests and answers as messages, in the form in which drafts are saved.

use chrono::{Datelike, NaiveDate};

use super::{Answer, Message, Question, Request, Told};
use crate::draft::{Saved, Value, WrongKind, from_json, saved_record, to_json};
use crate::markdown::{Given, NoteKind};

impl Question {
    pub(super) fn encode(&self, text: String) -> Message {
        let record = to_json(self);
        Message { record, text }
    }

    pub(super) fn decode(message: &Message) -> Option<Self> {
        from_json(&message.record)
    }
}

impl Request {
    /// The message that asks for a text to be read.
    pub fn encode(self, text: String) -> Message {
        let question = Question {
            postmortem: Some(self),
            ..Question::default()
        };
        question.encode(text)
    }
}

impl Answer {
    pub(super) fn encode(&self, html: String) -> Message {
        let (record, text) = (to_json(self), html);
        Message { record, text }
    }

    /// What a message tells, and the document as safe HTML; `None` where it is no answer.
    pub fn decode(message: Message) -> Option<(Self, String)> {
        Some((from_json(&message.record)?, message.text))
    }
}

saved_record!(Question {
    postmortem,
    lines,
    checks,
});
saved_record!(Request {
    given,
    chosen,
    brought,
});
saved_record!(Answer {
    document,
    template,
    recognised,
    is_order_open,
    notes,
});
saved_record!(Given {
    date,
    time_zone,
    is_day_first,
});
saved_record!(Told { kind, message });

impl Default for Told {
    fn default() -> Self {
        let (kind, message) = (NoteKind::Kept, String::new());
        Self { kind, message }
    }
}

/// Saved as the number of its day, the first day of the year 1 being 1: every date has one.
impl Saved for NaiveDate {
    fn write(&self, json: &mut String) {
        json.push_str(&self.num_days_from_ce().to_string());
    }

    fn read(&mut self, value: Value) -> Result<(), WrongKind> {
        let days = value.as_i64().and_then(|days| days.try_into().ok());
        let date = days.and_then(Self::from_num_days_from_ce_opt);
        date.map(|date| *self = date).ok_or(WrongKind { key: "" })
    }
}

/// Saved as the position in this list.
const KINDS: &[NoteKind] = &[
    NoteKind::Contradiction,
    NoteKind::Guess,
    NoteKind::Kept,
    NoteKind::Placed,
];

impl Saved for NoteKind {
    fn write(&self, json: &mut String) {
        let position = KINDS.iter().position(|kind| kind == self);
        position.unwrap_or_default().write(json);
    }

    fn read(&mut self, value: Value) -> Result<(), WrongKind> {
        let mut position = 0_usize;
        position.read(value)?;
        let kind = KINDS.get(position).ok_or(WrongKind { key: "" })?;
        *self = *kind;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postmortem::example;
    use crate::template::{Source, TemplateId};

    #[test]
    fn a_request_arrives_as_it_was_sent() {
        let request = Request {
            given: Given {
                date: NaiveDate::from_ymd_opt(2024, 5, 3),
                time_zone: Some("Europe/Oslo".to_owned()),
                is_day_first: Some(false),
            },
            chosen: Some(TemplateId("howie".to_owned())),
            brought: vec![Source {
                file_name: "team.md".to_owned(),
                text: "## What \"happened\"\n".to_owned(),
            }],
        };
        for request in [request, Request::default()] {
            let message = request.clone().encode("# Kiwi".to_owned());
            assert_eq!(message.text, "# Kiwi");
            let question = Question::decode(&message).unwrap();
            assert_eq!(question.postmortem, Some(request));
            assert_eq!(question.lines, None);
        }
    }

    #[test]
    fn an_answer_arrives_as_it_was_sent() {
        let told = |kind| Told {
            kind,
            message: format!("{kind:?}"),
        };
        let answer = Answer {
            document: example(),
            template: TemplateId("classic".to_owned()),
            recognised: TemplateId("howie".to_owned()),
            is_order_open: true,
            notes: KINDS.iter().copied().map(told).collect(),
        };
        let message = answer.encode("<p>".to_owned());
        assert_eq!(Answer::decode(message), Some((answer, "<p>".to_owned())));
    }

    #[test]
    fn what_is_no_message_is_nothing() {
        for record in ["", "{", "[]", r#"{"notes":[{"kind":4}]}"#] {
            let message = Message {
                record: record.to_owned(),
                text: String::new(),
            };
            assert_eq!(super::super::answer(&message), None, "{record}");
            assert_eq!(Answer::decode(message), None, "{record}");
        }
    }
}
