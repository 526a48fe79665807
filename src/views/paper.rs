//! What the page shows as HTML: the one place where HTML enters it.

use leptos::prelude::*;

/// Shows HTML that the editor has made of a document, which is safe: a block or a piece of the
/// document as it will look, or the picture of the incident.
#[component]
pub(super) fn PaperBlock(
    /// The HTML.
    html: Signal<String>,
    /// The block's identifier.
    #[prop(optional, into)]
    id: Option<String>,
    /// Whether it is what the form in hand writes.
    #[prop(optional, into)]
    is_here: Option<Signal<String>>,
    /// What it is: a block of its own unless said otherwise.
    #[prop(default = "paper__block")]
    class: &'static str,
) -> impl IntoView {
    view! { <div class=class id=id data-here=is_here inner_html=html></div> }
}
