//! The way to take what another place of the document says.

use leptos::prelude::*;

use crate::editor::Editor;
use crate::postmortem::Place;
use crate::views::button::Button;
use crate::views::erased::{dynamic, run};

/// A button that takes what is offered to a place; nothing while nothing is.
#[component]
pub(super) fn OfferButton(place: Place) -> impl IntoView {
    let editor = expect_context::<Editor>();
    dynamic(move || {
        let words = editor.offered(place);
        if words.is_empty() {
            return ().into_any();
        }
        let press = run(move || editor.take_offer(place));
        view! { <Button class="button button--quiet button--offer" words press /> }.into_any()
    })
}
