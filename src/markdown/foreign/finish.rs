//! The end of reading: what the whole text says of when and whom, put together.

use chrono::{Days, NaiveDate};

use super::entries::Entry;
use super::period::Period;
use super::place::Placer;
use super::when::{Day, TokenKind, tokens};
use super::{Note, NoteKind};
use crate::postmortem::{Entered, Event, Field, Moment, Percent, Place, Postmortem, Typed};

impl Placer {
    pub(super) fn finish(mut self) -> (Postmortem, Vec<Note>) {
        self.take_front_matter();
        let told = std::mem::take(&mut self.told);
        let period = told
            .labelled
            .or(told.summary)
            .or(told.elsewhere)
            .or(self.marked());
        let days = self.days(period.start_day.as_ref());
        let year = days.iter().find_map(|day| match day {
            (Day::Known(date), _) => Some(*date),
            _ => None,
        });
        let start_day = days.first().cloned();
        let summary = &mut self.document.summary;
        summary.start.time = period.start.unwrap_or_default();
        summary.end.time = period.end.unwrap_or_default();
        if let Some(day) = &start_day {
            self.document.summary.start.date = self.date(day, year, Field::Start);
        }
        if let Some(day) = &period.end_day {
            self.document.summary.end.date = self.date(day, year, Field::End);
        } else {
            self.guess_end_day();
        }
        let entries = std::mem::take(&mut self.entries);
        let zone = period
            .zone
            .or(told.heading_zone)
            .or_else(|| most_common_zone(&entries))
            .or_else(|| self.given.time_zone.clone());
        if let Some(zone) = &zone {
            self.document.summary.time_zone.clone_from(zone);
        }
        self.events(entries, year, zone.as_deref());
        let everyone = Percent::from_hundredths(10_000).filter(|_| self.was_everyone);
        if let Some(share) = self.shares.first().copied().or(everyone) {
            self.document.impact.affected_share = Entered::Known(share);
        }
        (self.document, self.notes)
    }

    fn take_front_matter(&mut self) {
        for (key, value) in std::mem::take(&mut self.front) {
            let field = match key.as_str() {
                "title" => Field::Title,
                "author" | "authors" => Field::Authors,
                "status" => Field::Status,
                "severity" => Field::Severity,
                "services" | "service" => Field::Services,
                "date" | "incident_date" => {
                    let day = tokens(&value)
                        .into_iter()
                        .find_map(|token| match token.kind {
                            TokenKind::Date(day) => Some((day, value.get(token.range)?.to_owned())),
                            _ => None,
                        });
                    self.told.elsewhere.start_day = self.told.elsewhere.start_day.take().or(day);
                    continue;
                }
                _ => {
                    self.extra("", &format!("{key}: {value}"));
                    continue;
                }
            };
            let is_free = self.document.line(field).is_none_or(|line| line.is_empty());
            if is_free {
                self.document.set_line(field, &value);
            } else if field != Field::Title {
                self.extra("", &format!("{key}: {value}"));
            }
        }
    }

    /// Start and end by the entries that say that it began, and that it was over.
    fn marked(&self) -> Period {
        const BEGAN: [&str; 12] = [
            "incident begins",
            "incident starts",
            "incident began",
            "incident started",
            "start of the incident",
            "outage begins",
            "outage starts",
            "outage began",
            "outage started",
            "start of the outage",
            "start of outage",
            "with it the outage",
        ];
        const OVER: [&str; 12] = [
            "incident ends",
            "incident ended",
            "end of the incident",
            "incident closed",
            "outage ends",
            "outage ended",
            "end of the outage",
            "end of outage",
            "outage over",
            "fully restored",
            "fully resolved",
            "fully recovered",
        ];
        let says = |entry: &Entry, words: &[&str]| {
            let lower = entry.text.to_lowercase();
            words.iter().any(|word| lower.contains(word))
        };
        let began = self.entries.iter().find(|entry| says(entry, &BEGAN));
        let over = self.entries.iter().rfind(|entry| says(entry, &OVER));
        Period {
            start: began.and_then(|entry| entry.time.clone()),
            start_day: began.and_then(|entry| entry.date.clone()),
            end: over.and_then(|entry| entry.time.clone()),
            end_day: over.and_then(|entry| entry.date.clone()),
            zone: None,
        }
    }

