//! What the command writes: Markdown in a template, an HTML page; to a file, whole or not at all.

use std::fs;
use std::io::{Read as _, Write as _};

use postmortem_editor::markdown::{WriteOptions, left_out, read, write, write_with};
use postmortem_editor::postmortem::{Field, Postmortem, example};
use postmortem_editor::template::TEMPLATES;

use crate::process::{folder, json_of, path, run, saved, start, text_of};

const FOREIGN: &str =
    "# Search down\n\n## Impact\n\nNobody found anything.\n\n## Shoe size\n\nForty-two.\n";

#[test]
fn a_postmortem_is_written_in_the_template_that_it_follows_or_in_the_one_asked_for() {
    for template in TEMPLATES {
        let text = write(&example(), template);
        assert_eq!(
            text_of(&run(&["convert", "-"], text.as_bytes())),
            text,
            "{}",
            template.id
        );
        for other in TEMPLATES {
            let converted = text_of(&run(
                &["convert", "--template", other.id, "-"],
                text.as_bytes(),
            ));
            assert_eq!(
                converted,
                write(&example(), other),
                "{} to {}",
                template.id,
                other.id
            );
        }
    }
}

#[test]
fn what_is_asked_for_is_written_below_the_timeline_or_left_out_of_it() {
    let template = TEMPLATES[0];
    let text = write(&example(), template);
    for flags in [
        &["--response-times"][..],
        &["--diagram"],
        &["--short"],
        &["--short", "--diagram", "--response-times"],
    ] {
        let options = WriteOptions {
            has_response_times: flags.contains(&"--response-times"),
            has_diagram: flags.contains(&"--diagram"),
            is_short: flags.contains(&"--short"),
            ..WriteOptions::default()
        };
        let output = run(&[&["convert"], flags, &["-"]].concat(), text.as_bytes());
        let converted = text_of(&output);
        assert_eq!(
            converted,
            write_with(&example(), template, options),
            "{flags:?}"
        );
        assert_eq!(
            converted.contains("**Response times**"),
            options.has_response_times
        );
        assert_eq!(converted.contains("```mermaid"), options.has_diagram);
        let count = left_out(&example()).unwrap();
        let note = format!("note: Standard input: {count} events are left out\n");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(said.contains(&note), options.is_short, "{flags:?}: {said}");
        if !options.is_short {
            // What says nothing new is gone again.
            assert_eq!(
                text_of(&run(&["convert", "-"], converted.as_bytes())),
                text,
                "{flags:?}"
            );
        }
    }
    let none = run(&["convert", "--short", "-"], FOREIGN.as_bytes());
    assert_eq!(
        text_of(&none),
        text_of(&run(&["convert", "-"], FOREIGN.as_bytes()))
    );
    let said = String::from_utf8_lossy(&none.stderr);
    assert!(said.contains("nothing is left out"), "{said}");
}

#[test]
fn a_short_text_does_not_take_the_place_of_the_whole_one() {
    let text = write(&example(), TEMPLATES[0]);
    let file = saved("whole.md", &text);
    let ended = run(&["convert", "--short", path(&file), "-o", path(&file)], b"");
    assert_eq!(ended.status.code(), Some(1));
    let said = String::from_utf8_lossy(&ended.stderr);
    assert!(said.contains("would lose the events"), "{said}");
    assert_eq!(fs::read_to_string(&file).unwrap(), text);

    let short = folder("short").join("short.md");
    text_of(&run(
        &["convert", "--short", path(&file), "-o", path(&short)],
        b"",
    ));
    let rows = |text: &str| read(text).document.timeline.events.len();
    let short = fs::read_to_string(&short).unwrap();
    assert!(rows(&short) < rows(&text), "{short}");
}

