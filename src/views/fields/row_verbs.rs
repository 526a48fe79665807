//! The buttons of a row.

use leptos::prelude::*;

use super::row::Row;
use crate::views::erased::{CollectAny, live, run};

/// The buttons that move and remove a row.
pub(super) fn verb_buttons(row: Row) -> AnyView {
    [Verb::Up, Verb::Down, Verb::Remove]
        .map(|verb| view! { <VerbButton row verb /> })
        .collect_any()
}

/// What a row can be told by a button.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verb {
    Up,
    Down,
    Remove,
}

#[component]
fn VerbButton(row: Row, verb: Verb) -> impl IntoView {
    let Row {
        editor,
        field,
        id,
        chunk,
    } = row;
    let (sign, keys, key) = match verb {
        Verb::Up => ("↑", "Move up (Alt + ↑)", "up"),
        Verb::Down => ("↓", "Move down (Alt + ↓)", "down"),
        Verb::Remove => ("✕", "Remove", "remove"),
    };
    let name = move || match verb {
        Verb::Up => format!("Move {} up", row.name()),
        Verb::Down => format!("Move {} down", row.name()),
        Verb::Remove => format!("Remove {}", row.name()),
    };
    let is_disabled = move || match verb {
        Verb::Up => chunk.with(|chunk| chunk.start == 0 && chunk.ids.first() == Some(&id)),
        Verb::Down => chunk.with(|chunk| chunk.is_last && chunk.ids.last() == Some(&id)),
        Verb::Remove => false,
    };
    view! {
        <button
            type="button"
            class="button button--icon"
            data-verb=key
            title=keys
            aria-label=live(name)
            aria-disabled=live(move || is_disabled().then(|| "true".to_owned()))
            on:click=run(move || match verb {
                Verb::Up => editor.move_row(field, id, -1),
                Verb::Down => editor.move_row(field, id, 1),
                Verb::Remove => editor.remove_row(field, id),
            })
        >
            {sign}
        </button>
    }
}
