//! The address of what is on the screen: the part of the page's address behind `#`.
//!
//! Holds identifiers only, never anything that was typed.

use super::window;

/// What stands behind `#`, without it; empty when nothing does.
pub fn address() -> String {
    let hash = window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Shows `address` behind `#`: as a step of its own that "Back" undoes, or in place of the present
/// one.
pub fn set_address(new: &str, is_new_step: bool) {
    if address() == new {
        return;
    }
    let Some(window) = window() else { return };
    let hash = format!("#{new}");
    if is_new_step {
        // Refused only by a sandbox; the page works without an address.
        let _ = window.location().set_hash(&hash);
    } else if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&hash));
    }
}
