//! A box to tick, with its words beside it.

use leptos::prelude::*;

use super::erased::{live, on_check};

/// A box to tick.
#[component]
pub(super) fn CheckBox(
    /// What stands beside it.
    words: &'static str,
    /// Whether it is ticked.
    is_checked: Signal<bool>,
    /// Takes what a person says.
    change: Box<dyn FnMut(bool)>,
    /// The accessible name, where the words alone do not tell it from its neighbours.
    #[prop(optional, into)]
    name: Option<Signal<String>>,
    /// The identifier.
    #[prop(optional, into)]
    id: Option<String>,
    /// The identifier of what is said about it.
    #[prop(optional_no_strip)]
    described_by: Option<&'static str>,
) -> impl IntoView {
    view! {
        <label class="check-box">
            <input
                type="checkbox"
                id=id
                aria-label=live(move || name.map(|name| name.get()))
                aria-describedby=described_by
                prop:checked=is_checked
                on:change=on_check(change)
            />
            {words}
        </label>
    }
}
