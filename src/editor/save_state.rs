//! Whether what was typed is kept, in words that tell the truth.

use crate::browser::SaveProblem;

/// What happened, what is safe and what to do, when a draft is in one place only.
pub(super) fn only_once(reason: &str) -> String {
    format!(
        "Saved, but only once: the second copy, which outlives a browser that is stopped suddenly, \
         could not be made ({reason}). The draft is in this browser all the same. Export it before \
         you leave it, or reload the page to try again"
    )
}

/// How far the saving of the open draft is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing has been typed since the draft was opened.
    Unchanged,
    /// Typed, not yet saved.
    Pending,
    /// In its first place, and on the way to the second.
    Copying,
    /// Saved in both places.
    Saved,
    /// Saved in the first place; the second is not to be had.
    Once,
    /// This browser keeps nothing for this page; with its reason.
    Unavailable(String),
    /// The browser's room for this page is used up.
    Full,
    /// The browser refused; with its reason.
    Failed(String),
}

impl SaveState {
    /// What to say of a save that did not succeed. `None` for a conflict with another tab, which
    /// keeps both versions and so is not a failure.
    pub(super) fn of_problem(problem: SaveProblem) -> Option<Self> {
        match problem {
            SaveProblem::Full => Some(Self::Full),
            SaveProblem::Refused(reason) => Some(Self::Failed(reason)),
            SaveProblem::ChangedElsewhere => None,
        }
    }

    /// Whether the storage holds all that was typed.
    pub(super) fn is_stored(&self) -> bool {
        matches!(
            self,
            Self::Unchanged | Self::Copying | Self::Saved | Self::Once
        )
    }

    /// The state in a few words, for the top bar.
    pub fn words(&self) -> &'static str {
        match self {
            Self::Unchanged | Self::Saved => "Saved",
            Self::Pending | Self::Copying => "Saving…",
            Self::Once => "Saved, but only once",
            Self::Unavailable(_) => "Not saved: drafts can’t be kept here",
            Self::Full => "Not saved: storage is full",
            Self::Failed(_) => "Not saved",
        }
    }

    /// What happened, what is safe and what to do, when the draft is not kept.
    pub fn problem(&self) -> Option<String> {
        match self {
            Self::Unchanged | Self::Pending | Self::Copying | Self::Saved | Self::Once => None,
            Self::Unavailable(reason) => Some(format!(
                "This browser keeps nothing for this page ({reason}). What you type stays here until \
                 you close the page: export it before you do"
            )),
            Self::Full => Some(
                "The browser’s room for this page is used up. What you typed is still here: export \
                 it now, or delete drafts for good in the list of drafts; saving is tried again by itself"
                    .to_owned(),
            ),
            Self::Failed(reason) => Some(format!(
                "The browser did not keep the draft ({reason}). What you typed is still here: export \
                 it now; saving is tried again by itself"
            )),
        }
    }
}
