//! What a person has set for this browser: light or dark, what stands in exported files,
//! where they go.

use super::{document, window};
use crate::draft::Millis;
use crate::template::Header;

const THEME_KEY: &str = "postmortem-editor:theme";
const HEADER_KEY: &str = "postmortem-editor:header";
const BACKUP_KEY: &str = "postmortem-editor:backup";
const EXPORT_KEY: &str = "postmortem-editor:export";
const REPO_PREFIX: &str = "postmortem-editor:repo:";

/// How the page is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system is.
    #[default]
    System,
    /// Light, whatever the system is.
    Light,
    /// Dark, whatever the system is.
    Dark,
}

impl Theme {
    /// Every theme, in the order of the switch.
    pub const ALL: &'static [Self] = &[Self::System, Self::Light, Self::Dark];

    /// The name for people; in lower case also the saved one.
    pub fn label(self) -> &'static str {
        match self {
            Self::System => "System",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }
}

/// The theme that was set here before.
pub fn stored_theme() -> Theme {
    let stored = stored(THEME_KEY);
    let is_stored = |theme: &&Theme| theme.label().eq_ignore_ascii_case(&stored);
    Theme::ALL
        .iter()
        .find(is_stored)
        .copied()
        .unwrap_or_default()
}

/// Colours the page, and remembers it where the browser lets it.
pub fn apply_theme(theme: Theme) {
    let name = theme.label().to_ascii_lowercase();
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-theme", &name);
    }
    store(THEME_KEY, &name);
}

/// The header that exported files have here.
pub fn stored_header() -> Header {
    Header::from_id(&stored(HEADER_KEY))
}

/// Remembers the header where the browser lets it.
pub fn store_header(header: Header) {
    store(HEADER_KEY, header.id());
}

/// What was chosen here about exported files, besides the header: words with a blank between them.
pub fn stored_export_choices() -> String {
    stored(EXPORT_KEY)
}

/// Remembers those words where the browser lets it.
pub fn store_export_choices(words: &str) {
    store(EXPORT_KEY, words);
}

/// What was set here about the repo that documents go to, by its word.
pub fn stored_repo_setting(word: &str) -> String {
    stored(&format!("{REPO_PREFIX}{word}"))
}

/// Remembers that where the browser lets it.
pub fn store_repo_setting(word: &str, text: &str) {
    store(&format!("{REPO_PREFIX}{word}"), text);
}

/// When all drafts were backed up last; `None` where they never were.
pub fn stored_backup_time() -> Option<Millis> {
    stored(BACKUP_KEY).parse().ok().map(Millis)
}

/// Remembers that where the browser lets it.
pub fn store_backup_time(at: Millis) {
    store(BACKUP_KEY, &at.0.to_string());
}

fn stored(key: &str) -> String {
    let storage = window().and_then(|window| window.local_storage().ok().flatten());
    let value = storage.and_then(|storage| storage.get_item(key).ok().flatten());
    value.unwrap_or_default()
}

fn store(key: &str, value: &str) {
    if let Some(storage) = window().and_then(|window| window.local_storage().ok().flatten()) {
        // A full or blocked storage only means that the choice lasts as long as the page.
        let _ = storage.set_item(key, value);
    }
}
