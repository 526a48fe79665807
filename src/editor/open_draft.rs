//! The draft that is open: its document, where the person is in it, and how it is saved.

use leptos::prelude::*;

use super::checking::{Checking, Publishing};
use super::document::{Document, Part};
use super::notice::NoticeKind;
use super::offers::Offered;
use super::paste::Paste;
use super::save_state::SaveState;
use super::selection::Selection;
use super::session::Session;
use super::template_choice::offer_sections;
use super::undo::Undoing;
use super::versions::Versions;
use super::words::explain;
use crate::browser::{self, Debounce};
use crate::checks::{Completeness, Finding};
use crate::draft::{Draft, DraftId};
use crate::postmortem::{Field, Place, RowId, Section};
use crate::template::{self, TemplateId};

/// How long typing has to rest before the draft is saved, in milliseconds.
const AUTOSAVE_QUIET_MS: u32 = 300;
/// How long typing has to rest before the checks run again, in milliseconds.
const CHECKS_QUIET_MS: u32 = 200;

/// What one form shows: a part of the template, or an extra section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// The part that is mainly that section.
    Part(Section),
    /// An extra section.
    Extra(RowId),
}

impl Target {
    /// The target in identifiers.
    pub fn key(self) -> String {
        match self {
            Self::Part(section) => section.name().to_owned(),
            Self::Extra(id) => Place::row(crate::postmortem::Field::Extra, id).key(),
        }
    }
}

/// What the document pane shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// The document as it will look.
    Preview,
    /// Its Markdown.
    Markdown,
    /// What is missing or unclear.
    Findings,
}

/// An open draft. Copies share everything.
#[derive(Clone, Copy)]
pub struct Editor {
    /// The page's state beyond this draft.
    pub session: Session,
    /// The document.
    pub document: Document,
    /// The form in hand.
    pub target: RwSignal<Target>,
    /// Whether every form is shown, one below the other.
    pub shows_all: RwSignal<bool>,
    /// Whether a narrow screen shows the document, and not the form.
    pub shows_document: RwSignal<bool>,
    /// What the document pane shows.
    pub tab: RwSignal<Tab>,
    /// Whether the export dialog is open.
    pub is_exporting: RwSignal<bool>,
    /// Whether what was typed is kept.
    pub save_state: RwSignal<SaveState>,
    /// Whether the person has asked for a check of everything.
    pub was_checked: RwSignal<bool>,
    /// The findings, as of the last pause in typing.
    pub findings: RwSignal<Vec<Finding>>,
    /// How it stands with them.
    pub checking: Checking,
    /// What is to be looked at before the document leaves the house.
    pub publishing: RwSignal<Publishing>,
    /// The findings by place.
    pub(super) findings_by_place: Memo<Vec<Finding>>,
    /// How much is complete, as of the last pause.
    pub completeness: Memo<Completeness>,
    pub(super) template_id: RwSignal<TemplateId>,
    /// Counts the pauses in typing, for what follows them and not each key.
    pub(super) settled: RwSignal<u32>,
    /// Fields that the person has been in and left.
    pub(super) left: RwSignal<Vec<Place>>,
    /// The row that the person was led to last: it has to be in the page.
    pub(super) wanted: RwSignal<Option<RowId>>,
    /// The second zone in which the times of events are shown; empty when there is none.
    pub second_zone: RwSignal<String>,
    /// The times of events in it, in order of their identities.
    pub(super) elsewhere: Memo<Vec<(RowId, String)>>,
    /// The rows with which another day begins.
    pub(super) days: Memo<Vec<(RowId, String)>>,
    /// What the summary and the timeline offer to each other.
    pub(super) offers: Memo<Vec<Offered>>,
    /// The dialog for pasted lines.
    pub paste: Paste,
    /// Its earlier versions.
    pub versions: Versions,
    /// The events that are selected.
    pub selection: Selection,
    /// What can be undone.
    pub undoing: Undoing,
    pub(super) draft: StoredValue<Draft>,
    pub(super) next_row: StoredValue<u64>,
    /// The revision in storage that this draft was read from or last saved as.
    pub(super) base: StoredValue<u64>,
    pub(super) autosave: StoredValue<Debounce, LocalStorage>,
}

