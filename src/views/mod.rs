//! Components.
use leptos::prelude::*;
#[component]
pub fn App() -> impl IntoView {
    let _ = crate::editor::Session::start();
}
