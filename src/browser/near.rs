//! What is on the screen, or near it.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
};

use super::{after_paint, document};

/// How far from the screen is still near: so many times its height, above and below.
const NEAR: &str = "100% 0px";

/// Follows whether an element is near the screen, until it is dropped.
pub struct Nearness {
    observer: IntersectionObserver,
    _on_change: Closure<dyn Fn(Array)>,
}

impl Drop for Nearness {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Tells `follow` whether the element with that identifier is near the part of its pane that is
/// seen, now and whenever that changes. While it is far it keeps the height that it had, or
/// `height_px` when it was never near; what has the focus in it is never far.
pub fn watch_nearness(
    id: &str,
    height_px: f64,
    follow: impl Fn(bool) + 'static,
) -> Option<Nearness> {
    let element: HtmlElement = document()?.get_element_by_id(id)?.dyn_into().ok()?;
    hold_height(&element, height_px);
    let watched = element.clone();
    let on_change = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        let last = entries.iter().next_back();
        let Some(entry) = last.and_then(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok())
        else {
            return;
        };
        let is_near = entry.is_intersecting();
        if is_near {
            let shown = watched.clone();
            follow(true);
            after_paint(move || release_height(&shown));
        } else if !has_focus(&watched) {
            hold_height(&watched, f64::from(watched.offset_height()));
            follow(false);
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(NEAR);
    options.set_root(element.closest("[data-pane]").ok().flatten().as_ref());
    let observer =
        IntersectionObserver::new_with_options(on_change.as_ref().unchecked_ref(), &options)
            .ok()?;
    observer.observe(&element);
    Some(Nearness {
        observer,
        _on_change: on_change,
    })
}

fn hold_height(element: &HtmlElement, height_px: f64) {
    let _ = element
        .style()
        .set_property("min-block-size", &format!("{height_px}px"));
}

fn release_height(element: &HtmlElement) {
    let _ = element.style().remove_property("min-block-size");
}

fn has_focus(element: &HtmlElement) -> bool {
    let active = document().and_then(|document| document.active_element());
    element.contains(active.as_ref().map(AsRef::as_ref))
}
