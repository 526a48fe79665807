//! All drafts in one file, and such a file back among the drafts. Nothing is ever written over.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::notice::NoticeKind;
use super::session::Session;
use super::words::title_or_untitled;
use crate::browser::{self, GivenFile, Shelf};
use crate::copies::{
    Backup, Incoming, KeptVersion, NoBackup, Standing, VersionName, is_due, merge, read_backup,
};
use crate::draft::{Draft, DraftId, to_json};

/// The identifier of the dialog's element.
pub const BACKUP_DIALOG_ID: &str = "backup-dialog";

/// The largest backup that is read, in bytes: ten times what a browser keeps.
const MOST_BYTES: f64 = 64.0 * 1024.0 * 1024.0;

/// A backup that waits for the person to say that it is to be restored.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// The name of its file.
    pub file: String,
    /// Each draft: its title, and how it stands with it.
    pub drafts: Vec<(String, Standing)>,
    /// How many records in it cannot be read.
    pub unreadable: usize,
    backup: Backup,
    incoming: Vec<Incoming>,
}

impl Session {
    /// Whether to remind the person of a backup.
    pub fn is_backup_due(self) -> bool {
        let kept: Vec<_> = self.library.with(|library| {
            let drafts = library.drafts.iter();
            let drafts = drafts.filter(|draft| draft.deleted.is_none());
            drafts
                .map(|draft| (draft.created, draft.edited, draft.exported))
                .collect()
        });
        is_due(&kept, browser::stored_backup_time(), browser::now())
    }

    /// Downloads one file with all drafts, their versions and the templates of this browser.
    pub fn back_up(self) {
        self.flush();
        spawn_local(async move {
            let now = browser::now();
            let backup = Backup {
                made: now,
                drafts: self.all_records(),
                versions: self.all_versions().await,
                templates: browser::stored_templates(),
                ..Backup::default()
            };
            let day = browser::today().map(|day| format!("-{day}"));
            let name = format!("postmortem-drafts{}.json", day.unwrap_or_default());
            match browser::download_text(&name, "application/json", &to_json(&backup)) {
                Ok(()) => {
                    browser::store_backup_time(now);
                    // The reminder goes.
                    self.refresh();
                    let count = backup.drafts.len();
                    self.notify(
                        NoticeKind::Done,
                        format!(
                            "{name} with {count} {} is in your downloads. Keep it outside this browser",
                            if count == 1 { "draft" } else { "drafts" }
                        ),
                    );
                }
                Err(reason) => self.notify(
                    NoticeKind::Problem,
                    format!("The file was not saved ({reason}). The drafts are as they were"),
                ),
            }
        });
    }

    /// Reads the backup that was picked in the input of `event`, and shows what is in it.
    pub fn look_into_backup(self, event: &leptos::ev::Event) {
        let Some(file) = browser::picked_files(event).into_iter().next() else {
            return;
        };
        spawn_local(async move {
            match read(&file).await {
                Ok(backup) => {
                    let (incoming, unreadable) = merge(&backup, |id| self.kept_draft(id));
                    let drafts = incoming.iter().map(|one| {
                        let title = title_or_untitled(&one.draft.postmortem);
                        (title, one.standing)
                    });
                    self.given_backup.set(Some(Given {
                        file: file.name,
                        drafts: drafts.collect(),
                        unreadable,
                        backup,
                        incoming,
                    }));
                    browser::show_dialog(&format!("#{BACKUP_DIALOG_ID}"));
                }
                Err(reason) => self.notify(NoticeKind::Problem, reason),
            }
        });
    }

