//! Of two copies of a draft the newer is taken, and no words are lost where they went their own ways.

use postmortem_editor::copies::{Settled, WhyMirror, settle};
use postmortem_editor::draft::{Draft, DraftId, SCHEMA};

/// A draft with these words, saved as often as there are writers.
fn saved(title: &str, writers: &[&str]) -> Draft {
    let mut draft = Draft {
        schema: SCHEMA,
        id: DraftId("a1".to_owned()),
        ..Draft::default()
    };
    for (index, writer) in writers.iter().enumerate() {
        draft.sign(index as u64 + 1, writer);
    }
    title.clone_into(&mut draft.postmortem.overview.title);
    draft
}

/// In a word, what is done about these copies.
fn outcome(first: Option<&str>, mirror: Option<&str>) -> String {
    match settle(first, mirror) {
        Settled::Nothing => "nothing".to_owned(),
        Settled::Unreadable => "unreadable".to_owned(),
        Settled::ToMirror => "to mirror".to_owned(),
        Settled::FromMirror { draft, why } => {
            let title = draft.postmortem.overview.title;
            format!("{title} from mirror: {why:?}")
        }
        Settled::Both {
            newer_in_mirror,
            other,
        } => {
            let newer = newer_in_mirror.map_or("first".to_owned(), |draft| {
                format!("mirror’s {}", draft.postmortem.overview.title)
            });
            format!("{newer}, and also {}", other.postmortem.overview.title)
        }
    }
}

#[test]
fn the_newer_sound_copy_is_taken() {
    let old = saved("Old", &["a", "a"]).encode();
    let new = saved("New", &["a", "a", "a"]).encode();
    let by_other = saved("New", &["a", "a", "b"]).encode();
    let aside = saved("Aside", &["a", "b", "b", "b"]).encode();
    let twin = saved("Twin", &["a", "a", "c"]).encode();
    let newer = new.replace(&format!("\"schema\":{SCHEMA}"), "\"schema\":999");
    let cut = new.get(..new.len() / 2).unwrap();
    let rows: &[(&str, Option<&str>, Option<&str>, &str)] = &[
        ("none", None, None, "nothing"),
        ("same", Some(&old), Some(&old), "nothing"),
        ("no mirror yet", Some(&old), None, "to mirror"),
        ("damaged mirror", Some(&old), Some(cut), "to mirror"),
        ("lost", None, Some(&old), "Old from mirror: Lost"),
        ("damaged", Some(cut), Some(&old), "Old from mirror: Damaged"),
        ("empty", Some(""), Some(&old), "Old from mirror: Damaged"),
        ("older", Some(&old), Some(&new), "New from mirror: Older"),
        ("older mirror", Some(&new), Some(&old), "to mirror"),
        (
            "older, of another run",
            Some(&old),
            Some(&by_other),
            "New from mirror: Older",
        ),
        (
            "aside",
            Some(&old),
            Some(&aside),
            "mirror’s Aside, and also Old",
        ),
        (
            "aside in front",
            Some(&aside),
            Some(&old),
            "first, and also Old",
        ),
        (
            "as new",
            Some(&by_other),
            Some(&twin),
            "first, and also Twin",
        ),
        ("same words", Some(&by_other), Some(&new), "to mirror"),
        ("of a newer editor", Some(&newer), Some(&old), "unreadable"),
        (
            "of a newer editor in the mirror",
            Some(&old),
            Some(&newer),
            "nothing",
        ),
        ("both damaged", Some(cut), Some("{"), "unreadable"),
    ];
    for (name, first, mirror, expected) in rows {
        assert_eq!(outcome(*first, *mirror), *expected, "{name}");
    }
}

#[test]
fn records_of_before_go_by_their_revision() {
    let mut old = saved("Old", &["a", "a"]);
    let mut new = saved("New", &["b", "b", "b"]);
    old.writers.clear();
    assert_eq!(
        outcome(Some(&old.encode()), Some(&new.encode())),
        "New from mirror: Older"
    );
    new.writers.clear();
    assert_eq!(
        settle(Some(&new.encode()), Some(&saved("Old", &["a"]).encode())),
        Settled::ToMirror
    );
    let lost = settle(None, Some(&old.encode()));
    assert!(matches!(
        lost,
        Settled::FromMirror {
            why: WhyMirror::Lost,
            ..
        }
    ));
}

#[test]
fn the_names_of_writers_do_not_grow_without_end() {
    let names: Vec<String> = (0..200).map(|index| format!("run {index}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let draft = saved("Often", &names);
    assert!(draft.writers.len() < 50);
    let before = saved("Often", &names[..199]);
    assert!(draft.descends_from(&before));
    assert!(!before.descends_from(&draft));
}
