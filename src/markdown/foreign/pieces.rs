//! A text cut at its headings.

use super::entries;
use super::lines::{BOLD, Heading, Line, LineKind, PLAIN};
use super::names::Role;
use super::neighbours::tell_neighbours;
use super::prose;

/// A heading and what stands below it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece<'a> {
    /// `None` for what stands before the first heading.
    pub(super) heading: Option<Heading<'a>>,
    pub(super) body: Vec<BodyLine<'a>>,
    /// Whether a piece that tells of something known stood before it.
    pub(super) is_after_first: bool,
    /// Whether nothing but this piece is left.
    pub(super) is_last: bool,
    /// Whether a later piece tells of the cause, or the summary, too.
    pub(super) cause_follows: bool,
    /// Whether the list of what this piece speaks of has a heading of its own, right behind it.
    pub(super) list_follows: bool,
    pub(super) summary_follows: bool,
    /// Whether no piece is called a timeline, and this one is written like one.
    pub(super) is_like_timeline: bool,
    /// Whether it holds more entries of the timeline that stands right before it.
    pub(super) goes_on_with_timeline: bool,
}

/// A line below a heading.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct BodyLine<'a> {
    pub(super) text: &'a str,
    pub(super) kind: BodyKind,
}

/// What a line below a heading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BodyKind {
    Text,
    /// A heading of a lower level, whose name nobody knows.
    Heading,
    Code,
    /// A row of a table.
    Row,
}

impl<'a> BodyLine<'a> {
    /// A line of running text.
    pub(super) fn text(text: &'a str) -> Self {
        Self {
            text,
            kind: BodyKind::Text,
        }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// The pieces of a text, in order.
pub(super) fn pieces<'a>(lines: &[Line<'a>]) -> Vec<Piece<'a>> {
    let mut pieces: Vec<Piece<'a>> = vec![piece(None)];
    // Whether a section that is known has begun.
    let mut is_begun = false;
    for line in lines {
        let heading = match &line.kind {
            LineKind::Heading(heading) => heading,
            LineKind::Code => {
                push(&mut pieces, line.text, BodyKind::Code);
                continue;
            }
            LineKind::Row => {
                push(&mut pieces, line.text, BodyKind::Row);
                continue;
            }
            LineKind::Text | LineKind::Blank => {
                if begins_measures(line.text, &pieces) {
                    pieces.push(piece(Some(Heading {
                        level: PLAIN,
                        name: "",
                        role: Some(Role::Measures),
                        rest: "",
                    })));
                }
                push(&mut pieces, line.text, BodyKind::Text);
                continue;
            }
        };
        let current = pieces.last().and_then(|piece| piece.heading.as_ref());
        if begins_piece(heading, current, is_begun, &pieces) {
            is_begun |= heading.role.is_some();
            pieces.push(piece(Some(heading.clone())));
        } else {
            match heading.level {
                // Bold words with text behind them are the beginning of that text.
                BOLD if !heading.rest.is_empty() => push(&mut pieces, line.text, BodyKind::Text),
                BOLD.. => push(&mut pieces, line.text, BodyKind::Heading),
                _ => push(&mut pieces, heading.name, BodyKind::Heading),
            }
        }
    }
    let mut pieces = prose::unfold(pieces);
    tell_neighbours(&mut pieces);
    pieces
}

/// "Still to do:" in a text on how it was put right: what follows are measures.
fn begins_measures(line: &str, pieces: &[Piece<'_>]) -> bool {
    const WORDS: [&str; 6] = [
        "still to do",
        "left to do",
        "to prevent",
        "next steps",
        "follow-up",
        "to avoid",
    ];
    const LONGEST: usize = 120;
    let role = pieces
        .last()
        .and_then(|piece| piece.heading.as_ref())
        .and_then(|heading| heading.role);
    let is_on_past = matches!(
        role,
        Some(Role::Resolution | Role::Cause | Role::CauseAndResolution)
    );
    let bare = line.trim();
    is_on_past && bare.ends_with(':') && bare.len() <= LONGEST && {
        let lower = bare.to_lowercase();
        WORDS.iter().any(|word| lower.contains(word))
    }
}

/// A piece with what stands behind its name.
pub(super) fn piece(heading: Option<Heading<'_>>) -> Piece<'_> {
    let rest = heading
        .as_ref()
        .map(|heading| heading.rest)
        .filter(|rest| !rest.is_empty());
    let body = rest.map(BodyLine::text);
    Piece {
        heading,
        body: body.into_iter().collect(),
        is_after_first: false,
        is_last: false,
        cause_follows: false,
        list_follows: false,
        summary_follows: false,
        is_like_timeline: false,
        goes_on_with_timeline: false,
    }
}

fn push<'a>(pieces: &mut [Piece<'a>], text: &'a str, kind: BodyKind) {
    if let Some(last) = pieces.last_mut() {
        last.body.push(BodyLine { text, kind });
    }
}

/// Whether a heading begins a piece of its own, or stands inside the one that is open.
fn begins_piece(
    heading: &Heading<'_>,
    current: Option<&Heading<'_>>,
    is_begun: bool,
    pieces: &[Piece<'_>],
) -> bool {
    let role = current.and_then(|current| current.role);
    if role == Some(Role::Timeline) {
        let level = current.map_or(0, |current| current.level);
        // "### 2018-02-22 16:30" is an entry, whatever its level.
        if heading.role.is_none()
            && (heading.level > level
                || heading.level >= BOLD
                || entries::entry(heading.name).is_some())
        {
            return false;
        }
        // "**Detection**" among entries tells what the next ones are of.
        let is_inner = heading.level > level
            && heading.level < PLAIN
            && matches!(
                heading.role,
                Some(Role::Detection | Role::Resolution | Role::Impact | Role::Start | Role::End)
            );
        return !is_inner;
    }
    // "**Summary:** …" inside a section that nobody knows is that section's own.
    let is_lead = heading.level >= BOLD && !heading.rest.is_empty();
    // "**Severity:** SEV-2" is a label wherever it stands.
    if is_lead && heading.role.is_some_and(Role::has_one_line) {
        return false;
    }
    if is_lead && is_begun && current.is_some_and(|open| open.role.is_none() && open.level < BOLD) {
        return false;
    }
    match heading.role {
        Some(role_of_heading) => match role {
            // "#### Detection" among measures says what they are for.
            Some(Role::Measures | Role::Tasks | Role::Improvements)
                if heading.level < BOLD
                    && current.is_some_and(|current| current.level < heading.level) =>
            {
                matches!(
                    role_of_heading,
                    Role::Conclusion | Role::Lessons | Role::Timeline
                )
            }
            // A short label inside a section on something else: "Date", "Status" and the like.
            Some(Role::Measures | Role::Tasks | Role::Improvements) if heading.level >= BOLD => {
                matches!(
                    role_of_heading,
                    Role::Measures
                        | Role::Tasks
                        | Role::Improvements
                        | Role::Conclusion
                        | Role::Lessons
                        | Role::WentWell
                        | Role::WentBadly
                        | Role::Lucky
                        | Role::Timeline
                        | Role::Summary
                )
            }
            _ => true,
        },
        // Before anything known it is a title, or one of several.
        None if !is_begun => {
            heading.level < BOLD
                || pieces.iter().all(|piece| {
                    piece.heading.is_none() && piece.body.iter().all(BodyLine::is_blank)
                })
        }
        None => {
            let level = current.map_or(1, |current| current.level);
            heading.level < BOLD && (heading.level <= level || level >= BOLD)
        }
    }
}
