//! The first copy of a draft and its mirror, when a page starts.

use crate::draft::{Draft, DraftError};

/// What is to be done about the two copies of one draft.
#[derive(Clone, Debug, PartialEq)]
pub enum Settled {
    /// Nothing: they are the same, or what differs is of a newer version of the editor.
    Nothing,
    /// Nothing: the first copy cannot be read, and there is no other.
    Unreadable,
    /// The first copy is written to the mirror.
    ToMirror,
    /// The mirror's is written to the first place.
    FromMirror {
        /// What the mirror holds.
        draft: Box<Draft>,
        /// What is wrong with the first copy.
        why: WhyMirror,
    },
    /// They went their own ways: the newer one goes to both places, the other becomes a draft of
    /// its own.
    Both {
        /// The newer one, where it is the mirror's; `None` where it is the first copy.
        newer_in_mirror: Option<Box<Draft>>,
        /// The other one.
        other: Box<Draft>,
    },
}

/// Why the mirror's copy is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyMirror {
    /// There was no first copy.
    Lost,
    /// It cannot be read.
    Damaged,
    /// It was made before the mirror's.
    Older,
}

/// Compares the records of one draft. Neither is changed by it.
pub fn settle(first: Option<&str>, mirror: Option<&str>) -> Settled {
    if first == mirror {
        return Settled::Nothing;
    }
    match (first.map(Draft::decode), mirror.map(Draft::decode)) {
        (None, Some(Ok(draft))) => Settled::FromMirror {
            draft: Box::new(draft),
            why: WhyMirror::Lost,
        },
        (Some(Err(DraftError::Damaged(_))), Some(Ok(draft))) => Settled::FromMirror {
            draft: Box::new(draft),
            why: WhyMirror::Damaged,
        },
        (Some(Ok(_)), None | Some(Err(DraftError::Damaged(_)))) => Settled::ToMirror,
        (Some(Ok(first)), Some(Ok(mirror))) => settle_sound(first, mirror),
        (Some(Err(_)), _) => Settled::Unreadable,
        // What a newer version has written stays where it is.
        _ => Settled::Nothing,
    }
}

fn settle_sound(first: Draft, mirror: Draft) -> Settled {
    let is_mirror_newer = mirror.revision > first.revision;
    if first.descends_from(&mirror) || (!is_mirror_newer && first.says_the_same(&mirror)) {
        Settled::ToMirror
    } else if mirror.descends_from(&first) || first.says_the_same(&mirror) {
        Settled::FromMirror {
            draft: Box::new(mirror),
            why: WhyMirror::Older,
        }
    } else if is_mirror_newer {
        Settled::Both {
            newer_in_mirror: Some(Box::new(mirror)),
            other: Box::new(first),
        }
    } else {
        Settled::Both {
            newer_in_mirror: None,
            other: Box::new(mirror),
        }
    }
}
