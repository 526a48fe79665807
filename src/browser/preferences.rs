//! What a person has set for this browser: light or dark.

use super::{document, window};

const THEME_KEY: &str = "postmortem-editor:theme";

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
    let stored = window()
        .and_then(|window| window.local_storage().ok().flatten())
        .and_then(|storage| storage.get_item(THEME_KEY).ok().flatten())
        .unwrap_or_default();
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
    if let Some(storage) = window().and_then(|window| window.local_storage().ok().flatten()) {
        // A full or blocked storage only means that the choice lasts as long as the page.
        let _ = storage.set_item(THEME_KEY, &name);
    }
}
