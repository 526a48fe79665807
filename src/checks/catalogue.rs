//! The list of checks: their order in the panel, and the text of CHECKS.md.

use std::fmt::Write as _;

use super::{Check, analysis, detection, follow_up, impact, overview, resolution, summary};
use super::{Profiles, timeline};

/// Every check, section by section.
pub static CHECKS: &[&Check] = &[
    &overview::missing_title::CHECK,
    &overview::nondescript_title::CHECK,
    &overview::missing_status::CHECK,
    &overview::missing_severity::CHECK,
    &overview::missing_author::CHECK,
    &overview::unfilled_placeholder::CHECK,
    &overview::unreadable_date_or_time::CHECK,
    &overview::unexplained_nothing_to_say::CHECK,
    &summary::missing_summary::CHECK,
    &summary::missing_start::CHECK,
    &summary::missing_end::CHECK,
    &summary::missing_time_zone::CHECK,
    &summary::undated_incident::CHECK,
    &summary::end_before_start::CHECK,
    &summary::contradictory_duration::CHECK,
    &impact::missing_impact::CHECK,
    &impact::unquantified_impact::CHECK,
    &timeline::short_timeline::CHECK,
    &timeline::untimed_entry::CHECK,
    &timeline::empty_entry::CHECK,
    &timeline::timeline_out_of_order::CHECK,
    &timeline::partial_timeline::CHECK,
    &timeline::entry_far_from_incident::CHECK,
    &analysis::missing_root_cause::CHECK,
    &detection::missing_detection::CHECK,
    &resolution::missing_resolution::CHECK,
    &follow_up::missing_action_items::CHECK,
    &follow_up::unowned_action_item::CHECK,
    &follow_up::undated_action_item::CHECK,
    &follow_up::action_item_due_before_incident::CHECK,
    &follow_up::empty_action_item::CHECK,
];

/// The check with that name or code.
pub fn check_named(name: &str) -> Option<&'static Check> {
    CHECKS
        .iter()
        .copied()
        .find(|check| check.name == name || check.code.eq_ignore_ascii_case(name))
}

/// The text of CHECKS.md.
pub fn catalogue_markdown() -> String {
    let mut text = String::from(INTRODUCTION);
    for check in CHECKS {
        let Check { code, name, .. } = check;
        let _ = writeln!(
            text,
            "| [{code}](#{anchor}) | {name} | {kind} |",
            anchor = anchor(check),
            kind = check.kind.label(),
        );
    }
    let mut section = None;
    for check in CHECKS {
        if section != Some(check.section) {
            section = Some(check.section);
            let _ = write!(text, "\n## {}\n", sentence_case(check.section.name()));
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
findings are for the author to look at. None of them is about a person.

| Code | Name | Kind |
| --- | --- | --- |
";

fn describe(check: &Check, text: &mut String) {
    let templates = match check.profiles {
        Profiles::All => "every template".to_owned(),
        Profiles::Only(ids) => ids.join(", "),
    };
    let _ = write!(
        text,
        "\n### {} {}\n\n{}.\n\n- **Kind:** {}\n- **Why:** {}\n- **What to do:** {}\n- **Source:** {}\n\
         - **Templates:** {templates}\n\nFlagged:\n\n````markdown\n{}\n````\n\nPasses:\n\n\
         ````markdown\n{}\n````\n",
        check.code,
        check.name,
        check.what,
        check.kind.label(),
        check.why,
        check.fix,
        check.source,
        check.example.flagged.trim_end(),
        check.example.passes.trim_end(),
    );
}

/// Where the hosting sites put the heading of a check.
fn anchor(check: &Check) -> String {
    format!("{}-{}", check.code.to_ascii_lowercase(), check.name)
}

fn sentence_case(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
