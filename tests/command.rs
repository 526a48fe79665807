//! The command as it is run: what it prints, and how it ends.

#![expect(clippy::unwrap_used, reason = "a test may panic, and says where")]

#[path = "command/checking.rs"]
mod checking;
#[path = "command/process.rs"]
mod process;
#[path = "command/repo.rs"]
mod repo;
#[path = "command/several.rs"]
mod several;
#[path = "command/writing.rs"]
mod writing;

use postmortem_editor::facts::Facts;
use postmortem_editor::markdown::{self, Reading};
use postmortem_editor::postmortem::{Postmortem, example};
use postmortem_editor::template::{TEMPLATES, Template, TemplateId};
use process::{json_of, path, run, saved};
use serde_json::{Value, json};

#[test]
fn the_facts_of_the_example_are_what_was_put_in() {
    for template in TEMPLATES {
        let file = saved(
            &format!("example-{}.md", template.id),
            written(&example(), template),
        );
        let shown = json_of(&run(&["show", "--json", path(&file)], b""));
        assert_same(&shown, &facts_of(example(), template));
    }
}

#[test]
fn the_facts_have_the_shape_that_the_readme_documents() {
    let file = saved("shape.md", written(&example(), classic()));
    let output = run(&["show", "--json", path(&file)], b"");
    let keys: Vec<String> = String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| {
            line.strip_prefix("  \"")?
                .split_once('"')
                .map(|(key, _)| key.to_owned())
        })
        .collect();
    let documented = "title reference status severity authors services date start end end_date \
                      time_zone affected_percent summary impact timeline root_cause resolution \
                      improvements action_items lessons conclusion extra notes";
    assert_eq!(keys.join(" "), documented);

    let facts = json_of(&output);
    for (key, value) in [
        (
            "title",
            json!("Postmortem: parcel tracking showed outdated statuses"),
        ),
        ("reference", json!("INC-318")),
        ("status", json!("Final")),
        ("severity", json!("SEV-2")),
        ("authors", json!(["Priya Nair", "Tomás Vidal"])),
        ("date", json!("2024-09-17")),
        ("start", json!("09:12")),
        ("end", json!("11:47")),
        ("end_date", json!("2024-09-17")),
        ("time_zone", json!("UTC")),
        ("affected_percent", json!(62)),
        ("notes", json!([])),
    ] {
        assert_eq!(facts[key], value, "{key}");
    }
    let keys = |value: &Value| {
        value
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(
        keys(&facts["timeline"][5]),
        ["date", "kind", "text", "time"]
    );
    assert_eq!(facts["timeline"][5]["kind"], "dead end");
    assert_eq!(
        facts["timeline"][5]["date"], "2024-09-17",
        "of the event before"
    );
    assert_eq!(
        keys(&facts["action_items"][0]),
        ["due", "owner", "status", "text"]
    );
    assert_eq!(facts["action_items"][0]["due"], "2024-09-27");
    assert_eq!(
        keys(&facts["lessons"]),
        ["lucky", "went_badly", "went_well"]
    );
    assert_eq!(keys(&facts["extra"][0]), ["body", "heading"]);
}

#[test]
fn what_was_not_written_is_null_or_an_empty_list() {
    let mut document = Postmortem::default();
    document.overview.title = "Search slow".to_owned();
    document.summary.start.time = "14:15pm".into();
    let shown = json_of(&run(
        &["show", "--json", "-"],
        written(&document, classic()).as_bytes(),
    ));
    assert_eq!(shown["title"], "Search slow");
    for key in [
        "reference",
        "date",
        "start",
        "end",
        "affected_percent",
        "summary",
        "conclusion",
    ] {
        assert_eq!(shown[key], Value::Null, "{key}");
    }
    for key in ["authors", "timeline", "action_items", "extra"] {
        assert_eq!(shown[key], json!([]), "{key}");
    }
    let notes = shown["notes"].as_array().unwrap();
    let says_what_stood_there = |note: &Value| note.as_str().unwrap().contains("14:15pm");
    assert!(notes.iter().any(says_what_stood_there), "{notes:?}");
}

#[test]
fn standard_input_is_read_like_a_file() {
    for template in TEMPLATES {
        let example_text = run(&["write-example", "--template", template.id], b"").stdout;
        assert_eq!(
            String::from_utf8_lossy(&example_text),
            written(&example(), template)
        );
        let shown = json_of(&run(&["show", "--json", "-"], &example_text));
        assert_same(&shown, &facts_of(example(), template));
    }
}

#[test]
fn a_byte_order_mark_and_foreign_line_ends_change_nothing() {
    let text = written(&example(), classic());
    for text in [format!("\u{feff}{text}"), text.replace('\n', "\r\n")] {
        let shown = json_of(&run(&["show", "--json", "-"], text.as_bytes()));
        assert_same(&shown, &facts_of(example(), classic()));
    }
}

