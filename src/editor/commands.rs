//! What a person can tell the editor to do, apart from rows and export.

use leptos::prelude::*;

use super::derived::target_holding;
use super::open_draft::{Editor, Tab, Target};
use crate::browser;
use crate::postmortem::{Facet, Field, Place, Section};

impl Editor {
    /// Goes to a field or row: opens its form and moves the focus there, to what is empty first.
    pub fn go_to(self, place: Place) {
        self.go_to_input(place, browser::focus_place);
    }

    /// The same, and to one of the inputs of that place where one is meant.
    pub fn go_to_facet(self, place: Place, facet: Option<Facet>) {
        let selector = facet.map(|facet| match facet {
            Facet::Reason => format!("#nothing-{}", place.field.section().name()),
            facet => format!("#in-{}-{}", place.key(), facet.key()),
        });
        self.go_to_input(place, move |place| {
            let selector = selector.as_deref();
            selector.is_some_and(browser::focus_selector) || browser::focus_place(place)
        });
    }

    pub(super) fn go_to_input(self, place: Place, focus: impl Fn(Place) -> bool + 'static) {
        if let Some(target) = target_holding(self, place) {
            self.target.set(target);
        }
        self.shows_document.set(false);
        self.wanted.set(place.row);
        browser::after_paint(move || {
            // A row may be gone by now; its list is still there.
            if !focus(place) {
                browser::focus_place(Place::field(place.field));
            }
            browser::reveal(&format!("#f-{}", place.key()));
        });
    }

    /// Opens a form and moves the focus to its heading.
    pub fn open_form(self, target: Target) {
        self.target.set(target);
        self.shows_document.set(false);
        let heading = format!("#form-{} h2", target.key());
        browser::after_paint(move || {
            browser::focus_selector(&heading);
            browser::reveal(&heading);
        });
    }

    /// Opens the form behind the one in hand; from the last, the first.
    pub fn open_next_form(self, targets: &[Target]) {
        let here = self.target.get_untracked();
        let at = targets.iter().position(|target| *target == here);
        let next = at
            .and_then(|at| targets.get(at.saturating_add(1)))
            .or(targets.first());
        if let Some(next) = next {
            self.open_form(*next);
        }
    }

    /// Follows the person to the form that the focus is in.
    pub fn follow(self, target: Target) {
        if self.target.get_untracked() != target {
            self.target.set(target);
        }
    }

    /// Shows every form one below the other, or the one in hand alone.
    pub fn show_all(self, shows_all: bool) {
        self.shows_all.set(shows_all);
        let form = format!("#form-{}", self.target.get_untracked().key());
        browser::after_paint(move || browser::reveal(&form));
    }

    /// What has to happen outside while the draft is on the screen: the preview follows the form in
    /// hand, and a new draft takes the focus.
    pub fn start_screen(self) {
        Effect::new(move |_| {
            self.target.track();
            self.reveal_in_preview();
        });
        self.go_to(Place::field(Field::Title));
    }

    /// Goes to the field whose text was clicked in the preview.
    pub fn go_to_clicked(self, event: &leptos::ev::MouseEvent) {
        if let Some(place) = browser::clicked_place(event) {
            self.go_to_input(place, |place| {
                browser::focus_text(place) || browser::focus_place(place)
            });
        }
    }

    /// Shows the preview's block of the form in hand.
    pub fn reveal_in_preview(self) {
        let block = format!("#preview-{}", self.target.get_untracked().key());
        browser::after_paint(move || browser::reveal(&block));
    }

    /// Tells that the person has left a field, so that its findings may be shown: not before the
    /// click is done that took them elsewhere, because findings push down what is below them.
    pub fn leave(self, place: Place) {
        browser::after_press(move || {
            // Taking the form of a closed draft out of the page takes the focus from its field too.
            let is_news = self.left.try_with_untracked(|left| !left.contains(&place));
            if is_news == Some(true) {
                self.left.update(|left| left.push(place));
            }
        });
    }

    /// Checks everything: shows every finding, and moves the focus to their list.
    pub fn check(self) {
        self.was_checked.set(true);
        self.check_again();
        self.show_tab(Tab::Findings);
        browser::after_paint(|| {
            browser::focus_selector("#findings-heading");
        });
    }

    /// Shows one of the document pane's tabs.
    pub fn show_tab(self, tab: Tab) {
        self.tab.set(tab);
        self.shows_document.set(true);
        if tab == Tab::Preview {
            browser::after_paint(move || self.reveal_in_preview());
        }
    }

    /// Shows a tab and moves the focus to it.
    pub fn show_tab_and_focus(self, tab: Tab, key: &'static str) {
        self.show_tab(tab);
        browser::after_paint(move || {
            browser::focus_selector(&format!("#tab-{key}"));
        });
    }

    /// Marks a section "nothing to say here", or takes the mark away.
    pub fn set_nothing_to_say(self, section: Section, reason: Option<String>) {
        let is_unmarked = reason.is_none();
        let mut before = None;
        self.document.edit_nothing_to_say(|marks| {
            before = match reason {
                Some(reason) => marks.insert(section, reason),
                None => marks.remove(&section),
            };
        });
        if let Some(reason) = before.filter(|before| is_unmarked && !before.is_empty()) {
            let words = format!(
                "The reason why there is nothing to say on {} is removed",
                section.name()
            );
            self.session.notify_undo(words, move || {
                self.set_nothing_to_say(section, Some(reason.clone()));
            });
        }
    }
}
