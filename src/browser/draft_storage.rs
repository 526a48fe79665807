//! Drafts in this browser's localStorage: one record a draft, and a small index beside them.
//!
//! The only code that touches the drafts' keys. Every key begins with [`PREFIX`], because other
//! pages may share the origin: nothing here clears the storage or reads a key of anybody else.
//! Storage that goes away later answers like an empty one, and refuses to write.

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::JsValue;
use web_sys::Storage;

use super::window;
use crate::draft::{Draft, DraftError, DraftId, DraftSummary, from_json, saved_record, to_json};

const PREFIX: &str = "postmortem-editor:draft:";
/// The drafts that were deleted for good here, while their second copy may still be there.
const GONE_PREFIX: &str = "postmortem-editor:gone:";
const INDEX_KEY: &str = "postmortem-editor:index";
const PROBE_KEY: &str = "postmortem-editor:probe";

/// Storage that was there and took a value when it was opened.
#[derive(Clone, Copy, Debug)]
pub struct DraftStorage {
    // Only `open` makes one: whoever holds it has found the storage to work.
    _opened: (),
}

/// Why drafts cannot be kept at all: the browser's reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StorageProblem(pub String);

/// Why a draft was not saved. The record that was there before is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveProblem {
    /// The browser's room for this page is used up.
    Full,
    /// Another tab has saved this draft since it was opened here.
    ChangedElsewhere,
    /// Anything else: the browser's reason.
    Refused(String),
}

/// Why a draft was not opened. Its record is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadProblem {
    /// There is no such draft in this browser.
    Absent,
    /// There is, but it cannot be read.
    Unreadable(DraftError),
}

/// A record that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    /// Which draft it was.
    pub id: DraftId,
    /// Why it cannot be read.
    pub error: DraftError,
}

/// Everything that is kept.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// The drafts that can be read, deleted ones included.
    pub drafts: Vec<DraftSummary>,
    /// The records that cannot.
    pub damaged: Vec<Damaged>,
}

impl Library {
    /// Whether nothing is kept at all.
    pub fn is_empty(&self) -> bool {
        self.drafts.is_empty() && self.damaged.is_empty()
    }
}

#[derive(Default)]
struct Index {
    drafts: Vec<Entry>,
}

saved_record!(Index { drafts });

impl Index {
    /// Removes the entry of that draft.
    fn take(&mut self, id: &DraftId) -> Option<Entry> {
        let mut entries = self.drafts.iter();
        let at = entries.position(|entry| entry.summary.id == *id)?;
        Some(self.drafts.swap_remove(at))
    }
}

#[derive(Default)]
struct Entry {
    /// The length of the record that this describes, in bytes: a record that was cut off, replaced
    /// or changed elsewhere has another one, and is read again.
    record_length: usize,
    summary: DraftSummary,
}

saved_record!(Entry {
    record_length,
    summary,
});

impl DraftStorage {
    /// Opens the storage and tries it out.
    ///
    /// # Errors
    /// [`StorageProblem`] when the browser blocks it or refuses to write.
    pub fn open() -> Result<Self, StorageProblem> {
        let problem = |error: JsValue| StorageProblem(describe(&error));
        let storage = storage().map_err(problem)?;
        let opened = Self { _opened: () };
        match storage.set_item(PROBE_KEY, "1") {
            Ok(()) => storage.remove_item(PROBE_KEY).map_err(problem)?,
            // Full is not blocked: drafts can be read, and deleting one makes room.
            Err(error) if is_quota(&error) => {}
            Err(error) => return Err(problem(error)),
        }
        Ok(opened)
    }

    /// Everything that is kept. `summarise` makes the summary of a draft whose entry in the index is
    /// missing or of another record.
    pub fn library(self, summarise: impl Fn(&Draft) -> DraftSummary) -> Library {
        let mut known = self.index();
        let mut index = Index::default();
        let mut is_index_current = true;
        let mut damaged = Vec::new();
        for id in self.ids() {
            let Some(record) = self.record(&id) else {
                continue;
            };
            let record_length = record.len();
            let summary = match known.take(&id) {
                Some(entry) if entry.record_length == record_length => entry.summary,
                _ => match Draft::decode(&record) {
                    Ok(draft) => {
                        is_index_current = false;
                        summarise(&draft)
                    }
                    Err(error) => {
                        damaged.push(Damaged { id, error });
                        continue;
                    }
                },
            };
            index.drafts.push(Entry {
                record_length,
                summary,
            });
        }
        if !is_index_current || !known.drafts.is_empty() {
            // The index only saves time: without it the records are read again.
            let _ = put(INDEX_KEY, &to_json(&index));
        }
        let drafts = index.drafts.into_iter().map(|entry| entry.summary);
        Library {
            drafts: drafts.collect(),
            damaged,
        }
    }

    /// The draft of that identifier.
    ///
    /// # Errors
    /// [`LoadProblem`]; the record stays as it is.
    pub fn load(self, id: &DraftId) -> Result<Draft, LoadProblem> {
        let record = self.record(id).ok_or(LoadProblem::Absent)?;
        Draft::decode(&record).map_err(LoadProblem::Unreadable)
    }

    /// The record of a draft, byte for byte, readable or not.
    pub fn record(self, id: &DraftId) -> Option<String> {
        get(&key(id))
    }

