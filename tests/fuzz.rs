//! What holds for any text at all, tried for as long as you like. In everyday tests the cases are
//! few and always the same; with `POSTMORTEM_FUZZ_SECONDS` they are new ones, for so many seconds.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may panic, and says where"
)]

#[path = "hostile/allowed.rs"]
mod allowed;
#[path = "fuzz/dom.rs"]
mod dom;
#[path = "hostile/text.rs"]
mod hostile;
#[path = "fuzz/once.rs"]
mod once;
#[path = "hostile/snippets.rs"]
mod snippets;
#[path = "fuzz/texts.rs"]
mod texts;
#[path = "fuzz/words.rs"]
mod words;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use postmortem_editor::markdown::{Written, read, to_html, to_page, write};
use postmortem_editor::postmortem::{Field, Place};
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestError, TestRunner};

/// How many cases are tried on an ordinary day.
const CASES: u32 = 512;

#[test]
fn no_word_of_a_text_is_lost() {
    hold(&texts::text(), lost_word);
}

#[test]
fn what_was_written_of_a_text_stays_as_it_is() {
    hold(&texts::text(), change);
}

#[test]
fn what_did_not_hold_once_does_by_now() {
    let texts = once::TEXTS.iter().copied();
    let fault = |text| Some((lost_word(text).or_else(|| change(text))?, text));
    let faults: Vec<(String, &str)> = texts.filter_map(fault).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn html_of_any_text_holds_only_what_is_allowed() {
    hold(&texts::text(), |text| {
        let html = to_html(&Written {
            markdown: text.to_owned(),
            places: vec![(0..text.len(), Place::field(Field::Summary))],
        });
        dom::fault(&html).map(|fault| format!("{fault} in {html}"))
    });
}

#[test]
fn html_of_every_hostile_snippet_holds_only_what_is_allowed() {
    for snippet in snippets::snippets() {
        let written = Written {
            markdown: snippet,
            places: Vec::new(),
        };
        let html = to_html(&written);
        assert_eq!(dom::fault(&html), None, "{:?}: {html}", written.markdown);
    }
}

#[test]
fn a_page_of_any_text_holds_only_what_is_allowed() {
    hold(&texts::text(), |text| {
        let reading = read(text);
        dom::page_fault(&to_page(&reading.document, reading.template))
    });
}

#[test]
fn the_judges_find_what_they_look_for() {
    for (text, written, lost) in [
        ("The pigeon sat there", "The sat there", &["pigeon"][..]),
        ("kiwi kiwi owl", "kiwi owl", &["kiwi"]),
        ("Pigeon", "pigeon", &["Pigeon"]),
        ("<b>pigeon</b> <!-- kiwi -->", "pigeon", &["kiwi"]),
        (
            "# Executive Summary\n\n12 pigeons",
            "## Issue Summary\n\n12 pigeons",
            &[],
        ),
        (
            "# Executive Pigeon\n\n12",
            "## Issue Summary\n\n",
            &["Pigeon", "12"],
        ),
        (
            "- 7:31 PM PT: kiwi",
            "*All times in PT.*\n\n- **19:31** – kiwi",
            &[],
        ),
        (
            "- 7:31 PM PT: kiwi",
            "*All times in PT.*\n\n- kiwi",
            &["7:31"],
        ),
        ("1. kiwi\n2. 40 owls", "- kiwi\n- 40 owls", &[]),
        (
            "| Time | Zebra |\n|---|---|\n| 10:00 | x |",
            "- **10:00** – x",
            &["Zebra"],
        ),
        ("status: open", "Status: Open", &[]),
    ] {
        assert_eq!(words::lost(text, written), lost, "{text:?}");
    }
    for html in [
        "<script>x</script>",
        "<p onclick=\"x\">a</p>",
        "<a href=\"java&#10;script:x\">a</a>",
        "<a href=\"//host\">a</a>",
        "<img src=x>",
        "<p><!-- x --></p>",
        "<svg><p></p></svg>",
    ] {
        assert!(dom::fault(html).is_some(), "{html}");
        assert!(dom::page_fault(html).is_some(), "{html}");
    }
    assert_eq!(
        dom::fault("<p data-place=\"title\">a <em>b</em> <a href=\"/x\">c</a></p>"),
        None
    );
    assert!(dom::page_fault("<p>no page at all</p>").is_some());
}

/// The words of a text that are not in what is written of it.
fn lost_word(text: &str) -> Option<String> {
    let reading = read(text);
    let lost = words::lost(text, &write(&reading.document, reading.template));
    (!lost.is_empty()).then(|| format!("lost: {}", lost.join(" ")))
}

/// What of a text is not the same when it is written and read once more.
fn change(text: &str) -> Option<String> {
    let reading = read(text);
    let written = write(&reading.document, reading.template);
    let again = read(&written);
    if again.template.id != reading.template.id {
        return Some(format!(
            "{} became {}",
            reading.template.id, again.template.id
        ));
    }
    let differs =
        again.document != reading.document || write(&again.document, again.template) != written;
    differs.then(|| "is another document when it is read again".to_owned())
}

/// Tries a property, and fails with the shortest text that it can find for which it does not hold.
fn hold(texts: &impl Strategy<Value = String>, fault: impl Fn(&str) -> Option<String>) {
    let seconds: Option<u64> = std::env::var("POSTMORTEM_FUZZ_SECONDS")
        .ok()
        .map(|seconds| {
            seconds.parse().unwrap_or_else(|_| {
                panic!("POSTMORTEM_FUZZ_SECONDS={seconds}: a number of seconds")
            })
        });
    let fault = |text: &str| {
        catch_unwind(AssertUnwindSafe(|| fault(text)))
            .unwrap_or_else(|_| Some("panicked".to_owned()))
    };
    let start = Instant::now();
    loop {
        let mut runner = TestRunner::new(ProptestConfig {
            cases: CASES,
            failure_persistence: None,
            // The text is made shorter below, line by line, which finds more than undoing a change.
            max_shrink_iters: 0,
            rng_seed: if seconds.is_some() {
                RngSeed::Random
            } else {
                RngSeed::Fixed(1)
            },
            ..ProptestConfig::default()
        });
        let outcome = runner.run(texts, |text| match fault(&text) {
            None => Ok(()),
            Some(fault) => Err(TestCaseError::fail(fault)),
        });
        if let Err(TestError::Fail(_, text)) = outcome {
            let text = shortest(text, |text| fault(text).is_some());
            panic!("{}\n{text:?}\n{text}", fault(&text).unwrap_or_default());
        }
        if start.elapsed() >= Duration::from_secs(seconds.unwrap_or(0)) {
            return;
        }
    }
}

/// Leaves out lines, then words, for as long as the text fails.
fn shortest(text: String, fails: impl Fn(&str) -> bool) -> String {
    let parts = |text: &str, end: char| text.split_inclusive(end).map(str::to_owned).collect();
    let text = without_needless(parts(&text, '\n'), &fails).concat();
    without_needless(parts(&text, ' '), &fails).concat()
}

fn without_needless(mut parts: Vec<String>, fails: impl Fn(&str) -> bool) -> Vec<String> {
    let mut size = parts.len();
    while size > 0 {
        let mut at = 0;
        while at < parts.len() {
            let end = (at + size).min(parts.len());
            let rest = [&parts[..at], &parts[end..]].concat();
            if fails(&rest.concat()) {
                parts = rest;
            } else {
                at = end;
            }
        }
        size /= 2;
    }
    parts
}
