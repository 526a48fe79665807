//! Earlier versions of a draft: which are kept, and what differs between two.

use postmortem_editor::copies::{
    Piece, PieceKind, VersionName, around_changes, compare_words, difference, outdated,
};
use postmortem_editor::draft::{DraftId, Millis};
use postmortem_editor::postmortem::{Event, Item, Milestone, Postmortem, RowId, Section};

const HOUR: u64 = 60 * 60 * 1000;
const DAY: u64 = 24 * HOUR;

#[test]
fn versions_are_thinned_by_their_age_and_named_ones_stay() {
    let now = 1000 * DAY;
    let version = |at: u64, name: &str| VersionName {
        at: Millis(at),
        name: name.to_owned(),
    };
    // Every ten minutes for three days.
    let all: Vec<VersionName> = (0..3 * 144)
        .map(|step| version(now - step * HOUR / 6, ""))
        .chain([
            version(now - 40 * DAY, "sent to all"),
            version(now - 40 * DAY - 1, ""),
        ])
        .chain([version(now - 40 * DAY - 2, ""), version(now + HOUR, "")])
        .collect();

    let outdated = outdated(&all, Millis(now));
    let left: Vec<&VersionName> = all.iter().filter(|one| !outdated.contains(one)).collect();

    let within = |from: u64, to: u64| {
        let ages = left.iter().map(|one| now.saturating_sub(one.at.0));
        ages.filter(|age| (from..to).contains(age)).count()
    };
    // With the one of a clock that was ahead.
    assert_eq!(within(0, HOUR), 7);
    assert_eq!(within(HOUR, DAY), 24);
    assert!((2..=3).contains(&within(DAY, 3 * DAY)), "{left:?}");
    assert_eq!(within(3 * DAY, 100 * DAY), 2);
    assert!(left.iter().any(|one| one.name == "sent to all"));
    let again: Vec<VersionName> = left.into_iter().cloned().collect();
    assert_eq!(postmortem_editor::copies::outdated(&again, Millis(now)), []);
}

#[test]
fn a_version_is_found_again_by_its_key() {
    let id = DraftId("a1".to_owned());
    for name in ["", "sent: to all", "𝄞"] {
        let version = VersionName {
            at: Millis(12),
            name: name.to_owned(),
        };
        assert_eq!(VersionName::from_key(&version.key(&id), &id), Some(version));
    }
    let other = DraftId("a".to_owned());
    assert_eq!(VersionName::from_key("a1:12:", &other), None);
}

/// The pieces as text: what came in `+…+`, what went in `-…-`.
fn marked(pieces: &[Piece]) -> String {
    let mark = |piece: &Piece| match piece.kind {
        PieceKind::Same => piece.text.clone(),
        PieceKind::Added => format!("+{}+", piece.text),
        PieceKind::Removed => format!("-{}-", piece.text),
    };
    pieces.iter().map(mark).collect()
}

#[test]
fn texts_are_compared_word_by_word() {
    for (old, new, expected) in [
        ("", "", ""),
        ("same words", "same words", "same words"),
        ("a cat sat", "a dog sat", "a -cat-+dog+ sat"),
        ("one two", "one two three", "one two+ three+"),
        ("one two three", "two three", "-one -two three"),
        ("a b c d e", "a x c e", "a -b-+x+ c- d- e"),
        ("", "new", "+new+"),
        ("old", "", "-old-"),
        ("line\nline", "line\n\nline", "line-\n-+\n\n+line"),
    ] {
        let pieces = compare_words(old, new);
        assert_eq!(marked(&pieces), expected, "{old:?} to {new:?}");
    }
}

#[test]
fn both_texts_can_be_put_together_from_the_pieces() {
    let long: String = (0..3000)
        .map(|index| format!("w{} ", index * 7 % 100))
        .collect();
    let other: String = (0..3000)
        .map(|index| format!("w{} ", index * 11 % 100))
        .collect();
    for (old, new) in [
        ("a b  c\td", "b c d  e"),
        (&long, &other),
        (long.get(..2000).unwrap(), other.get(..2500).unwrap()),
        ("x", &long),
    ] {
        let pieces = compare_words(old, new);
        let without = |kind: PieceKind| -> String {
            let rest = pieces.iter().filter(|piece| piece.kind != kind);
            rest.map(|piece| piece.text.as_str()).collect()
        };
        assert_eq!(without(PieceKind::Added), old);
        assert_eq!(without(PieceKind::Removed), new);
    }
}

#[test]
fn what_stayed_is_shown_next_to_what_changed() {
    let old = format!("{}cat {}end", "first ".repeat(100), "last ".repeat(100));
    let new = old.replace("cat", "dog").replace("end", "stop");
    let shown = marked(&around_changes(compare_words(&old, &new)));
    assert!(shown.starts_with(" … "), "{shown}");
    assert!(shown.contains("-cat-+dog+"), "{shown}");
    assert!(shown.ends_with("-end-+stop+"), "{shown}");
    assert!(shown.len() < 400, "{shown}");
}

#[test]
fn documents_are_compared_field_by_field_and_row_by_row() {
    let mut before = Postmortem::default();
    before.overview.title = "Search slow".to_owned();
    before.summary.text = "It was slow.".to_owned();
    let item = |id: u64, text: &str| Item {
        id: RowId(id),
        text: text.to_owned(),
    };
    before.analysis.factors = vec![item(1, "first"), item(2, "second"), item(3, "third")];
    let mut after = before.clone();
    after.overview.title = "Search very slow".to_owned();
    after.summary.text.clear();
    after.summary.start.date = "2024-05-03".into();
    after.analysis.factors = vec![item(3, "third"), item(1, "first one"), item(4, "fourth")];
    after.timeline.events.push(Event {
        id: RowId(9),
        text: "Queries slow".to_owned(),
        milestone: Some(Milestone::Detected),
        ..Event::default()
    });
    after
        .nothing_to_say
        .insert(Section::Conclusion, "all is said".to_owned());

    let changes = difference(&before, &after);

    let lines: Vec<String> = changes
        .iter()
        .map(|change| {
            format!(
                "{} {:?}: {}",
                change.label,
                change.kind,
                marked(&change.pieces)
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            "Title Changed: Search +very +slow",
            "Summary Removed: -It was slow.-",
            "Start Added: +2024-05-03+",
            "Timeline Added: +Queries slow · Detected+",
            "Contributing factors Changed: first+ one+",
            "Contributing factors Added: +fourth+",
            "Contributing factors Removed: -second-",
            "Contributing factors Moved: ",
            "conclusion Added: +Nothing to say here all is said+",
        ]
    );
    assert_eq!(difference(&after, &after), []);
}
