//! Text with Markdown in it, and the small toolbar over it.

use crate::views::erased::{live, on, on_text, run};
use leptos::prelude::*;

use super::frame::{described_by, invalid};
use crate::editor::{Editor, Entry, Wrap, insert_around_selection};
use crate::postmortem::Place;

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

/// A text area for Markdown; it grows with its text.
#[component]
pub(super) fn ProseInput(
    /// The place that it writes.
    place: Place,
    /// The text.
    value: Entry,
    /// The accessible name, where no label element gives one.
    #[prop(optional, into)]
    name: Option<String>,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let id = format!("in-{}", place.key());
    let selector = format!("#{id}");
    let for_keys = selector.clone();
    view! {
        <div class="prose">
            <div class="prose__tools" role="group" aria-label="Formatting">
                {FORMATS
                    .iter()
                    .map(|format| {
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
                    })
                    .collect_view()}
            </div>
            <textarea
                id=id
                rows="3"
                placeholder=" "
                aria-label=name
                aria-describedby=described_by(place)
                aria-invalid=invalid(editor, place)
                prop:value=live(move || value.text())
                on:input=on_text(move |typed| value.set(&typed))
                on:blur=run(move || editor.leave(place))
                on:keydown=on(move |event: leptos::ev::KeyboardEvent| {
                    let key = event.key().to_ascii_lowercase();
                    let format = FORMATS.iter().find(|format| format.key == Some(&key));
                    let has_command = event.ctrl_key() || event.meta_key();
                    if let Some(format) = format.filter(|_| has_command) {
                        event.prevent_default();
                        insert_around_selection(&for_keys, format.wrap);
                    }
                })
            ></textarea>
        </div>
    }
}
