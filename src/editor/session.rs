//! What outlives one draft: the list of drafts, the screen, the notice, the theme.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::open_draft::Editor;
use crate::browser::{
    self, Damaged, DraftStorage, FileProblem, KeyPress, LoadProblem, PickedFile, SaveProblem, Theme,
};
use crate::checks;
use crate::draft::{Draft, DraftError, DraftId, DraftSummary, Millis, SCHEMA};
use crate::markdown;
use crate::postmortem::{self, DocumentStatus, Entered, Postmortem};
use crate::template::TemplateId;

/// The identifier of the help dialog's element.
pub const HELP_DIALOG_ID: &str = "help-dialog";

/// How long a deleted draft can be restored: thirty days, in milliseconds.
const KEPT_AFTER_DELETE_MS: u64 = 30 * 24 * 60 * 60 * 1000;

/// What is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The list of drafts, or the first visit when there are none.
    Home,
    /// One draft, open.
    Draft(DraftId),
}

/// A message over the page, until it is dismissed or the next one comes.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Good news or bad.
    pub kind: NoticeKind,
    /// The words.
    pub text: String,
    /// A way to take it back: the button's words, and what it does.
    pub action: Option<(&'static str, Callback<()>)>,
}

/// What sort of news a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// It worked.
    Done,
    /// It did not.
    Problem,
}

/// The page's state beyond one draft. Copies share everything.
#[derive(Clone, Copy)]
pub struct Session {
    /// What is on the screen.
    pub screen: RwSignal<Screen>,
    /// The drafts kept here, deleted ones included, in no order.
    pub drafts: RwSignal<Vec<DraftSummary>>,
    /// Records that cannot be read.
    pub damaged: RwSignal<Vec<Damaged>>,
    /// Why drafts cannot be kept in this browser; `None` when they can.
    pub storage_problem: RwSignal<Option<String>>,
    /// The message over the page.
    pub notice: RwSignal<Option<Notice>>,
    /// Light or dark.
    pub theme: RwSignal<Theme>,
    storage: StoredValue<Option<DraftStorage>>,
    /// Drafts that could not be saved, so that leaving them loses nothing.
    held: StoredValue<BTreeMap<DraftId, Draft>>,
    /// The open draft, for whoever has to save it from outside.
    open: StoredValue<Option<Editor>>,
}

impl Session {
    /// Opens the storage, reads the list of drafts and follows the page's address.
    pub fn start() -> Self {
        let storage = DraftStorage::open();
        let session = Self {
            screen: RwSignal::new(Screen::Home),
            drafts: RwSignal::default(),
            damaged: RwSignal::default(),
            storage_problem: RwSignal::new(storage.as_ref().err().map(|error| error.0.clone())),
            notice: RwSignal::new(None),
            theme: RwSignal::new(browser::stored_theme()),
            storage: StoredValue::new(storage.ok()),
            held: StoredValue::default(),
            open: StoredValue::new(None),
        };
        browser::apply_theme(session.theme.get_untracked());
        session.purge_old_deletions();
        session.refresh();
        session.follow_address();
        browser::on_address_change(move || session.follow_address());
        browser::on_page_hide(move || session.flush());
        browser::on_stored_elsewhere(move |key| session.stored_elsewhere(key.as_deref()));
        browser::on_key_down(move |press| session.answer_key(press));
        session
    }

    /// Opens the list of keys.
    pub fn show_help(self) {
        browser::show_dialog(&format!("#{HELP_DIALOG_ID}"));
    }

    /// Moves the focus past what is the same on every screen.
    pub fn focus_main(self) {
        browser::focus_selector("#main");
    }

    /// Titles the page while no draft is open.
    pub fn show_home_title(self) {
        browser::set_title("Postmortem Editor");
    }

    /// Colours the page.
    pub fn set_theme(self, theme: Theme) {
        browser::apply_theme(theme);
        self.theme.set(theme);
    }

