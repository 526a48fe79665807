//! Which earlier versions of a draft are kept, and under which keys.

use crate::draft::{DraftId, Millis};

const HOUR_MS: u64 = 60 * 60 * 1000;
const DAY_MS: u64 = 24 * HOUR_MS;

/// An earlier version of a draft, without its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct VersionName {
    /// When the draft had become so.
    pub at: Millis,
    /// What the person calls it; empty where they call it nothing.
    pub name: String,
}

impl VersionName {
    /// The key under which the version of that draft is kept.
    pub fn key(&self, id: &DraftId) -> String {
        format!("{}:{:016}:{}", id.0, self.at.0, self.name)
    }

    /// What the keys of every version of a draft begin with.
    pub fn keys_of(id: &DraftId) -> String {
        format!("{}:", id.0)
    }

    /// The version with that key.
    pub fn from_key(key: &str, id: &DraftId) -> Option<Self> {
        let rest = key.strip_prefix(&Self::keys_of(id))?;
        let (at, name) = rest.split_once(':')?;
        Some(Self {
            at: Millis(at.parse().ok()?),
            name: name.to_owned(),
        })
    }
}

/// Which versions are no longer kept: of the last hour all stay, of the last day the last one of each
/// hour, of before the last one of each day. One that has a name stays for ever.
pub fn outdated(all: &[VersionName], now: Millis) -> Vec<VersionName> {
    let mut unnamed: Vec<&VersionName> = all.iter().filter(|one| one.name.is_empty()).collect();
    unnamed.sort_by_key(|one| std::cmp::Reverse(one.at));
    let mut newer = None;
    let mut outdated = Vec::new();
    for version in unnamed {
        // A clock that was set back makes none of them old.
        let slot = match now.0.saturating_sub(version.at.0) {
            age if age < HOUR_MS => None,
            age if age < DAY_MS => Some((HOUR_MS, version.at.0 / HOUR_MS)),
            _ => Some((DAY_MS, version.at.0 / DAY_MS)),
        };
        if slot.is_some() && slot == newer {
            outdated.push(version.clone());
        }
        newer = slot;
    }
    outdated
}
