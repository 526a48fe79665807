//! One file with everything that a browser keeps: its form, and what a page does with it.

use crate::draft::{Draft, DraftId, Millis, from_json, saved_record};
use crate::template::Source;

/// What the file calls itself.
const KIND: &str = "postmortem-editor-backup";
/// The version of its form.
const VERSION: u32 = 1;

/// After how long without a backup or an export a person is reminded, in milliseconds: 14 days.
const REMIND_AFTER_MS: u64 = 14 * 24 * 60 * 60 * 1000;

/// What a backup holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Backup {
    /// `postmortem-editor-backup`.
    pub kind: String,
    /// The version of the form: 1.
    pub version: u32,
    /// When it was made.
    pub made: Millis,
    /// The record of each draft, as it is kept, damaged ones included.
    pub drafts: Vec<String>,
    /// Earlier versions of drafts.
    pub versions: Vec<KeptVersion>,
    /// The templates that the person has brought.
    pub templates: Vec<Source>,
}

saved_record!(Backup {
    kind,
    version,
    made,
    drafts,
    versions,
    templates,
});

impl Default for Backup {
    fn default() -> Self {
        Self {
            kind: KIND.to_owned(),
            version: VERSION,
            made: Millis(0),
            drafts: Vec::new(),
            versions: Vec::new(),
            templates: Vec::new(),
        }
    }
}

/// An earlier version of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptVersion {
    /// Of which draft.
    pub draft: DraftId,
    /// When the draft had become so.
    pub at: Millis,
    /// What the person calls it; may be empty.
    pub name: String,
    /// The record of the draft as it was.
    pub record: String,
}

saved_record!(KeptVersion {
    draft,
    at,
    name,
    record,
});

/// Why a file is not taken for a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoBackup {
    /// It is something else, or damaged.
    SomethingElse,
    /// A newer version of the editor wrote it.
    Newer,
}

/// Reads a backup.
///
/// # Errors
/// [`NoBackup`]; nothing is taken from such a file.
pub fn read_backup(text: &str) -> Result<Backup, NoBackup> {
    let head: Head = from_json(text).ok_or(NoBackup::SomethingElse)?;
    if head.kind != KIND {
        Err(NoBackup::SomethingElse)
    } else if head.version > VERSION {
        Err(NoBackup::Newer)
    } else {
        from_json(text).ok_or(NoBackup::SomethingElse)
    }
}

/// What every version of the form begins with.
#[derive(Default)]
struct Head {
    kind: String,
    version: u32,
}

saved_record!(Head { kind, version });

/// A draft of a backup, next to what is kept already.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    /// The draft.
    pub draft: Draft,
    /// How it stands with it.
    pub standing: Standing,
}

/// How a draft of a backup stands to the one of that identifier that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// There is none: it is added.
    New,
    /// It says the same: nothing is done.
    Same,
    /// It differs: the backup's becomes a second draft.
    Differs,
}

/// The drafts of a backup, each next to the one that is kept; and how many records cannot be read.
pub fn merge(backup: &Backup, kept: impl Fn(&DraftId) -> Option<Draft>) -> (Vec<Incoming>, usize) {
    let mut incoming: Vec<Incoming> = Vec::new();
    let mut unreadable = 0_usize;
    for record in &backup.drafts {
        let Ok(draft) = Draft::decode(record) else {
            unreadable = unreadable.saturating_add(1);
            continue;
        };
        let twin = incoming.iter().find(|one| one.draft.id == draft.id);
        let kept = match twin {
            Some(twin) => Some(twin.draft.clone()),
            None => kept(&draft.id),
        };
        let standing = match kept {
            None => Standing::New,
            Some(kept) if kept.says_the_same(&draft) => Standing::Same,
            Some(_) => Standing::Differs,
        };
        incoming.push(Incoming { draft, standing });
    }
    (incoming, unreadable)
}

/// Whether a person is to be reminded: a draft was changed since it was exported or backed up, and
/// nothing at all was for 14 days. `drafts` is when each was made, changed and exported.
pub fn is_due(
    drafts: &[(Millis, Millis, Option<Millis>)],
    backed_up: Option<Millis>,
    now: Millis,
) -> bool {
    let is_unsafe = |(_, edited, exported): &(Millis, Millis, Option<Millis>)| {
        (*exported).max(backed_up).is_none_or(|at| at < *edited)
    };
    let safe = drafts.iter().filter_map(|(_, _, exported)| *exported);
    let last = safe.chain(backed_up).max();
    // Where nothing ever was, from when the first draft was made.
    let since = last.or_else(|| drafts.iter().map(|(created, _, _)| *created).min());
    let is_long = since.is_some_and(|since| now.0.saturating_sub(since.0) > REMIND_AFTER_MS);
    is_long && drafts.iter().any(is_unsafe)
}
