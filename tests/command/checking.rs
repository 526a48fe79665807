//! What is found in a file, where it stands there, and how that ends.

use serde_json::Value;

use crate::process::{folder, path, run, saved};

/// A text of somebody else with what is wrong with it: no zone, and a timeline that stops early.
const FOREIGN: &str = "<h1>Search down</h1>\r\n\r\n<h2>Issue Summary:</h2>\r\n\r\n\
    On March 1st, 2023, from 10:00 AM to 12:00 PM, nobody could search.\r\n\r\n\
    <h2>Timeline:</h2>\r\n\r\n- 10:00 AM - Searches fail\r\n- 10:20 AM - An alert fires\r\n\
    - 10:30 AM - The index is rebuilt\r\n- 11:00 AM - It is half done\r\n\r\n\
    <h2>Corrective Measures:</h2>\r\n\r\n- Add an alert when the index is old\r\n";

/// What the command says of a text, and how it ends.
fn checked(name: &str, text: &str, more: &[&str]) -> (String, i32) {
    let file = saved(name, text);
    let output = run(&[&["check", path(&file)], more].concat(), b"");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(said, "");
    let shown = String::from_utf8(output.stdout).unwrap();
    let shown = shown.replace(path(&file), name);
    (shown, output.status.code().unwrap())
}

/// An example that has been finished, with changes.
fn example_with(changes: &[(&str, &str)]) -> String {
    let mut text = String::from_utf8(run(&["write-example"], b"").stdout).unwrap();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    text
}

const NO_OWNER: (&str, &str) = ("Owner: Priya Nair; ", "");
const NO_SENTENCE: (&str, &str) = ("- **Severity:** SEV-2\n", "");
const UNCLEAR: (&str, &str) = ("(Detection; Detected; key)", "(Detection; key)");
const WAIVER: &str =
    "\n<!-- postmortem: allow unowned-action-item at action-items-1: it is done -->\n";

#[test]
fn it_ends_as_what_was_found_weighs() {
    let waived = format!("{}{WAIVER}", example_with(&[NO_OWNER]));
    let hint = example_with(&[]).replace(
        "The alert \"oldest scan",
        "[](https://a.example) \"oldest scan",
    );
    for (name, text, code, says) in [
        (
            "fine.md",
            example_with(&[]),
            0,
            "0 to fix, 0 hints, 0 waived",
        ),
        ("hint.md", hint, 0, "0 to fix, 1 hints, 0 waived"),
        ("waived.md", waived, 0, "0 to fix, 0 hints, 1 waived"),
        (
            "missing.md",
            example_with(&[NO_SENTENCE]),
            3,
            "1 to fix, 0 hints, 0 waived",
        ),
        (
            "unclear.md",
            example_with(&[UNCLEAR]),
            4,
            "1 to fix, 0 hints, 0 waived",
        ),
    ] {
        let (shown, ended) = checked(name, &text, &[]);
        assert!(shown.ends_with(&format!("{says}\n")), "{name}: {shown}");
        assert_eq!(ended, code, "{name}: {shown}");
    }
}

#[test]
fn a_finding_stands_where_its_words_stand() {
    let (shown, ended) = checked("foreign.md", FOREIGN, &[]);
    assert_eq!(ended, 3);
    for line in [
        "foreign.md:12:3: inconsistent: The timeline stops at 11:00, before the incident's end at 12:00 (TIM05 partial-timeline)",
        "foreign.md:3:5: missing: No time zone is named (SUM04 missing-time-zone)",
        "foreign.md:1:5: missing: The incident has no severity (DOC04 missing-severity)",
    ] {
        assert!(shown.lines().any(|shown| shown == line), "{line}\n{shown}");
    }
    for ends in ["\r", "\n"] {
        let (otherwise, _) = checked("foreign.md", &FOREIGN.replace("\r\n", ends), &[]);
        assert_eq!(otherwise, shown, "{ends:?}");
    }
    let own = example_with(&[
        NO_OWNER,
        (
            "On 17 September 2024, the",
            "On Monday, 17 September 2024, the",
        ),
    ]);
    let at = |start: &str| own.lines().position(|line| line.contains(start)).unwrap() + 1;
    let (shown, _) = checked("own.md", &own, &[]);
    let weekday = format!(
        "own.md:{}:4: inconsistent: 2024-09-17 is a Tuesday, not a Monday (DOC13 wrong-weekday)",
        at("On Monday")
    );
    let owner = format!(
        "own.md:{}:4: missing: \"Alert when the disk of any broker node…\" has no owner (ACT02 unowned-action-item)",
        at("Alert when the disk")
    );
    assert_eq!(
        shown,
        format!("{weekday}\n{owner}\n2 to fix, 0 hints, 0 waived\n")
    );
}

