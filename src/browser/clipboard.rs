//! Text to the clipboard.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::window;

/// Puts `text` on the clipboard. Browsers allow it only in answer to a click or a key.
///
/// # Errors
/// The browser's reason: no clipboard, or no permission.
pub async fn copy_text(text: &str) -> Result<(), String> {
    let promise = write_text(text).map_err(|error| describe(&error))?;
    JsFuture::from(promise)
        .await
        .map(drop)
        .map_err(|error| describe(&error))
}

// By reflection: `navigator.clipboard` is absent where the page is not served securely, and the
// typed binding would throw there.
fn write_text(text: &str) -> Result<Promise, JsValue> {
    let navigator = window().ok_or(JsValue::NULL)?.navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into())?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into())?.dyn_into()?;
    write.call1(&clipboard, &text.into())?.dyn_into()
}

fn describe(error: &JsValue) -> String {
    super::draft_storage::describe(error)
}
