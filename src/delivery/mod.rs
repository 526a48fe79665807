//! From a document to where a team keeps it: a path in a repo, a patch, shell lines, addresses of
//! pages where a file or an issue is made, rows for a tracker.
//!
//! Texts in, texts out: nothing here writes a file, opens an address or asks for the time. No
//! document goes into an address.

mod address;
mod author;
mod csv;
mod mail;
mod message;
mod patch;
mod path;
mod repo;
mod sent;
mod sha1;
mod shell;

pub use address::{Issue, issues, new_file_address, new_issue_address};
pub use author::{Author, AuthorProblem};
pub use csv::{CsvCells, action_items_csv};
pub use message::{CommitMessage, commit_message};
pub use patch::{Patch, blob_hash};
pub use path::{DEFAULT_PATTERN, PathProblem, RepoPath, repo_path};
pub use repo::{Forge, Repo, RepoProblem};
pub use sent::SentAt;
pub use shell::shell_lines;
