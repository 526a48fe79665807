//! What outlives one draft: the list of drafts, the screen, the notice, the theme.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::backup::Given;
use super::export::ExportChoice;
use super::import::Import;
use super::notice::Notice;
use super::open_draft::Editor;
use super::second_copy::Second;
use super::ways_out::WaysOut;
use crate::browser::{
    self, Beside, DraftStorage, KeyPress, Library, Mirror, Offline, Theme, TimeZones,
};
use crate::draft::{Draft, DraftId};
use crate::markdown::WriteOptions;
use crate::template::Header;

/// The identifier of the help dialog's element.
pub const HELP_DIALOG_ID: &str = "help-dialog";

/// What is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The list of drafts, or the first visit when there are none.
    Home,
    /// One draft, open.
    Draft(DraftId),
}

/// The page's state beyond one draft. Copies share everything.
#[derive(Clone, Copy)]
pub struct Session {
    /// What is on the screen.
    pub screen: RwSignal<Screen>,
    /// What is kept here, deleted drafts included, in no order.
    pub library: RwSignal<Library>,
    /// Why drafts cannot be kept in this browser; `None` when they can.
    pub storage_problem: StoredValue<Option<String>>,
    /// The message over the page.
    pub notice: RwSignal<Option<Notice>>,
    /// Light or dark.
    pub theme: RwSignal<Theme>,
    /// How it stands with the files of the editor itself.
    pub offline: RwSignal<Offline>,
    /// The import dialog.
    pub import: Import,
    /// Ways out of the page besides download and copy.
    pub ways_out: WaysOut,
    /// Counts the changes to the list of templates.
    pub(super) own_templates: RwSignal<u32>,
    /// The identifier of the header that exported files have.
    header: RwSignal<String>,
    /// What else was chosen about exported files: the words of [`ExportChoice`], a blank between them.
    export_choices: RwSignal<String>,
    /// The program beside the page, for whoever reads.
    pub(super) reader: StoredValue<Beside, LocalStorage>,
    /// The same program once more, for the checks, which are not to wait for a long text.
    pub(super) checker: StoredValue<Beside, LocalStorage>,
    /// What was typed or pasted as lines for a timeline, by draft: going elsewhere loses none.
    pub(super) lines: StoredValue<BTreeMap<DraftId, ArcRwSignal<String>>>,
    /// The drafts of the list, with their revisions, whose sections the checks were asked to count.
    pub(super) counted: StoredValue<Vec<(DraftId, u64)>>,
    /// The rules of time zones.
    pub(super) zones: StoredValue<TimeZones, LocalStorage>,
    pub(super) storage: StoredValue<Option<DraftStorage>>,
    /// Drafts that could not be saved, so that leaving them loses nothing.
    pub(super) held: StoredValue<Vec<Draft>>,
    /// The second place of drafts.
    pub(super) mirror: StoredValue<Mirror, LocalStorage>,
    /// How it stands with it.
    pub(super) second: StoredValue<Second, LocalStorage>,
    /// Why drafts are in one place only; `None` when they are in both.
    pub only_once: RwSignal<Option<String>>,
    /// A backup that is looked into.
    pub given_backup: RwSignal<Option<Given>>,
    /// What tells this run of the page from every other.
    pub(super) writer: StoredValue<String>,
    /// The open draft, for whoever has to save it from outside.
    pub(super) open: StoredValue<Option<Editor>>,
}

