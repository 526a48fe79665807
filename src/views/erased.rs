//! Closures behind one type each.
//!
//! Leptos compiles its rendering code anew for every closure that a view holds; as closures of one
//! boxed type they share it. The page was twice its size without.

use leptos::prelude::*;

/// A value that follows what `compute` reads: for attributes, properties and text.
pub(super) fn live<T>(compute: impl Fn() -> T + Send + Sync + 'static) -> Signal<T>
where
    T: Send + Sync + 'static,
{
    Signal::derive(compute)
}

/// A part of the page that is made anew when what `render` reads changes.
pub(super) fn dynamic<V: IntoView>(render: impl Fn() -> V + Send + 'static) -> AnyView {
    any(Box::new(move || render().into_any()))
}

/// A part of the page that is there while `when` holds, and made anew each time it begins to.
pub(super) fn show<V: IntoView>(
    when: impl Fn() -> bool + Send + Sync + 'static,
    render: impl Fn() -> V + Send + 'static,
) -> AnyView {
    shown(Signal::derive(when), Box::new(move || render().into_any()))
}

/// One part of the page for each key; a part stays while its key does.
pub(super) fn each<K, V>(
    keys: impl Fn() -> Vec<K> + Send + Sync + 'static,
    render: impl Fn(K) -> V + Send + Sync + 'static,
) -> AnyView
where
    K: Clone + Eq + std::hash::Hash + Send + Sync + 'static,
    V: IntoView + 'static,
{
    keyed(
        Signal::derive(keys),
        std::sync::Arc::new(move |key| render(key).into_any()),
    )
}

/// A handler of an event that does not look at the event.
pub(super) fn run<E: 'static>(mut handle: impl FnMut() + 'static) -> Box<dyn FnMut(E)> {
    Box::new(move |_| handle())
}

/// A handler of an event.
pub(super) fn on<E: 'static>(handle: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(handle)
}

/// A handler of an input's or select's event that wants the text in it.
pub(super) fn on_text(
    mut handle: impl FnMut(String) + 'static,
) -> Box<dyn FnMut(leptos::ev::Event)> {
    Box::new(move |event| handle(event_target_value(&event)))
}

/// A handler of a checkbox's event that wants to know whether it is checked.
pub(super) fn on_check(
    mut handle: impl FnMut(bool) + 'static,
) -> Box<dyn FnMut(leptos::ev::Event)> {
    Box::new(move |event| handle(event_target_checked(&event)))
}

fn any(render: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || render()).into_any()
}

fn shown(when: Signal<bool>, render: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    let when = Memo::new(move |_| when.get());
    (move || when.get().then(&render)).into_any()
}

fn keyed<K>(
    keys: Signal<Vec<K>>,
    render: std::sync::Arc<dyn Fn(K) -> AnyView + Send + Sync>,
) -> AnyView
where
    K: Clone + Eq + std::hash::Hash + Send + Sync + 'static,
{
    view! { <For each=move || keys.get() key=K::clone children=move |key| render(key) /> }
        .into_any()
}
