//! The program that reads beside the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    use postmortem_editor::{browser, reader};
    browser::answer_page(reader::answer, reader::warm_up);
}

/// Cargo builds every binary for every target; only in a browser is there a page to read for.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
