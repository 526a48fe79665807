//! Files in: their text, or what is wrong with them. Writes nothing.

use std::io::{self, Read};
use std::path::Path;

use postmortem_editor::markdown;

/// Whether a path is the one that stands for standard input, and for standard output.
pub(super) fn is_standard_input(file: &Path) -> bool {
    file == Path::new("-")
}

/// What a file is called where something is said of it.
pub(super) fn name_of(file: &Path) -> String {
    if is_standard_input(file) {
        "Standard input".to_owned()
    } else {
        format!("\u{201c}{}\u{201d}", file.display())
    }
}

/// The text of a file.
pub(super) fn text_of(file: &Path) -> Result<String, String> {
    let name = name_of(file);
    let bytes = bytes_of(file).map_err(|error| {
        format!(
            "{name} could not be read: {error}. Nothing was changed. Check the path and who may \
             read it; use - for standard input."
        )
    })?;
    markdown::decode(&bytes).map_err(|error| {
        format!(
            "{name} is not text: the byte at offset {} is part of no character in UTF-8 or UTF-16. \
             Nothing was changed. Save it as Markdown in UTF-8 and run the command again.",
            error.at
        )
    })
}

fn bytes_of(file: &Path) -> io::Result<Vec<u8>> {
    if !is_standard_input(file) {
        return std::fs::read(file);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}
