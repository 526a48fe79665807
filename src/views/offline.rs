//! What a person is told of the files of the editor itself.

use leptos::prelude::*;

use super::button::Button;
use super::erased::{live, run, show};
use crate::editor::{Offline, Session};

/// Offers a new version of the editor once it has come. Nothing changes until it is wanted.
#[component]
pub(super) fn UpdateBar() -> impl IntoView {
    let session = expect_context::<Session>();
    let later = RwSignal::new(false);
    let waits = move || session.offline.get() == Offline::UpdateWaiting && !later.get();
    let words = move || {
        match session.offline.get() {
        Offline::UpdateWaiting if !later.get() => "A new version of the editor is ready".to_owned(),
        Offline::UpdatedElsewhere => {
            "The editor was updated in another tab. This one goes on as it is; reload it when it suits you"
                .to_owned()
        }
        _ => String::new(),
    }
    };
    view! {
        <section class="update-bar" aria-label="Update of the editor">
            <p role="status">{live(words)}</p>
            {show(waits, move || view! {
                <Button words="Update now" press=run(move || session.update_editor()) />
                <Button class="button button--quiet" words="Later" press=run(move || later.set(true)) />
            })}
        </section>
    }
}

/// Whether the editor works without a network, and the way to have it as one file.
#[component]
pub(super) fn OfflineFacts() -> impl IntoView {
    let session = expect_context::<Session>();
    let words = move || {
        match session.offline.get() {
        Offline::Ready | Offline::UpdateWaiting | Offline::UpdatedElsewhere => {
            "Works offline: every file of the editor is kept in this browser.".to_owned()
        }
        Offline::OneFile => {
            "This is the editor in one file. Drafts are kept in this browser, not in the file: move \
             the file, or open it elsewhere, and they may not be there. Export what matters."
                .to_owned()
        }
        _ => String::new(),
    }
    };
    view! {
        <footer class="home__footer">
            <p role="status">{live(words)}</p>
            {show(move || session.offline.get() != Offline::OneFile, move || view! {
                <Button
                    class="button button--quiet"
                    words="Download the editor as one file"
                    press=run(move || session.download_editor())
                />
            })}
            <p>{concat!("Version ", env!("CARGO_PKG_VERSION"))}</p>
        </footer>
    }
}
