//! Session state: what is open, what was typed, what follows from it, and the verbs that change it.
//!
//! Signals and commands, no markup. A view reads signals and calls verbs; every effect on the world
//! outside (storage, clipboard, files, the address) happens in a verb here. Nothing here names a
//! browser type.

mod backup;
mod checking;
mod chunks;
mod commands;
mod derived;
mod document;
mod export;
mod fields;
mod findings;
mod glance;
mod import;
mod library;
mod lists;
mod notice;
mod offers;
mod offline;
mod open_draft;
mod ordering;
mod own_templates;
mod paste;
mod preview;
mod rows;
mod save_state;
mod saving;
mod second_copy;
mod selection;
mod session;
mod template_choice;
mod text_file;
mod times;
mod undo;
mod versions;
mod ways_out;
mod words;

pub use crate::browser::{Damaged, Library, Offline, Theme, Wrap};
pub use crate::draft::DraftSummary;
pub use backup::{BACKUP_DIALOG_ID, Given};
pub use checking::{Checking, Publishing};
pub use chunks::{Chunk, ChunkKey, Chunks};
pub use derived::PartProgress;
pub use document::{Document, Part};
pub use export::{EXPORT_DIALOG_ID, ExportChoice};
pub use fields::Entry;
pub use findings::FindingCount;
pub use glance::Glance;
pub use import::{IMPORT_DIALOG_ID, Import, NoteGroup, Shown, Step};
pub use notice::{Notice, NoticeKind, Undo};
pub use open_draft::{Editor, Tab, Target};
pub use paste::{DayQuestion, PASTE_DIALOG_ID, Paste, PastedShown, ShownRow};
pub use preview::PieceKey;
pub use save_state::SaveState;
pub use selection::Selection;
pub use session::{HELP_DIALOG_ID, Screen, Session};
pub use undo::Undoing;
pub use versions::{VERSIONS_DIALOG_ID, Versions};
pub use ways_out::{ConflictAnswer, OtherWay, RepoSetting, RepoWay, WaysOut};
pub use words::{date_and_time, explain_damage};

pub use crate::browser::{after_press, insert_around_selection};
