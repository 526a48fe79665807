//! The end of reading: what the whole text says of when and whom, put together.

use chrono::{Datelike, Days, NaiveDate};

use super::NoteKind;
use super::entries::Entry;
use super::period::Period;
use super::place::Placer;
use super::when::{TokenKind, tokens};
use super::words::Words;
use super::zones::{is_abbreviation_of, is_american, is_zone_alone, stated_zone};
use crate::postmortem::day::{Day, year_of_month};
use crate::postmortem::{Entered, Event, Field, Moment, Percent, Typed, one_line};

impl Placer<'_> {
    pub(super) fn finish(mut self) -> Self {
        self.take_front_matter();
        self.note_contradictions();
        let told = std::mem::take(&mut self.told);
        let mut period = told
            .labelled
            .or(told.summary)
            .or(told.elsewhere)
            .or(told.rest);
        period.start = period.start.or(told.only);
        let entries = std::mem::take(&mut self.entries);
        let period =
            self.ends_from_entries(period, &entries, (told.is_start_open, told.is_end_open));
        let weak_day = told.document_day.clone().or(told.any_day);
        let days = self.days(&period, told.heading_day, weak_day.as_ref(), &entries);
        let year = self.year(&days, period.end_day.as_ref(), told.document_day.as_ref());
        let is_date = |day: &&(Day, String)| day.0 != Day::AsTyped;
        let start_day = days.iter().find(is_date).or(days.first()).cloned();
        let summary = &mut self.document.summary;
        summary.start.time = period.start.unwrap_or_default();
        summary.end.time = period.end.unwrap_or_default();
        let (heading_zone, stated_zone) = (told.heading_zone, told.stated_zone);
        let zone = period
            .zone
            .or(heading_zone.clone())
            .or(stated_zone.clone())
            .or_else(|| most_common_zone(&entries))
            .or_else(|| self.given.time_zone.clone());
        // One name of a zone beside its abbreviation: the shorter is what the times have.
        let abbreviation = (zone.as_ref())
            .filter(|zone| zone.contains(' '))
            .and_then(|zone| {
                [&heading_zone, &stated_zone]
                    .into_iter()
                    .flatten()
                    .find(|short| is_abbreviation_of(short, zone))
            })
            .cloned();
        let zone = abbreviation.or(zone);
        if let Some(zone) = &zone {
            summary.time_zone.clone_from(zone);
        }
        if let Some(day) = &start_day {
            if days.len() == 1 && weak_day.as_ref() == Some(day) {
                let message = format!(
                    "The text does not tell the day: {} is taken, which it names",
                    day.1.trim()
                );
                self.guess(Field::Start, message);
            }
            self.document.summary.start.date = self.date(day, year, Field::Start);
        }
        if let Some(day) = &period.end_day {
            self.document.summary.end.date = self.date(day, year, Field::End);
        } else {
            self.guess_end_day();
        }
        self.keep_front_moments(told.front);
        if let Some(name) = told.zone_name.filter(|name| zone.as_ref() != Some(name)) {
            self.extra("", &name);
        }
        self.events(entries, year, zone.as_deref());
        self.share();
        self
    }

    /// The share of users: what the text says best, or all where it says that nobody was spared.
    fn share(&mut self) {
        let everyone = Percent::from_hundredths(10_000);
        let told = self.shares.iter().min_by_key(|(source, _)| *source);
        let share = told.map(|(_, share)| *share);
        if let Some(share) = share.or(everyone.filter(|_| self.was_everyone)) {
            self.document.impact.affected_share = Entered::Known(share);
        }
    }

    /// Start and end out of the timeline, where the text does not tell them: from the entries that
    /// say that it began or was over, else from the first and the last.
    fn ends_from_entries(
        &mut self,
        period: Period,
        entries: &[Entry],
        (is_start_open, is_end_open): (bool, bool),
    ) -> Period {
        let marked = marked(entries);
        let is_timed = |entry: &&Entry| {
            entry
                .time
                .as_ref()
                .is_some_and(|time| time.known().is_some())
        };
        let timed = || entries.iter().filter(is_timed);
        // One time is no stretch.
        let outer = match (timed().next(), timed().next_back()) {
            (Some(first), Some(last)) if !std::ptr::eq(first, last) => Period {
                start: first.time.clone(),
                end: last.time.clone(),
                ..Period::default()
            },
            _ => Period::default(),
        };
        let (has_start, has_end) = (period.start.is_some(), period.end.is_some());
        let mut found = marked.or(outer);
        found.start.take_if(|_| is_start_open);
        found.end.take_if(|_| is_end_open);
        let whole = period.or(found);
        for (is_missing, field, words, time) in [
            (!has_start, Field::Start, "start", &whole.start),
            (!has_end, Field::End, "end", &whole.end),
        ] {
            if let Some(time) = time.as_ref().filter(|_| is_missing) {
                self.guess(
                    field,
                    format!(
                        "The text does not tell the {words}: {} is taken from the timeline",
                        time.text()
                    ),
                );
            }
        }
        whole
    }

    fn guess(&mut self, field: Field, message: String) {
        self.note(NoteKind::Guess, field, message);
    }

    /// The year of dates that have none: that of another date, or of a month in the title.
    fn year(
        &self,
        days: &[(Day, String)],
        end: Option<&(Day, String)>,
        of_document: Option<&(Day, String)>,
    ) -> Option<i32> {
        let known = days
            .iter()
            .chain(end)
            .chain(of_document)
            .find_map(|(day, _)| match day {
                Day::Known(date) => Some(date.year()),
                Day::Either { day_first, .. } => Some(day_first.year()),
                Day::Yearless { .. } | Day::AsTyped => None,
            });
        known
            .or_else(|| year_of_month(&self.document.overview.title))
            .or_else(|| year_of_month(&self.document.summary.text))
    }

    /// The days that can be that of the start, the likeliest first.
    fn days(
        &self,
        period: &Period,
        of_heading: Option<(Day, String)>,
        of_document: Option<&(Day, String)>,
        entries: &[Entry],
    ) -> Vec<(Day, String)> {
        let title = &self.document.overview.title;
        let of_title = tokens(title).filter_map(|token| match token.kind {
            TokenKind::Date(day) => Some((day, title.get(token.range)?.to_owned())),
            _ => None,
        });
        let given = self.given.date;
        let end = period.end_day.as_ref();
        let start = period.start_day.clone();
        start
            .into_iter()
            .chain(of_title)
            .chain(of_heading)
            .chain(entries.iter().filter_map(|entry| entry.date.clone()))
            .chain(end.cloned())
            .chain(of_document.cloned())
            .chain(given.map(|date| (Day::Known(date), date.canonical())))
            .collect()
    }

    /// A day as a value, with a note where it was guessed.
    fn date(
        &mut self,
        (day, source): &(Day, String),
        year: Option<i32>,
        field: Field,
    ) -> Entered<NaiveDate> {
        let (date, guess) = match day {
            Day::Known(date) => (Some(*date), None),
            Day::Either {
                day_first,
                month_first,
            } => {
                self.is_order_open = true;
                let american =
                    is_american(&self.document.summary.time_zone) && source.contains('/');
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
                let date = year.and_then(|year| NaiveDate::from_ymd_opt(year, *month, *day));
                (date, Some("the year is taken from another date"))
            }
            Day::AsTyped => (None, None),
        };
        if let (Some(date), Some(guess)) = (date, guess) {
            self.guess(
                field,
                format!("“{source}” is read as {}: {guess}", date.canonical()),
            );
        }
        match date {
            Some(date) => Entered::Known(date),
            None => Entered::AsTyped(one_line(source)),
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
            self.guess(
                Field::End,
                "The end is taken to be on the day after the start".to_owned(),
            );
        }
    }

    fn events(&mut self, entries: Vec<Entry>, year: Option<i32>, zone: Option<&str>) {
        // A date that stands alone is that of what follows it.
        let mut pending = None;
        for entry in entries {
            if entry.date.is_some() {
                pending = None;
            }
            let date = entry.date.clone().or_else(|| pending.take());
            // "2024-10-21 (*all times UTC*)" is the day of what follows as well.
            let is_day = entry.is_bare() || is_zone_alone(&entry.text);
            if entry.time.is_none() && is_day && entry.date.is_some() {
                pending = entry.date;
                continue;
            }
            let is_timed = entry.time.is_some() || date.is_some();
            if !is_timed && says_but_the_zone(&entry.text, zone) {
                continue;
            }
            let date = date.map(|date| self.date(&date, year, Field::Timeline));
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

/// "*All times in UTC.*", which is written above the events again.
fn says_but_the_zone(text: &str, zone: Option<&str>) -> bool {
    let stated = stated_zone(text);
    let bare = text.trim_matches(['*', '_', '.', '(', ')', ':', ' ']);
    let words = bare.split_whitespace();
    stated.is_some()
        && stated == zone
        && words
            .filter(|word| Some(*word) != zone)
            .all(|word| matches!(word, "All" | "times" | "in"))
}

/// Start and end by the entries that say that it began, and that it was over.
fn marked(entries: &[Entry]) -> Period {
    static BEGAN: Words = Words::of(
        "begin to fail|begins to fail|starts to fail|starts failing|incident begins|\
        incident starts|incident began|incident started|start of the incident|outage begins|\
        outage starts|outage began|outage started|start of the outage|start of outage",
    );
    static OVER: Words = Words::of(
        "correct again|works again|working again|incident ends|incident ended|\
        end of the incident|incident closed|outage ends|outage ended|end of the outage|\
        end of outage|outage over|fully restored|fully resolved|fully recovered",
    );
    // "The push starts, and with it the outage."
    static STARTS: Words = Words::of("starts|begins|began");
    let is_start = |entry: &&Entry| {
        let lower = entry.text.to_lowercase();
        BEGAN.are_in(&lower) || (lower.contains("the outage") && STARTS.are_in(&lower))
    };
    let began = entries.iter().find(is_start);
    let over = entries
        .iter()
        .rfind(|entry| OVER.are_in(&entry.text.to_lowercase()));
    Period {
        start: began.and_then(|entry| entry.time.clone()),
        start_day: began.and_then(|entry| entry.date.clone()),
        end: over.and_then(|entry| entry.time.clone()),
        end_day: over.and_then(|entry| entry.date.clone()),
        zone: None,
    }
}

fn most_common_zone(entries: &[Entry]) -> Option<String> {
    let mut zones: Vec<&str> = entries
        .iter()
        .filter_map(|entry| entry.zone.as_deref())
        .collect();
    zones.sort_unstable();
    let runs = zones.chunk_by(|one, other| one == other);
    let most = runs.max_by_key(|run| run.len())?;
    most.first().map(|zone| (*zone).to_owned())
}
