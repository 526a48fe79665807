//! Tables with a row of names above them: which column is the time, the day, who and what.

use super::Why;
use super::clock::zone;
use super::epoch_logs::epoch;
use super::stamp::{Stamp, day, whole_stamp};
use super::written::{Found, OpenDay, Piece, shown};
use crate::postmortem::{Entered, one_line, prose};

/// What a column holds, and the names that people and programs give it.
const ROLES: [(Role, &str); 6] = [
    (
        Role::Time,
        "time|timestamp|datetime|date time|date/time|date and time|@timestamp|_time|when|created|created at|\
         created_at|occurred at|occurred_at|start|start time|started|started at|ts|event time|time utc|at|\
         uhrzeit|zeit|heure|hora",
    ),
    (Role::Date, "date|day|datum|tag|jour|fecha"),
    (
        Role::Who,
        "who|author|user|name|actor|by|owner|from|sender|username|user name|person|person/team|team|role|reporter|responder|\
         source|host|hostname|service|wer|qui",
    ),
    (
        Role::Text,
        "text|message|event|description|what|what happened|details|summary|action|note|notes|comment|msg|\
         content|body|activity|entry|update|subject|title|ereignis|was",
    ),
    (Role::Zone, "zone|time zone|timezone|tz"),
    (Role::Link, "link|url|permalink|evidence"),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Time,
    Date,
    Who,
    Text,
    Zone,
    Link,
    Other,
}

/// The columns of a table.
pub(super) struct Columns {
    roles: Vec<(Role, String)>,
    /// The zone that the name of the column of times has behind it.
    zone: Option<String>,
    is_markdown: bool,
}

impl Columns {
    /// The columns by their names; nothing where none of them is a time. `first` is the row below:
    /// where no name is known, what looks like a time there tells the column.
    pub(super) fn of(
        names: &[String],
        first: Option<&[String]>,
        is_markdown: bool,
    ) -> Option<Self> {
        const LONGEST_NAME: usize = 60;
        let mut zone = None;
        let mut roles: Vec<(Role, String)> = Vec::new();
        for name in names {
            let shown = one_line(plain(name));
            if shown.len() > LONGEST_NAME {
                return None;
            }
            let lower = shown.to_lowercase();
            let bare = match lower.split_once('(') {
                Some((bare, _)) => bare.trim(),
                None => lower.as_str(),
            };
            let found = ROLES
                .iter()
                .find(|(_, names)| names.split('|').any(|known| known == bare));
            let role = found.map_or(Role::Other, |(role, _)| *role);
            let is_new = roles.iter().all(|(known, _)| *known != role);
            if role == Role::Time && is_new {
                zone = zone_of(&shown);
            }
            roles.push((if is_new { role } else { Role::Other }, shown));
        }
        let has = |roles: &[(Role, String)], role| roles.iter().any(|(known, _)| *known == role);
        if !has(&roles, Role::Time) && !has(&roles, Role::Date) {
            let at = first?.iter().position(|cell| is_time(plain(cell)))?;
            roles.get_mut(at)?.0 = Role::Time;
        }
        if !has(&roles, Role::Text)
            && let Some(other) = roles.iter_mut().find(|(role, _)| *role == Role::Other)
        {
            other.0 = Role::Text;
        }
        Some(Self {
            roles,
            zone,
            is_markdown,
        })
    }

    /// A row of the table as a row for the timeline. One in which nothing stands is none.
    pub(super) fn row(&self, cells: &[String], line: usize) -> Piece {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return Piece::Rest(line, Why::NoTime);
        }
        let mut row = Found {
            line,
            ..Found::default()
        };
        let (mut said, mut more) = (Vec::new(), Vec::new());
        let mut unknown_day = None;
        let other = (Role::Other, String::new());
        for (index, cell) in cells.iter().enumerate() {
            let (role, name) = self.roles.get(index).unwrap_or(&other);
            let cell = cell.trim();
            if cell.is_empty() {
                continue;
            }
            match role {
                Role::Time if !row.time.is_empty() => more.push(format!("{name}: {cell}")),
                Role::Time => take_time(&mut row, plain(cell)),
                // Programs call it a date where it has its time as well.
                Role::Date if is_time(plain(cell)) && row.time.is_empty() => {
                    take_time(&mut row, plain(cell));
                }
                Role::Date => match day(plain(cell)).filter(|(_, rest)| rest.trim().is_empty()) {
                    Some((day, _)) => row.day = row.day.or(Some(day)),
                    None => unknown_day = Some((name, cell)),
                },
                Role::Zone => row.zone = Some(one_line(cell)),
                Role::Who => row.who = one_line(plain(cell)),
                Role::Link => row.evidence = one_line(cell),
                Role::Text => said.insert(0, cell.to_owned()),
                Role::Other if name.is_empty() => more.push(cell.to_owned()),
                Role::Other => more.push(format!("{name}: {cell}")),
            }
        }
        match unknown_day {
            Some((name, cell)) if row.day.is_some() => more.push(format!("{name}: {cell}")),
            Some((_, cell)) => row.day = Some(OpenDay::Words(one_line(cell))),
            None => {}
        }
        if row.zone.is_none() && row.time.known().is_some() {
            row.zone.clone_from(&self.zone);
        }
        said.append(&mut more);
        let text = said.join("\n");
        row.text = if self.is_markdown {
            prose(&text).into_owned()
        } else {
            shown(&text)
        };
        Piece::Row(Box::new(row))
    }
}

/// What a cell says, without the marks that make it bold or code.
fn plain(cell: &str) -> &str {
    cell.trim().trim_matches(['*', '_', '`']).trim()
}

/// The zone in brackets behind the name of a column: "Time (UTC)".
fn zone_of(name: &str) -> Option<String> {
    let at = name.find('(')?;
    let (zone, rest) = zone(name.get(at..)?)?;
    rest.trim().is_empty().then_some(zone)
}

/// Whether a cell is a time.
pub(super) fn is_time(cell: &str) -> bool {
    whole(cell).is_some()
}

fn whole(cell: &str) -> Option<Stamp> {
    let seconds = || epoch(cell).filter(|(_, rest)| rest.is_empty());
    whole_stamp(cell).or_else(|| seconds().map(|(stamp, _)| stamp))
}

fn take_time(row: &mut Found, cell: &str) {
    if let Some(stamp) = whole(cell) {
        row.day = stamp.day.or(row.day.take());
        row.time = Entered::Known(stamp.time);
        row.zone = stamp.zone.or(row.zone.take());
        return;
    }
    match day(cell).filter(|(_, rest)| rest.trim().is_empty()) {
        Some((day, _)) => row.day = Some(day),
        None => row.time = cell.into(),
    }
}
