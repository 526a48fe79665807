//! The page: one screen at a time, and what lies over every screen.

use crate::views::erased::{dynamic, on};
use leptos::prelude::*;

use super::backup::BackupDialog;
use super::editor_screen::EditorScreen;
use super::help_dialog::HelpDialog;
use super::home::HomeScreen;
use super::import_dialog::{DropSign, ImportDialog};
use super::notice::NoticeBar;
use super::offline::UpdateBar;
use crate::editor::{Editor, Screen, Session};

/// The whole application.
#[component]
pub fn App() -> impl IntoView {
    let session = Session::start();
    provide_context(session);
    view! {
        <a class="skip-link" href="#main" on:click=on(move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            session.focus_main();
        })>
            "Skip to the content"
        </a>
        {dynamic(move || match session.screen.get() {
            Screen::Home => view! { <HomeScreen /> }.into_any(),
            Screen::Draft(id) => {
                match Editor::open(session, &id) {
                    Ok(editor) => {
                        provide_context(editor);
                        view! { <EditorScreen /> }.into_any()
                    }
                    Err(reason) => view! { <NotOpened reason /> }.into_any(),
                }
            }
        })}
        <UpdateBar />
        <NoticeBar />
        <ImportDialog />
        <BackupDialog />
        <HelpDialog />
        <DropSign />
    }
}

/// What is shown in place of a draft that cannot be opened.
#[component]
fn NotOpened(reason: String) -> impl IntoView {
    expect_context::<Session>().show_home_title();
    view! {
        <main class="not-opened" id="main" tabindex="-1">
            <h1>"This draft did not open"</h1>
            <p>{reason}</p>
            <p>
                <a href="#/">"Go to your drafts"</a>
            </p>
        </main>
    }
}