    /// Saves a draft over the record of revision `base`, or as a new record when there is none, and
    /// returns once the browser has given it back unchanged.
    ///
    /// # Errors
    /// [`SaveProblem`]; the record that was there before is as it was.
    pub fn save(self, draft: &Draft, base: u64, summary: DraftSummary) -> Result<(), SaveProblem> {
        match self.load(&draft.id) {
            Ok(stored) if stored.revision != base => return Err(SaveProblem::ChangedElsewhere),
            // A newer version of this page may have written it: it is never written over.
            Err(LoadProblem::Unreadable(_)) => return Err(SaveProblem::ChangedElsewhere),
            Ok(_) | Err(LoadProblem::Absent) => {}
        }
        let record = draft.encode();
        let key = key(&draft.id);
        put(&key, &record).map_err(|error| problem_of(&error))?;
        if self.record(&draft.id).as_deref() != Some(&record) {
            return Err(SaveProblem::Refused(
                "it was not there when read again".to_owned(),
            ));
        }
        self.index_draft(Entry {
            record_length: record.len(),
            summary,
        });
        Ok(())
    }

    /// Removes a draft for good, and notes that it is gone, for other places that hold it.
    pub fn remove(self, id: &DraftId) {
        delete(&key(id));
        // Behind the removal, which makes the room for it.
        let _ = put(&format!("{GONE_PREFIX}{}", id.0), "");
        self.forget(id);
    }

    /// The drafts that were removed for good, and that other places may still hold.
    pub fn gone(self) -> Vec<DraftId> {
        keys_after(GONE_PREFIX).into_iter().map(DraftId).collect()
    }

    /// Notes that no other place holds the draft any more.
    pub fn gone_everywhere(self, id: &DraftId) {
        delete(&format!("{GONE_PREFIX}{}", id.0));
    }

    /// Writes a record over whatever is there.
    ///
    /// # Errors
    /// [`SaveProblem`]; the record that was there before is as it was.
    pub fn write(self, id: &DraftId, record: &str) -> Result<(), SaveProblem> {
        put(&key(id), record).map_err(|error| problem_of(&error))?;
        self.forget(id);
        Ok(())
    }

    /// Has the record of a draft read anew when it is listed next.
    pub fn forget(self, id: &DraftId) {
        let mut index = self.index();
        if index.take(id).is_some() {
            let _ = put(INDEX_KEY, &to_json(&index));
        }
    }

    /// The identifier of every draft that is kept, readable or not.
    pub fn ids(self) -> Vec<DraftId> {
        keys_after(PREFIX).into_iter().map(DraftId).collect()
    }

    /// Whether a storage key, as a storage event names it, belongs to that draft.
    pub fn is_key_of(storage_key: &str, id: &DraftId) -> bool {
        storage_key == key(id)
    }

    /// Notes how many of its sections a draft has complete, of those that count.
    pub fn note_sections(self, id: &DraftId, complete: usize, of: usize) {
        let mut index = self.index();
        if let Some(mut entry) = index.take(id) {
            (entry.summary.complete, entry.summary.of) = (complete, of);
            index.drafts.push(entry);
            // Not noted is counted again.
            let _ = put(INDEX_KEY, &to_json(&index));
        }
    }

    fn index_draft(self, entry: Entry) {
        let mut index = self.index();
        index.take(&entry.summary.id);
        index.drafts.push(entry);
        if put(INDEX_KEY, &to_json(&index)).is_err() {
            // An entry of an older revision would show old facts: without any index the records
            // are read again.
            delete(INDEX_KEY);
        }
    }

    fn index(self) -> Index {
        get(INDEX_KEY)
            .and_then(|json| from_json(&json))
            .unwrap_or_default()
    }
}

/// What stands behind `prefix` in each key that begins with it.
pub(super) fn keys_after(prefix: &str) -> Vec<String> {
    let Ok(storage) = storage() else {
        return Vec::new();
    };
    let count = storage.length().unwrap_or(0);
    let keys = (0..count).filter_map(|index| storage.key(index).ok().flatten());
    keys.filter_map(|key| key.strip_prefix(prefix).map(str::to_owned))
        .collect()
}

fn storage() -> Result<Storage, JsValue> {
    // gloo-storage panics where a browser has none to give: this asks, each time, before it does.
    let window = window().ok_or("there is no window")?;
    let storage = window.local_storage()?;
    storage.ok_or("the browser has switched it off")?;
    Ok(LocalStorage::raw())
}

pub(super) fn get(key: &str) -> Option<String> {
    storage().ok()?.get_item(key).ok().flatten()
}

pub(super) fn put(key: &str, value: &str) -> Result<(), JsValue> {
    storage()?.set_item(key, value)
}

pub(super) fn delete(key: &str) {
    // What cannot be removed cannot be changed either: the next write says so.
    let _ = storage().map(|storage| storage.remove_item(key));
}

fn key(id: &DraftId) -> String {
    format!("{PREFIX}{}", id.0)
}

fn problem_of(error: &JsValue) -> SaveProblem {
    if is_quota(error) {
        SaveProblem::Full
    } else {
        SaveProblem::Refused(describe(error))
    }
}

/// By name: the class of this error differs between browsers and versions.
fn is_quota(error: &JsValue) -> bool {
    let name = js_sys::Reflect::get(error, &"name".into())
        .ok()
        .and_then(|name| name.as_string());
    matches!(
        name.as_deref(),
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED")
    )
}

/// What a thrown value says of itself.
pub(super) fn describe(error: &JsValue) -> String {
    let message = js_sys::Reflect::get(error, &"message".into()).ok();
    message
        .and_then(|message| message.as_string())
        .filter(|message| !message.is_empty())
        .or_else(|| error.as_string())
        .unwrap_or_else(|| "the browser gave no reason".to_owned())
}