    /// Shows a message over the page.
    pub fn notify(self, kind: NoticeKind, text: impl Into<String>) {
        self.notice.set(Some(Notice {
            kind,
            text: text.into(),
            action: None,
        }));
    }

    /// Shows a message with a button that takes back what it tells of.
    pub fn notify_undo(self, text: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) {
        let take_back = Callback::new(move |()| {
            self.notice.set(None);
            undo();
        });
        let action = Some(("Undo", take_back));
        self.notice.set(Some(Notice {
            kind: NoticeKind::Done,
            text: text.into(),
            action,
        }));
    }

    /// Makes an empty draft and opens it.
    pub fn new_draft(self, template: TemplateId) {
        let mut postmortem = Postmortem::default();
        postmortem.overview.status = Entered::Known(DocumentStatus::Draft);
        self.add_and_open(postmortem, template);
    }

    /// Makes a draft of the finished example and opens it.
    pub fn open_example(self) {
        self.add_and_open(postmortem::example(), TemplateId::default());
    }

    /// Reads a Markdown file into a new draft and opens it.
    pub fn import(self, file_name: &str, text: &str) {
        let reading = markdown::read(text);
        let template = TemplateId(reading.template.id.to_owned());
        self.add_and_open(reading.document, template);
        let about_notes = match reading.notes.len() {
            0 => String::new(),
            1 => ". One thing could not be placed and is in a section of its own".to_owned(),
            count => {
                format!(". {count} things could not be placed and are in sections of their own")
            }
        };
        self.notify(
            NoticeKind::Done,
            format!("{file_name} is a new draft{about_notes}"),
        );
    }

    /// Reads the files that were picked in the input of `event`, each into a draft of its own.
    pub fn import_picked(self, event: leptos::ev::Event) {
        spawn_local(async move {
            for file in browser::read_picked_files(event).await {
                match file {
                    Ok(PickedFile { name, text }) => self.import(&name, &text),
                    Err(problem) => self.notify(NoticeKind::Problem, explain_file(&problem)),
                }
            }
        });
    }

    /// Why a record cannot be read, in words.
    pub fn explain_damage(self, error: &DraftError) -> String {
        match error {
            DraftError::Newer { .. } => "Written by a newer version of this page".to_owned(),
            DraftError::Damaged(reason) => format!("Damaged: {reason}"),
        }
    }

    /// Makes a copy of a draft.
    pub fn duplicate(self, id: &DraftId) {
        let Some(draft) = self.load_or_explain(id) else {
            return;
        };
        let mut copy = draft.postmortem;
        if !copy.overview.title.trim().is_empty() {
            copy.overview.title.push_str(" (copy)");
        }
        let draft = self.fresh(copy, draft.template);
        if self.keep(&draft, 0).is_ok() {
            self.notify(NoticeKind::Done, "The copy is the first in the list");
        }
    }

    /// Deletes a draft; it can be restored for thirty days.
    pub fn delete(self, id: &DraftId) {
        let name = self.mark_deleted(id, Some(browser::now()));
        let id = id.clone();
        if let Some(name) = name {
            self.notify_undo(format!("“{name}” is deleted"), move || {
                self.restore(&id)
            });
        }
    }

    /// Takes a deletion back.
    pub fn restore(self, id: &DraftId) {
        self.mark_deleted(id, None);
    }

    /// Offers the record of a draft that cannot be read as a file.
    pub fn download_record(self, id: &DraftId) {
        let record = self
            .storage
            .get_value()
            .and_then(|storage| storage.record(id));
        let name = format!("postmortem-draft-{}.json", id.0);
        match browser::download_text(&name, "application/json", &record.unwrap_or_default()) {
            Ok(()) => self.notify(NoticeKind::Done, format!("{name} is in your downloads")),
            Err(reason) => {
                self.notify(
                    NoticeKind::Problem,
                    format!("The file was not saved ({reason})"),
                );
            }
        }
    }

