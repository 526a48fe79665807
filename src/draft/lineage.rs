//! Who has saved a draft, so that two copies of it can be told apart: one that was made from the
//! other, and two that went their own ways.

use super::Draft;

/// How many of the latest writers a record names.
const MOST_WRITERS: usize = 24;

/// One run of the page that has saved a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Writer {
    /// What identifies the run.
    pub id: String,
    /// The first revision that it has saved, after others had.
    pub from: u64,
}

impl Draft {
    /// Gives the draft its next revision, saved by that run of the page.
    pub fn sign(&mut self, revision: u64, writer: &str) {
        self.revision = revision;
        if self.writers.last().is_none_or(|last| last.id != writer) {
            self.writers.push(Writer {
                id: writer.to_owned(),
                from: revision,
            });
            let surplus = self.writers.len().saturating_sub(MOST_WRITERS);
            self.writers.drain(..surplus);
        }
    }

    /// Whether this was made from `older`, another copy of the same draft: one run of the page saves
    /// each revision once, so it was where this names the writer of that revision.
    pub fn descends_from(&self, older: &Self) -> bool {
        let (Some(writer), false) = (older.writers.last(), self.writers.is_empty()) else {
            // Of before writers were named: their number alone is asked.
            return older.revision < self.revision;
        };
        let then = self
            .writers
            .iter()
            .rev()
            .find(|writer| writer.from <= older.revision);
        older.revision < self.revision && then.is_some_and(|then| then.id == writer.id)
    }

    /// Whether both hold the same words under the same template.
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.postmortem == other.postmortem && self.template == other.template
    }
}
