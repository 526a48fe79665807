//! What the checks on language say about sentences that a person has judged, one by one, in
//! `tests/language/`: half of them are traps. `make language` prints how often they are right.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use postmortem_editor::checks::{check_named, findings};
use postmortem_editor::postmortem::{ActionItem, Event, Field, Item, Postmortem, RowId};
use postmortem_editor::template::TemplateId;

/// The sentences that the checks were written with.
const SENTENCES: [&str; 3] = [
    include_str!("language/blame.txt"),
    include_str!("language/tone.txt"),
    include_str!("language/vague.txt"),
];

/// Those that were written afterwards, to see what the checks make of what they do not know.
const HELD_OUT: [&str; 1] = [include_str!("language/held_out.txt")];

/// Sentences that are known to be judged otherwise than a person would. One that is judged rightly
/// has to leave the list.
const KNOWN_MISSES: &[&str] = &["The team who owned the service had failed to document it."];

/// One line: a sentence, where it stands, and what a person says of it.
struct Judged {
    sentence: &'static str,
    place: &'static str,
    expected: BTreeSet<String>,
}

/// The lines of the files that are no remarks.
fn lines(files: &[&'static str]) -> impl Iterator<Item = &'static str> {
    let lines = files.iter().flat_map(|file| file.lines());
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The sentences of the files; a test holds that every line is one.
fn judged(files: &[&'static str]) -> Vec<Judged> {
    lines(files)
        .filter_map(|line| {
            let (rest, expected) = line.rsplit_once(" | ")?;
            let (sentence, place) = rest.rsplit_once(" | ")?;
            let names = expected.split(' ').filter(|name| *name != "none");
            Some(Judged {
                sentence,
                place,
                expected: names.map(str::to_owned).collect(),
            })
        })
        .collect()
}

/// A document in which the sentence stands at its place: a field, with the share of users affected
/// behind it where one is known.
fn document(judged: &Judged) -> Postmortem {
    let (key, share) = judged.place.split_once(' ').unwrap_or((judged.place, ""));
    let mut document = Postmortem::default();
    let Some(field) = Field::from_key(key) else {
        return document;
    };
    document.overview.authors = "Ana Ruiz, Bo Lind".into();
    document.impact.affected_share = share.into();
    let (id, text) = (RowId(1), judged.sentence.to_owned());
    if let Some(prose) = document.prose_mut(field) {
        *prose = text;
    } else if let Some(items) = document.items_mut(field) {
        items.push(Item { id, text });
    } else if field == Field::Timeline {
        let mut event = Event {
            id,
            text,
            ..Event::default()
        };
        event.when.time = "09:12".into();
        document.timeline.events.push(event);
    } else if field == Field::ActionItems {
        document.follow_up.action_items.push(ActionItem {
            id,
            text,
            ..ActionItem::default()
        });
    } else {
        document.set_line(field, &text);
    }
    document
}

fn found(judged: &Judged) -> BTreeSet<String> {
    let document = document(judged);
    findings(&document, TemplateId::default().template())
        .iter()
        .filter(|finding| finding.check.code.starts_with("LAN"))
        .map(|finding| finding.check.name.to_owned())
        .collect()
}

#[test]
fn every_sentence_is_judged_as_a_person_would() {
    let mut wrong = Vec::new();
    for judged in judged(&SENTENCES) {
        let found = found(&judged);
        let is_known = KNOWN_MISSES.contains(&judged.sentence);
        if (found == judged.expected) == is_known {
            wrong.push(format!(
                "{} ({}): {found:?}, not {:?}{}",
                judged.sentence,
                judged.place,
                judged.expected,
                if is_known { "; no longer a miss" } else { "" }
            ));
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.join("\n"), wrong.len());
}

#[test]
fn every_line_is_a_sentence_at_a_field_with_the_names_of_checks() {
    for files in [&SENTENCES[..], &HELD_OUT] {
        let judged = judged(files);
        assert_eq!(judged.len(), lines(files).count());
        for Judged {
            sentence,
            place,
            expected,
        } in &judged
        {
            let key = place.split(' ').next().unwrap();
            assert!(Field::from_key(key).is_some(), "{sentence}: {place}");
            for name in expected {
                assert!(check_named(name).is_some(), "{sentence}: {name}");
            }
        }
    }
}

#[test]
fn there_are_many_sentences_and_half_of_them_are_traps() {
    let all = judged(&SENTENCES);
    let traps = all.iter().filter(|judged| judged.expected.is_empty());
    let traps = traps.count();
    assert!(all.len() >= 300, "{}", all.len());
    assert!(traps * 5 >= all.len() * 2, "{traps} of {}", all.len());
    let different: BTreeSet<_> = all
        .iter()
        .map(|judged| (judged.sentence, judged.place))
        .collect();
    assert_eq!(different.len(), all.len());
}

#[test]
fn most_of_what_is_said_of_unknown_sentences_is_right() {
    let (table, total) = figures(&judged(&HELD_OUT));
    println!("\nSentences that were held out\n{table}");
    println!("Sentences that the checks were written with");
    println!("{}", figures(&judged(&SENTENCES)).0);
    assert!(total.right * 10 >= total.said() * 9, "\n{table}");
}

/// How often a check was right.
#[derive(Clone, Copy, Default)]
struct Figures {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Figures {
    fn said(self) -> usize {
        self.right + self.wrong
    }

    fn row(self, name: &str) -> String {
        let share = |part: usize, of: usize| match of {
            0 => "–".to_owned(),
            of => format!("{}%", part * 100 / of),
        };
        format!(
            "{name:<20} {:>6} {:>6} {:>7} {:>10} {:>7}\n",
            self.right,
            self.wrong,
            self.missed,
            share(self.right, self.said()),
            share(self.right, self.right + self.missed)
        )
    }
}

fn figures(sentences: &[Judged]) -> (String, Figures) {
    let mut checks: BTreeMap<String, Figures> = BTreeMap::new();
    let mut remarks = String::new();
    for judged in sentences {
        let found = found(judged);
        for name in found.union(&judged.expected) {
            let figures = checks.entry(name.clone()).or_default();
            match (found.contains(name), judged.expected.contains(name)) {
                (true, true) => figures.right += 1,
                (true, false) => figures.wrong += 1,
                _ => figures.missed += 1,
            }
        }
        if found != judged.expected {
            let _ = writeln!(
                remarks,
                "  {} ({}): {found:?}",
                judged.sentence, judged.place
            );
        }
    }
    let mut total = Figures::default();
    let mut table = format!(
        "{:<20} {:>6} {:>6} {:>7} {:>10} {:>7}\n",
        "check", "right", "wrong", "missed", "precision", "recall"
    );
    for (name, figures) in checks {
        table.push_str(&figures.row(&name));
        total.right += figures.right;
        total.wrong += figures.wrong;
        total.missed += figures.missed;
    }
    table.push_str(&total.row("all"));
    (table + &remarks, total)
}
