//! The drafts kept in this browser.

use crate::views::button::Button;
use crate::views::erased::{CollectAny, dynamic, each, live, run, show};
use leptos::prelude::*;

use crate::editor::{Damaged, DraftSummary, Session, date_and_time, explain_damage};

/// The list, the newest first; below it what was deleted and what cannot be read.
#[component]
pub(super) fn DraftList() -> impl IntoView {
    let session = expect_context::<Session>();
    let sorted = move |is_deleted: bool| {
        let mut drafts = session.library.get().drafts;
        drafts.retain(|draft| draft.deleted.is_some() == is_deleted);
        drafts.sort_by(|a, b| b.edited.cmp(&a.edited).then_with(|| a.id.cmp(&b.id)));
        let rows = drafts.into_iter();
        rows.map(|draft| (session.holds(&draft.id), draft))
            .collect::<Vec<_>>()
    };
    view! {
            <section class="drafts" aria-labelledby="drafts-title">
                <h2 id="drafts-title">"Drafts"</h2>
                <ul class="drafts__list">
                    {each(move || sorted(false), |(is_held, draft)| view! { <DraftRow draft is_held /> })}
                </ul>
                {show(move || sorted(false).is_empty(), || view! {
                    <p class="drafts__empty">"No drafts. Begin one above"</p>
                })}
            </section>
            {show(move || session.library.with(|library| !library.damaged.is_empty()), move || view! {
                <section class="drafts" aria-labelledby="damaged-title">
                    <h2 id="damaged-title">"Cannot be opened"</h2>
                    <p>"These records are kept as they are. Download one to look into it or to keep it safe"</p>
                    <ul class="drafts__list">
                        {dynamic(move || {
                            let damaged = session.library.get().damaged.into_iter();
                            damaged.map(|damaged| view! { <DamagedRow damaged /> }).collect_any()
                        })}
                    </ul>
                </section>
    })}
            {show(move || !sorted(true).is_empty(), move || view! {
                <details class="drafts drafts--deleted">
                    <summary>
                        {live(move || format!("Deleted drafts ({}), kept for 30 days", sorted(true).len()))}
                    </summary>
                    <ul class="drafts__list">
                        {each(move || sorted(true), |(_, draft)| view! { <DeletedRow draft /> })}
                    </ul>
                </details>
    })}
        }
}

fn title_of(draft: &DraftSummary) -> String {
    if draft.title.is_empty() {
        "Untitled postmortem".to_owned()
    } else {
        draft.title.clone()
    }
}

#[component]
fn DraftRow(draft: DraftSummary, is_held: bool) -> impl IntoView {
    let session = expect_context::<Session>();
    let title = title_of(&draft);
    let facts: Vec<String> = [
        draft.date.clone(),
        draft.severity.clone(),
        draft.template.template().name.to_owned(),
        match draft.of {
            0 => String::new(),
            of => format!("{} of {of} sections", draft.complete),
        },
    ]
    .into_iter()
    .filter(|fact| !fact.is_empty())
    .collect();
    let exported = match draft.exported {
        Some(at) if at >= draft.edited => format!("Exported {}", date_and_time(at)),
        Some(at) => format!("Changed since it was exported {}", date_and_time(at)),
        None => "Never exported".to_owned(),
    };
    let (copy_id, delete_id) = (draft.id.clone(), draft.id.clone());
    let (copy_name, delete_name) = (format!("Duplicate {title}"), format!("Delete {title}"));
    view! {
        <li class="draft-row">
            <div class="draft-row__about">
                <a class="draft-row__title" href=format!("#/draft/{}", draft.id.0)>{title}</a>
                <ul class="draft-row__facts">
                    {facts.into_iter().map(|fact| view! { <li>{fact}</li> }).collect_any()}
                </ul>
                <p class="draft-row__times">
                    {format!("Edited {} · {exported}", date_and_time(draft.edited))}
                </p>
                {is_held.then(|| view! {
                    <p class="draft-row__held">
                        "Not saved: it is in this tab only, until you close it. Open and export it"
                    </p>
                }).collect_any()}
            </div>
            <div class="draft-row__verbs">
                <Button class="button button--quiet" words="Duplicate" name=copy_name press=run(move || session.duplicate(&copy_id)) />
                <Button class="button button--quiet" words="Delete" name=delete_name press=run(move || session.delete(&delete_id)) />
            </div>
        </li>
    }
}

#[component]
fn DeletedRow(draft: DraftSummary) -> impl IntoView {
    let session = expect_context::<Session>();
    let title = title_of(&draft);
    let (name, for_good) = (
        format!("Restore {title}"),
        format!("Delete {title} for good"),
    );
    let (id, gone_id, gone_title) = (draft.id.clone(), draft.id, title.clone());
    view! {
        <li class="draft-row">
            <p class="draft-row__about">{title}</p>
            <div class="draft-row__verbs">
                <Button class="button button--quiet" words="Restore" name=name press=run(move || session.restore(&id)) />
                <Button class="button button--quiet" words="Delete for good" name=for_good press=run(move || session.delete_for_good(&gone_id, &gone_title)) />
            </div>
        </li>
    }
}

#[component]
fn DamagedRow(damaged: Damaged) -> impl IntoView {
    let session = expect_context::<Session>();
    let id = damaged.id.clone();
    let what = explain_damage(&damaged.error);
    view! {
        <li class="draft-row">
            <div class="draft-row__about">
                <p>{damaged.id.0.clone()}</p>
                <p class="draft-row__times">{what}</p>
            </div>
            <div class="draft-row__verbs">
                <Button class="button button--quiet" words="Download the record" press=run(move || session.download_record(&id)) />
            </div>
        </li>
    }
}
