//! The repository's own files.

#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic, and says where"
)]

use std::fs;
use std::path::{Path, PathBuf};

use crate::rules::File;

/// A path from the root of the repository.
pub(crate) fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The text of a file.
pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(root(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The Rust files below a folder.
pub(crate) fn rust_files(folder: &str) -> Vec<File> {
    files(folder, &["rs"])
}

/// The files below a folder in the order of their paths, but for what tools put there; every kind
/// of them when `extensions` is empty. Texts that are not UTF-8 count as empty.
pub(crate) fn files(folder: &str, extensions: &[&str]) -> Vec<File> {
    const TOOLS: &[&str] = &[
        "node_modules",
        "test-results",
        "playwright-report",
        "screens",
    ];
    let mut found = Vec::new();
    let entries = fs::read_dir(root(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    for name in names.iter().filter(|name| !TOOLS.contains(&name.as_str())) {
        let path = format!("{folder}/{name}");
        if root(&path).is_dir() {
            found.extend(files(&path, extensions));
        } else if extensions.is_empty()
            || extensions
                .iter()
                .any(|end| name.ends_with(&format!(".{end}")))
        {
            let text = fs::read_to_string(root(&path)).unwrap_or_default();
            found.push(File { path, text });
        }
    }
    found
}
