//! What the pieces before and behind a piece say of it.

use super::entries;
use super::names::Role;
use super::pieces::{BodyKind, BodyLine, Piece};
use super::prose::FEWEST_ENTRIES;
use super::timeline;

/// Tells each piece of its neighbours: once forwards, once backwards.
pub(super) fn tell_neighbours(pieces: &mut [Piece<'_>]) {
    improve_what_went_badly(pieces);
    let has_timeline = pieces
        .iter()
        .any(|piece| role_of(piece) == Some(Role::Timeline));
    let mut is_after_first = false;
    let mut is_in_timeline = false;
    for piece in pieces.iter_mut() {
        piece.is_after_first = is_after_first;
        is_after_first |= role_of(piece).is_some();
        piece.goes_on_with_timeline = is_in_timeline && goes_on_with_timeline(piece);
        is_in_timeline = role_of(piece) == Some(Role::Timeline) || piece.goes_on_with_timeline;
        piece.is_like_timeline = !has_timeline && is_like_timeline(piece);
    }
    let mut next = None;
    let (mut cause_follows, mut summary_follows) = (false, false);
    for (index, piece) in pieces.iter_mut().rev().enumerate() {
        piece.is_last = index == 0;
        piece.cause_follows = cause_follows;
        piece.summary_follows = summary_follows;
        piece.list_follows = matches!(next, Some(Role::Tasks | Role::Improvements));
        next = role_of(piece);
        cause_follows |= matches!(next, Some(Role::Cause | Role::CauseAndResolution));
        summary_follows |= next == Some(Role::Summary);
    }
}

fn role_of(piece: &Piece<'_>) -> Option<Role> {
    piece.heading.as_ref().and_then(|heading| heading.role)
}

/// "What can be improved" beside "What went well" tells what went badly.
fn improve_what_went_badly(pieces: &mut [Piece<'_>]) {
    let mut before = None;
    for piece in pieces {
        let is_beside = matches!(before, Some(Role::WentWell | Role::Lucky | Role::WentBadly));
        if let Some(heading) = piece.heading.as_mut().filter(|_| is_beside)
            && heading.role == Some(Role::Improvements)
            && heading.name.to_lowercase().starts_with("what")
        {
            heading.role = Some(Role::WentBadly);
        }
        before = role_of(piece);
    }
}

/// "### (escalation)" with more entries goes on with the timeline before it.
fn goes_on_with_timeline(piece: &Piece<'_>) -> bool {
    const FEWEST: usize = 2;
    let is_unnamed = piece.heading.is_some() && role_of(piece).is_none();
    let lines = || piece.body.iter().filter(|line| !line.is_blank()).count();
    is_unnamed && {
        let entries = entries_in(piece);
        entries >= FEWEST && entries * 2 >= lines()
    }
}

fn is_like_timeline(piece: &Piece<'_>) -> bool {
    let is_told = |line: &BodyLine<'_>| timeline::told_in_sentences(line.text, line.kind).is_some();
    entries_in(piece) >= FEWEST_ENTRIES || piece.body.iter().any(is_told)
}

fn entries_in(piece: &Piece<'_>) -> usize {
    let is_entry = |line: &&BodyLine<'_>| {
        if line.kind == BodyKind::Code {
            return false;
        }
        let entry = entries::entry(line.text).filter(|entry| entry.time.is_some());
        entry.is_some_and(|entry| !entry.is_bare() || line.kind == BodyKind::Heading)
    };
    piece.body.iter().filter(is_entry).count()
}
