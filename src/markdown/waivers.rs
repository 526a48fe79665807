//! Waivers as comments: `<!-- postmortem: allow unquantified-impact: nobody noticed -->`, a line
//! each at the end of the document, or wherever a person puts one in a text of their own.
//!
//! A waiver of one place names it: `allow untimed-entry at timeline-3: …` is about the third row of
//! the timeline. Rows have no identity in a file, so the position is all that there is to go by; one
//! that no row has stands for a row that is gone. Prose that looks like a waiver is none: `mark`
//! makes that plain in the file, and `unmark` takes it back.

use std::borrow::Cow;

use crate::postmortem::{Place, Postmortem, RowId, Waiver};

/// How every such comment begins, in the first column.
const OPEN: &str = "<!-- postmortem: ";
/// Behind it: that this is a waiver.
const ALLOW: &str = "allow ";
/// Behind it, before `ALLOW`: that this only looks like one.
const TEXT: &str = "text: ";
const CLOSE: &str = "-->";

/// Writes the waivers behind a document that ends in one line end.
pub(super) fn add(mut written: String, document: &Postmortem) -> String {
    for (index, waiver) in document.waivers.iter().enumerate() {
        written.push_str(if index == 0 { "\n" } else { "" });
        written.push_str(OPEN);
        written.push_str(ALLOW);
        written.push_str(&waiver.check);
        if let Some(place) = waiver.place {
            let position = document.position_of(place);
            let row = position.and_then(|position| u64::try_from(position).ok());
            let row = row.map(RowId);
            written.push_str(" at ");
            written.push_str(&Place { row, ..place }.key());
        }
        if !waiver.reason.is_empty() {
            written.push_str(": ");
            written.push_str(&escape(&waiver.reason));
        }
        written.push_str(" -->\n");
    }
    written
}

/// The text without its waivers, and the waivers. The rows that they name are positions until
/// [`attach`] has seen the document.
pub(super) fn split(text: &str) -> (Cow<'_, str>, Vec<Waiver>) {
    if !text.contains(OPEN) {
        return (Cow::Borrowed(text), Vec::new());
    }
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let is_last = |line: &&&str| line.trim().is_empty() || waiver(line).is_some();
    let last = lines.iter().rev().take_while(is_last).count();
    let last = lines.len() - last;
    let (mut rest, mut waivers) = (String::with_capacity(text.len()), Vec::new());
    let mut fence: Option<(char, usize)> = None;
    for (index, line) in lines.iter().enumerate() {
        // Behind the last line of the document nothing is code, whatever was left open above.
        let is_code = index < last && is_fenced(line, &mut fence);
        match waiver(line).filter(|_| !is_code) {
            Some(found) => waivers.push(found),
            None => rest.push_str(line),
        }
    }
    let has_last =
        !waivers.is_empty() && lines.iter().skip(last).any(|line| waiver(line).is_some());
    if has_last {
        rest.truncate(rest.trim_end_matches('\n').len());
        rest.push('\n');
    }
    (Cow::Owned(rest), waivers)
}

/// Gives a document the waivers that its text held.
pub(super) fn attach(document: &mut Postmortem, waivers: Vec<Waiver>) {
    for mut waiver in waivers {
        waiver.place = waiver.place.map(|place| {
            let position = place.row.map(|row| usize::try_from(row.0).unwrap_or(0));
            document.place_at(place, position)
        });
        document.waivers.push(waiver);
    }
}

/// Prose as it stands in the document: no line of it is a waiver.
pub(super) fn mark(text: &str) -> Cow<'_, str> {
    if !text.contains(OPEN) {
        return Cow::Borrowed(text);
    }
    by_lines(text, |line| {
        let rest = line.strip_prefix(OPEN)?;
        let inner = rest.trim_start_matches(TEXT);
        inner
            .starts_with(ALLOW)
            .then(|| format!("{OPEN}{TEXT}{rest}"))
    })
}

/// The prose that was marked.
pub(super) fn unmark(text: &str) -> Cow<'_, str> {
    if !text.contains(OPEN) {
        return Cow::Borrowed(text);
    }
    by_lines(text, |line| {
        let rest = line.strip_prefix(OPEN)?.strip_prefix(TEXT)?;
        let inner = rest.trim_start_matches(TEXT);
        inner.starts_with(ALLOW).then(|| format!("{OPEN}{rest}"))
    })
}

fn by_lines(text: &str, change: impl Fn(&str) -> Option<String>) -> Cow<'_, str> {
    let lines = text.split('\n').map(|line| match change(line) {
        Some(changed) => Cow::Owned(changed),
        None => Cow::Borrowed(line),
    });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}

/// The waiver that a line is.
fn waiver(line: &str) -> Option<Waiver> {
    let inside = line.strip_prefix(OPEN)?.strip_prefix(ALLOW)?;
    let inside = inside.trim_end().strip_suffix(CLOSE)?.trim();
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let length = inside.find(|c| !is_part(c)).unwrap_or(inside.len());
    let (check, rest) = inside.split_at_checked(length)?;
    let (place, rest) = match rest.strip_prefix(" at ") {
        Some(rest) => {
            let (key, reason) = rest.split_once(':').unwrap_or((rest, ""));
            (Some(Place::from_key(key.trim())?), reason)
        }
        None if rest.is_empty() => (None, rest),
        None => (None, rest.trim_start().strip_prefix(':')?),
    };
    let is_one = !check.is_empty() && !inside.contains(CLOSE);
    is_one.then(|| Waiver {
        check: check.to_owned(),
        place,
        reason: unescape(rest.trim()),
    })
}

