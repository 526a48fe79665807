//! What a check is made of. Everything that a person reads about a check stands here, so that the
//! page, CHECKS.md and the tests read the same words.

use super::{Flaw, Subject};
use crate::postmortem::Section;
use crate::template::Template;

/// A rule for postmortems.
#[derive(Debug)]
pub struct Check {
    /// What a person reads about it.
    pub about: About,
    /// The templates that it belongs to.
    pub profiles: Profiles,
    /// A text with the flaw and one without, which the tests run.
    pub example: Example,
    /// Finds the flaw.
    pub run: fn(&Subject<'_>) -> Vec<Flaw>,
}

#[cfg(not(target_arch = "wasm32"))]
impl Check {
    /// What its chapter in CHECKS.md is called, in lower case.
    pub fn chapter(&self) -> &'static str {
        match self.about.code.get(..3) {
            Some("LAN") => "language",
            Some("PRI") => "privacy",
            _ => self.about.section.name(),
        }
    }
}

impl PartialEq for Check {
    fn eq(&self, other: &Self) -> bool {
        self.about == other.about
    }
}

impl Eq for Check {}

/// What a person reads about a check. A finding names its check by this, so that whoever is told of
/// findings can show them without the check itself.
#[derive(Debug)]
pub struct About {
    /// What identifies it for ever: two digits behind the prefix of its section, or of its subject
    /// where that is no section: `SUM01`, `LAN01`. Never reused.
    pub code: &'static str,
    /// The flaw it finds, in lower case with hyphens: `missing-summary`. Reads after "allow".
    pub name: &'static str,
    /// The section it is about; the overview where it is about the whole document.
    pub section: Section,
    /// What sort of flaw it finds.
    pub kind: Kind,
    /// What it looks for, in a sentence.
    pub what: &'static str,
    /// Why that matters to a reader, in a sentence or two.
    pub why: &'static str,
    /// What to do about it.
    pub fix: &'static str,
    /// Who asks for it.
    pub source: &'static str,
}

impl About {
    /// Whether it looks at how things are said.
    pub fn is_about_language(&self) -> bool {
        self.code.starts_with("LAN")
    }

    /// Whether it looks for what is not for everyone's eyes.
    pub fn is_about_privacy(&self) -> bool {
        self.code.starts_with("PRI")
    }
}

impl PartialEq for About {
    /// Two checks of one code are the same check.
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for About {}

/// What sort of flaw a check finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Something that the document needs is not there. Only these keep a section in which something
    /// stands from being complete.
    Missing,
    /// Two places say things that cannot both be true.
    Inconsistent,
    /// Something is there, but a reader cannot be sure what it means.
    Unclear,
}

impl Kind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[Self::Missing, Self::Inconsistent, Self::Unclear];

    /// The kind in a word, in sentence case.
    pub fn label(self) -> &'static str {
        match self {
            Self::Missing => "Missing",
            Self::Inconsistent => "Inconsistent",
            Self::Unclear => "Unclear",
        }
    }
}

/// The templates that a check belongs to. Whether a template asks for a field is not said here
/// but by the field's slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profiles {
    /// Every template.
    All,
    /// The templates with these identifiers.
    Only(&'static [&'static str]),
    /// Every template, but only when somebody looks at what others would be shown: an e-mail
    /// address is no flaw among colleagues.
    Publishing,
}

impl Profiles {
    /// Whether a template is among them.
    pub fn include(self, template: &Template) -> bool {
        match self {
            Self::All | Self::Publishing => true,
            Self::Only(ids) => ids.contains(&template.id),
        }
    }

    /// Whether the check waits until the document is to be published.
    pub fn is_for_publishing(self) -> bool {
        self == Self::Publishing
    }
}

/// Two texts that show a check at work: Markdown in the form that the editor writes. They are for
/// CHECKS.md and the tests; in the page, which shows neither, they weigh nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// A text in which the check finds its flaw.
    #[cfg(not(target_arch = "wasm32"))]
    pub flagged: &'static str,
    /// A text in which it finds none.
    #[cfg(not(target_arch = "wasm32"))]
    pub passes: &'static str,
}

impl Example {
    /// An example: what the check flags, and what passes it.
    #[cfg(not(target_arch = "wasm32"))]
    pub const fn new(flagged: &'static str, passes: &'static str) -> Self {
        Self { flagged, passes }
    }

    /// The page's example, which holds neither text.
    #[cfg(target_arch = "wasm32")]
    pub const fn new(_flagged: &'static str, _passes: &'static str) -> Self {
        Self {}
    }
}
