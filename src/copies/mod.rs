//! A draft in more than one place: which of two copies is the newer, which earlier versions are kept,
//! what differs between two, and what a backup of all holds.
//!
//! Pure: what is written where is up to the caller, and nothing here throws a text away.

mod backup;
mod difference;
mod settle;
mod versions;
mod words;

pub use backup::{Backup, Incoming, KeptVersion, NoBackup, Standing, is_due, merge, read_backup};
pub use difference::{Change, ChangeKind, difference};
pub use settle::{Settled, WhyMirror, settle};
pub use versions::{VersionName, outdated};
pub use words::{Piece, PieceKind, around_changes, compare_words};
