//! Files that the person picked.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};

/// The largest file that is read, in bytes.
const MAX_BYTES: f64 = 2.0 * 1024.0 * 1024.0;

/// A text file that was picked.
#[derive(Clone, Debug)]
pub struct PickedFile {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Why a picked file was not read. Each holds the file's name.
#[derive(Clone, Debug)]
pub enum FileProblem {
    /// Larger than two mebibytes.
    TooLarge(String),
    /// Holds bytes that no text has.
    NotText(String),
    /// The browser could not read it.
    Unreadable(String),
}

/// Reads every file picked in the input that `event` came from, and empties the input so that the
/// same file can be picked again.
pub async fn read_picked_files(event: web_sys::Event) -> Vec<Result<PickedFile, FileProblem>> {
    let input = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else {
        return Vec::new();
    };
    let files: Vec<File> = input
        .files()
        .map(|list| {
            (0..list.length())
                .filter_map(|index| list.get(index))
                .collect()
        })
        .unwrap_or_default();
    input.set_value("");
    let mut read = Vec::new();
    for file in files {
        read.push(read_file(&file).await);
    }
    read
}

async fn read_file(file: &File) -> Result<PickedFile, FileProblem> {
    let name = file.name();
    if file.size() > MAX_BYTES {
        return Err(FileProblem::TooLarge(name));
    }
    let Ok(buffer) = JsFuture::from(file.array_buffer()).await else {
        return Err(FileProblem::Unreadable(name));
    };
    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
    match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => Ok(PickedFile { name, text }),
        _ => Err(FileProblem::NotText(name)),
    }
}
