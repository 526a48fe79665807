//! The program that reads Markdown beside the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    postmortem_editor::browser::answer_page(postmortem_editor::reader::answer);
}

/// Cargo builds every binary for every target; only in a browser is there a page to read for.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