    /// The days that can be that of the start, the likeliest first.
    fn days(&self, told: Option<&(Day, String)>) -> Vec<(Day, String)> {
        let title = &self.document.overview.title;
        let of_title = tokens(title)
            .into_iter()
            .filter_map(|token| match token.kind {
                TokenKind::Date(day) => Some((day, title.get(token.range)?.to_owned())),
                _ => None,
            });
        let of_entries = self.entries.iter().filter_map(|entry| entry.date.clone());
        told.cloned()
            .into_iter()
            .chain(of_title)
            .chain(of_entries)
            .chain(
                self.given
                    .date
                    .map(|date| (Day::Known(date), date.canonical())),
            )
            .collect()
    }

    /// A day as a value, with a note where it was guessed.
    fn date(
        &mut self,
        (day, source): &(Day, String),
        like: Option<NaiveDate>,
        field: Field,
    ) -> Entered<NaiveDate> {
        let (date, guess) = match day {
            Day::Known(date) => (Some(*date), None),
            Day::Either {
                day_first,
                month_first,
            } => {
                let american =
                    self.document.summary.time_zone.ends_with("ST") && source.contains('/');
                let is_day_first = self.given.is_day_first.unwrap_or(!american);
                let date = if is_day_first {
                    *day_first
                } else {
                    *month_first
                };
                (
                    Some(date),
                    Some("day and month could be the other way round"),
                )
            }
            Day::Yearless { month, day } => {
                let year = like.map(|like| chrono::Datelike::year(&like));
                let date = year.and_then(|year| NaiveDate::from_ymd_opt(year, *month, *day));
                (date, Some("the year is taken from another date"))
            }
            Day::AsTyped => (None, None),
        };
        if let (Some(date), Some(guess)) = (date, guess) {
            self.notes.push(Note {
                kind: NoteKind::Guess,
                place: Some(Place::field(field)),
                message: format!("“{source}” is read as {}: {guess}", date.canonical()),
            });
        }
        match date {
            Some(date) => Entered::Known(date),
            None => Entered::AsTyped(source.clone()),
        }
    }

    /// An end without a day is on that of the start, or on the next when its time is earlier.
    fn guess_end_day(&mut self) {
        let summary = &mut self.document.summary;
        let (Some(date), Some(start), Some(end)) = (
            summary.start.date.known(),
            summary.start.time.known(),
            summary.end.time.known(),
        ) else {
            return;
        };
        let is_next = end.naive() < start.naive();
        let day = if is_next {
            date.checked_add_days(Days::new(1))
        } else {
            Some(*date)
        };
        if let Some(day) = day {
            summary.end.date = Entered::Known(day);
        }
        if is_next {
            self.notes.push(Note {
                kind: NoteKind::Guess,
                place: Some(Place::field(Field::End)),
                message: "The end is taken to be on the day after the start".to_owned(),
            });
        }
    }

    fn events(&mut self, entries: Vec<Entry>, like: Option<NaiveDate>, zone: Option<&str>) {
        // A date that stands alone is that of what follows it.
        let mut pending = None;
        for entry in entries {
            let date = entry.date.clone().or_else(|| pending.take());
            if entry.time.is_none() && entry.is_bare() && entry.date.is_some() {
                pending = entry.date;
                continue;
            }
            let date = date.map(|date| self.date(&date, like, Field::Timeline));
            let text = match entry.zone.as_deref().filter(|own| Some(*own) != zone) {
                Some(own) => format!("({own}) {}", entry.text),
                None => entry.text,
            };
            self.document.timeline.events.push(Event {
                when: Moment {
                    date: date.unwrap_or_default(),
                    time: entry.time.unwrap_or_default(),
                },
                text,
                ..Event::default()
            });
        }
        if let Some((_, source)) = pending {
            let rows = &mut self.document.timeline.events;
            rows.push(Event {
                text: source,
                ..Event::default()
            });
        }
    }
}

fn most_common_zone(entries: &[Entry]) -> Option<String> {
    let zones = || entries.iter().filter_map(|entry| entry.zone.as_deref());
    let count = |zone: &&str| zones().filter(|other| other == zone).count();
    zones().max_by_key(count).map(str::to_owned)
}
