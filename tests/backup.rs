//! A backup of all drafts: its form, how it stands to what is kept, and when it is due.

use postmortem_editor::copies::{
    Backup, KeptVersion, NoBackup, Standing, is_due, merge, read_backup,
};
use postmortem_editor::draft::{Draft, DraftId, Millis, SCHEMA, to_json};
use postmortem_editor::template::Source;

const DAY: u64 = 24 * 60 * 60 * 1000;

fn named(id: &str, title: &str) -> Draft {
    let mut draft = Draft {
        schema: SCHEMA,
        id: DraftId(id.to_owned()),
        ..Draft::default()
    };
    title.clone_into(&mut draft.postmortem.overview.title);
    draft
}

#[test]
fn a_backup_is_read_as_it_was_made_and_nothing_else_is() {
    let backup = Backup {
        made: Millis(5),
        drafts: vec![named("a1", "One").encode(), "{".to_owned()],
        versions: vec![KeptVersion {
            draft: DraftId("a1".to_owned()),
            at: Millis(4),
            name: "sent".to_owned(),
            record: named("a1", "Zero").encode(),
        }],
        templates: vec![Source {
            file_name: "team.md".to_owned(),
            text: "# Team\n## What".to_owned(),
        }],
        ..Backup::default()
    };
    let text = to_json(&backup);
    assert_eq!(read_backup(&text), Ok(backup));

    let newer = text.replace("\"version\":1,\"made\"", "\"version\":2,\"made\"");
    assert_eq!(read_backup(&newer), Err(NoBackup::Newer));
    let deep = "[".repeat(100_000);
    let record = named("a1", "Alone").encode();
    for other in [
        "",
        "{}",
        "null",
        "[]",
        text.get(..text.len() / 2).unwrap(),
        &deep,
        &record,
    ] {
        let shown: String = other.chars().take(40).collect();
        assert_eq!(read_backup(other), Err(NoBackup::SomethingElse), "{shown}");
    }
}

#[test]
fn a_backup_never_writes_over_what_is_kept() {
    let kept = [named("same", "Same"), named("differs", "Mine")];
    let backup = Backup {
        drafts: vec![
            named("new", "New").encode(),
            named("same", "Same").encode(),
            named("differs", "Theirs").encode(),
            named("new", "Twice, and other words").encode(),
            "{".to_owned(),
        ],
        ..Backup::default()
    };
    let find = |id: &DraftId| kept.iter().find(|draft| draft.id == *id).cloned();
    let (incoming, unreadable) = merge(&backup, find);
    let standings: Vec<Standing> = incoming.iter().map(|one| one.standing).collect();
    assert_eq!(
        standings,
        [
            Standing::New,
            Standing::Same,
            Standing::Differs,
            Standing::Differs
        ]
    );
    assert_eq!(unreadable, 1);
}

#[test]
fn a_person_is_reminded_of_a_backup_once_nothing_was_kept_elsewhere_for_long() {
    let now = Millis(100 * DAY);
    let day = |day: u64| Millis(day * DAY);
    for (name, drafts, backed_up, expected) in [
        ("no drafts", vec![], None, false),
        ("new ones", vec![(day(95), day(99), None)], None, false),
        ("old ones", vec![(day(80), day(99), None)], None, true),
        (
            "exported lately",
            vec![(day(80), day(99), Some(day(90)))],
            None,
            false,
        ),
        (
            "exported long ago",
            vec![(day(50), day(99), Some(day(60)))],
            None,
            true,
        ),
        (
            "unchanged since",
            vec![(day(50), day(60), Some(day(60)))],
            None,
            false,
        ),
        (
            "backed up lately",
            vec![(day(50), day(99), None)],
            Some(day(90)),
            false,
        ),
        (
            "backed up long ago",
            vec![(day(50), day(99), None)],
            Some(day(70)),
            true,
        ),
        (
            "backed up, unchanged",
            vec![(day(50), day(60), None)],
            Some(day(70)),
            false,
        ),
    ] {
        assert_eq!(is_due(&drafts, backed_up, now), expected, "{name}");
    }
}
