//! What the command writes for a repo: a patch that git takes, action items as CSV.

use std::fs;
use std::process::Command;

use postmortem_editor::delivery::{CsvCells, action_items_csv};
use postmortem_editor::markdown::write;
use postmortem_editor::postmortem::example;
use postmortem_editor::template::TEMPLATES;

use crate::process::{folder, path, run, saved, text_of};

const FOREIGN: &str = "# Größe\r\n\r\nFrom here on.\r\n\r\n## Action items\r\n\r\n- =1+1";

fn git(folder: &std::path::Path, arguments: &[&str]) -> String {
    let output = Command::new("git")
        .args(["-c", "user.name=Test", "-c", "user.email=test@example.com"])
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .unwrap();
    text_of(&output)
}

#[test]
fn a_patch_adds_the_file_as_it_is() {
    let example_text = write(&example(), TEMPLATES[0]);
    let repo = folder("patched");
    git(&repo, &["init", "-q"]);
    for (text, arguments, added, told) in [
        (
            example_text.as_str(),
            &[
                "--author",
                "Ada <ada@example.com>",
                "--date",
                "2024-09-18T10:00:00+02:00",
            ][..],
            "docs/postmortems/2024-09-17-parcel-tracking-showed-outdated-statuses.md",
            "Ada <ada@example.com> 2024-09-18T10:00:00+02:00\n",
        ),
        (
            FOREIGN,
            &["--path", "pm/{slug}.md", "--date", "2024-09-18"],
            "pm/grosse.md",
            "Postmortem Editor <postmortem-editor@localhost> 2024-09-18T00:00:00+00:00\n",
        ),
    ] {
        let file = saved("to-patch.md", text);
        let patch = repo.join("../a.patch");
        let output = [&["patch"], arguments, &[path(&file), "-o", path(&patch)]].concat();
        assert_eq!(text_of(&run(&output, b"")), "");
        let printed = run(&[&["patch"], arguments, &["-"]].concat(), text.as_bytes());
        assert_eq!(text_of(&printed), fs::read_to_string(&patch).unwrap());

        git(&repo, &["am", "-q", path(&patch)]);
        assert_eq!(fs::read_to_string(repo.join(added)).unwrap(), text);
        let log = git(&repo, &["log", "-1", "--format=%an <%ae> %aI"]);
        assert_eq!(log.replace("Z\n", "+00:00\n"), told);
    }
}

fn seconds() -> i64 {
    let now = std::time::SystemTime::now();
    let passed = now.duration_since(std::time::SystemTime::UNIX_EPOCH);
    passed.unwrap().as_secs().try_into().unwrap()
}

#[test]
fn without_a_date_a_patch_is_of_now() {
    let before = seconds();
    let patch = text_of(&run(&["patch", "-"], b"# Search down\n"));
    let date = patch
        .lines()
        .find_map(|line| line.strip_prefix("Date: "))
        .unwrap();
    let date = chrono::DateTime::parse_from_rfc2822(date)
        .unwrap()
        .timestamp();
    let after = seconds();
    assert!((before..=after).contains(&date), "{date}");
}

#[test]
fn what_no_patch_can_be_made_of_is_said_and_changes_nothing() {
    let file = saved("unpatched.md", FOREIGN);
    let text = || fs::read_to_string(&file).unwrap();
    for (arguments, code, words) in [
        (&["--path", "../{slug}.md"][..], 1, ".. in it"),
        (&["--path", "{date}.md"], 1, "asks for {date}"),
        (&["--path", "a/{nonsense}.md"], 1, "stands for nothing"),
        (&["--path", "a/b.html"], 1, "end in .md"),
        (&["-o", path(&file)], 1, "is the file that was read"),
        (&["--author", "Ada"], 2, "Name <mail@example.com>"),
        (&["--date", "yesterday"], 2, "2024-09-17"),
    ] {
        let output = run(&[&["patch"], arguments, &[path(&file)]].concat(), b"");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
        assert!(said.contains(words), "{arguments:?}: {said}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        assert_eq!(text(), FOREIGN, "{arguments:?}");
    }
    for verb in ["patch", "csv"] {
        let output = run(&[verb, "no-such-file.md"], b"");
        assert_eq!(output.status.code(), Some(1), "{verb}");
    }
}

#[test]
fn action_items_are_printed_as_csv() {
    let text = write(&example(), TEMPLATES[0]);
    assert_eq!(
        text_of(&run(&["csv", "-"], text.as_bytes())),
        action_items_csv(&example(), CsvCells::Safe)
    );
    let safe = text_of(&run(&["csv", "-"], FOREIGN.as_bytes()));
    assert!(safe.contains("\r\n'=1+1,"), "{safe}");
    let raw = text_of(&run(&["csv", "--raw", "-"], FOREIGN.as_bytes()));
    assert!(raw.contains("\r\n=1+1,"), "{raw}");
}