    /// Adds what the backup has that is not here; what differs becomes a second draft.
    pub fn restore_backup(self) {
        browser::close_dialog(&format!("#{BACKUP_DIALOG_ID}"));
        let given = self.given_backup.try_update(Option::take).flatten();
        let Some(given) = given else { return };
        let (mut added, mut unsaved) = (0_usize, 0_usize);
        let mut names: Vec<(DraftId, DraftId)> = Vec::new();
        for Incoming {
            mut draft,
            standing,
        } in given.incoming
        {
            let id = draft.id.clone();
            match standing {
                Standing::New if !id.0.is_empty() => {}
                Standing::Same => {
                    names.push((id.clone(), id));
                    continue;
                }
                Standing::New => draft.id = browser::new_draft_id(),
                Standing::Differs => {
                    draft.id = browser::new_draft_id();
                    draft.postmortem.overview.title =
                        format!("{} (from a backup)", title_or_untitled(&draft.postmortem));
                }
            }
            let revision = draft.revision;
            self.sign(&mut draft, revision.max(1));
            names.push((id, draft.id.clone()));
            added = added.saturating_add(1);
            let is_saved = self.keep(&draft, 0).is_ok();
            unsaved = unsaved.saturating_add(usize::from(!is_saved));
        }
        for source in &given.backup.templates {
            let is_here = browser::stored_templates()
                .iter()
                .any(|here| here.text == source.text);
            if !is_here {
                self.add_template(source);
            }
        }
        self.restore_versions(given.backup.versions, names);
        self.refresh();
        let news = match added {
            0 => "Everything in the backup is here already. Nothing has changed".to_owned(),
            1 => "1 draft of the backup is in the list".to_owned(),
            added => format!("{added} drafts of the backup are in the list"),
        };
        if unsaved == 0 {
            self.notify(NoticeKind::Done, news);
        } else {
            self.notify(
                NoticeKind::Problem,
                format!(
                    "{news}. {unsaved} could not be saved and are in this tab only, until you close \
                     it: keep the backup, and make room"
                ),
            );
        }
    }

    /// Closes the dialog, and forgets what was given.
    pub fn leave_backup(self) {
        browser::close_dialog(&format!("#{BACKUP_DIALOG_ID}"));
        self.given_backup.set(None);
    }

    fn restore_versions(self, versions: Vec<KeptVersion>, names: Vec<(DraftId, DraftId)>) {
        spawn_local(async move {
            let mirror = self.mirror.get_value();
            for KeptVersion {
                draft,
                at,
                name,
                record,
            } in versions
            {
                let Some((_, id)) = names.iter().find(|(id, _)| *id == draft) else {
                    continue;
                };
                let key = VersionName { at, name }.key(id);
                // They are in the file all the same.
                if mirror.put(Shelf::Versions, &key, &record).await.is_err() {
                    return;
                }
            }
        });
    }

    /// The record of every draft, of those that are only held too.
    fn all_records(self) -> Vec<String> {
        let held = self.held.get_value();
        let mut records = Vec::new();
        if let Some(storage) = self.storage.get_value() {
            let ids = storage.ids().into_iter();
            let stored = ids.filter(|id| held.iter().all(|draft| draft.id != *id));
            records.extend(stored.filter_map(|id| storage.record(&id)));
        }
        records.extend(held.iter().map(Draft::encode));
        records
    }

    async fn all_versions(self) -> Vec<KeptVersion> {
        let mirror = self.mirror.get_value();
        let texts = mirror.texts(Shelf::Versions, "").await.unwrap_or_default();
        let version = |(key, record): (String, String)| {
            let draft = Draft::decode(&record).ok()?.id;
            let VersionName { at, name } = VersionName::from_key(&key, &draft)?;
            Some(KeptVersion {
                draft,
                at,
                name,
                record,
            })
        };
        texts.into_iter().filter_map(version).collect()
    }

    fn kept_draft(self, id: &DraftId) -> Option<Draft> {
        self.load(id).ok().map(|(draft, _)| draft)
    }
}

/// The backup in a file, or a sentence on why there is none.
async fn read(file: &GivenFile) -> Result<Backup, String> {
    let name = &file.name;
    let bytes = file.read(MOST_BYTES).await.ok();
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    let text = text.ok_or_else(|| {
        format!("{name} could not be read. Nothing has changed. Pick the file that was backed up")
    })?;
    read_backup(&text).map_err(|problem| match problem {
        NoBackup::SomethingElse => format!(
            "{name} is no backup of this editor, or it is damaged. Nothing has changed. Postmortems \
             are taken in with Import…"
        ),
        NoBackup::Newer => format!(
            "A newer version of the editor wrote {name}. Nothing has changed: reload the page to get \
             the newer version"
        ),
    })
}
