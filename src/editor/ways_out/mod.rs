//! Ways out of the page besides download and copy: into a repo, and in other forms than Markdown.
//!
//! What comes of one is told in the dialog, which stays open: whoever takes one way often takes two.

mod folder;
mod other;
mod repo;

use leptos::prelude::*;

use super::open_draft::Editor;
use super::session::Session;
use crate::browser::{self, Folder};

use folder::Conflict;
pub use folder::ConflictAnswer;
pub use other::OtherWay;
pub use repo::{RepoSetting, RepoWay};

/// The state of the ways out. Copies share it.
#[derive(Clone, Copy)]
pub struct WaysOut {
    /// What came of the last one, in words.
    pub told: RwSignal<String>,
    /// The name of the folder that files are saved into; empty where there is none yet.
    pub folder_name: RwSignal<String>,
    /// What is to be decided about a file that is there already; empty while nothing is.
    pub conflict: RwSignal<String>,
    /// Pattern, address and author, as typed: in the order of [`RepoSetting::ALL`].
    settings: [RwSignal<String>; 3],
    folder: StoredValue<Option<Folder>, LocalStorage>,
    conflicting: StoredValue<Option<Conflict>, LocalStorage>,
}

impl WaysOut {
    pub(super) fn new() -> Self {
        let stored = |setting: RepoSetting| browser::stored_repo_setting(setting.key());
        Self {
            told: RwSignal::default(),
            folder_name: RwSignal::default(),
            conflict: RwSignal::default(),
            settings: RepoSetting::ALL.map(|setting| RwSignal::new(stored(setting))),
            folder: StoredValue::new_local(None),
            conflicting: StoredValue::new_local(None),
        }
    }

    /// What was said about the repo, as typed.
    pub fn setting(self, setting: RepoSetting) -> RwSignal<String> {
        let [path, address, author] = self.settings;
        match setting {
            RepoSetting::Path => path,
            RepoSetting::Address => address,
            RepoSetting::Author => author,
        }
    }

    fn tell(self, words: impl Into<String>) {
        self.told.set(words.into());
    }
}

impl Session {
    /// Forgets what was told the last time the dialog was open.
    pub(super) fn start_ways_out(self) {
        self.ways_out.tell("");
        self.settle_conflict();
        self.find_kept_folder();
    }
}

impl Editor {
    /// Records that the whole document is outside, and says so in the dialog.
    fn tell_way(self, words: String) {
        let words = self.count_as_exported(words);
        self.session.ways_out.tell(words);
    }

    /// A file without whom nobody has the document: nothing is recorded.
    fn offer_file(self, name: &str, mime_type: &str, text: &str) -> Result<(), String> {
        browser::download_text(name, mime_type, text)
            .map_err(|reason| format!("The file was not saved ({reason}). The draft is safe here"))
    }

    /// The name of the exported file without its ending.
    fn stem(self) -> String {
        let name = self.file_name();
        name.strip_suffix(".md").unwrap_or(&name).to_owned()
    }
}

fn refused(reason: &str) -> String {
    format!("The clipboard was refused ({reason}). Nothing else has happened: use Download")
}
