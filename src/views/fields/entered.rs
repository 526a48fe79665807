//! Dates, times, shares and choices: shown as understood, kept as typed when not.

use crate::views::erased::{dynamic, live, on, on_text, run, show};
use leptos::prelude::*;

use super::frame::{described_by, invalid};
use crate::editor::{Editor, Entry, after_press};
use crate::postmortem::Place;

/// What stands for "something else" among the options of a choice.
const OWN_WORDS: &str = "own-words";

/// A date, time or share, typed. The text under the caret is never changed; on leaving the field it
/// takes its canonical spelling when it was understood.
#[component]
pub(super) fn EnteredInput(
    /// The input's identifier.
    id: String,
    /// The place whose findings concern it.
    place: Place,
    /// What it shows and writes.
    value: Entry,
    /// A sample of the canonical spelling.
    placeholder: &'static str,
    /// What to say of a text that was not understood.
    advice: &'static str,
    /// The accessible name, where no label element gives one.
    #[prop(optional, into)]
    name: Option<Signal<String>>,
    /// Called for each key.
    #[prop(optional, into)]
    on_key: Option<Callback<leptos::ev::KeyboardEvent>>,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    // What is being typed; `None` while the focus is elsewhere.
    let typing = RwSignal::new(None::<String>);
    let shown = move || typing.get().unwrap_or_else(|| value.text());
    let understood = move || {
        let typed = typing.get()?;
        let text = value.text();
        let is_news = !text.is_empty() && typed.trim() != text && !value.is_as_typed();
        is_news.then(|| format!("Understood as {text}"))
    };
    let note = move || match value.is_as_typed() {
        true if typing.with(Option::is_none) => Some(advice.to_owned()),
        true => None,
        false => understood(),
    };
    let note_id = format!("{id}-note");
    let invalid = invalid(editor, place);
    view! {
        <input
            type="text"
            id=id
            class="entered"
            placeholder=placeholder
            autocomplete="off"
            aria-label=live(move || name.map(|name| name.get()))
            aria-describedby=format!("{note_id} {}", described_by(place))
            aria-invalid=live(move || {
                // Of a row's inputs, the one whose text could not be read is meant.
                let concerns_this = place.row.is_none() || value.is_as_typed();
                invalid.get().filter(|_| concerns_this)
            })
            prop:value=live(shown)
            on:focus=run(move || typing.set(Some(value.text_untracked())))
            on:input=on_text(move |text| {
                value.set(&text);
                typing.set(Some(text));
            })
            on:blur=run(move || {
                // The note goes with it, and what is below the note moves up.
                after_press(move || typing.set(None));
                editor.leave(place);
            })
            on:keydown=on(move |event| {
                if let Some(on_key) = on_key {
                    on_key.run(event);
                }
            })
        />
        <span class="entered__note" id=note_id>{live(note)}</span>
    }
}

/// A choice from a short list. What was typed elsewhere and is not on the list stays, as an option
/// of its own.
#[component]
pub(super) fn ChoiceSelect(
    /// The place whose findings concern it.
    place: Place,
    /// What it shows and writes.
    value: Entry,
    /// What is stored, and what is shown.
    options: Vec<(String, String)>,
    /// Whether a word of the person's own may be typed, under this label.
    #[prop(optional)]
    own_words: Option<&'static str>,
    /// The accessible name, where no label element gives one.
    #[prop(optional, into)]
    name: Option<Signal<String>>,
    /// The identifier, where it is not that of the place.
    #[prop(optional, into)]
    id: Option<String>,
    /// Whether there is always an answer.
    #[prop(optional)]
    has_no_empty: bool,
    /// Whether help and findings belong to this input alone.
    #[prop(optional)]
    is_described: bool,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let id = id.unwrap_or_else(|| format!("in-{}", place.key()));
    let own_id = format!("{id}-own");
    let wants_own = RwSignal::new(false);
    let shows_own = move || own_words.is_some() && (wants_own.get() || value.is_as_typed());
    let selected = move || {
        if shows_own() {
            OWN_WORDS.to_owned()
        } else {
            value.text()
        }
    };
    let as_typed = move || {
        let is_listed = own_words.is_none() && value.is_as_typed();
        is_listed.then(|| value.text())
    };
    let option = move |stored: String, words: String| {
        let is_selected = {
            let stored = stored.clone();
            move || selected() == stored
        };
        view! { <option value=stored prop:selected=is_selected>{words}</option> }
    };
    view! {
            <select
                id=id
                aria-label=live(move || name.map(|name| name.get()))
                aria-describedby=is_described.then(|| described_by(place))
                aria-invalid=is_described.then(|| invalid(editor, place))
                on:change=on_text(move |text| {
                    let chosen = text;
                    wants_own.set(chosen == OWN_WORDS);
                    value.set(if chosen == OWN_WORDS { "" } else { &chosen });
                })
                on:blur=run(move || editor.leave(place))
            >
                {(!has_no_empty).then(|| option(String::new(), if is_described { "Not chosen" } else { "None" }.to_owned()))}
                {options
                    .into_iter()
                    .map(|(stored, words)| option(stored, words))
                    .collect_view()}
                {dynamic(move || as_typed().map(|text| option(text.clone(), text)))}
                {own_words.map(|_| option(OWN_WORDS.to_owned(), "Another scale…".to_owned()))}
            </select>
            {own_words.map(|label| view! {
                {show(shows_own, move || view! {
                    <div class="own-words">
                        <label for=own_id.clone()>{label}</label>
                        <input
                            type="text"
                            id=own_id.clone()
                            autocomplete="off"
                            prop:value=live(move || value.text())
                            on:input=on_text(move |text| {
                                wants_own.set(true);
                                value.set(&text);
                            })
                        />
                    </div>
    })}
            })}
        }
}
