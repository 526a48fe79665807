//! The diagram of an export: what it shows, and that no text breaks it.

use postmortem_editor::markdown::{WriteOptions, write_with};
use postmortem_editor::postmortem::{Postmortem, example};

use super::{ALL, classic, document, event};

#[test]
fn the_diagram_shows_phases_and_rows_to_scale() {
    let options = WriteOptions {
        has_diagram: true,
        ..WriteOptions::default()
    };
    let text = write_with(&document(), classic(), options);
    let diagram = "
```mermaid
gantt
    accTitle: Timeline of the incident
    dateFormat YYYY-MM-DD HH:mm
    axisFormat %H:%M
    todayMarker off
    section Phases
    Started to detected, 15 min :2024-05-03 23:40, 2024-05-03 23:55
    Detected to mitigated, 55 min :2024-05-03 23:55, 2024-05-04 00:50
    Mitigated to resolved, about 20 min :2024-05-04 00:50, 2024-05-04 01:10
    section Entries
    23∶40 A reindex begins :milestone, 2024-05-03 23:40, 0m
    23∶55 Queries∶ take 20 s, 5％ fail :milestone, 2024-05-03 23:55, 0m
    ~00∶15 Capacity is added :milestone, 2024-05-04 00:15, 0m
    00∶50 The reindex is stopped :milestone, 2024-05-04 00:50, 0m
```

## ";
    assert!(text.contains(diagram), "{text}");
    let mut one = Postmortem::default();
    one.timeline.events.push(event(1, "9:00", None, "x"));
    let text = write_with(&one, classic(), options);
    assert!(
        !text.contains("mermaid"),
        "one moment is no picture: {text}"
    );
}

/// Whether a line is one of those that the diagram is made of, and its grammar finds in it what
/// was meant: nothing of it can be a comment, a directive, a click or another statement.
pub(crate) fn is_meant(line: &str) -> bool {
    if line == "gantt" {
        return true;
    }
    let Some(line) = line.strip_prefix("    ") else {
        return false;
    };
    let known = [
        "accTitle: ",
        "dateFormat ",
        "axisFormat ",
        "todayMarker ",
        "section ",
    ];
    if known.iter().any(|start| line.starts_with(start)) {
        return line.is_ascii() && !line.contains([';', '"', '<', '{']);
    }
    let Some((name, data)) = line.split_once(" :") else {
        return false;
    };
    let is_phase = name.starts_with(|c: char| c.is_ascii_uppercase()) && name.contains(" to ");
    let begins = name.trim_start_matches('~').as_bytes();
    let is_row = begins
        .get(..2)
        .is_some_and(|hour| hour.iter().all(u8::is_ascii_digit));
    let is_hostile = |c: char| ":;#%{}<>\"`\\|&[]^\n\r".contains(c) || c.is_control();
    let is_data = |c: char| c.is_ascii_digit() || "-: ,m".contains(c);
    (is_phase || is_row)
        && !name.contains(is_hostile)
        && data.trim_start_matches("milestone, ").chars().all(is_data)
}

/// The lines between the fences of the diagram.
fn diagram_in(text: &str) -> Option<&str> {
    let (_, inside) = text.split_once("\n```mermaid\n")?;
    Some(inside.split_once("\n```\n")?.0)
}

#[test]
fn the_judge_of_diagrams_knows_a_hostile_line() {
    for line in [
        "    09∶00 x; click a href \"y\" :milestone, 2024-05-03 23:40, 0m",
        "    %%{init: {}}%% :milestone, 2024-05-03 23:40, 0m",
        "    click a call b() :milestone, 2024-05-03 23:40, 0m",
        "    09∶00 x :milestone, after y, 0m",
        "    section <b>",
        "09∶00 x :milestone, 2024-05-03 23:40, 0m",
    ] {
        assert!(!is_meant(line), "{line}");
    }
}

#[test]
fn no_text_can_break_the_diagram() {
    let hostile = [
        "a: b; c # d",
        "%%{init: {'theme':'forest'}}%%",
        "x\n    click a href \"javascript:alert(1)\"",
        "click a call b()",
        "section Mine",
        "```\n</pre><script>alert(1)</script>",
        "`````` ~~~",
        "title #quot;x#quot; &amp; <img src=x onerror=alert(1)>",
        "after a1, 3d :crit, done",
        "ﬂ°°60¶ßimg",
        "\u{202e}\u{2028}\u{85}\u{0}end",
        "2024-05-03",
        "::::",
    ];
    for text in hostile {
        let mut document = document();
        document.overview.title = text.to_owned();
        document.timeline.events[1].text = text.to_owned();
        document.timeline.events[2].evidence = text.to_owned();
        let written = write_with(&document, classic(), ALL);
        let diagram = diagram_in(&written).unwrap();
        let lines = diagram.lines().count();
        assert_eq!(lines, 14, "{diagram}");
        for line in diagram.lines() {
            assert!(is_meant(line), "{text:?}: {line}");
        }
    }
}

#[test]
fn of_many_rows_the_diagram_shows_the_telling_ones() {
    let mut many = document();
    for id in 5..60 {
        let time = format!("01:{id:02}");
        many.timeline.events.push(event(id, &time, None, "x"));
    }
    let options = WriteOptions {
        has_diagram: true,
        ..WriteOptions::default()
    };
    let of = |document: &Postmortem, options| {
        let text = write_with(document, classic(), options);
        let diagram = diagram_in(&text).unwrap().to_owned();
        let section = diagram
            .lines()
            .find(|line| line.contains("section Entries"));
        (
            section.unwrap().trim().to_owned(),
            diagram.matches(":milestone").count(),
        )
    };
    let shown = of(&many, options);
    assert_eq!(shown, ("section Entries (3 of 59)".to_owned(), 3));
    many.timeline.events[10].is_key = true;
    many.timeline.events[2].is_key = true;
    let shown = of(&many, options);
    assert_eq!(shown, ("section Entries (2 of 59)".to_owned(), 2));
    // A week before the incident is too far off to be drawn to scale with it.
    let (section, count) = of(&example(), options);
    assert_eq!(
        (section.as_str(), count),
        ("section Entries (11 of 12)", 11)
    );
}
