//! What elements are asked to do: take the focus, come into view, open.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement};

use super::{document, window};
use crate::postmortem::Place;

/// Titles the page.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Asks the person a question; whether the answer is yes.
pub fn confirm(question: &str) -> bool {
    window().is_some_and(|window| window.confirm_with_message(question).unwrap_or(false))
}

/// Moves the focus to the input of a place: the element `f-<place>`, or the first thing in it that
/// is still empty, or its text, or the first thing that takes the focus. False when there is none.
pub fn focus_place(place: Place) -> bool {
    let container = format!("#f-{}", place.key());
    let empty = format!("{container} :is(input, textarea):placeholder-shown");
    let any = format!("{container} :is(input, textarea, select, button)");
    focus_selector(&container)
        || focus_selector(&empty)
        // Before any other, because buttons for formatting stand before it.
        || focus_text(place)
        || focus_selector(&any)
}

/// Moves the focus to the input that holds a place's text. False when it has no such input.
pub fn focus_text(place: Place) -> bool {
    focus_selector(&format!("#in-{}", place.key()))
}

/// Moves the focus to the first element that `selector` finds and shows it. False when there is
/// none, or it does not take the focus.
pub fn focus_selector(selector: &str) -> bool {
    let Some(element) = find(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok())
    else {
        return false;
    };
    if element.focus().is_err() {
        return false;
    }
    let active = document().and_then(|document| document.active_element());
    active.is_some_and(|active| active == *element)
}

/// Remembers the element that has the focus; the answer gives the focus back to it, which moving
/// an element in the page takes away.
pub fn keep_focus() -> impl FnOnce() + 'static {
    let active = document().and_then(|document| document.active_element());
    move || {
        if let Some(element) = active.and_then(|active| active.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    }
}

/// Scrolls what `selector` finds into view inside the pane that holds it, when it is not in view.
pub fn reveal(selector: &str) {
    let Some(element) = find(selector) else {
        return;
    };
    let Some(pane) = element.closest("[data-pane]").ok().flatten() else {
        return;
    };
    let (inner, outer) = (
        element.get_bounding_client_rect(),
        pane.get_bounding_client_rect(),
    );
    const MARGIN_PX: f64 = 16.0;
    let is_in_view = inner.top() >= outer.top() && inner.bottom() <= outer.bottom();
    if !is_in_view && outer.height() > 0.0 {
        let top = f64::from(pane.scroll_top()) + inner.top() - outer.top() - MARGIN_PX;
        #[expect(clippy::cast_possible_truncation, reason = "pixels; saturates")]
        pane.set_scroll_top(top as i32);
    }
}

/// Opens the dialog that `selector` finds, over the page; the browser keeps the focus in it and
/// closes it on Escape.
pub fn show_dialog(selector: &str) {
    if let Some(dialog) = find_dialog(selector).filter(|dialog| !dialog.open()) {
        // Fails only for a dialog that is open or not in the page.
        let _ = dialog.show_modal();
    }
}

/// Whether the dialog that `selector` finds is open.
pub fn is_dialog_open(selector: &str) -> bool {
    find_dialog(selector).is_some_and(|dialog| dialog.open())
}

/// Closes every dialog that is open.
pub fn close_dialogs() {
    let open = document().and_then(|document| document.query_selector_all("dialog[open]").ok());
    let Some(open) = open else { return };
    for index in 0..open.length() {
        let dialog = open.get(index).and_then(|node| node.dyn_into().ok());
        if let Some(dialog) = dialog {
            HtmlDialogElement::close(&dialog);
        }
    }
}

/// Closes the dialog that `selector` finds; the focus goes back to where it was before.
pub fn close_dialog(selector: &str) {
    if let Some(dialog) = find_dialog(selector) {
        dialog.close();
    }
}

/// The place of the document that a click in the preview meant. `None` for a click on a link, or
/// at the end of selecting text.
pub fn clicked_place(event: &web_sys::MouseEvent) -> Option<Place> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let is_selecting = window()?
        .get_selection()
        .ok()
        .flatten()
        .is_some_and(|selection| !selection.is_collapsed());
    if is_selecting || target.closest("a").ok().flatten().is_some() {
        return None;
    }
    let element = target.closest("[data-place]").ok().flatten()?;
    Place::from_key(&element.get_attribute("data-place")?)
}

/// Opens an address in a tab of its own, which knows nothing of this page.
pub fn open_page(address: &str) {
    if let Some(window) = window() {
        // With these words the browser does not say whether it did.
        let _ =
            window.open_with_url_and_target_and_features(address, "_blank", "noopener,noreferrer");
    }
}

/// Opens the browser's print dialog.
pub fn print_page() {
    if let Some(window) = window() {
        // Refused only by a sandbox, which has no way to print at all.
        let _ = window.print();
    }
}

fn find_dialog(selector: &str) -> Option<HtmlDialogElement> {
    find(selector)?.dyn_into().ok()
}

fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok().flatten()
}
