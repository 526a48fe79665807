//! Changes to the text in a text area that the browser's own undo can take back.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

use super::document;

/// What a formatting button puts around the selected text.
#[derive(Clone, Copy, Debug)]
pub struct Wrap {
    /// What goes before it.
    pub before: &'static str,
    /// What goes behind it.
    pub after: &'static str,
    /// What stands there when nothing was selected.
    pub placeholder: &'static str,
}

/// Puts `wrap` around the selection of the text area that `selector` finds, as if it were typed,
/// and selects what stands inside.
pub fn insert_around_selection(selector: &str, wrap: Wrap) {
    let area = text_area(selector);
    let Some(area) = area else { return };
    let start = area.selection_start().ok().flatten().unwrap_or(0);
    let end = area.selection_end().ok().flatten().unwrap_or(start);
    // Offsets are in UTF-16 units, as JavaScript strings are.
    let text = js_sys::JsString::from(area.value());
    let selected = String::from(text.slice(start, end));
    let inner = if selected.is_empty() {
        wrap.placeholder.to_owned()
    } else {
        selected
    };
    let _ = area.focus();
    insert(&format!("{}{inner}{}", wrap.before, wrap.after));
    let inner_start = start + utf16_length(wrap.before);
    let _ = area.set_selection_range(inner_start, inner_start + utf16_length(&inner));
}

/// Puts a text in place of the selection of the text area that `selector` finds, as if it were
/// typed.
pub fn type_into(selector: &str, text: &str) {
    let Some(area) = text_area(selector) else {
        return;
    };
    let start = area.selection_start().ok().flatten().unwrap_or(0);
    let end = area.selection_end().ok().flatten().unwrap_or(start);
    let _ = area.focus();
    // A dialog that closes gives the focus back without the caret.
    let _ = area.set_selection_range(start, end);
    insert(text);
}

/// Selects `words`, which stand behind `before`, in the input that has the focus.
pub fn select_in_focus(before: &str, words: &str) {
    let start = utf16_length(before);
    let end = start.saturating_add(utf16_length(words));
    let active = document().and_then(|document| document.active_element());
    let Some(active) = active else { return };
    // An input of a kind that has no selection refuses, and stays focused.
    if let Some(area) = active.dyn_ref::<HtmlTextAreaElement>() {
        let _ = area.set_selection_range(start, end);
    } else if let Some(input) = active.dyn_ref::<HtmlInputElement>() {
        let _ = input.set_selection_range(start, end);
    }
}

fn text_area(selector: &str) -> Option<HtmlTextAreaElement> {
    let element = document()?.query_selector(selector).ok().flatten()?;
    element.dyn_into().ok()
}

// The only way to change a text that the browser's undo knows of (setting the value empties it).
// By reflection: the binding is marked deprecated, with nothing in its place.
fn insert(text: &str) {
    let Some(document) = document() else { return };
    let command = js_sys::Reflect::get(&document, &"execCommand".into())
        .and_then(|command| command.dyn_into::<js_sys::Function>());
    if let Ok(command) = command {
        let _ = command.call3(&document, &"insertText".into(), &false.into(), &text.into());
    }
}

fn utf16_length(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}