    /// Opens a draft.
    pub fn go_to_draft(self, id: &DraftId) {
        self.flush();
        browser::set_address(&format!("/draft/{}", id.0), true);
        self.screen.set(Screen::Draft(id.clone()));
    }

    /// Shows the list of drafts.
    pub fn go_home(self) {
        self.flush();
        browser::set_address("/", true);
        self.refresh();
        self.screen.set(Screen::Home);
    }

    /// Saves the open draft at once, if anything in it is unsaved.
    pub fn flush(self) {
        if let Some(editor) = self.open.get_value() {
            editor.save_now();
        }
    }

    /// Reads the list of drafts again.
    pub fn refresh(self) {
        let Some(storage) = self.storage.get_value() else {
            let held = self
                .held
                .with_value(|held| held.values().map(summarise).collect());
            self.drafts.set(held);
            return;
        };
        let library = storage.library(summarise);
        let mut drafts = library.drafts;
        self.held.with_value(|held| {
            for draft in held.values() {
                drafts.retain(|summary| summary.id != draft.id);
                drafts.push(summarise(draft));
            }
        });
        self.drafts.set(drafts);
        self.damaged.set(library.damaged);
    }

    /// The draft, from storage or from what could not be saved, with the revision that is stored.
    pub(super) fn load(self, id: &DraftId) -> Result<(Draft, u64), LoadProblem> {
        let stored = match self.storage.get_value() {
            Some(storage) => storage.load(id),
            None => Err(LoadProblem::Absent),
        };
        let base = stored.as_ref().map_or(0, |draft| draft.revision);
        match self.held.with_value(|held| held.get(id).cloned()) {
            Some(draft) => Ok((draft, base)),
            None => stored.map(|draft| (draft, base)),
        }
    }

    /// Saves a draft over revision `base`; holds it in memory when it cannot be saved.
    pub(super) fn keep(self, draft: &Draft, base: u64) -> Result<(), KeepProblem> {
        let result = match self.storage.get_value() {
            Some(storage) => storage
                .save(draft, base, summarise(draft))
                .map_err(KeepProblem::Save),
            None => Err(KeepProblem::NoStorage(
                self.storage_problem.get_untracked().unwrap_or_default(),
            )),
        };
        self.held.update_value(|held| match &result {
            Ok(()) | Err(KeepProblem::Save(SaveProblem::ChangedElsewhere)) => {
                held.remove(&draft.id);
            }
            Err(_) => {
                held.insert(draft.id.clone(), draft.clone());
            }
        });
        self.refresh();
        result
    }

    /// Tells the session which draft is open; `None` when none is.
    pub(super) fn set_open(self, editor: Option<Editor>) {
        self.open.set_value(editor);
    }

    /// A new draft of that document.
    pub(super) fn fresh(self, postmortem: Postmortem, template: TemplateId) -> Draft {
        let now = browser::now();
        Draft {
            schema: SCHEMA,
            id: browser::new_draft_id(),
            revision: 1,
            created: now,
            edited: now,
            template,
            postmortem,
            ..Draft::default()
        }
    }

    /// The draft, or a notice that says why not.
    pub(super) fn load_or_explain(self, id: &DraftId) -> Option<Draft> {
        match self.load(id) {
            Ok((draft, _)) => Some(draft),
            Err(problem) => {
                self.notify(NoticeKind::Problem, explain(&problem));
                None
            }
        }
    }

    fn add_and_open(self, postmortem: Postmortem, template: TemplateId) {
        let draft = self.fresh(postmortem, template);
        // Not kept is not lost: the editor says so, and holds it.
        let _ = self.keep(&draft, 0);
        self.go_to_draft(&draft.id);
    }

