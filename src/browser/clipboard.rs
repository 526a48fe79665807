//! Text to the clipboard.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag};

use super::window;

/// Whether there is a clipboard; none where the page is not served securely.
pub fn has_clipboard() -> bool {
    method("writeText").is_ok()
}

/// Whether the clipboard takes formatted text.
pub fn has_rich_clipboard() -> bool {
    method("write").is_ok() && rich_item().is_ok()
}

/// Puts `text` on the clipboard. Browsers allow it only in answer to a click or a key.
///
/// # Errors
/// The browser's reason: no clipboard, or no permission.
pub async fn copy_text(text: &str) -> Result<(), String> {
    done(put("writeText", &text.into())).await
}

/// Puts a text on the clipboard in two forms; what it is pasted into takes the one it knows.
///
/// # Errors
/// As for [`copy_text`].
pub async fn copy_rich(html: &str, text: &str) -> Result<(), String> {
    let items = rich_items(&[("text/html", html), ("text/plain", text)]);
    done(items.and_then(|items| put("write", &items))).await
}

async fn done(promise: Result<Promise, JsValue>) -> Result<(), String> {
    let promise = promise.map_err(|error| describe(&error))?;
    JsFuture::from(promise)
        .await
        .map(drop)
        .map_err(|error| describe(&error))
}

fn rich_items(forms: &[(&str, &str)]) -> Result<JsValue, JsValue> {
    let blobs = Object::new();
    for (mime_type, text) in forms {
        let options = BlobPropertyBag::new();
        options.set_type(mime_type);
        let parts = Array::of1(&(*text).into());
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
        Reflect::set(&blobs, &(*mime_type).into(), &blob)?;
    }
    let item = Reflect::construct(&rich_item()?, &Array::of1(&blobs))?;
    Ok(Array::of1(&item).into())
}

fn rich_item() -> Result<Function, JsValue> {
    let page = window().ok_or(JsValue::NULL)?;
    Reflect::get(&page, &"ClipboardItem".into())?.dyn_into()
}

fn put(name: &str, what: &JsValue) -> Result<Promise, JsValue> {
    let (clipboard, method) = method(name)?;
    method.call1(&clipboard, what)?.dyn_into()
}

// By reflection: `navigator.clipboard` is absent where the page is not served securely, and the
// typed binding would throw there.
fn method(name: &str) -> Result<(JsValue, Function), JsValue> {
    let navigator = window().ok_or(JsValue::NULL)?.navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into())?;
    if clipboard.is_undefined() {
        return Err(JsValue::NULL);
    }
    let method = Reflect::get(&clipboard, &name.into())?.dyn_into()?;
    Ok((clipboard, method))
}

fn describe(error: &JsValue) -> String {
    super::draft_storage::describe(error)
}
