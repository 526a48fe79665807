//! Paragraphs whose lines end where the page did.

use std::borrow::Cow;

use super::labels::bold_start;
use super::markers::is_marked;
use super::pieces::{BodyKind, BodyLine};
use super::sentences::sentences;

/// The lines with those joined that are one paragraph, wrapped, outside lists.
pub(super) fn joined<'a>(lines: &[BodyLine<'a>]) -> Vec<(Cow<'a, str>, BodyKind)> {
    let is_running = |line: &BodyLine<'_>| {
        line.kind == BodyKind::Text && !line.is_blank() && !is_marked(line.text)
    };
    let mut joined: Vec<(Cow<'a, str>, BodyKind)> = Vec::new();
    let mut rest = lines;
    while let Some((first, behind)) = rest.split_first() {
        let count = rest.iter().take_while(|line| is_running(line)).count();
        let (run, after) = rest.split_at_checked(count.max(1)).unwrap_or((rest, &[]));
        rest = if count == 0 { behind } else { after };
        if is_wrapped(run) {
            let texts: Vec<&str> = run.iter().map(|line| line.text).collect();
            joined.push((Cow::Owned(texts.join("\n")), first.kind));
        } else {
            for line in run {
                match joined.last_mut().filter(|last| goes_on(last, line)) {
                    Some((above, _)) => {
                        let above = above.to_mut();
                        above.push('\n');
                        above.push_str(line.text);
                    }
                    None => joined.push((Cow::Borrowed(line.text), line.kind)),
                }
            }
        }
    }
    joined
}

/// Whether a line is the rest of the one above, by its small letter.
fn goes_on((above, kind): &(Cow<'_, str>, BodyKind), line: &BodyLine<'_>) -> bool {
    const WRAPS_AT: usize = 60;
    *kind == BodyKind::Text
        && line.kind == BodyKind::Text
        && line.text.starts_with(char::is_lowercase)
        && above.len() >= WRAPS_AT
        && !is_marked(above)
        && !above.ends_with(['.', ':', '!', '?', ';'])
}

/// Whether the lines of a paragraph end where the page did: the next ones go on in lower case, or a
/// sentence is over within a line.
fn is_wrapped(run: &[BodyLine<'_>]) -> bool {
    const WRAPS_AT: usize = 50;
    let (_, below) = run.split_last().unwrap_or((&BodyLine::text(""), &[]));
    let is_full = !below.is_empty() && below.iter().all(|line| line.text.len() >= WRAPS_AT);
    let goes_on = run
        .iter()
        .skip(1)
        .any(|line| line.text.starts_with(char::is_lowercase) || sentences(line.text).len() > 1);
    is_full && goes_on && !run.iter().any(|line| bold_start(line.text).is_some())
}