    fn mark_deleted(self, id: &DraftId, deleted: Option<Millis>) -> Option<String> {
        let (mut draft, base) = match self.load(id) {
            Ok(found) => found,
            Err(problem) => {
                self.notify(NoticeKind::Problem, explain(&problem));
                return None;
            }
        };
        draft.deleted = deleted;
        draft.revision = base.saturating_add(1);
        match self.keep(&draft, base) {
            Ok(()) | Err(KeepProblem::NoStorage(_)) => Some(title_or_untitled(&draft.postmortem)),
            Err(KeepProblem::Save(_)) => {
                self.notify(
                    NoticeKind::Problem,
                    "The draft was not deleted; it is as it was",
                );
                None
            }
        }
    }

    fn purge_old_deletions(self) {
        let Some(storage) = self.storage.get_value() else {
            return;
        };
        let now = browser::now();
        for summary in storage.library(summarise).drafts {
            let is_old = summary
                .deleted
                .is_some_and(|deleted| now.0.saturating_sub(deleted.0) > KEPT_AFTER_DELETE_MS);
            if is_old {
                storage.remove(&summary.id);
            }
        }
    }

    fn follow_address(self) {
        let address = browser::address();
        let id = address
            .strip_prefix("/draft/")
            .map(|id| DraftId(id.to_owned()));
        let screen = id.map_or(Screen::Home, Screen::Draft);
        if screen == self.screen.get_untracked() {
            return;
        }
        self.flush();
        self.refresh();
        self.screen.set(screen);
    }

    fn answer_key(self, press: &KeyPress) -> bool {
        match (press.has_command, press.key.as_str()) {
            (true, "s") => self.open.get_value().is_some_and(|editor| {
                let is_open = self.screen.with_untracked(|screen| *screen != Screen::Home);
                if is_open {
                    editor.show_export();
                }
                is_open
            }),
            (true, "/") => {
                self.show_help();
                true
            }
            _ => false,
        }
    }

    fn stored_elsewhere(self, key: Option<&str>) {
        self.refresh();
        if let Some(editor) = self.open.get_value() {
            editor.stored_elsewhere(key);
        }
    }
}

/// Why a draft was not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum KeepProblem {
    /// This browser keeps nothing; with its reason.
    NoStorage(String),
    /// It keeps drafts, but not this one now.
    Save(SaveProblem),
}

/// A moment as the person's locale writes it.
pub fn date_and_time(at: Millis) -> String {
    browser::date_and_time(at)
}

/// The document's title, or what stands for one.
pub(super) fn title_or_untitled(document: &Postmortem) -> String {
    let title = document.overview.title.trim();
    if title.is_empty() {
        "Untitled postmortem".to_owned()
    } else {
        title.to_owned()
    }
}

/// What happened, what is safe and what to do, when a draft does not open.
pub(super) fn explain(problem: &LoadProblem) -> String {
    match problem {
        LoadProblem::Absent => "That draft is not in this browser. Drafts stay in the browser that \
                                they were written in"
            .to_owned(),
        LoadProblem::Unreadable(DraftError::Newer { .. }) => {
            "A newer version of this page wrote that draft. It is kept as it is: reload the page to \
             get the newer version"
                .to_owned()
        }
        LoadProblem::Unreadable(DraftError::Damaged(_)) => {
            "That draft is damaged and cannot be opened. It is kept as it is: download its record \
             from the list"
                .to_owned()
        }
    }
}

/// What happened and what to do, when a picked file was not read.
fn explain_file(problem: &FileProblem) -> String {
    match problem {
        FileProblem::TooLarge(name) => {
            format!("{name} was not imported: it is larger than 2 MB. Nothing else has changed")
        }
        FileProblem::NotText(name) => format!(
            "{name} was not imported: it is not a text in UTF-8. Save it as a Markdown file in UTF-8 \
             and import that"
        ),
        FileProblem::Unreadable(name) => {
            format!("{name} was not imported: the browser could not read it. Pick it again")
        }
    }
}

fn summarise(draft: &Draft) -> DraftSummary {
    let template = draft.template.template();
    let findings = checks::findings(&draft.postmortem, template);
    let completeness = checks::completeness(&draft.postmortem, template, &findings);
    DraftSummary::new(draft, completeness.complete, completeness.of)
}