/// Whether a line belongs to a fenced block, given the one that is open.
fn is_fenced(line: &str, fence: &mut Option<(char, usize)>) -> bool {
    let line = line.trim();
    let mark = line.chars().next().filter(|c| "`~".contains(*c));
    let length = mark.map_or(0, |mark| line.len() - line.trim_start_matches(mark).len());
    match (*fence, mark) {
        (Some((open, least)), Some(mark)) if mark == open && length >= least => {
            if length == line.len() {
                *fence = None;
            }
            true
        }
        (Some(_), _) => true,
        (None, Some(mark)) if length >= 3 => {
            *fence = Some((mark, length));
            true
        }
        (None, _) => false,
    }
}

/// A reason that cannot end its comment: no two hyphens stand together in it.
fn escape(reason: &str) -> String {
    let mut written = String::with_capacity(reason.len());
    for letter in reason.chars() {
        if letter == '\\' || (letter == '-' && written.ends_with('-')) {
            written.push('\\');
        }
        written.push(letter);
    }
    written
}

/// The reason that was escaped. A backslash that a person wrote before anything else stays.
fn unescape(written: &str) -> String {
    let mut reason = String::with_capacity(written.len());
    let mut letters = written.chars().peekable();
    while let Some(letter) = letters.next() {
        match letters.peek() {
            Some('\\' | '-') if letter == '\\' => reason.extend(letters.next()),
            _ => reason.push(letter),
        }
    }
    crate::postmortem::one_line(&reason)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postmortem::Field;

    #[test]
    fn a_line_is_a_waiver_or_it_is_text() {
        let place = |key: &str| Place::from_key(key);
        for (line, expected) in [
            ("allow a-b: c: d -->", Some(("a-b", None, "c: d"))),
            ("allow ACT02 -->", Some(("ACT02", None, ""))),
            ("allow a:b-->\n", Some(("a", None, "b"))),
            (
                "allow a at timeline-3: C:\\x \\-\\\\ -->",
                Some(("a", place("timeline-3"), "C:\\x -\\")),
            ),
            ("allow a at summary -->", Some(("a", place("summary"), ""))),
            ("allow a at nowhere: b -->", None),
            ("allow a b -->", None),
            ("allow : b -->", None),
            ("allow a: b --> c -->", None),
            ("allow a: b", None),
            ("text: allow a: b -->", None),
        ] {
            let found = waiver(&format!("{OPEN}{line}"));
            let found = found.as_ref();
            let found = found.map(|it| (it.check.as_str(), it.place, it.reason.as_str()));
            assert_eq!(found, expected, "{line}");
        }
        assert_eq!(waiver(" <!-- postmortem: allow a: b -->"), None);
    }

    #[test]
    fn any_reason_comes_back_and_none_ends_its_comment() {
        for reason in [
            "a -->", "--", "-\\-", "\\", "\\-", "a --!> b", "---->", "C:\\-x",
        ] {
            let written = escape(reason);
            assert!(!written.contains("--"), "{written}");
            assert_eq!(unescape(&written), reason);
        }
    }

    #[test]
    fn waivers_are_taken_from_wherever_they_stand_but_not_from_code() {
        let text = "# A\n<!-- postmortem: allow a: b -->\n\n```\n<!-- postmortem: allow c: d -->\n```\n\
                    <!-- postmortem: allow e: f -->\n";
        let (rest, waivers) = split(text);
        let rest = rest.into_owned();
        let checks: Vec<_> = waivers.iter().map(|waiver| waiver.check.as_str()).collect();
        assert_eq!(checks, ["a", "e"]);
        assert_eq!(rest, "# A\n\n```\n<!-- postmortem: allow c: d -->\n```\n");
    }

    #[test]
    fn prose_that_looks_like_a_waiver_stays_prose() {
        for line in ["allow a: b -->", "text: allow a", "text: text: allow a -->"] {
            let text = format!("x\n{OPEN}{line}\ny");
            let marked = mark(&text).into_owned();
            assert_eq!(split(&marked).1, []);
            assert_eq!(unmark(&marked), text);
        }
        let text = format!("{OPEN}a note -->");
        assert_eq!(mark(&text), text);
    }

    #[test]
    fn a_waiver_names_its_row_by_position() {
        let mut document = Postmortem::default();
        for id in [40, 30] {
            let events = &mut document.timeline.events;
            events.push(crate::postmortem::Event {
                id: RowId(id),
                ..Default::default()
            });
        }
        document.waivers = [30, 31]
            .map(|row| Waiver {
                check: "a".to_owned(),
                place: Some(Place::row(Field::Timeline, RowId(row))),
                reason: "b".to_owned(),
            })
            .into();
        let written = add("x\n".to_owned(), &document);
        assert_eq!(
            written,
            "x\n\n<!-- postmortem: allow a at timeline-2: b -->\n\
             <!-- postmortem: allow a at timeline-0: b -->\n"
        );
        let (rest, waivers) = split(&written);
        assert_eq!(rest, "x\n");
        document.waivers.clear();
        attach(&mut document, waivers);
        let rows: Vec<_> = document.waivers.iter().map(|it| it.place).collect();
        let row = |id| Some(Place::row(Field::Timeline, RowId(id)));
        assert_eq!(rows, [row(30), row(0)]);
    }
}
