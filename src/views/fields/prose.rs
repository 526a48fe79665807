//! Text with Markdown in it, and the small toolbar over it.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::input::TextInput;
use crate::editor::{Entry, Wrap, insert_around_selection};
use crate::postmortem::Place;
use crate::views::erased::{CollectAny, run};

struct Format {
    name: &'static str,
    sign: &'static str,
    key: Option<&'static str>,
    wrap: Wrap,
}

const FORMATS: &[Format] = &[
    Format {
        name: "Bold",
        sign: "B",
        key: Some("b"),
        wrap: Wrap {
            before: "**",
            after: "**",
            placeholder: "bold",
        },
    },
    Format {
        name: "Italic",
        sign: "I",
        key: Some("i"),
        wrap: Wrap {
            before: "*",
            after: "*",
            placeholder: "italic",
        },
    },
    Format {
        name: "Code",
        sign: "<>",
        key: None,
        wrap: Wrap {
            before: "`",
            after: "`",
            placeholder: "code",
        },
    },
    Format {
        name: "Link",
        sign: "Link",
        key: None,
        wrap: Wrap {
            before: "[",
            after: "](https://)",
            placeholder: "text",
        },
    },
    Format {
        name: "List",
        sign: "List",
        key: None,
        wrap: Wrap {
            before: "\n- ",
            after: "",
            placeholder: "item",
        },
    },
];

/// A text area for Markdown, with its toolbar.
#[component]
pub(super) fn ProseInput(
    /// The place that it writes.
    place: Place,
    /// The text.
    value: Entry,
) -> impl IntoView {
    let selector = format!("#in-{}", place.key());
    let for_keys = selector.clone();
    let on_key = Callback::new(move |event: KeyboardEvent| {
        let key = event.key().to_ascii_lowercase();
        let format = FORMATS.iter().find(|format| format.key == Some(&key));
        let has_command = event.ctrl_key() || event.meta_key();
        if let Some(format) = format.filter(|_| has_command) {
            event.prevent_default();
            insert_around_selection(&for_keys, format.wrap);
        }
    });
    let tool = |format: &'static Format| {
        let selector = selector.clone();
        view! {
            <button
                type="button"
                class="prose__tool"
                aria-label=format.name
                title=format.name
                data-format=format.name
                on:click=run(move || insert_around_selection(&selector, format.wrap))
            >
                {format.sign}
            </button>
        }
    };
    view! {
        <div class="prose">
            <div class="prose__tools" role="group" aria-label="Formatting">
                {FORMATS.iter().map(tool).collect_any()}
            </div>
            <TextInput place value rows="3" on_key />
        </div>
    }
}