impl Session {
    /// Opens the storage, reads the list of drafts and follows the page's address.
    pub fn start() -> Self {
        let storage = DraftStorage::open();
        let session = Self {
            screen: RwSignal::new(Screen::Home),
            library: RwSignal::default(),
            storage_problem: StoredValue::new(storage.as_ref().err().map(|error| error.0.clone())),
            notice: RwSignal::new(None),
            theme: RwSignal::new(browser::stored_theme()),
            offline: RwSignal::default(),
            import: Import::new(),
            ways_out: WaysOut::new(),
            own_templates: RwSignal::new(0),
            header: RwSignal::new(browser::stored_header().id().to_owned()),
            export_choices: RwSignal::new(browser::stored_export_choices()),
            reader: StoredValue::new_local(Beside::default()),
            checker: StoredValue::new_local(Beside::default()),
            lines: StoredValue::default(),
            counted: StoredValue::default(),
            zones: StoredValue::new_local(TimeZones::default()),
            storage: StoredValue::new(storage.ok()),
            held: StoredValue::default(),
            mirror: StoredValue::new_local(Mirror::default()),
            second: StoredValue::new_local(Second::default()),
            only_once: RwSignal::new(None),
            given_backup: RwSignal::new(None),
            writer: StoredValue::new(browser::new_draft_id().0),
            open: StoredValue::new(None),
        };
        browser::apply_theme(session.theme.get_untracked());
        session.load_templates();
        session.purge_old_deletions();
        session.refresh();
        session.follow_address();
        session.settle_copies();
        browser::on_address_change(move || session.follow_address());
        browser::on_page_hide(move || session.flush());
        browser::on_stored_elsewhere(move |key| session.stored_elsewhere(key.as_deref()));
        browser::follow_presses();
        session.follow_offline();
        session.follow_given();
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

    /// The header that exported files have.
    pub fn header(self) -> Header {
        self.header.with(|id| Header::from_id(id))
    }

    /// Chooses the header of exported files, for every draft.
    pub fn set_header(self, header: Header) {
        browser::store_header(header);
        self.header.set(header.id().to_owned());
    }

    /// Whether that was chosen about exported files.
    pub fn has_chosen(self, choice: ExportChoice) -> bool {
        let is_it = |word: &str| word == choice.key();
        self.export_choices
            .with(|words| words.split(' ').any(is_it))
    }

    /// Chooses that for exported files, of every draft, or takes it back.
    pub fn choose(self, choice: ExportChoice, is_chosen: bool) {
        let wanted = |other: &&ExportChoice| match **other == choice {
            true => is_chosen,
            false => self.has_chosen(**other),
        };
        let words = ExportChoice::ALL.iter().filter(wanted);
        let words: Vec<&str> = words.map(|choice| choice.key()).collect();
        let words = words.join(" ");
        browser::store_export_choices(&words);
        self.export_choices.set(words);
    }

    /// What exported files hold, as it was chosen.
    pub(super) fn write_options(self) -> WriteOptions {
        WriteOptions {
            header: self.header(),
            has_response_times: self.has_chosen(ExportChoice::ResponseTimes),
            has_diagram: self.has_chosen(ExportChoice::Diagram),
            is_short: self.has_chosen(ExportChoice::Short),
        }
    }

    /// Opens a draft.
    pub fn go_to_draft(self, id: &DraftId) {
        self.flush();
        browser::set_address(&format!("/draft/{}", id.0), true);
        self.show(Screen::Draft(id.clone()));
    }

    /// Opens the list of drafts.
    pub(super) fn go_to_drafts(self) {
        self.flush();
        browser::set_address("/", true);
        self.show(Screen::Home);
    }

    /// What is shown already stays as it is.
    fn show(self, screen: Screen) {
        if screen != self.screen.get_untracked() {
            self.dismiss_done();
            self.screen.set(screen);
        }
    }

    /// Saves the open draft at once, if anything in it is unsaved, and keeps a version of it: whoever
    /// asks for this turns to something else.
    pub fn flush(self) {
        if let Some(editor) = self.open.get_value() {
            editor.save_now();
            editor.keep_version();
        }
    }

    /// Tells the session which draft is open; `None` when none is.
    pub(super) fn set_open(self, editor: Option<Editor>) {
        self.open.set_value(editor);
    }

    fn follow_address(self) {
        let address = browser::address();
        let screen = match (address.as_str(), address.strip_prefix("/draft/")) {
            (_, Some(id)) => Screen::Draft(DraftId(id.to_owned())),
            ("" | "/", None) => Screen::Home,
            // A link to a heading, in the document that is shown.
            _ => return,
        };
        if screen == self.screen.get_untracked() {
            return;
        }
        self.flush();
        // Keeping what was typed as a copy leads to the copy; this way leads elsewhere.
        if browser::address() != address {
            browser::set_address(&address, false);
        }
        self.refresh();
        self.show(screen);
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
            // In a text the browser has an undo of its own.
            (true, "z") if !press.is_in_text => self.open.get_value().is_some_and(|editor| {
                match press.has_shift {
                    true => editor.redo(),
                    false => editor.undo(),
                }
                true
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
