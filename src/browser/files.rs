//! Files that the person picks, drops or pastes: their names, and their bytes on demand. What the
//! bytes mean is not known here.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Event, File, FileList, HtmlInputElement};

use super::page_events::{is_in_text, listen};
use super::{document, window};

/// A file that was given to the page and is not read yet.
#[derive(Clone, Debug)]
pub struct GivenFile {
    /// Its name.
    pub name: String,
    /// `None` for a folder.
    file: Option<File>,
}

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FileProblem {
    /// It has this many bytes, which is more than was asked for.
    TooLarge(f64),
    /// It is a folder.
    Folder,
    /// The browser could not read it.
    Unreadable,
}

impl GivenFile {
    /// The bytes of the file.
    ///
    /// # Errors
    /// [`FileProblem`] says why there are none; a file of more than `most_bytes` is not opened.
    pub async fn read(&self, most_bytes: f64) -> Result<Vec<u8>, FileProblem> {
        let file = self.file.as_ref().ok_or(FileProblem::Folder)?;
        if file.size() > most_bytes {
            return Err(FileProblem::TooLarge(file.size()));
        }
        let buffer = JsFuture::from(file.array_buffer()).await;
        let buffer = buffer.map_err(|_| FileProblem::Unreadable)?;
        Ok(js_sys::Uint8Array::new(&buffer).to_vec())
    }

    fn is_picture(&self) -> bool {
        let file = self.file.as_ref();
        file.is_some_and(|file| file.type_().starts_with("image/"))
    }
}

impl From<File> for GivenFile {
    fn from(file: File) -> Self {
        Self {
            name: file.name(),
            file: Some(file),
        }
    }
}

/// The files picked in the input that `event` came from. Empties the input, so that the same file
/// can be picked again.
pub fn picked_files(event: &Event) -> Vec<GivenFile> {
    let target = event.target();
    let input = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else {
        return Vec::new();
    };
    let files = input.files().map(all).unwrap_or_default();
    input.set_value("");
    files
}

/// Gives `take` every file dropped on the page, and tells `hover` whether files are held over it.
///
/// No drop leads away from the page. Text dragged into an input is left to the browser.
pub fn on_drop(hover: impl Fn(bool) + Clone + 'static, take: impl Fn(Vec<GivenFile>) + 'static) {
    let target = || window().map(Into::into);
    let over = hover.clone();
    listen(target(), "dragover", move |event: Event| {
        let Some(data) = dragged(&event) else { return };
        let has_files = has_files(&data);
        over(has_files);
        if has_files || !is_in_text(&event) {
            event.prevent_default();
            data.set_drop_effect(if has_files { "copy" } else { "none" });
        }
    });
    let leave = hover.clone();
    listen(target(), "dragleave", move |event: Event| {
        // Without an element that it goes to, it has left the page.
        let is_inside = event
            .dyn_ref::<DragEvent>()
            .is_some_and(|event| event.related_target().is_some());
        if !is_inside {
            leave(false);
        }
    });
    listen(target(), "drop", move |event: Event| {
        hover(false);
        let Some(data) = dragged(&event) else { return };
        if has_files(&data) {
            event.prevent_default();
            take(files_and_folders(&data));
        } else if !is_in_text(&event) {
            event.prevent_default();
        }
    });
}

/// Shows `take` the files and the text that are pasted into the page as a whole: not into an input,
/// and not while a dialog is open. What it takes (true) is pasted nowhere else.
pub fn on_paste(take: impl Fn(Vec<GivenFile>, String) -> bool + 'static) {
    listen(window().map(Into::into), "paste", move |event: Event| {
        let dialog =
            document().and_then(|document| document.query_selector("dialog[open]").ok()?);
        if dialog.is_some() || is_in_text(&event) {
            return;
        }
        let pasted = event.dyn_ref::<ClipboardEvent>();
        if let Some(data) = pasted.and_then(ClipboardEvent::clipboard_data) {
            let text = data.get_data("text/plain").unwrap_or_default();
            let mut files = files_and_folders(&data);
            if !text.is_empty() {
                // A word processor adds a picture of the text that was copied.
                files.retain(|file| !file.is_picture());
            }
            if take(files, text) {
                event.prevent_default();
            }
        }
    });
}

/// What is being pasted, and the identifier of the element that it is pasted into.
pub fn pasted_into(event: &Event) -> Option<(String, String)> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let data = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    Some((target.id(), data.get_data("text/plain").ok()?))
}

fn dragged(event: &Event) -> Option<DataTransfer> {
    event.dyn_ref::<DragEvent>()?.data_transfer()
}

fn has_files(data: &DataTransfer) -> bool {
    data.types().includes(&"Files".into(), 0)
}

/// A folder looks like a file until the browser is asked for its entry.
fn files_and_folders(data: &DataTransfer) -> Vec<GivenFile> {
    let items = data.items();
    let items = (0..items.length()).filter_map(|index| items.get(index));
    items
        .filter_map(|item| {
            let entry = item.webkit_get_as_entry().ok().flatten();
            match entry.filter(web_sys::FileSystemEntry::is_directory) {
                Some(folder) => Some(GivenFile {
                    name: folder.name(),
                    file: None,
                }),
                None => item.get_as_file().ok().flatten().map(GivenFile::from),
            }
        })
        .collect()
}

fn all(list: FileList) -> Vec<GivenFile> {
    (0..list.length())
        .filter_map(|index| list.get(index).map(GivenFile::from))
        .collect()
}
