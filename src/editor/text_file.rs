//! Files as texts: what they say, or why they are not taken.

use crate::browser::{FileProblem, GivenFile};
use crate::markdown;

/// The largest text that is read, in bytes.
pub(super) const MOST_BYTES: usize = 2 * 1024 * 1024;

/// The text of a file, or a sentence on why it is not imported: `room` is how many bytes may still
/// be read at once.
pub(super) async fn read(file: &GivenFile, room: usize) -> Result<String, String> {
    let name = &file.name;
    #[expect(clippy::cast_precision_loss, reason = "two mebibytes")]
    let bytes = match file.read(MOST_BYTES as f64).await {
        Ok(bytes) if bytes.len() > room => {
            return Err(format!(
                "{name}: there is too much to import at once. Import this file once the others are \
                 done"
            ));
        }
        Ok(bytes) => bytes,
        Err(problem) => return Err(explain(name, problem)),
    };
    let Ok(text) = markdown::decode(&bytes) else {
        return Err(format!(
            "{name} is not a text file. Save the document as Markdown or plain text, and import that"
        ));
    };
    refusal(name, &text).map_or(Ok(text), Err)
}

/// Why a text is not imported, if it is not.
pub(super) fn refusal(name: &str, text: &str) -> Option<String> {
    if text.trim().is_empty() {
        Some(format!("{name} is empty. There is nothing to import"))
    } else if text.len() > MOST_BYTES {
        #[expect(clippy::cast_precision_loss, reason = "only to be shown, in megabytes")]
        let bytes = text.len() as f64;
        Some(explain(name, FileProblem::TooLarge(bytes)))
    } else {
        None
    }
}

fn explain(name: &str, problem: FileProblem) -> String {
    match problem {
        FileProblem::TooLarge(bytes) => format!(
            "{name} has {} MB, and 2 MB is the most. Take out what is no text, such as embedded \
             pictures, or split it",
            tenths_of_megabytes(bytes)
        ),
        FileProblem::Folder => {
            format!("{name} is a folder. Open it and pick or drop the files in it")
        }
        FileProblem::Unreadable => format!(
            "{name} could not be read: the browser was refused, or the file has changed or moved. \
             Pick it again"
        ),
    }
}

/// `2.1`, rounded up, so that what is too large never looks as if it were not.
fn tenths_of_megabytes(bytes: f64) -> String {
    const TENTH: f64 = 1024.0 * 1024.0 / 10.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "saturates, and no size is below zero"
    )]
    let tenths = (bytes / TENTH).ceil() as u64;
    format!("{}.{}", tenths / 10, tenths % 10)
}
