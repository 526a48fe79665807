//! Several files at once: each is shown under its name, and one that cannot be read stops none.

use crate::process::{json_of, path, run, saved, text_of};

const ONE: &[u8] = b"# Search down\n\n## Issue Summary\n\nNo results.\n";
const OTHER: &[u8] = b"# Mail late\n\n## Issue Summary\n\nAn hour behind.\n";

#[test]
fn several_files_are_an_array_of_the_objects_that_each_gives_alone() {
    let files = [saved("several-1.md", ONE), saved("several-2.md", OTHER)];
    let output = run(&["show", "--json", path(&files[0]), path(&files[1])], b"");
    let text = text_of(&output);
    let shown = json_of(&output);
    assert_eq!(shown.as_array().unwrap().len(), 2);
    for (shown, file) in shown.as_array().unwrap().iter().zip(&files) {
        let mut shown = shown.as_object().unwrap().clone();
        assert_eq!(shown.remove("file").unwrap(), path(file));
        let alone = json_of(&run(&["show", "--json", path(file)], b""));
        assert_eq!(&shown, alone.as_object().unwrap());
    }
    // The name comes first, for those who look.
    assert!(text.starts_with("[\n  {\n    \"file\": "), "{text}");
}

#[test]
fn several_files_stand_one_below_the_other_under_their_names() {
    let files = [saved("below-1.md", ONE), saved("below-2.md", OTHER)];
    let shown = text_of(&run(&["show", path(&files[0]), path(&files[1])], b""));
    let alone = files.each_ref().map(|file| {
        let text = text_of(&run(&["show", path(file)], b""));
        format!("==> {} <==\n\n{text}", path(file))
    });
    assert_eq!(shown, alone.join("\n"));
}

#[test]
fn standard_input_can_be_one_of_several() {
    let file = saved("beside-standard-input.md", ONE);
    let shown = json_of(&run(&["show", "--json", "-", path(&file)], OTHER));
    assert_eq!(shown[0]["file"], "-");
    assert_eq!(shown[0]["title"], "Mail late");
    assert_eq!(shown[1]["title"], "Search down");
}

#[test]
fn a_file_that_cannot_be_read_does_not_stop_the_others() {
    let good = [saved("good-1.md", ONE), saved("good-2.md", OTHER)];
    let bad = saved("bad.md", b"\xff\xff\xff");
    let files = [
        path(&good[0]),
        path(&bad),
        "no-such-file.md",
        path(&good[1]),
    ];

    let output = run(&[&["show", "--json"][..], &files].concat(), b"");
    assert_eq!(output.status.code(), Some(1));
    let shown: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let names: Vec<&str> = shown
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["file"].as_str().unwrap())
        .collect();
    assert_eq!(names, [files[0], files[3]]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.lines().count(), 2, "{said}");
    assert!(said.contains(files[1]) && said.contains(files[2]), "{said}");

    let output = run(&[&["show"][..], &files].concat(), b"");
    assert_eq!(output.status.code(), Some(1));
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(
        shown.contains("Search down") && shown.contains("Mail late"),
        "{shown}"
    );

    // A script that asked for an array gets one, if there is nothing to put in.
    let output = run(&["show", "--json", files[1], files[2]], b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(output.stdout, b"[]\n");
}
