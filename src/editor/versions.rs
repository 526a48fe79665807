//! Earlier versions of the open draft: kept at each pause of the work, in the second place only,
//! shown beside what the draft is now, and put back as a new state of it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::notice::NoticeKind;
use super::open_draft::{Editor, Target};
use super::second_copy::Second;
use super::session::Session;
use super::template_choice::offer_sections;
use super::words::date_and_time;
use crate::browser::{self, Shelf};
use crate::copies::{Change, VersionName, around_changes, difference, outdated};
use crate::draft::{Draft, Millis};
use crate::postmortem::{Postmortem, Section};

/// The identifier of the dialog's element.
pub const VERSIONS_DIALOG_ID: &str = "versions-dialog";

/// After how long of writing without a pause a version is kept, in milliseconds.
const WRITING_MS: u64 = 5 * 60 * 1000;

/// The earlier versions of the open draft. Copies share everything.
#[derive(Clone, Copy)]
pub struct Versions {
    /// All of them, the newest first.
    pub all: RwSignal<Vec<VersionName>>,
    /// The one that is looked at.
    pub shown: RwSignal<Option<ShownVersion>>,
    /// The draft as it was opened, until it is kept as a version.
    opened: StoredValue<Option<Draft>>,
    /// When the draft became what was kept last.
    kept: StoredValue<Millis>,
    /// When a version was kept last, or the draft was opened.
    paused: StoredValue<Millis>,
}

/// A version, and what has changed since.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownVersion {
    /// Which one.
    pub version: VersionName,
    /// What has changed from it to now.
    pub changes: Vec<Change>,
    draft: Draft,
}

impl Versions {
    pub(super) fn new(opened: &Draft) -> Self {
        Self {
            all: RwSignal::default(),
            shown: RwSignal::new(None),
            opened: StoredValue::new(Some(opened.clone())),
            kept: StoredValue::new(opened.edited),
            paused: StoredValue::new(browser::now()),
        }
    }
}

impl Editor {
    /// Keeps a version of what is saved, if anything is new in it.
    pub(super) fn keep_version(self) {
        let drafts = self.new_versions();
        let session = self.session;
        if !drafts.is_empty() {
            spawn_local(async move { session.keep_versions(drafts).await });
        }
    }

    /// The same, once it has been written for long.
    pub(super) fn keep_version_in_time(self) {
        let since = browser::now()
            .0
            .saturating_sub(self.versions.paused.get_value().0);
        if since >= WRITING_MS {
            self.keep_version();
        }
    }

    /// Opens the list of versions.
    pub fn show_versions(self) {
        self.save_now();
        self.versions.shown.set(None);
        let drafts = self.new_versions();
        let (session, id) = (
            self.session,
            self.draft.with_value(|draft| draft.id.clone()),
        );
        spawn_local(async move {
            session.keep_versions(drafts).await;
            let mirror = session.mirror.get_value();
            match mirror
                .keys(Shelf::Versions, &VersionName::keys_of(&id))
                .await
            {
                Ok(keys) => {
                    let mut all: Vec<VersionName> = keys
                        .iter()
                        .filter_map(|key| VersionName::from_key(key, &id))
                        .collect();
                    all.sort_by_key(|version| std::cmp::Reverse(version.at));
                    // The draft may be closed by now; its dialog is then, too.
                    let _ = self.versions.all.try_set(all);
                    browser::show_dialog(&format!("#{VERSIONS_DIALOG_ID}"));
                }
                Err(reason) => session.notify(
                    NoticeKind::Problem,
                    format!(
                        "This browser keeps no earlier versions ({reason}). The draft is as it was"
                    ),
                ),
            }
        });
    }

    /// Shows what has changed since a version.
    pub fn show_version(self, version: VersionName) {
        let id = self.draft.with_value(|draft| draft.id.clone());
        spawn_local(async move {
            let key = version.key(&id);
            let mirror = self.session.mirror.get_value();
            let texts = mirror
                .texts(Shelf::Versions, &key)
                .await
                .unwrap_or_default();
            let record = texts.iter().find(|(found, _)| *found == key);
            let Some(Ok(draft)) = record.map(|(_, record)| Draft::decode(record)) else {
                return self.session.notify(
                    NoticeKind::Problem,
                    "That version cannot be read. The draft is as it was",
                );
            };
            let mut changes = self
                .document
                .with(|document| difference(&draft.postmortem, document));
            for change in &mut changes {
                change.pieces = around_changes(std::mem::take(&mut change.pieces));
            }
            let _ = self.versions.shown.try_set(Some(ShownVersion {
                version,
                changes,
                draft,
            }));
        });
    }

