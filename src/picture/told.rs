//! The picture in words.

use chrono::Timelike;

use super::plan::{Plan, Silence, moment, seconds};
use crate::postmortem::{Typed, length_in_words};

/// A sentence on each line.
pub(super) fn text(plan: &Plan<'_>) -> String {
    let mut lines = vec![period(plan)];
    for phase in &plan.phases {
        let (from, to) = (seconds(phase.from.at), seconds(phase.to.at));
        let (name, length) = (phase.name(), phase.length());
        lines.push(format!("{name}: {length}, {}.", span(plan, from, to)));
    }
    for silence in &plan.silences {
        lines.push(format!("{}.", self::silence(plan, silence)));
    }
    if plan.more_silences > 0 {
        let silences = counted(plan.more_silences, "shorter silence", "shorter silences");
        lines.push(format!("And {silences}."));
    }
    lines.push(entries(plan));
    lines.join("\n")
}

/// The first sentence of it, as a title.
pub(super) fn title(plan: &Plan<'_>) -> String {
    format!("Timeline {}", span(plan, plan.from, plan.to))
}

/// A silence, without a full stop.
pub(super) fn silence(plan: &Plan<'_>, silence: &Silence) -> String {
    let length = length_in_words(silence.seconds());
    let span = span(plan, silence.from, silence.to);
    format!("Nothing was written for {length}, {span}")
}

fn period(plan: &Plan<'_>) -> String {
    let length = length_in_words(plan.to - plan.from);
    let zone = match plan.zone.as_str() {
        "" => String::new(),
        zone => format!(" All times are in {zone}."),
    };
    format!("{}: {length}.{zone}", title(plan))
}

fn entries(plan: &Plan<'_>) -> String {
    let count = plan.rows.len();
    let rows = plan.rows.iter();
    let guessed = rows.filter(|row| row.is_approximate()).count();
    let mut text = counted(count, "entry", "entries");
    if guessed > 0 {
        text.push_str(&format!(", {guessed} at about that time"));
    }
    text.push('.');
    if plan.untimed > 0 {
        let untimed = counted(plan.untimed, "entry is", "entries are");
        text.push_str(&format!(" {untimed} not shown, for want of a time."));
    }
    text
}

/// "from 2024-09-17 09:12 to 11:47".
pub(super) fn span(plan: &Plan<'_>, from: i64, to: i64) -> String {
    let is_one_day = moment(from).date() == moment(to).date();
    let from = clock(plan, from, true);
    format!("from {from} to {}", clock(plan, to, !is_one_day))
}

/// A moment, with its day where there is one and it is wanted.
pub(super) fn clock(plan: &Plan<'_>, at: i64, has_day: bool) -> String {
    let at = moment(at);
    let clock = format!("{:02}:{:02}", at.hour(), at.minute());
    if has_day && plan.is_dated {
        format!("{} {clock}", at.date().canonical())
    } else {
        clock
    }
}

/// "1 entry", "3 entries".
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    let word = if count == 1 { one } else { many };
    format!("{count} {word}")
}
