//! The message over the page.

use leptos::prelude::*;

use crate::editor::{NoticeKind, Session};

/// Shows the session's notice until it is dismissed. Both live regions are there from the start, so
/// that screen readers hear what comes to stand in them.
#[component]
pub(super) fn NoticeBar() -> impl IntoView {
    let session = expect_context::<Session>();
    let text_of = move |kind: NoticeKind| {
        session.notice.with(|notice| {
            let notice = notice.as_ref().filter(|notice| notice.kind == kind);
            notice.map(|notice| notice.text.clone())
        })
    };
    let action = move || session.notice.with(|notice| notice.as_ref()?.action);
    let kind = move || {
        session.notice.with(|notice| {
            notice.as_ref().map(|notice| match notice.kind {
                NoticeKind::Done => "done",
                NoticeKind::Problem => "problem",
            })
        })
    };
    view! {
        <div class="notice" data-kind=kind>
            <p role="status">{move || text_of(NoticeKind::Done)}</p>
            <p role="alert">{move || text_of(NoticeKind::Problem)}</p>
            <Show when=move || session.notice.with(Option::is_some)>
                {move || action().map(|(words, take_back)| view! {
                    <button type="button" class="button" on:click=move |_| take_back.run(())>
                        {words}
                    </button>
                })}
                <button
                    type="button"
                    class="button button--quiet"
                    on:click=move |_| session.notice.set(None)
                >
                    "Dismiss"
                </button>
            </Show>
        </div>
    }
}
