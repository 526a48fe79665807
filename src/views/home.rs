//! The first visit, and the list of drafts.

use crate::views::button::Button;
use crate::views::erased::{CollectAny, each, live, on, on_text, run, show};
use leptos::prelude::*;

use super::backup::{BackupVerbs, RestoreButton};
use super::draft_list::DraftList;
use super::offline::OfflineFacts;
use crate::editor::{Library, Session, Theme};
use crate::template::TemplateId;

/// The screen without an open draft.
#[component]
pub(super) fn HomeScreen() -> impl IntoView {
    let session = expect_context::<Session>();
    session.show_home_title();
    Effect::new(move |_| session.count_sections());
    let is_first_visit = move || session.library.with(Library::is_empty);
    view! {
            <div class="home">
                <header class="home__header">
                    <h1 class="home__name">"Postmortem Editor"</h1>
                    <ThemeSwitch />
                    <Button class="button button--quiet" words="Help" press=run(move || session.show_help()) />
                </header>
                <main id="main" tabindex="-1">
                    {session.storage_problem.get_value().map(|reason| view! {
                        <p class="banner" data-kind="problem" role="alert">
                            {format!(
                                "This browser keeps nothing for this page ({reason}). You can write and \
                                 export, but a draft is gone when you close the page",
                            )}
                        </p>
                    }).collect_any()}
                    <section class="home__start" aria-labelledby="start-title">
                        <h2 id="start-title">
                            {live(move || if is_first_visit() {
                                "Write the postmortem of an incident"
                            } else {
                                "New draft"
                            }.to_owned())}
                        </h2>
                        {show(is_first_visit, move || view! {
                            <p class="home__lead">
                                "Section by section, with the finished document beside you and a word on \
                                 what is still missing. It stays in this browser; you take Markdown away."
                            </p>
    })}
                        <NewDraft />
                    </section>
                    {show(is_first_visit, move || view! {
                        <RestoreButton />
    })}
                    {show(move || !is_first_visit(), move || view! {
                        <DraftList />
                        <BackupVerbs />
    })}
                </main>
                <OfflineFacts />
            </div>
        }
}

/// Ways to begin.
#[component]
fn NewDraft() -> impl IntoView {
    let session = expect_context::<Session>();
    let template = RwSignal::new(TemplateId::default());
    view! {
        <div class="start">
            <fieldset class="start__templates">
                <legend>"Template"</legend>
                {each(
                    move || session.templates().iter().map(|template| template.id).collect(),
                    move |id: &'static str| view! { <TemplateCard id template /> },
                )}
                <label class="button button--quiet file-button">
                    "Add a template from Markdown…"
                    <input
                        type="file"
                        multiple
                        accept=".md,.markdown,.txt,text/markdown,text/plain"
                        on:change=on(move |event| session.add_templates(event))
                    />
                </label>
            </fieldset>
            <div class="start__ways">
                <Button class="button button--primary" words="New postmortem" press=run(move || session.new_draft(template.get_untracked())) />
                <label class="button file-button">
                    "Import…"
                    <input
                        type="file"
                        multiple
                        on:click=run(move || session.prepare_import())
                        on:change=on(move |event| session.import_picked(&event))
                    />
                </label>
                <Button words="Paste text…" press=run(move || session.show_typing()) />
                <Button words="See an example" press=run(move || session.open_example()) />
            </div>
            <p class="start__hint">"To import, you can also drop files anywhere, or paste a text here"</p>
        </div>
    }
}

/// A template to choose; one of the person's own can be removed.
#[component]
fn TemplateCard(id: &'static str, template: RwSignal<TemplateId>) -> impl IntoView {
    let session = expect_context::<Session>();
    let id = TemplateId(id.to_owned());
    let choice = id.template();
    let is_chosen = {
        let id = id.clone();
        move || *template.read() == id
    };
    let chosen = id.clone();
    let remove = session.is_own(&id).then(|| {
        let name = format!("Remove the template {}", choice.name);
        let press = run(move || {
            template.set(TemplateId::default());
            session.remove_template(&id);
        });
        view! { <Button class="button button--quiet" words="Remove" name press /> }
    });
    view! {
        <div class="start__template">
            <label class="template-card">
                <input
                    type="radio"
                    name="template"
                    value=choice.id
                    prop:checked=live(is_chosen)
                    on:change=run(move || template.set(chosen.clone()))
                />
                <span class="template-card__name">{choice.name}</span>
                <span class="template-card__about">{choice.about}</span>
            </label>
            {remove.collect_any()}
        </div>
    }
}

/// Light, dark or as the system is.
#[component]
pub(super) fn ThemeSwitch() -> impl IntoView {
    let session = expect_context::<Session>();
    view! {
        <label class="theme-switch">
            <span>"Theme"</span>
            <select on:change=on_text(move |text| {
                let chosen = text;
                let theme = Theme::ALL.iter().find(|theme| theme.label() == chosen);
                session.set_theme(theme.copied().unwrap_or_default());
            })>
                {Theme::ALL
                    .iter()
                    .map(|theme| view! {
                        <option
                            value=theme.label()
                            prop:selected=live(move || session.theme.get() == *theme)
                        >
                            {theme.label()}
                        </option>
                    })
                    .collect_any()}
            </select>
        </label>
    }
}