#[test]
fn what_others_write_is_converted_once_and_for_all_and_keeps_its_words() {
    let output = run(&["convert", "-"], FOREIGN.as_bytes());
    let converted = text_of(&output);
    for words in [
        "Search down",
        "Nobody found anything.",
        "Shoe size",
        "Forty-two.",
    ] {
        assert!(converted.contains(words), "{words}: {converted}");
    }
    assert_eq!(
        text_of(&run(&["convert", "-"], converted.as_bytes())),
        converted
    );
}

#[test]
fn notes_on_the_reading_go_to_standard_error_under_the_name_of_the_file() {
    let file = saved("notes.md", "before the title\n\n# Search \u{1b}[2J down\n");
    for verb in ["convert", "html"] {
        let output = run(&[verb, path(&file)], b"");
        let said = String::from_utf8(output.stderr.clone()).unwrap();
        assert!(
            said.starts_with(&format!("note: \u{201c}{}\u{201d}: ", path(&file))),
            "{said}"
        );
        assert!(said.contains("before the title"), "{said}");
        assert!(!said.contains('\u{1b}'), "a terminal obeys that: {said:?}");
        assert!(!text_of(&output).contains("note: "));
    }
}

#[test]
fn a_file_is_written_whole_and_nothing_is_left_beside_it() {
    let folder = folder("written-whole");
    let text = write(&example(), TEMPLATES[0]);
    let input = folder.join("in.md");
    fs::write(&input, &text).unwrap();
    let new = folder.join("new.md");
    let old = folder.join("old.md");
    fs::write(&old, "what stood there, and was much longer ".repeat(1_000)).unwrap();
    // In place, too: the path that was read from was asked for.
    for output in [&new, &old, &input] {
        let ended = run(&["convert", path(&input), "-o", path(output)], b"");
        assert_eq!(text_of(&ended), "", "the answer is in the file");
        assert_eq!(fs::read_to_string(output).unwrap(), text);
    }
    let mut names: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["in.md", "new.md", "old.md"]);
}

#[test]
fn a_file_that_cannot_be_written_is_named_and_nothing_is_changed() {
    let folder = folder("not-written");
    let input = folder.join("in.md");
    fs::write(&input, FOREIGN).unwrap();
    let long = folder.join("x".repeat(300));
    for output in [folder.join("no-such-folder/out.md"), folder.clone(), long] {
        let ended = run(&["convert", path(&input), "-o", path(&output)], b"");
        let said = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(ended.status.code(), Some(1), "{said}");
        assert!(ended.stdout.is_empty(), "{said}");
        for part in [
            path(&output),
            "could not be written",
            "is unchanged",
            "Check the path",
        ] {
            assert!(said.contains(part), "{part}: {said}");
        }
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    assert_eq!(fs::read_to_string(&input).unwrap(), FOREIGN);
}

#[cfg(unix)]
#[test]
fn a_link_leads_to_the_file_that_is_written_but_not_by_mistake_to_the_one_that_was_read() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let folder = folder("links");
    let input = folder.join("in.md");
    fs::write(&input, FOREIGN).unwrap();
    let alias = folder.join("alias.md");
    symlink("in.md", &alias).unwrap();
    let ended = run(&["convert", path(&input), "-o", path(&alias)], b"");
    let said = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(1), "{said}");
    assert!(
        said.contains(path(&alias)) && said.contains("Nothing was changed"),
        "{said}"
    );
    assert_eq!(fs::read_to_string(&input).unwrap(), FOREIGN);

    let output = folder.join("out.md");
    fs::write(&output, "old").unwrap();
    fs::set_permissions(&output, fs::Permissions::from_mode(0o640)).unwrap();
    let link = folder.join("link.md");
    symlink("out.md", &link).unwrap();
    text_of(&run(&["convert", path(&input), "-o", path(&link)], b""));
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(fs::read_to_string(&output).unwrap().contains("Forty-two."));
    assert_eq!(
        fs::metadata(&output).unwrap().permissions().mode() & 0o777,
        0o640
    );
}

