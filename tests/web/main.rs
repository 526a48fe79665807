//! Tests that need a browser: they are compiled to wasm and run in a headless Chromium.

#![cfg(target_arch = "wasm32")]

#[path = "../hostile/allowed.rs"]
mod allowed;
mod draft_storage;
mod preview;
#[path = "../hostile/snippets.rs"]
mod snippets;
mod time_zones;
#[path = "../times/cases.rs"]
mod typed_times;
#[path = "../zones/cases.rs"]
mod zone_cases;
#[path = "../zones/moving.rs"]
mod zone_moving;
#[path = "../zones/rows.rs"]
mod zone_rows;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// What every other test here relies on: a real page, and not only something that runs wasm.
#[wasm_bindgen_test]
fn the_tests_run_in_a_page() {
    let elements = js_sys::Reflect::get(&js_sys::global(), &"document".into())
        .and_then(|document| js_sys::Reflect::get(&document, &"body".into()));
    assert!(elements.is_ok_and(|body| body.is_object()));
}
