//! Events of the page as a whole. Each listener stays for as long as the page.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::convert::FromWasmAbi;
use web_sys::{Event, EventTarget, KeyboardEvent, StorageEvent, VisibilityState};

use super::{after_paint, document, window};

thread_local! {
    static IS_PRESSED: Cell<bool> = const { Cell::new(false) };
    static AFTER_PRESS: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// Calls `save` whenever the page hides: the last moment that a browser promises before it may
/// close, freeze or discard the page.
pub fn on_page_hide(save: impl Fn() + Clone + 'static) {
    let also = save.clone();
    listen(window().map(Into::into), "pagehide", move |_: Event| save());
    listen(
        document().map(Into::into),
        "visibilitychange",
        move |_: Event| {
            let is_hidden = document()
                .is_some_and(|document| document.visibility_state() == VisibilityState::Hidden);
            if is_hidden {
                also();
            }
        },
    );
}

/// Calls `follow` whenever the part of the address behind `#` has changed.
pub fn on_address_change(follow: impl Fn() + 'static) {
    listen(window().map(Into::into), "hashchange", move |_: Event| {
        follow()
    });
}

/// Calls `notice` with the key of a storage entry that another tab has changed; `None` when it
/// has cleared all of them.
pub fn on_stored_elsewhere(notice: impl Fn(Option<String>) + 'static) {
    listen(
        window().map(Into::into),
        "storage",
        move |event: StorageEvent| notice(event.key()),
    );
}

/// A key pressed together with Control or Command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyPress {
    /// The key, in lower case.
    pub key: String,
    /// Whether Control (Command on a Mac) was down.
    pub has_command: bool,
    /// Whether Shift was down.
    pub has_shift: bool,
    /// Whether the focus was where text is typed.
    pub is_in_text: bool,
}

/// Shows `answer` every key; a key that it answers (true) does nothing else.
pub fn on_key_down(answer: impl Fn(&KeyPress) -> bool + 'static) {
    listen(
        window().map(Into::into),
        "keydown",
        move |event: KeyboardEvent| {
            let press = KeyPress {
                key: event.key().to_ascii_lowercase(),
                has_command: event.ctrl_key() || event.meta_key(),
                has_shift: event.shift_key(),
                is_in_text: is_in_text(&event),
            };
            if !event.is_composing() && answer(&press) {
                event.prevent_default();
            }
        },
    );
}

/// Follows whether a mouse button, pen or finger is down, for [`after_press`].
pub fn follow_presses() {
    let follow = |name, is_pressed: bool| {
        listen(window().map(Into::into), name, move |_: Event| {
            IS_PRESSED.set(is_pressed);
            if !is_pressed {
                // Behind the click, which comes right after the release.
                after_paint(|| AFTER_PRESS.take().into_iter().for_each(|run| run()));
            }
        });
    };
    follow("pointerdown", true);
    follow("pointerup", false);
    follow("pointercancel", false);
}

/// Runs `run` now, or, while the pointer is down, after the click that comes of it. What makes
/// the page move under a pressed button makes its click go to nothing.
pub fn after_press(run: impl FnOnce() + 'static) {
    if IS_PRESSED.get() {
        AFTER_PRESS.with_borrow_mut(|waiting| waiting.push(Box::new(run)));
    } else {
        run();
    }
}

/// Whether an event is about an element that is typed into.
pub(super) fn is_in_text(event: &Event) -> bool {
    const TYPED_INTO: &str =
        "textarea, select, input:not([type=radio], [type=checkbox], [type=file])";
    let target = event.target();
    target
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| element.matches(TYPED_INTO).unwrap_or(false))
}

pub(super) fn listen<E>(target: Option<EventTarget>, name: &str, handle: impl Fn(E) + 'static)
where
    E: FromWasmAbi + 'static,
{
    let Some(target) = target else { return };
    let listener = Closure::<dyn Fn(E)>::new(handle);
    // Fails for no event target of a page; the listener then simply never runs.
    let _ = target.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    listener.forget();
}
