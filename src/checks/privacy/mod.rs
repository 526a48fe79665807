//! Checks on what is not for everyone's eyes. Unlike those on language they look at every text,
//! code and links included. What is found, and under which name it is masked, is found once for all
//! of them.

pub(super) mod exposed_email;
pub(super) mod exposed_phone_number;
pub(super) mod exposed_secret;
pub(super) mod identifiable_person;
pub(super) mod internal_address;

use super::private_thing::{PrivateKind, PrivateThing};
use super::{Flaw, Subject};

/// A flaw for each thing of a kind, with its mask as the replacement. `says` gives the message for
/// the text itself.
fn masked(subject: &Subject<'_>, kind: PrivateKind, says: fn(&str) -> String) -> Vec<Flaw> {
    let things = subject.private_things().iter();
    things
        .filter(|thing| thing.kind == kind)
        .map(|thing| flaw(thing, says(&thing.text)))
        .collect()
}

fn flaw(thing: &PrivateThing, message: String) -> Flaw {
    Flaw {
        replacement: Some(thing.masked()),
        ..Flaw::at(thing.spot.place, message)
            .at_span(thing.span.clone())
            .in_facet(thing.spot.facet)
    }
}