#[test]
fn a_page_holds_the_document_and_nothing_that_runs_or_loads() {
    for template in TEMPLATES {
        let text = write(&example(), template);
        let page = text_of(&run(&["html", "-"], text.as_bytes()));
        let start = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
                     <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ";
        assert!(page.starts_with(start), "{page}");
        let timeline = template.part_of(Field::Timeline).unwrap().heading;
        let heading = format!("<h2>{}</h2>", timeline.replace('&', "&amp;"));
        for part in [
            "<title>Postmortem: parcel tracking showed outdated statuses</title>",
            "<h1>Postmortem: parcel tracking showed outdated statuses</h1>",
            &heading,
        ] {
            assert_eq!(page.matches(part).count(), 1, "{part}: {page}");
        }
        assert!(
            !page.contains("<script") && !page.contains("src="),
            "{page}"
        );
    }
}

#[test]
fn a_page_shows_hostile_text_as_text_and_cuts_nothing() {
    let mut document = Postmortem::default();
    document.overview.title = "</title><script>alert(1)</script>".to_owned();
    document.summary.text = "A step.\n\n".repeat(30_000) + &"> ".repeat(300) + "the end";
    let page = text_of(&run(
        &["html", "-"],
        write(&document, TEMPLATES[0]).as_bytes(),
    ));
    assert!(!page.contains("<script") && page.contains("<title>&lt;/title&gt;&lt;script&gt;"));
    assert_eq!(page.matches("A step.").count(), 30_000);
    assert!(page.contains("the end"));
    let nameless = text_of(&run(&["html", "-"], b""));
    assert!(nameless.contains("<title>Postmortem</title>"), "{nameless}");
}

#[test]
fn a_file_of_many_megabytes_is_read() {
    let text = format!(
        "# Search down\n\n## Notes\n\n{}",
        "All of it is kept.\n".repeat(200_000)
    );
    assert!(text.len() > 3_000_000);
    let converted = text_of(&run(&["convert", "-"], text.as_bytes()));
    assert_eq!(converted.matches("All of it is kept.").count(), 200_000);
}

#[test]
fn whoever_stops_reading_has_read_enough() {
    let example = text_of(&run(&["write-example"], b""));
    let long = example.clone() + &"\n\nAnd so on.".repeat(50_000);
    let file = saved("long.md", long);
    for arguments in [
        &["convert", path(&file)][..],
        &["html", path(&file)],
        &["show", "--json", path(&file)],
    ] {
        let mut child = start(arguments);
        let mut out = child.stdout.take().unwrap();
        let mut some = [0; 16];
        out.read_exact(&mut some).unwrap();
        drop(out);
        child.stdin.take().unwrap().flush().unwrap();
        let ended = child.wait_with_output().unwrap();
        let said = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(ended.status.code(), Some(0), "{arguments:?}: {said}");
        assert!(!said.contains("error"), "{said}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_finds_no_room_is_told_of() {
    let full = || fs::File::options().write(true).open("/dev/full").unwrap();
    for arguments in [&["write-example"][..], &["templates"]] {
        let ended = std::process::Command::new(env!("CARGO_BIN_EXE_postmortem"))
            .args(arguments)
            .stdout(full())
            .output()
            .unwrap();
        let said = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(ended.status.code(), Some(1), "{said}");
        assert!(
            said.contains("could not be written") && said.contains("No file was changed"),
            "{said}"
        );
    }
    // A device is written to as it is, and not replaced by a file of its name.
    let ended = run(&["convert", "-", "-o", "/dev/full"], FOREIGN.as_bytes());
    assert_eq!(ended.status.code(), Some(1));
    let shown = json_of(&run(&["show", "--json", "-"], FOREIGN.as_bytes()));
    assert_eq!(shown["title"], "Search down");
    text_of(&run(
        &["convert", "-", "-o", "/dev/null"],
        FOREIGN.as_bytes(),
    ));
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
}
