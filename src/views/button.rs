//! A button that does something on this page.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// A button with words on it.
#[component]
pub(super) fn Button(
    /// What stands on it.
    #[prop(into)]
    words: String,
    /// What it does.
    press: Box<dyn FnMut(MouseEvent)>,
    /// How it looks.
    #[prop(default = "button")]
    class: &'static str,
    /// The accessible name, where the words alone do not tell it from its neighbours.
    #[prop(optional, into)]
    name: Option<String>,
) -> impl IntoView {
    view! { <button type="button" class=class aria-label=name on:click=press>{words}</button> }
}
