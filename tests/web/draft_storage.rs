//! Drafts in a real browser's storage. Each test keeps to drafts of its own, because all share one
//! storage.

#![expect(
    clippy::unwrap_used,
    reason = "clippy knows `#[test]` and not `#[wasm_bindgen_test]`"
)]

use postmortem_editor::browser::{DraftStorage, LoadProblem, SaveProblem, new_draft_id};
use postmortem_editor::draft::{Draft, DraftError, DraftId, DraftSummary, SCHEMA};
use wasm_bindgen_test::wasm_bindgen_test;

fn key(id: &DraftId) -> String {
    format!("postmortem-editor:draft:{}", id.0)
}

fn put(key: &str, value: &str) {
    let storage = web_sys::window().unwrap().local_storage().unwrap().unwrap();
    storage.set_item(key, value).unwrap();
}

fn get(key: &str) -> Option<String> {
    let storage = web_sys::window().unwrap().local_storage().unwrap().unwrap();
    storage.get_item(key).unwrap()
}

fn draft(title: &str) -> Draft {
    let mut draft = Draft {
        schema: SCHEMA,
        id: new_draft_id(),
        revision: 1,
        ..Draft::default()
    };
    title.clone_into(&mut draft.postmortem.overview.title);
    draft
}

fn summarise(draft: &Draft) -> DraftSummary {
    DraftSummary::new(draft, 0, 0)
}

fn save(storage: DraftStorage, draft: &Draft, base: u64) -> Result<(), SaveProblem> {
    storage.save(draft, base, summarise(draft))
}

/// The summary of a draft in the list, when it is listed.
fn listed(storage: DraftStorage, id: &DraftId) -> Option<DraftSummary> {
    let drafts = storage.library(summarise).drafts;
    drafts.into_iter().find(|summary| summary.id == *id)
}

/// Why a record is listed as damaged, when it is.
fn damage(storage: DraftStorage, id: &DraftId) -> Option<DraftError> {
    let damaged = storage.library(summarise).damaged;
    let found = damaged.into_iter().find(|damaged| damaged.id == *id);
    found.map(|damaged| damaged.error)
}

#[wasm_bindgen_test]
fn a_saved_draft_is_loaded_as_it_was_and_listed() {
    let storage = DraftStorage::open().unwrap();
    let draft = draft("𝄞 “quotes” \u{202e}and\u{0} all");

    save(storage, &draft, 0).unwrap();

    assert_eq!(storage.load(&draft.id), Ok(draft.clone()));
    assert_eq!(listed(storage, &draft.id), Some(summarise(&draft)));
    assert_eq!(storage.record(&draft.id), Some(draft.encode()));
}

#[wasm_bindgen_test]
fn a_draft_that_another_tab_has_saved_is_not_written_over() {
    let storage = DraftStorage::open().unwrap();
    let mut draft = draft("Here");
    save(storage, &draft, 0).unwrap();
    let mut elsewhere = draft.clone();
    elsewhere.revision = 2;
    "Elsewhere".clone_into(&mut elsewhere.postmortem.overview.title);
    put(&key(&draft.id), &elsewhere.encode());

    draft.revision = 2;
    let result = save(storage, &draft, 1);

    assert_eq!(result, Err(SaveProblem::ChangedElsewhere));
    assert_eq!(storage.load(&draft.id), Ok(elsewhere));
}

#[wasm_bindgen_test]
fn a_draft_whose_record_is_gone_is_saved_again() {
    let storage = DraftStorage::open().unwrap();
    let mut draft = draft("Cleared by somebody");
    save(storage, &draft, 0).unwrap();
    let everything = web_sys::window().unwrap().local_storage().unwrap().unwrap();
    everything.remove_item(&key(&draft.id)).unwrap();
    assert_eq!(storage.load(&draft.id), Err(LoadProblem::Absent));
    assert_eq!(listed(storage, &draft.id), None);

    draft.revision = 2;
    save(storage, &draft, 1).unwrap();

    assert_eq!(storage.load(&draft.id), Ok(draft));
}

#[wasm_bindgen_test]
fn a_damaged_record_is_named_and_stays_as_it_is() {
    let storage = DraftStorage::open().unwrap();
    for record in ["{", "null", "[]", "", "\"x\"", "{\"schema\":1}"] {
        let mut draft = draft("Sound, before");
        save(storage, &draft, 0).unwrap();
        put(&key(&draft.id), record);

        let damaged = damage(storage, &draft.id);
        assert!(matches!(damaged, Some(DraftError::Damaged(_))), "{record}");
        assert_eq!(listed(storage, &draft.id), None, "{record}");
        assert!(matches!(
            storage.load(&draft.id),
            Err(LoadProblem::Unreadable(_))
        ));
        draft.revision = 2;
        let result = save(storage, &draft, 1);
        assert_eq!(result, Err(SaveProblem::ChangedElsewhere), "{record}");
        assert_eq!(storage.record(&draft.id).as_deref(), Some(record));
        storage.remove(&draft.id);
    }
}

#[wasm_bindgen_test]
fn a_record_of_a_newer_version_is_named_and_stays_as_it_is() {
    let storage = DraftStorage::open().unwrap();
    let mut draft = draft("From an older tab");
    save(storage, &draft, 0).unwrap();
    let record = "{\"schema\":999,\"news\":true}";
    put(&key(&draft.id), record);

    assert_eq!(
        damage(storage, &draft.id),
        Some(DraftError::Newer { schema: 999 })
    );
    draft.revision = 2;
    let result = save(storage, &draft, 1);
    assert_eq!(result, Err(SaveProblem::ChangedElsewhere));
    assert_eq!(storage.record(&draft.id).as_deref(), Some(record));
}

#[wasm_bindgen_test]
fn a_removed_draft_is_gone_and_nothing_else_is() {
    let storage = DraftStorage::open().unwrap();
    let (stays, goes) = (draft("Stays"), draft("Goes"));
    let foreign = [("theme", "dark"), ("k", "{bad"), ("draft", "not ours")];
    for (key, value) in foreign {
        put(key, value);
    }
    save(storage, &stays, 0).unwrap();
    save(storage, &goes, 0).unwrap();

    storage.remove(&goes.id);

    assert_eq!(storage.load(&goes.id), Err(LoadProblem::Absent));
    assert_eq!(listed(storage, &goes.id), None);
    assert_eq!(listed(storage, &stays.id), Some(summarise(&stays)));
    for (key, value) in foreign {
        assert_eq!(get(key).as_deref(), Some(value));
    }
}

#[wasm_bindgen_test]
fn an_index_that_makes_no_sense_is_made_anew() {
    let storage = DraftStorage::open().unwrap();
    let draft = draft("Still listed");
    save(storage, &draft, 0).unwrap();
    for index in ["{", "null", "{\"drafts\":[]}", ""] {
        put("postmortem-editor:index", index);
        assert_eq!(
            listed(storage, &draft.id),
            Some(summarise(&draft)),
            "{index}"
        );
    }
}

#[wasm_bindgen_test]
fn identifiers_differ() {
    let ids: std::collections::BTreeSet<_> = (0..1000).map(|_| new_draft_id()).collect();
    assert_eq!(ids.len(), 1000);
}
