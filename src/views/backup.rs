//! All drafts in one file: the reminder, the verbs, and what is in a file that comes back.

use leptos::prelude::*;

use super::button::Button;
use super::erased::{CollectAny, dynamic, live, on, run, show};
use crate::copies::Standing;
use crate::editor::{BACKUP_DIALOG_ID, Session};

/// The verbs, below the list of drafts, with a reminder where nothing was kept elsewhere for long.
#[component]
pub(super) fn BackupVerbs() -> impl IntoView {
    let session = expect_context::<Session>();
    view! {
        <div class="backup">
            {show(move || session.is_backup_due(), || view! {
                <p class="backup__reminder">
                    "Nothing was exported or backed up for 14 days, and drafts have changed since. They are in \
                     this browser only: a backup keeps them elsewhere, too"
                </p>
            })}
            <Button words="Back up all drafts" press=run(move || session.back_up()) />
            <RestoreButton />
        </div>
    }
}

/// Picks a backup.
#[component]
pub(super) fn RestoreButton() -> impl IntoView {
    let session = expect_context::<Session>();
    view! {
        <label class="button button--quiet file-button">
            "Restore a backup…"
            <input
                type="file"
                accept=".json,application/json"
                on:change=on(move |event| session.look_into_backup(&event))
            />
        </label>
    }
}

/// What is in a backup, before anything is done with it.
#[component]
pub(super) fn BackupDialog() -> impl IntoView {
    let session = expect_context::<Session>();
    let file = move || {
        session
            .given_backup
            .with(|given| given.as_ref().map(|given| given.file.clone()))
            .unwrap_or_default()
    };
    let unreadable = move || {
        let given = session.given_backup.read();
        match given.as_ref().map_or(0, |given| given.unreadable) {
            0 => String::new(),
            1 => "1 record in it cannot be read and is left out".to_owned(),
            count => format!("{count} records in it cannot be read and are left out"),
        }
    };
    view! {
        <dialog class="dialog" id=BACKUP_DIALOG_ID aria-labelledby="backup-title">
            <h2 id="backup-title">"Restore a backup"</h2>
            <p>{live(file)}</p>
            <p>"Nothing that is here is written over"</p>
            <ul class="backup__drafts" tabindex="0" aria-label="Drafts in the backup">
                {dynamic(move || {
                    let given = session.given_backup.get();
                    let drafts = given.into_iter().flat_map(|given| given.drafts);
                    drafts.map(|(title, standing)| view! {
                        <li>{title}<span class="backup__standing">{standing_words(standing)}</span></li>
                    }).collect_any()
                })}
            </ul>
            <p>{live(unreadable)}</p>
            <p class="dialog__buttons">
                <Button class="button button--quiet" words="Cancel" press=run(move || session.leave_backup()) />
                <Button class="button button--primary" words="Restore" press=run(move || session.restore_backup()) />
            </p>
        </dialog>
    }
}

fn standing_words(standing: Standing) -> &'static str {
    match standing {
        Standing::New => "New: it is added",
        Standing::Same => "The same is here: nothing is done",
        Standing::Differs => "Another version is here: this one becomes a second draft",
    }
}