#[test]
fn the_template_that_is_asked_for_decides() {
    let text = example_with(&[]);
    let codes = |template: &str| {
        let (shown, _) = checked(
            "template.md",
            &text,
            &["--template", template, "--format", "json"],
        );
        let shown: Value = serde_json::from_str(&shown).unwrap();
        shown.as_array().unwrap().len()
    };
    assert_eq!(codes("classic"), 0);
    let (shown, _) = checked(
        "bare.md",
        "# Search down\n\n## Issue Summary\n\nx\n",
        &["--template", "howie"],
    );
    assert!(!shown.contains("RES01"), "{shown}");
}

#[test]
fn github_is_told_in_workflow_commands() {
    let text = format!("{}{WAIVER}", example_with(&[NO_OWNER, NO_SENTENCE]));
    let (shown, ended) = checked("a,b 100%.md", &text, &["--format", "github"]);
    assert_eq!(ended, 3);
    let mut lines = shown.lines();
    let first = lines.next().unwrap();
    assert!(first.starts_with("::error file="), "{first}");
    assert!(
        first.contains("a%2Cb 100%25.md,line=1,col=3,title=DOC04 missing-severity::"),
        "{first}"
    );
    let waived = lines.next().unwrap();
    assert!(
        waived.starts_with("::notice ") && waived.ends_with("Waived: it is done"),
        "{waived}"
    );
}

/// What the published schema of SARIF 2.1.0 (OASIS) says of a log; its rules are here without their
/// prose.
fn problem_by_schema(log: &Value) -> Option<String> {
    let schema = serde_json::from_str(include_str!("sarif-2.1.0.json")).unwrap();
    let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
    compiler.add_resource("sarif.json", schema).unwrap();
    let index = compiler.compile("sarif.json", &mut schemas).unwrap();
    let problem = schemas.validate(log, index).err();
    problem.map(|problem| problem.to_string())
}

#[test]
fn sarif_has_what_the_standard_requires() {
    let text = format!(
        "{}{WAIVER}",
        example_with(&[NO_OWNER, NO_SENTENCE, UNCLEAR])
    );
    let (shown, _) = checked("a b.md", &text, &["--format", "sarif"]);
    let log: Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(problem_by_schema(&log), None);
    let mut unfit = log.clone();
    unfit["runs"][0]["results"][0]["level"] = "fatal".into();
    assert!(problem_by_schema(&unfit).is_some());
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "postmortem");
    let rules = driver["rules"].as_array().unwrap();
    for rule in rules {
        for key in ["shortDescription", "fullDescription", "help"] {
            assert!(rule[key]["text"].as_str().unwrap().ends_with('.'), "{rule}");
        }
        assert!(rule["id"].is_string() && rule["name"].is_string(), "{rule}");
        let level = rule["defaultConfiguration"]["level"].as_str().unwrap();
        assert!(["error", "warning", "note"].contains(&level), "{rule}");
        assert!(rule.get("helpUri").is_none());
    }
    let results = run["results"].as_array().unwrap();
    let told: Vec<_> = results
        .iter()
        .map(|result| {
            let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
            assert_eq!(rule["id"], result["ruleId"]);
            assert!(result["message"]["text"].is_string());
            let location = &result["locations"][0]["physicalLocation"];
            assert!(
                location["artifactLocation"]["uri"]
                    .as_str()
                    .unwrap()
                    .ends_with("a%20b.md")
            );
            assert!(location["region"]["startLine"].as_u64() > Some(0));
            assert!(location["region"]["startColumn"].as_u64() > Some(0));
            let waived = &result["suppressions"][0];
            (
                result["ruleId"].as_str().unwrap(),
                result["level"].as_str().unwrap(),
                waived["kind"]
                    .as_str()
                    .zip(waived["justification"].as_str()),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("DOC04", "error", None),
            ("TIM14", "warning", None),
            ("ACT02", "note", Some(("inSource", "it is done"))),
        ]
    );
}