    /// Gives the version that is shown a name, with which it is kept for ever.
    pub fn name_version(self, name: &str) {
        let Some(mut shown) = self.versions.shown.get_untracked() else {
            return;
        };
        let id = self.draft.with_value(|draft| draft.id.clone());
        let named = VersionName {
            at: shown.version.at,
            name: name.trim().to_owned(),
        };
        if named == shown.version {
            return;
        }
        spawn_local(async move {
            let mirror = self.session.mirror.get_value();
            let record = shown.draft.encode();
            let mut kept = mirror.put(Shelf::Versions, &named.key(&id), &record).await;
            if kept.is_ok() {
                let before = [shown.version.key(&id)];
                kept = mirror.remove(Shelf::Versions, &before).await;
            }
            if let Err(reason) = kept {
                return self.session.notify(
                    NoticeKind::Problem,
                    format!("The name was not kept ({reason}). The version is as it was"),
                );
            }
            let before = std::mem::replace(&mut shown.version, named.clone());
            let _ = self.versions.all.try_update(|all| {
                for version in all.iter_mut().filter(|version| **version == before) {
                    *version = named.clone();
                }
            });
            let _ = self.versions.shown.try_set(Some(shown));
        });
    }

    /// Makes the version that is shown the state of the draft. What the draft was is a version, too.
    pub fn restore_version(self) {
        let Some(shown) = self.versions.shown.get_untracked() else {
            return;
        };
        browser::close_dialog(&format!("#{VERSIONS_DIALOG_ID}"));
        let (template, postmortem) = (
            self.template_id.get_untracked(),
            self.document.with(Postmortem::clone),
        );
        let before = Draft {
            template,
            postmortem,
            ..Draft::default()
        };
        self.turn_into(shown.draft.clone());
        let words = format!(
            "The draft is as it was on {}. What it was before is among its versions",
            date_and_time(shown.version.at)
        );
        self.session
            .notify_undo(words, move || self.turn_into(before.clone()));
    }

    /// Shows another state of the draft, which is saved as any change.
    fn turn_into(self, mut state: Draft) {
        self.target.set(Target::Part(Section::Overview));
        let free = offer_sections(&mut state);
        self.next_row.update_value(|next| *next = free.max(*next));
        self.use_template(state.template);
        self.document.replace(state.postmortem);
    }

    /// What is to be kept now: the draft, and what it was when it was opened.
    fn new_versions(self) -> Vec<Draft> {
        let Some(draft) = self.draft.try_get_value() else {
            return Vec::new();
        };
        if self.versions.kept.try_get_value() == Some(draft.edited) {
            return Vec::new();
        }
        self.versions.kept.set_value(draft.edited);
        self.versions.paused.set_value(browser::now());
        let opened = self.versions.opened.try_update_value(Option::take);
        opened.flatten().into_iter().chain([draft]).collect()
    }
}

impl Session {
    /// Keeps these states of one draft, and lets go of versions that are too many.
    async fn keep_versions(self, drafts: Vec<Draft>) {
        let is_in_use = |second: &Second| matches!(second, Second::InUse(_));
        let (Some(id), true) = (
            drafts.first().map(|draft| draft.id.clone()),
            self.second.with_value(is_in_use),
        ) else {
            return;
        };
        let mirror = self.mirror.get_value();
        let Ok(keys) = mirror
            .keys(Shelf::Versions, &VersionName::keys_of(&id))
            .await
        else {
            return;
        };
        let keys = keys.iter();
        let mut all: Vec<VersionName> = keys
            .filter_map(|key| VersionName::from_key(key, &id))
            .collect();
        for draft in drafts {
            let version = VersionName {
                at: draft.edited,
                name: String::new(),
            };
            let is_kept = all.iter().any(|kept| kept.at == version.at);
            let key = version.key(&id);
            if !is_kept
                && mirror
                    .put(Shelf::Versions, &key, &draft.encode())
                    .await
                    .is_ok()
            {
                all.push(version);
            }
        }
        let outdated = outdated(&all, browser::now());
        if !outdated.is_empty() {
            let keys: Vec<String> = outdated.iter().map(|version| version.key(&id)).collect();
            // What stays too long does no harm.
            let _ = mirror.remove(Shelf::Versions, &keys).await;
        }
    }
}
