//! Whether a text is one that this editor has written, and in which template.

use super::escape::unescape;
use super::{Reading, header, outline, write};
use crate::postmortem::Field;
use crate::template::{Header, Need, Template, TemplateId, all_templates, is_same_name};

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

/// Whether a text is what this editor writes, but for a few lines that were changed by hand: written
/// again it is the same, and it says no more to someone who knows how others write.
pub(super) fn is_own(text: &str, own: &Reading, other: &Reading) -> bool {
    const MOST_CHANGED: usize = 2;
    const MANY_FIELDS: usize = 3;
    let fields = |reading: &Reading| {
        let fields = Field::ALL.iter().filter(|field| **field != Field::Extra);
        fields
            .filter(|field| !reading.document.is_empty(**field))
            .count()
    };
    let plain = write(&own.document, own.template);
    let written = |header| header::add(plain.clone(), &own.document, header);
    if Header::ALL.iter().any(|header| written(*header) == text) {
        return true;
    }
    if fields(other) >= fields(own) + MANY_FIELDS {
        return false;
    }
    let written = Header::ALL.iter().copied().map(written);
    let written = written.collect::<Vec<_>>().join("\n");
    let mut lines: Vec<&str> = written.lines().map(str::trim).collect();
    lines.sort_unstable();
    let is_changed = |line: &&str| !line.is_empty() && lines.binary_search(line).is_err();
    let changed = text.lines().map(str::trim).filter(is_changed).count();
    changed <= MOST_CHANGED
}
