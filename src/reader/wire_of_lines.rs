//! Questions and answers about lines as messages, in the form in which drafts are saved.

use chrono::Weekday;

use super::{LinesAnswer, LinesRequest, Message, Question, SourceName};
use crate::draft::{Saved, Value, WrongKind, from_json, saved_record, to_json};
use crate::paste::{Given, OpenDay, PastedRow, Rest, Why};

impl LinesRequest {
    /// The message that asks for lines to be read.
    pub fn encode(self, text: String) -> Message {
        let question = Question {
            lines: Some(self),
            ..Question::default()
        };
        question.encode(text)
    }
}

impl LinesAnswer {
    pub(super) fn encode(&self) -> Message {
        let (record, text) = (to_json(self), String::new());
        Message { record, text }
    }

    /// What a message tells; `None` where it is no answer about lines.
    pub fn decode(message: &Message) -> Option<Self> {
        from_json(&message.record)
    }
}

saved_record!(LinesRequest { source, given });
saved_record!(Given {
    today,
    near,
    is_day_first,
});
saved_record!(LinesAnswer {
    source,
    recognised,
    rows,
    rest,
    is_order_open,
    is_relative,
    sources,
});
saved_record!(SourceName { id, name, about });
saved_record!(PastedRow {
    line,
    who,
    date,
    open_day,
    days_after,
    time,
    zone,
    text,
    is_duplicate,
    is_next_day_guessed,
    evidence,
});
saved_record!(Rest { line, text, why });

/// Saved as the position in this list.
const WHYS: &[Why] = &[Why::Day, Why::Header, Why::Note, Why::NoTime];

impl Saved for Why {
    fn write(&self, json: &mut String) {
        let position = WHYS.iter().position(|why| why == self);
        position.unwrap_or_default().write(json);
    }

    fn read(&mut self, value: Value) -> Result<(), WrongKind> {
        let mut position = 0_usize;
        position.read(value)?;
        let why = WHYS.get(position).ok_or(WrongKind { key: "" })?;
        *self = *why;
        Ok(())
    }
}

/// Saved as a list: what is known of it, and then that as numbers, or a word.
impl Saved for OpenDay {
    fn write(&self, json: &mut String) {
        let weekday = |day: &Weekday| day.number_from_monday().to_string();
        let (kind, parts) = match self {
            Self::Date(date) => ("date", vec![in_json(date)]),
            Self::Either {
                day_first,
                month_first,
            } => ("either", vec![in_json(day_first), in_json(month_first)]),
            Self::Yearless {
                month,
                day,
                weekday: on,
            } => (
                "yearless",
                vec![
                    month.to_string(),
                    day.to_string(),
                    on.as_ref().map_or_else(|| "0".to_owned(), weekday),
                ],
            ),
            Self::YearlessEither(first, second) => (
                "yearless-either",
                vec![first.to_string(), second.to_string()],
            ),
            Self::DaysAgo(days) => ("ago", vec![days.to_string()]),
            Self::Weekday(day) => ("weekday", vec![weekday(day)]),
            Self::Words(words) => ("words", vec![in_json(words)]),
        };
        json.push_str("[\"");
        json.push_str(kind);
        json.push('"');
        for part in parts {
            json.push(',');
            json.push_str(&part);
        }
        json.push(']');
    }

    fn read(&mut self, value: Value) -> Result<(), WrongKind> {
        let Value::Array(parts) = value else {
            return Err(WrongKind { key: "" });
        };
        let read = read_open_day(&parts);
        read.map(|day| *self = day).ok_or(WrongKind { key: "" })
    }
}

fn read_open_day(parts: &[Value]) -> Option<OpenDay> {
    let (kind, parts) = parts.split_first()?;
    Some(match (kind.as_str()?, parts) {
        ("date", [date]) => OpenDay::Date(held(date)?),
        ("either", [day_first, month_first]) => OpenDay::Either {
            day_first: held(day_first)?,
            month_first: held(month_first)?,
        },
        ("yearless", [month, day, weekday]) => OpenDay::Yearless {
            month: held(month)?,
            day: held(day)?,
            weekday: weekday_of(held(weekday)?),
        },
        ("yearless-either", [first, second]) => {
            OpenDay::YearlessEither(held(first)?, held(second)?)
        }
        ("ago", [days]) => OpenDay::DaysAgo(held(days)?),
        ("weekday", [day]) => OpenDay::Weekday(weekday_of(held(day)?)?),
        ("words", [words]) => OpenDay::Words(held(words)?),
        _ => return None,
    })
}

