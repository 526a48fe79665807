//! A choice from a short list.

use leptos::prelude::*;

use super::frame::{described_by, invalid};
use super::input::LineInput;
use crate::editor::{Editor, Entry};
use crate::postmortem::{Choice, Place};
use crate::views::erased::{CollectAny, dynamic, live, on_text, run, show};

/// What stands for "something else" among the options of a choice.
const OWN_WORDS: &str = "own-words";

/// The options of a choice: what is stored, and what is shown.
pub(super) fn options<C: Choice>() -> Vec<(String, String)> {
    C::ALL
        .iter()
        .map(|choice| (choice.label().to_owned(), choice.label().to_owned()))
        .collect()
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
            live(move || selected() == stored)
        };
        view! { <option value=stored prop:selected=is_selected>{words}</option> }
    };
    let empty = if is_described { "Not chosen" } else { "None" };
    let empty = (!has_no_empty).then(|| (String::new(), empty.to_owned()));
    let other = own_words.map(|_| (OWN_WORDS.to_owned(), "Another scale…".to_owned()));
    view! {
        <select
            id=id
            aria-label=live(move || name.map(|name| name.get()))
            aria-describedby=is_described.then(|| described_by(place))
            aria-invalid=is_described.then(|| invalid(editor, place, value.facet()))
            on:change=on_text(move |chosen| {
                wants_own.set(chosen == OWN_WORDS);
                value.set(if chosen == OWN_WORDS { "" } else { &chosen });
            })
            on:blur=run(move || editor.leave(place))
        >
            {empty
                .into_iter()
                .chain(options)
                .map(|(stored, words)| option(stored, words))
                .collect_any()}
            {dynamic(move || as_typed().map(|text| option(text.clone(), text)).collect_any())}
            {other.map(|(stored, words)| option(stored, words)).collect_any()}
        </select>
        {own_words.map(|label| show(shows_own, move || view! {
            // What is typed may be one of the options for a moment: the input stays.
            <div class="own-words" on:focusin=run(move || wants_own.set(true))>
                <label for=own_id.clone()>{label}</label>
                <LineInput id=own_id.clone() place value />
            </div>
        })).collect_any()}
    }
}
