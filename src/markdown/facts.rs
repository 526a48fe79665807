//! Where prose ends and the list of facts below it begins: the one rule that both ways follow.
//!
//! It finds; it reads no value and changes nothing.

use super::dialect::{FACTS, Fact, fact_named};
use super::events::bold;
use super::items::marker_width;
use crate::template::Part;

/// What stands under a part's heading: the text, and the list of facts if there is one.
///
/// The last separator in the first column decides; without one, the first item there that is
/// labelled as a fact of this part.
pub(super) fn split<'a>(text: &'a str, part: &Part) -> (&'a str, Option<&'a str>) {
    let mut at = 0;
    let mut separator = None;
    let mut fact = None;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end();
        if bare == FACTS {
            separator = Some((at, at + line.len()));
        } else if fact.is_none() && marker_width(bare).is_some() && names_a_fact(bare, part) {
            fact = Some((at, at));
        }
        at += line.len();
    }
    let Some((end, start)) = separator.or(fact) else {
        return (text, None);
    };
    (text.get(..end).unwrap_or_default(), text.get(start..))
}

/// Reads the first line of an item as a fact: which, and the value in that line.
pub(super) fn fact<'a>(line: &'a str, part: &Part) -> Option<(Fact, &'a str)> {
    let (label, rest) = bold(line)?;
    let value = match label.strip_suffix(':') {
        Some(_) => rest,
        None => rest.trim_start().strip_prefix(':')?,
    };
    Some((fact_named(part, label)?, value.trim_start()))
}

fn names_a_fact(line: &str, part: &Part) -> bool {
    let item = marker_width(line).and_then(|width| line.get(width..));
    item.is_some_and(|item| fact(item.trim_start(), part).is_some())
}