#[test]
fn the_facts_for_people_are_aligned_lines() {
    let output = run(&["show", "-"], written(&example(), classic()).as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let shown = String::from_utf8(output.stdout).unwrap();
    for line in [
        "Title           Postmortem: parcel tracking showed outdated statuses",
        "Start           2024-09-17 09:12 UTC",
        "Users affected  62%",
        "Timeline        12 events",
    ] {
        assert!(shown.lines().any(|shown| shown == line), "{line}\n{shown}");
    }
}

#[test]
fn utf_16_is_read_like_utf_8() {
    let text = written(&example(), classic());
    let units: Vec<u16> = "\u{feff}"
        .chars()
        .chain(text.chars())
        .collect::<String>()
        .encode_utf16()
        .collect();
    let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    for bytes in [little, big] {
        let shown = json_of(&run(&["show", "--json", "-"], &bytes));
        assert_same(&shown, &facts_of(example(), classic()));
    }
}

#[test]
fn a_file_that_cannot_be_read_is_refused_with_its_name_and_what_to_do() {
    let latin_1 = saved("latin-1.md", b"# Caf\xe9 down\n");
    let picture = saved("picture.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    let folder = latin_1.parent().unwrap().to_owned();
    let missing = folder.join("there-is-no-such-file.md");
    for (file, what_to_do) in [
        (missing, "Check the path"),
        (folder, "Check the path"),
        (latin_1, "Save it as Markdown in UTF-8"),
        (picture, "Save it as Markdown in UTF-8"),
    ] {
        for verb in [
            &["show"][..],
            &["show", "--json"],
            &["convert"],
            &["convert", "-o", "-"],
            &["html"],
        ] {
            let output = run(&[verb, &[path(&file)]].concat(), b"");
            let said = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(1), "{said}");
            assert!(output.stdout.is_empty(), "{said}");
            for part in ["error: ", path(&file), "Nothing was changed", what_to_do] {
                assert!(said.contains(part), "{part}: {said}");
            }
        }
    }
}

#[test]
fn any_text_at_all_is_shown() {
    for text in [
        "",
        "\n",
        "# ",
        "Certainly! Here's the postmortem",
        "- - -\n```",
        "\u{1}\u{1b}[2J",
    ] {
        for verb in ["show", "convert", "html"] {
            let ended = run(&[verb, "-"], text.as_bytes());
            assert_eq!(ended.status.code(), Some(0), "{verb} {text:?}");
        }
        json_of(&run(&["show", "--json", "-"], text.as_bytes()));
    }
}

#[test]
fn wrong_usage_ends_with_two() {
    for arguments in [
        &[][..],
        &["show"],
        &["show", "-", "-"],
        &["check"],
        &["check", "-", "-"],
        &["check", "--format", "yaml", "a.md"],
        &["check", "--template", "from-the-future", "a.md"],
        &["index"],
        &["convert"],
        &["convert", "a.md", "b.md"],
        &["convert", "--template", "from-the-future", "a.md"],
        &["html"],
        &["show", "--yaml", "a.md"],
        &["frobnicate"],
        &["write-example", "--template", "from-the-future"],
    ] {
        let output = run(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(
            output.stdout.is_empty() && !output.stderr.is_empty(),
            "{arguments:?}"
        );
    }
}

#[test]
fn help_names_the_exit_codes_and_every_template_is_listed() {
    for arguments in [
        &["--help"][..],
        &["show", "--help"],
        &["convert", "--help"],
        &["html", "--help"],
        &["check", "--help"],
        &["index", "--help"],
    ] {
        let output = run(arguments, b"");
        assert_eq!(output.status.code(), Some(0));
        assert!(
            String::from_utf8_lossy(&output.stdout).contains("Exit codes:"),
            "{arguments:?}"
        );
    }
    let listed = String::from_utf8(run(&["templates"], b"").stdout).unwrap();
    assert_eq!(listed.lines().count(), TEMPLATES.len());
    for (line, template) in listed.lines().zip(TEMPLATES) {
        assert!(
            line.starts_with(template.id) && line.contains(template.name),
            "{line}"
        );
    }
}

/// The facts that a document has before anyone has written or read it. What the reader has to say
/// about a text is its own affair: `assert_same` passes over the notes.
fn facts_of(document: Postmortem, template: &'static Template) -> Value {
    let reading = Reading {
        document,
        template,
        notes: Vec::new(),
        is_order_open: false,
    };
    serde_json::to_value(Facts::new(&reading)).unwrap()
}

/// Key by key, so that a failure shows what differs and not two whole documents.
fn assert_same(shown: &Value, expected: &Value) {
    let (shown, expected) = (shown.as_object().unwrap(), expected.as_object().unwrap());
    assert!(shown.keys().eq(expected.keys()));
    for (key, value) in expected.iter().filter(|(key, _)| *key != "notes") {
        assert_eq!(&shown[key], value, "{key}");
    }
}

fn written(document: &Postmortem, template: &'static Template) -> String {
    markdown::write(document, template)
}

fn classic() -> &'static Template {
    TemplateId::default().template()
}
