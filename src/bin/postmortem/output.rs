//! Answers out: to standard output, to a file, to standard error.
//!
//! A file is never half written: the text goes into a new file beside it, which then takes its
//! name. Whatever goes wrong before that leaves the old one as it was.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use postmortem_editor::facts::visible;

/// Prints the answer. Whoever stops reading it has read enough, as `head` does.
pub(super) fn print(answer: &str) -> Result<(), String> {
    let mut out = io::stdout().lock();
    match out.write_all(answer.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!(
            "The answer could not be written: {error}. No file was changed. Send it somewhere \
             else and run the command again."
        )),
        _ => Ok(()),
    }
}

/// Says something beside the answer.
pub(super) fn say(kind: &str, messages: &[String]) {
    let mut out = io::stderr().lock();
    for message in messages {
        // With standard error gone too, the exit code is all that is left to say it.
        let _ = writeln!(out, "{kind}: {}", visible(message));
    }
}

/// Writes a file, in the place of what it held. It may be the one that the text was made from, if
/// it was asked for by the same path; by another, that was hardly meant.
pub(super) fn save(output: &Path, text: &str, input: &Path) -> Result<(), String> {
    if output != input && is_same_file(output, input) {
        return Err(format!(
            "\u{201c}{}\u{201d} is the file that was read. Nothing was changed. Write to another \
             file, or give the path that you read from to replace it.",
            output.display()
        ));
    }
    replace(output, text).map_err(|error| {
        format!(
            "\u{201c}{}\u{201d} could not be written: {error}. What it held is unchanged. Check the \
             path and who may write there, or leave out -o.",
            output.display()
        )
    })
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    match (fs::canonicalize(one), fs::canonicalize(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

fn replace(path: &Path, text: &str) -> io::Result<()> {
    let old = match fs::metadata(path) {
        Ok(old) => old,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return write_and_rename(path, text, None);
        }
        Err(error) => return Err(error),
    };
    // A file that may not be written to would be replaced all the same, if its folder allows it.
    let mut file = File::options().write(true).open(path)?;
    if !old.is_file() {
        // A pipe or a device, which holds nothing that could be lost.
        return file.write_all(text.as_bytes());
    }
    // What a link leads to is replaced, and not the link.
    write_and_rename(&fs::canonicalize(path)?, text, Some(old.permissions()))
}

fn write_and_rename(path: &Path, text: &str, like: Option<fs::Permissions>) -> io::Result<()> {
    let beside = beside(path)?;
    let mut file = File::options().write(true).create_new(true).open(&beside)?;
    let written = like
        .map_or(Ok(()), |permissions| file.set_permissions(permissions))
        .and_then(|()| file.write_all(text.as_bytes()))
        // A name that points to nothing is what a power cut would leave otherwise.
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // It was ours, and the error that is told is the one that came first.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// A path in the same folder that nobody else uses.
fn beside(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or(io::ErrorKind::IsADirectory)?;
    let mut beside = OsString::from(".");
    beside.push(name);
    beside.push(format!(".{}.new", std::process::id()));
    Ok(path.with_file_name(beside))
}
