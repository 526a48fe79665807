//! Closures behind one type each.
//!
//! Leptos compiles its rendering code anew for every type of closure and of value that a view holds;
//! as closures of a few boxed types they share it. The page was twice its size without.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use leptos::prelude::*;

/// A text, switch or property that follows what `compute` reads. Only for `String`,
/// `Option<String>` (an attribute that can be absent) and `bool`: each further type costs a
/// kilobyte or two.
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
    K: Hash + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let render = Arc::new(move |key| render(key).into_any());
    keyed(Box::new(move || {
        let keys = keys().into_iter();
        keys.map(|key| {
            let render = Arc::clone(&render);
            Row {
                key: hash_of(&key),
                render: Box::new(move || render(key)),
            }
        })
        .collect()
    }))
}

/// Parts of the page one after the other, as many as there are.
pub(super) trait CollectAny {
    /// The parts as one. (Leptos' `collect_view` makes another type of them for each type of part.)
    fn collect_any(self) -> AnyView;
}

impl<I> CollectAny for I
where
    I: IntoIterator,
    I::Item: IntoView,
{
    fn collect_any(self) -> AnyView {
        let parts = self.into_iter().map(IntoAny::into_any);
        parts.collect::<Vec<_>>().into_any()
    }
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

/// One part of a list, not yet made: most of them stay as they are when the list changes.
struct Row {
    /// Of 64 bits, which two keys of one list have in common about never.
    key: u64,
    render: Box<dyn FnOnce() -> AnyView + Send + Sync>,
}

fn hash_of(key: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}

fn keyed(rows: Box<dyn Fn() -> Vec<Row> + Send + Sync>) -> AnyView {
    view! { <For each=move || rows() key=|row| row.key children=|row| (row.render)() /> }.into_any()
}
