//! Lines for a shell that put the text into a repo and commit it.

use super::message::CommitMessage;
use super::path::RepoPath;

/// The longest text that is typed into a shell, in bytes.
const LONGEST_TYPED: usize = 100_000;
const DELIMITER: &str = "END_OF_POSTMORTEM";

/// What to run at the root of the repo (any POSIX shell). The lines hold the text itself; where a
/// shell could change it, they move the file `download` from the folder of downloads instead.
pub fn shell_lines(path: &RepoPath, text: &str, message: &CommitMessage, download: &str) -> String {
    let mut lines = String::new();
    let file = quoted(path.as_str());
    if let Some(folder) = path.folder() {
        lines.push_str(&format!("mkdir -p {}\n", quoted(folder)));
    }
    if is_typed_safely(text) {
        let delimiter = delimiter(text);
        lines.push_str(&format!(
            "cat > {file} <<'{delimiter}'\n{text}{delimiter}\n"
        ));
    } else {
        lines.push_str(&format!("mv ~/Downloads/{} {file}\n", quoted(download)));
    }
    lines.push_str(&format!(
        "git add {file}\ngit commit -m {}",
        quoted(&message.subject)
    ));
    if !message.body.is_empty() {
        lines.push_str(&format!(" -m {}", quoted(&message.body)));
    }
    // Nothing else that waits in the index goes into this commit.
    lines.push_str(&format!(" -- {file}\n"));
    lines
}

/// Whether pasting the text gives the text: a shell answers to tabs and control characters, some
/// put an older line in the place of `!` and a word, and a here-document ends in a line end.
fn is_typed_safely(text: &str) -> bool {
    let recalls = |after: &str| after.starts_with(|c: char| !c.is_whitespace());
    text.len() <= LONGEST_TYPED
        && text.ends_with('\n')
        && !text.chars().any(|c| c.is_control() && c != '\n')
        && !text.split('!').skip(1).any(recalls)
}

/// A word that is no line of the text.
fn delimiter(text: &str) -> String {
    let mut delimiter = DELIMITER.to_owned();
    while text.lines().any(|line| line == delimiter) {
        delimiter.push('_');
    }
    delimiter
}

/// A word for a shell: as it is where nothing in it means anything, else in single quotes.
fn quoted(text: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte);
    if !text.is_empty() && text.bytes().all(is_plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', "'\\''"))
}
