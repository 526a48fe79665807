//! The text of CHECKS.md.

use std::fmt::Write as _;

use super::{About, CHECKS, Check, Profiles};

/// The text of CHECKS.md.
pub fn catalogue_markdown() -> String {
    let mut text = String::from(INTRODUCTION);
    for check in CHECKS {
        let About { code, name, .. } = check.about;
        let _ = writeln!(
            text,
            "| [{code}](#{anchor}) | {name} | {kind} |",
            anchor = anchor(check),
            kind = check.about.kind.label(),
        );
    }
    let mut chapter = "";
    for check in CHECKS {
        if chapter != check.chapter() {
            chapter = check.chapter();
            let _ = write!(text, "\n## {}\n", sentence_case(chapter));
        }
        describe(check, &mut text);
    }
    text
}

const INTRODUCTION: &str = "\
# Checks

What the editor looks for in a postmortem. This file is written by `UPDATE_CHECKS_MD=1 cargo test
--test checks` from the table in `src/checks`; a test keeps the two in step.

A finding of kind *Missing* keeps its section from being complete. *Inconsistent* and *Unclear*
findings are for the author to look at. None of them is about a person. A hint is one that may well
be right as it stands. What is about privacy, secrets aside, is shown only to someone who is about to
publish the document.

A finding that does not apply is waived by a comment with its name and a reason, on a line of its
own: `<!-- postmortem: allow missing-author: a tool wrote it -->`.

| Code | Name | Kind |
| --- | --- | --- |
";

fn describe(check: &Check, text: &mut String) {
    let templates = match check.profiles {
        Profiles::All => "every template".to_owned(),
        Profiles::Only(ids) => ids.join(", "),
        Profiles::Publishing => "every template, before it is published".to_owned(),
    };
    let _ = write!(
        text,
        "\n### {} {}\n\n{}.\n\n- **Kind:** {}\n- **Why:** {}\n- **What to do:** {}\n- **Source:** {}\n\
         - **Templates:** {templates}\n\nFlagged:\n\n````markdown\n{}\n````\n\nPasses:\n\n\
         ````markdown\n{}\n````\n",
        check.about.code,
        check.about.name,
        check.about.what,
        check.about.kind.label(),
        check.about.why,
        check.about.fix,
        check.about.source,
        check.example.flagged.trim_end(),
        check.example.passes.trim_end(),
    );
}

/// Where the hosting sites put the heading of a check.
fn anchor(check: &Check) -> String {
    format!(
        "{}-{}",
        check.about.code.to_ascii_lowercase(),
        check.about.name
    )
}

fn sentence_case(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
