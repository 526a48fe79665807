//! What to tell a person: what happened, what is safe, what to do.

use crate::browser::{self, LoadProblem};
use crate::draft::{DraftError, Millis};
use crate::postmortem::Postmortem;

/// The document's title, or what stands for one.
pub(super) fn title_or_untitled(document: &Postmortem) -> String {
    let title = document.overview.title.trim();
    if title.is_empty() {
        "Untitled postmortem".to_owned()
    } else {
        title.to_owned()
    }
}

/// What happened, what is safe and what to do, when a draft does not open.
pub(super) fn explain(problem: &LoadProblem) -> String {
    match problem {
        LoadProblem::Absent => "That draft is not in this browser. Drafts stay in the browser that \
                                they were written in"
            .to_owned(),
        LoadProblem::Unreadable(DraftError::Newer { .. }) => {
            "A newer version of this page wrote that draft. It is kept as it is: reload the page to \
             get the newer version"
                .to_owned()
        }
        LoadProblem::Unreadable(DraftError::Damaged(_)) => {
            "That draft is damaged and cannot be opened. It is kept as it is: download its record \
             from the list"
                .to_owned()
        }
    }
}

/// A moment as the person's locale writes it.
pub fn date_and_time(at: Millis) -> String {
    browser::date_and_time(at)
}

/// Why a record cannot be read, in words.
pub fn explain_damage(error: &DraftError) -> String {
    match error {
        DraftError::Newer { .. } => "Written by a newer version of this page".to_owned(),
        DraftError::Damaged(reason) => format!("Damaged: {reason}"),
    }
}