fn in_json(value: &dyn Saved) -> String {
    let mut json = String::new();
    value.write(&mut json);
    json
}

fn held<T: Saved + Default>(value: &Value) -> Option<T> {
    let mut held = T::default();
    held.read(value.clone()).ok()?;
    Some(held)
}

/// Monday is 1.
fn weekday_of(number: u32) -> Option<Weekday> {
    let from_monday = u8::try_from(number.checked_sub(1)?).ok()?;
    Weekday::try_from(from_monday).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postmortem::{Entered, Typed};
    use chrono::NaiveDate;

    fn date(text: &str) -> NaiveDate {
        NaiveDate::parse(text).unwrap()
    }

    #[test]
    fn a_request_about_lines_arrives_as_it_was_sent() {
        let request = LinesRequest {
            source: Some("slack".to_owned()),
            given: Given {
                today: Some(date("2024-05-03")),
                near: Some(date("2022-02-01")),
                is_day_first: Some(true),
            },
        };
        for request in [request, LinesRequest::default()] {
            let message = request.clone().encode("9:05 \"slow\"\n".to_owned());
            assert_eq!(message.text, "9:05 \"slow\"\n");
            let question = Question::decode(&message).unwrap();
            assert_eq!(question.lines, Some(request));
            assert_eq!(question.postmortem, None);
        }
    }

    #[test]
    fn rows_arrive_as_they_were_sent_whatever_is_known_of_their_day() {
        let row = |open_day| PastedRow {
            line: 3,
            who: "Ana \"L.\"".to_owned(),
            date: NaiveDate::from_ymd_opt(12_024, 5, 3),
            open_day: Some(open_day),
            days_after: 2,
            time: Entered::from("14:30:05"),
            zone: Some("+02:00".to_owned()),
            text: "slow\nagain".to_owned(),
            is_duplicate: true,
            is_next_day_guessed: true,
            evidence: "https://chat.example.com".to_owned(),
        };
        let days = [
            OpenDay::Date(date("2024-05-03")),
            OpenDay::Either {
                day_first: date("2024-05-03"),
                month_first: date("2024-03-05"),
            },
            OpenDay::Yearless {
                month: 5,
                day: 3,
                weekday: Some(Weekday::Sun),
            },
            OpenDay::Yearless {
                month: 2,
                day: 29,
                weekday: None,
            },
            OpenDay::YearlessEither(3, 5),
            OpenDay::DaysAgo(1),
            OpenDay::Weekday(Weekday::Mon),
            OpenDay::Words("eilen \"illalla\"".to_owned()),
        ];
        let rest = |why: &Why| Rest {
            line: 7,
            text: "\t— \u{1}".to_owned(),
            why: *why,
        };
        let slack = SourceName {
            id: "slack".to_owned(),
            name: "Slack".to_owned(),
            about: "What it looks like".to_owned(),
        };
        let answer = LinesAnswer {
            source: slack.clone(),
            recognised: "plain".to_owned(),
            rows: days.into_iter().map(row).collect(),
            rest: WHYS.iter().map(rest).collect(),
            is_order_open: true,
            is_relative: true,
            sources: vec![slack, SourceName::default()],
        };
        assert_eq!(LinesAnswer::decode(&answer.encode()), Some(answer));
    }

    #[test]
    fn what_is_no_answer_about_lines_is_nothing() {
        for record in [
            "",
            "[]",
            r#"{"rest":[{"why":4}]}"#,
            r#"{"rows":[{"open_day":["weekday",8]}]}"#,
            r#"{"rows":[{"open_day":["ago"]}]}"#,
            r#"{"rows":[{"date":"2024-05-03"}]}"#,
        ] {
            let message = Message {
                record: record.to_owned(),
                text: String::new(),
            };
            assert_eq!(LinesAnswer::decode(&message), None, "{record}");
        }
    }
}
