//! The message over the page.

use crate::views::button::Button;
use crate::views::erased::{CollectAny, dynamic, live, run, show};
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
            notice.map(|notice| notice.text.clone()).unwrap_or_default()
        })
    };
    let undo = move || session.notice.with(|notice| notice.as_ref()?.undo.clone());
    let kind = move || {
        session.notice.with(|notice| {
            notice.as_ref().map(|notice| match notice.kind {
                NoticeKind::Done => "done".to_owned(),
                NoticeKind::Problem => "problem".to_owned(),
            })
        })
    };
    view! {
            <div class="notice" data-kind=live(kind)>
                <p role="status">{live(move || text_of(NoticeKind::Done))}</p>
                <p role="alert">{live(move || text_of(NoticeKind::Problem))}</p>
                {show(move || session.notice.with(Option::is_some), move || view! {
                    {dynamic(move || undo().map(|undo| view! {
                        <Button words="Undo" press=run(move || undo.run()) />
                    }).collect_any())}
                    <Button class="button button--quiet" words="Dismiss" press=run(move || session.notice.set(None)) />
    })}
            </div>
        }
}
