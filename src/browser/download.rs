//! A file to the person's download folder.

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::document;

/// Offers `text` as a file. The browser says nothing about whether it was kept.
///
/// # Errors
/// In words, when the browser could not even offer it.
pub fn download_text(name: &str, mime_type: &str, text: &str) -> Result<(), String> {
    let in_words = |error: wasm_bindgen::JsValue| super::draft_storage::describe(&error);
    let options = BlobPropertyBag::new();
    options.set_type(mime_type);
    let parts = Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).map_err(in_words)?;
    let url = Url::create_object_url_with_blob(&blob).map_err(in_words)?;
    let link = document()
        .and_then(|document| document.create_element("a").ok())
        .and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok())
        .ok_or_else(|| "the page has no document".to_owned())?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser reads the blob after this turn; a minute is ample, and then its memory goes.
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}
