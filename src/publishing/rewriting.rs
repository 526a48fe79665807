//! Other words in the texts of a document. Which ones is for others to say.

use crate::checks::{PrivateThing, Replacement, text_at};
use crate::postmortem::{Facet, Postmortem, Spot};

/// Rewrites each text once, with what `to` gives for each thing in it, which are in its order.
pub(super) fn rewrite(
    document: &mut Postmortem,
    things: &[PrivateThing],
    to: impl Fn(&PrivateThing, &str) -> Replacement,
) {
    for same in things.chunk_by(|first, second| first.spot == second.spot) {
        let Some(spot) = same.first().map(|thing| thing.spot) else {
            continue;
        };
        let text = text_at(document, spot.place, spot.facet);
        let replacements = same.iter().map(|thing| to(thing, &text));
        let text = replaced(&text, replacements);
        enter(document, spot, text);
    }
}

/// A text with other words at some places, which stand in its order and do not overlap.
pub(super) fn replaced(text: &str, replacements: impl Iterator<Item = Replacement>) -> String {
    let mut after = String::with_capacity(text.len());
    let mut at = 0;
    for replacement in replacements {
        after.push_str(text.get(at..replacement.span.start).unwrap_or_default());
        after.push_str(&replacement.new);
        at = replacement.span.end;
    }
    after.push_str(text.get(at..).unwrap_or_default());
    after
}

pub(super) fn enter(document: &mut Postmortem, spot: Spot, text: String) {
    if spot.facet == Facet::Reason {
        let section = spot.place.field.section();
        document.nothing_to_say.insert(section, text);
    } else {
        document.enter_at(spot, &text);
    }
}
