//! Whether a text is one that this editor has written, and in which template.

use super::escape::unescape;
use super::read::read_own;
use super::{Reading, header, outline};
use crate::postmortem::Field;
use crate::template::{Header, Need, Shape, Template, TemplateId, all_templates, is_same_name};

/// How many lines of a text of ours may have been changed by hand.
const MOST_CHANGED: usize = 2;

/// The template most of whose required headings the text has; of equals the one that knows the
/// most of its headings, then the first. A text that has less than half of any is in the default.
pub(super) fn template_of(text: &str) -> &'static Template {
    let names: Vec<String> = outline::headings(text)
        .iter()
        .filter(|heading| heading.level <= 2 && !heading.is_closed)
        .map(|heading| unescape(heading.text))
        .collect();
    let mut best = TemplateId::default().template();
    let mut most = (1, 2, 0);
    for template in all_templates() {
        let (mut found, mut all, mut known) = (0_usize, 0_usize, 0_usize);
        for (heading, need) in template.headings() {
            let has = names.iter().any(|name| is_same_name(heading, name));
            known += usize::from(has);
            if need == Need::Required {
                found += usize::from(has);
                all += 1;
            }
        }
        let (share, other) = (found * most.1, most.0 * all);
        if share > other || (share == other && known > most.2) {
            (best, most) = (template, (found, all, known));
        }
    }
    best
}

/// Whether it is plain without reading all of a long text that this editor has not written it: too
/// many of the headings are missing that it always writes, or it would write the beginning
/// otherwise.
pub(super) fn is_foreign_at_sight(text: &str, template: &'static Template) -> bool {
    const LONG: usize = 64 * 1024;
    let start = text
        .get(..text.floor_char_boundary(LONG))
        .unwrap_or_default();
    if start.len() == text.len() {
        return false;
    }
    let start = start
        .rfind("\n## ")
        .and_then(|at| start.get(..=at))
        .unwrap_or_default();
    lacks_headings(text, template) || {
        changed_lines(start, &read_own(start, template).written()) > MOST_CHANGED
    }
}

fn lacks_headings(text: &str, template: &'static Template) -> bool {
    let mut lines: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with('#'))
        .map(str::trim_end)
        .collect();
    lines.sort_unstable();
    let parts = template
        .parts
        .iter()
        .filter(|part| !part.is_head() && part.need == Need::Required);
    let subs = parts
        .clone()
        .flat_map(|part| part.slots)
        .filter_map(|slot| match slot.shape {
            Shape::Sub(heading) if slot.need == Need::Required => Some(format!("### {heading}")),
            _ => None,
        });
    let wanted = parts.map(|part| format!("## {}", part.heading)).chain(subs);
    let missing = wanted.filter(|heading| lines.binary_search(&heading.as_str()).is_err());
    missing.count() > MOST_CHANGED
}

/// Whether a text is letter by letter what this editor writes of it, under one header or another.
pub(super) fn is_written(text: &str, plain: &str, own: &Reading) -> bool {
    with_headers(plain, own).any(|written| written == text)
}

fn with_headers(plain: &str, own: &Reading) -> impl Iterator<Item = String> {
    let headers = Header::ALL.iter().copied();
    headers.map(move |header| header::add(plain.to_owned(), &own.document, header))
}

/// Whether a text is what this editor writes, but for a few lines that were changed by hand: written
/// again it is the same, and it says no more to someone who knows how others write.
pub(super) fn is_own(text: &str, plain: &str, own: &Reading, other: &Reading) -> bool {
    const MANY_FIELDS: usize = 3;
    let fields = |reading: &Reading| {
        let fields = Field::ALL.iter().filter(|field| **field != Field::Extra);
        fields
            .filter(|field| !reading.document.is_empty(**field))
            .count()
    };
    // Rows in most of which someone else sees a time, and we do not, are not ours.
    let timed = |reading: &Reading| {
        let events = reading.document.timeline.events.iter();
        events.filter(|event| !event.when.is_empty()).count()
    };
    if timed(other) > timed(own) * 2 {
        return false;
    }
    // A text in which nothing but a title was found is nobody's in particular.
    let says_nothing = fields(own) <= 1 && own.document.nothing_to_say.is_empty();
    let many = if says_nothing { 1 } else { MANY_FIELDS };
    if fields(other) >= fields(own) + many {
        return false;
    }
    let written = with_headers(plain, own);
    let written = written.collect::<Vec<_>>().join("\n");
    changed_lines(text, &written) <= MOST_CHANGED
}

/// How many lines of a text are not among those that were written.
fn changed_lines(text: &str, written: &str) -> usize {
    let mut lines: Vec<&str> = written.lines().map(str::trim).collect();
    lines.sort_unstable();
    let is_changed = |line: &&str| !line.is_empty() && lines.binary_search(line).is_err();
    text.lines().map(str::trim).filter(is_changed).count()
}
