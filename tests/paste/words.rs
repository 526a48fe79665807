//! No word of any text is lost by pasting it, whatever it is taken for.

use std::collections::BTreeSet;

use postmortem_editor::paste::{Given, OpenDay, Pasted, SOURCES, read, read_as};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::hostile;

/// What stands in a pasted text for the sake of its form: a time, a day, a field of a record. The
/// words of people go in where `WORD` stands.
const FORMS: &[&str] = &[
    "WORD  2:31 PM",
    "WORD WORD\n  2:31 PM",
    "PagerDuty APP  2:31 PM",
    "2:33",
    ":eyes: 2",
    "3 replies",
    "WORD said WORD (edited)",
    "Tuesday, May 3rd",
    "Today",
    "[2:31 PM] WORD: WORD",
    "[03/05/2024 14:31] WORD: WORD",
    "[WORD 14:31] Ana: WORD",
    "Ana WORD, 3 May 14:31",
    "WORD — Today at 2:31 PM",
    "[14:31]WORD: WORD",
    "[14:31] <WORD> WORD",
    "14:31 -!- WORD has joined",
    "14:31 * WORD WORD",
    "14:31:05 From WORD to WORD: WORD",
    "[03/05/24, 14:31:05] WORD: WORD",
    "25/05/2024, 14:31 - WORD: WORD",
    "WORD, [03.05.2024 14:31]: WORD",
    "May  3 14:31:05 WORD WORD[12]: WORD",
    "<34>1 2024-05-03T14:31:05Z WORD WORD - WORD - WORD",
    "2024-05-03T14:31:05,123+02:00 WORD [WORD] WORD",
    "  at WORD.WORD(WORD)",
    "E0503 14:31:05.123456 12 WORD] WORD",
    "10.0.0.7 - WORD [03/May/2024:14:31:05 +0000] \"WORD\"",
    "WORD | 2024-05-03T14:31:05Z WORD",
    "1714746665.123 WORD",
    "type=WORD msg=audit(1714746665.1:2): WORD",
    "{\"ts\":\"2024-05-03T14:31:05Z\",\"msg\":\"WORD\",\"WORD\":[\"WORD\"]}",
    "time=2024-05-03T14:31:05Z WORD=WORD msg=\"WORD\"",
    "Time,Who,Text,WORD",
    "14:31,WORD,\"WORD, \"\"WORD\"\"\nWORD\",WORD",
    "WORD,\"WORD,WORD",
    "Date;Time (UTC);Text",
    "WORD;14:31;WORD;WORD",
    "commit 3f786850e387550fdab836ed7e6dc881de23001b (WORD)",
    "Author: WORD <a@b.c>",
    "Date:   Fri May 3 14:31:05 2024 +0200",
    "Date:   WORD",
    "    WORD",
    "3f78685 2024-05-03 WORD",
    "3f78685 WORD",
    "- 14:31 UTC – WORD",
    "  - WORD",
    "**14:31:** WORD",
    "**14:31 WORD** WORD",
    "## WORD",
    "| Time | WORD | Text |\n|---|---|---|",
    "| 14:31 | WORD | WORD | WORD |",
    "WORD | WORD",
    "14:31 WORD",
    "14:31-14:40 UTC WORD",
    "23:58 WORD",
    "2024-05-03 WORD",
    "WORD",
    "",
];

/// Words that say a day or a time, or are the form of a line.
const FORMAL: &str = "am pm st nd rd th at today yesterday tuesday fri may ts msg time app edited from to everyone author \
     date commit utc br of in day january february march april june july august september october november december jan feb mar \
     apr jun jul aug sep sept oct nov dec monday wednesday thursday friday saturday sunday mon tue wed thu sat sun";

/// The words of a text in lower case: letters only, and more than one.
fn words(text: &str) -> BTreeSet<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().nth(1).is_some())
        .map(str::to_owned)
        .collect()
}

/// The words of a text that nothing of what was read has.
fn lost(text: &str, pasted: &Pasted) -> Vec<String> {
    let mut kept = words(FORMAL);
    for row in &pasted.rows {
        kept.extend(words(&format!(
            "{}\n{}\n{}\n{}",
            row.who,
            row.text,
            row.evidence,
            row.time.text()
        )));
        kept.extend(row.zone.iter().flat_map(|zone| words(zone)));
        if let Some(OpenDay::Words(day)) = &row.open_day {
            kept.extend(words(day));
        }
    }
    kept.extend(pasted.rest.iter().flat_map(|rest| words(&rest.text)));
    words(text).difference(&kept).cloned().collect()
}

/// How many texts are tried: `PROPTEST_CASES`, or enough for every day.
fn cases() -> u32 {
    let cases = std::env::var("PROPTEST_CASES").ok();
    cases.and_then(|cases| cases.parse().ok()).unwrap_or(256)
}

/// A text of lines like those that are pasted, and of others.
fn pasted_text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        3 => "[a-z]{4,8}",
        1 => Just("Ana Lima".to_owned()),
        1 => "[A-Z][a-z]{3,5}:? [\\*_\\[\\]|\"<>(){}=#,;:-]{0,3}[a-z]{4}",
    ];
    let line = (select(FORMS), vec(word, 6)).prop_map(|(form, words)| {
        let mut words = words.iter();
        let mut line = form.to_owned();
        while let Some(at) = line.find("WORD") {
            let word = words.next().map_or("xyzzy", String::as_str);
            line.replace_range(at..at + 4, word);
        }
        line
    });
    vec(prop_oneof![8 => line, 1 => hostile::text()], 0..12).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: cases(),
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_word_of_any_text_is_lost(text in pasted_text()) {
        let given = Given::default();
        let pasted = read(&text, &given);
        let gone = lost(&text, &pasted);
        prop_assert!(gone.is_empty(), "{gone:?} of {text:?} as {}", pasted.source.id);
        for source in SOURCES {
            let pasted = read_as(&text, source, &given);
            let gone = lost(&text, &pasted);
            prop_assert!(gone.is_empty(), "{gone:?} of {text:?} as {}", source.id);
            let last = text.split(['\n', '\r']).count();
            let mut lines: Vec<usize> = pasted.rows.iter().map(|row| row.line).collect();
            prop_assert!(lines.is_sorted() && lines.iter().all(|line| (1..=last).contains(line)), "{lines:?}");
            lines.extend(pasted.rest.iter().map(|rest| rest.line));
            let count = lines.len();
            lines.sort_unstable();
            lines.dedup();
            prop_assert_eq!(lines.len(), count, "a line is told of twice in {:?} as {}", text, source.id);
        }
    }
}
