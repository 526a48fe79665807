//! The page: mounts the application; a debug build says on the console why it panicked. Nothing else
//! belongs here.

#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(postmortem_editor::views::App);
}

/// Cargo builds every binary for every target; only in a browser is there a page to show.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
