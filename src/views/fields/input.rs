//! The inputs that are typed into: one line, and several.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::frame::{described_by, invalid};
use crate::editor::{Editor, Entry, after_press};
use crate::postmortem::{Facet, Place};
use crate::views::erased::{CollectAny, live, on, on_text, run};

/// One line: a text; or a date, time or share, which is understood or kept as typed. The text under
/// the caret is never changed; on leaving the field it takes its canonical spelling when it was
/// understood.
#[component]
pub(super) fn LineInput(
    /// The input's identifier.
    id: String,
    /// The place whose findings concern it.
    place: Place,
    /// What it shows and writes.
    value: Entry,
    /// A sample of what can stand there.
    #[prop(default = " ")]
    placeholder: &'static str,
    /// What to say of a text that was not understood; nothing where any text is.
    #[prop(optional)]
    advice: Option<&'static str>,
    /// The accessible name, where no label element gives one.
    #[prop(optional, into)]
    name: Option<Signal<String>>,
    /// The identifier of the list of suggestions.
    #[prop(optional)]
    list: Option<&'static str>,
    /// Called for each key.
    #[prop(optional)]
    on_key: Option<Callback<KeyboardEvent>>,
    /// What else can be typed than the type of the value reads by itself.
    #[prop(optional)]
    wider: Option<Wider>,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    // What is being typed; empty while the focus is elsewhere.
    let typing = RwSignal::new(String::new());
    let is_understood = advice.is_some();
    // What was typed is shown while it is what stands in the document, however that is spelled:
    // another tab may have changed it.
    let shown = move || {
        let (typed, text) = (typing.get(), value.text());
        if value.means(&typed) { typed } else { text }
    };
    let note_id = format!("{id}-note");
    let described_by = described_by(place);
    let described_by = match is_understood {
        true => format!("{note_id} {described_by}"),
        false => described_by,
    };
    view! {
        <input
            type="text"
            id=id
            placeholder=placeholder
            autocomplete="off"
            list=list
            aria-label=live(move || name.map(|name| name.get()))
            aria-describedby=described_by
            aria-invalid=invalid(editor, place, value.facet())
            prop:value=live(shown)
            on:input=on_text(move |text| {
                value.set(&text);
                if is_understood {
                    typing.set(text);
                }
            })
            on:blur=run(move || {
                // A form that leaves the page takes the focus from its input when its signals are gone.
                let Some(typed) = typing.try_get_untracked() else {
                    return;
                };
                if let Some(wider) = wider.filter(|_| !typed.trim().is_empty()) {
                    wider.settle.run(typed);
                }
                // The note goes with it, and what is below the note moves up.
                after_press(move || {
                    let _ = typing.try_set(String::new());
                });
                editor.leave(place);
            })
            on:keydown=on(move |event| {
                if let Some(on_key) = on_key {
                    on_key.run(event);
                }
            })
        />
        {advice.map(|advice| view! {
            <span class="entered__note" id=note_id>
                {live(move || {
                    let typed = typing.get();
                    let words = match wider {
                        Some(wider) if !typed.trim().is_empty() => wider.note.run(typed),
                        _ => String::new(),
                    };
                    if words.is_empty() { note(typing, value, advice) } else { words }
                })}
            </span>
        }).collect_any()}
    }
}

/// What a text means that can be typed although the value, by itself, does not read it.
#[derive(Clone, Copy)]
pub(super) struct Wider {
    /// What to say of it while it is typed.
    pub(super) note: Callback<String, String>,
    /// Takes it as what it means, once the field is left.
    pub(super) settle: Callback<String>,
}

/// What there is to say of what stands in an input, if anything.
fn note(typing: RwSignal<String>, value: Entry, advice: &str) -> String {
    let (typed, text) = (typing.get(), value.text());
    match (typed.trim(), value.is_as_typed()) {
        ("", true) => advice.to_owned(),
        (typed, false) if !typed.is_empty() && typed != text && value.means(typed) => {
            format!("Understood as {text}")
        }
        _ => String::new(),
    }
}

/// Several lines; it grows with its text.
#[component]
pub(super) fn TextInput(
    /// The place that it writes.
    place: Place,
    /// What it shows and writes.
    value: Entry,
    /// How many lines it has while it is empty.
    rows: &'static str,
    /// The accessible name, where no label element gives one.
    #[prop(optional, into)]
    name: Option<Signal<String>>,
    /// Called for each key.
    on_key: Callback<KeyboardEvent>,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    view! {
        <textarea
            id=format!("in-{}", place.key())
            rows=rows
            placeholder=" "
            aria-label=live(move || name.map(|name| name.get()))
            aria-describedby=described_by(place)
            aria-invalid=invalid(editor, place, Facet::Text)
            prop:value=live(move || value.text())
            on:input=on_text(move |typed| value.set(&typed))
            on:blur=run(move || {
                editor.leave(place);
                // Leaving the main text of a row, one has said something of the list as well.
                editor.leave(Place::field(place.field));
            })
            on:keydown=on(move |event| on_key.run(event))
        ></textarea>
    }
}