impl Editor {
    /// Opens a draft.
    ///
    /// # Errors
    /// Why it cannot be opened, in words for the person.
    pub fn open(session: Session, id: &DraftId) -> Result<Self, String> {
        let (mut draft, base) = session.load(id).map_err(|problem| explain(&problem))?;
        if draft.deleted.take().is_some() {
            session.notify(
                NoticeKind::Problem,
                "This draft is deleted. Your next change brings it back; without one it can be \
                 restored for thirty days",
            );
        }
        if template::by_id(&draft.template.0).is_none() {
            session.load_templates();
        }
        if template::by_id(&draft.template.0).is_none() {
            session.notify(
                NoticeKind::Problem,
                "The template of this draft is not in this browser any more. The draft is shown in \
                 Classic, with every word: add the template again, or choose another",
            );
        }
        let is_held = session.holds(id);
        let next_row = offer_sections(&mut draft);
        let document = Document::new(draft.postmortem.clone());
        let template_id = RwSignal::new(draft.template.clone());
        let settled = RwSignal::new(0_u32);
        let second_zone = RwSignal::new(String::new());
        let (findings, checking) = (RwSignal::default(), Checking::new());
        let before = session.listed_completeness(id);
        let editor = Self {
            session,
            document,
            target: RwSignal::new(Target::Part(Section::Overview)),
            shows_all: RwSignal::new(false),
            shows_document: RwSignal::new(false),
            tab: RwSignal::new(Tab::Preview),
            is_exporting: RwSignal::new(false),
            save_state: RwSignal::new(match session.storage_problem.get_value() {
                Some(reason) => SaveState::Unavailable(reason),
                None if is_held => SaveState::Pending,
                None => SaveState::Unchanged,
            }),
            was_checked: RwSignal::new(false),
            findings,
            checking,
            publishing: RwSignal::default(),
            findings_by_place: super::derived::by_place(findings),
            completeness: super::derived::completeness(
                document,
                template_id,
                findings,
                checking,
                before,
            ),
            template_id,
            settled,
            left: RwSignal::default(),
            wanted: RwSignal::new(None),
            second_zone,
            elsewhere: super::times::elsewhere_of(session, document, second_zone, settled),
            days: super::glance::days_of(document, settled),
            offers: super::offers::offers_of(document, settled),
            paste: Paste::new(session.typed_lines(id)),
            versions: Versions::new(&draft),
            selection: Selection::new(),
            undoing: Undoing::new(draft.postmortem.clone()),
            draft: StoredValue::new(draft),
            next_row: StoredValue::new(next_row),
            base: StoredValue::new(base),
            autosave: StoredValue::new_local(Debounce::new(AUTOSAVE_QUIET_MS, || {})),
        };
        editor
            .autosave
            .set_value(Debounce::new(AUTOSAVE_QUIET_MS, move || editor.save_now()));
        editor.watch();
        if is_held {
            editor.autosave.with_value(Debounce::restart);
        }
        session.set_open(Some(editor));
        // Storage events and keys still come when the draft is off the screen and its signals are
        // gone.
        on_cleanup(move || {
            session.set_open(None);
            session.withdraw_undo();
        });
        Ok(editor)
    }

    /// Whether it is still the draft on the screen; it is not once it was kept as a copy.
    pub(super) fn is_open(self) -> bool {
        let id = |editor: Self| editor.draft.try_with_value(|draft| draft.id.clone());
        let open = self.session.open.get_value().and_then(id);
        open.is_some() && open == id(self)
    }

    /// Leaves the form of a section that another tab has removed.
    pub(super) fn leave_what_is_gone(self) {
        if let Target::Extra(id) = self.target.get_untracked()
            && !self.has_row(Field::Extra, id)
        {
            self.target.set(Target::Part(Section::Overview));
            self.session.notify(
                NoticeKind::Problem,
                "The section that was open here was removed in another tab",
            );
        }
    }

    /// A row identity that this document has not seen.
    pub(super) fn new_row_id(self) -> RowId {
        self.next_row
            .update_value(|next| *next = next.saturating_add(1));
        RowId(self.next_row.get_value())
    }

    /// Saves and checks after each pause in typing.
    fn watch(self) {
        let settled = self.settled;
        let check = StoredValue::new_local(Debounce::new(CHECKS_QUIET_MS, move || {
            // Findings that come and go move what is below them.
            browser::after_press(move || {
                self.note_step();
                self.check_again();
                let _ = settled.try_update(|count| *count = count.wrapping_add(1));
            });
        }));
        let title = self.entry(Place::field(Field::Title));
        Effect::new(move |_| {
            let title = title.text();
            let title = title.trim();
            let name = if title.is_empty() {
                "Untitled postmortem"
            } else {
                title
            };
            browser::set_title(&format!("{name} – Postmortem Editor"));
        });
        Effect::new(move |is_later: Option<()>| {
            self.document.track(Part::Whole);
            self.template_id.track();
            if is_later.is_some() {
                // What could not be saved stays unsaved, in the same words, until it is.
                if self.save_state.with_untracked(SaveState::is_stored) {
                    self.save_state.set(SaveState::Pending);
                }
                self.autosave.with_value(Debounce::restart);
                self.checking.note_change();
            }
            // For the first time once the draft is on the screen.
            check.with_value(Debounce::restart);
        });
    }
}
