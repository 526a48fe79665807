//! How it stands with the files of the editor itself: whether the browser keeps them. The work is
//! done in public/boot.js, which outlives the editor; here is what the two say to each other.

use web_sys::Event;

use super::page_events::listen;
use super::{document, window};

/// Whether the editor is there without a network.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Offline {
    /// Not known, or not possible here.
    #[default]
    Unknown,
    /// Every file of it is kept in this browser.
    Ready,
    /// A new version is kept too, and waits to be wanted.
    UpdateWaiting,
    /// Another tab has begun to use a new version; this one goes on with the old.
    UpdatedElsewhere,
    /// This is the edition in one file.
    OneFile,
    /// The edition in one file could not be put together.
    OneFileFailed,
}

/// How it stands now.
pub fn offline() -> Offline {
    let root = document().and_then(|document| document.document_element());
    let told = root.and_then(|root| root.get_attribute("data-offline"));
    match told.as_deref() {
        Some("ready") => Offline::Ready,
        Some("update") => Offline::UpdateWaiting,
        Some("updated") => Offline::UpdatedElsewhere,
        Some("one-file") => Offline::OneFile,
        Some("one-file-failed") => Offline::OneFileFailed,
        _ => Offline::Unknown,
    }
}

/// Calls `follow` whenever that has changed.
pub fn on_offline_change(follow: impl Fn() + 'static) {
    listen(
        window().map(Into::into),
        "editor:offline",
        move |_: Event| follow(),
    );
}

/// Begins anew with the version that waits. What is not saved is lost by that.
pub fn take_update() {
    tell("editor:update");
}

/// Downloads the edition in one file.
pub fn download_one_file() {
    tell("editor:one-file");
}

fn tell(what: &str) {
    if let (Some(window), Ok(event)) = (window(), Event::new(what)) {
        // Fails only while the event is on its way already.
        let _ = window.dispatch_event(&event);
    }
}
