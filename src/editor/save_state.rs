//! Whether what was typed is kept, in words that tell the truth.

use crate::browser::SaveProblem;

/// How far the saving of the open draft is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing has been typed since the draft was opened.
    Unchanged,
    /// Typed, not yet saved.
    Pending,
    /// Saved, and read back unchanged.
    Saved,
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

    /// The state in a few words, for the top bar.
    pub fn words(&self) -> &'static str {
        match self {
            Self::Unchanged | Self::Saved => "Saved",
            Self::Pending => "Saving…",
            Self::Unavailable(_) => "Not saved: drafts can’t be kept here",
            Self::Full => "Not saved: storage is full",
            Self::Failed(_) => "Not saved",
        }
    }

    /// What happened, what is safe and what to do, when the draft is not kept.
    pub fn problem(&self) -> Option<String> {
        match self {
            Self::Unchanged | Self::Pending | Self::Saved => None,
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