#[test]
fn several_files_are_checked_and_one_that_cannot_be_read_stops_none() {
    let missing = saved("seen.md", example_with(&[NO_SENTENCE]));
    let output = run(&["check", "no-such-file.md", path(&missing)], b"");
    assert_eq!(output.status.code(), Some(1));
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(shown.contains("DOC04"), "{shown}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("no-such-file.md"));
}

#[test]
fn what_was_not_read_is_not_counted_as_fine() {
    let file = saved("read.md", example_with(&[]));
    for (files, says) in [
        (vec!["no-such-file.md"], ""),
        (vec!["src", "no-such-file.md"], ""),
        (
            vec!["no-such-file.md", path(&file)],
            "0 to fix, 0 hints, 0 waived in 1 file, 1 not read\n",
        ),
        (
            vec![path(&file), "src", path(&file)],
            "0 to fix, 0 hints, 0 waived in 2 files, 1 not read\n",
        ),
        (
            vec![path(&file), path(&file)],
            "0 to fix, 0 hints, 0 waived\n",
        ),
    ] {
        let output = run(&[&["check"][..], &files].concat(), b"");
        let shown = String::from_utf8(output.stdout).unwrap();
        assert_eq!(shown, says, "{files:?}");
    }
}

#[test]
fn what_is_private_fails_where_what_is_unclear_passes() {
    let secret = ["ghp_", &"a1B2c3D4e5".repeat(3)].concat();
    let summary = "On 17 September 2024, the";
    let leaked = format!("The token `{secret}` leaked. {summary}");
    let mail = format!("Ask kim@tidewater.test. {summary}");
    for (text, more, code, says) in [
        (
            &leaked,
            &[][..],
            3,
            "unclear: A GitHub token (ghp_…) stands here",
        ),
        (&mail, &["--public"], 3, "is an e-mail address"),
        (&mail, &[], 0, "0 to fix"),
    ] {
        let text = example_with(&[(summary, text)]);
        let (shown, ended) = checked("private.md", &text, more);
        assert!(shown.contains(says), "{shown}");
        assert_eq!(ended, code, "{shown}");
        assert!(!shown.contains(&secret), "{shown}");
    }
    let text = example_with(&[(summary, &leaked)]);
    let (shown, _) = checked("private.md", &text, &["--format", "github"]);
    assert!(shown.starts_with("::error "), "{shown}");
    let (shown, _) = checked("private.md", &text, &["--format", "sarif"]);
    let log: Value = serde_json::from_str(&shown).unwrap();
    let run = &log["runs"][0];
    assert_eq!(run["results"][0]["level"], "error");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let rule = rules.iter().find(|rule| rule["id"] == "PRI01").unwrap();
    assert_eq!(rule["defaultConfiguration"]["level"], "error");
}

#[test]
fn a_folder_is_a_table_of_its_postmortems() {
    let folder = folder("index");
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
    write(
        "example.md",
        &example_with(&[("- [x] Alert", "- [ ] Alert")]),
    );
    write(
        "a b.markdown",
        &FOREIGN.replace("Search down", "Search | <down>"),
    );
    write("README.md", "# Our postmortems\n\nOne file each.\n");
    write("notes.txt", FOREIGN);
    let output = run(&["index", path(&folder)], b"");
    assert_eq!(output.status.code(), Some(0));
    let table = String::from_utf8(output.stdout).unwrap();
    let rows: Vec<&str> = table.lines().skip(2).collect();
    assert_eq!(
        rows,
        [
            "| 2024-09-17 | [Postmortem: parcel tracking showed outdated statuses](example.md) | SEV-2 | 2 h 35 min | 09:12–11:47 UTC | 1 of 5 |",
            "| 2023-03-01 | [Search \\| &lt;down>](a%20b.markdown) | – | 2 h | 10:00–12:00 | – |",
        ]
    );
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(
        said.contains("README.md") && said.contains("left out"),
        "{said}"
    );
    let missing = run(&["index", path(&folder.join("nowhere"))], b"");
    assert_eq!(missing.status.code(), Some(1));
}
