//! Which part of a postmortem a name means, by the table of names or by its words.

use std::sync::OnceLock;

use super::words::Words;
use super::zones::ZONES;
pub(super) use crate::template::names::{Role, normal};
use crate::template::names::{role_in_table, words_of_names};

/// The role that a name has, whatever is around the words.
pub(super) fn role(name: &str) -> Option<Role> {
    let name = normal(name);
    role_of_normal(&name)
        .or_else(|| role_of_normal(name.strip_prefix("the ")?))
        .or_else(|| role_of_normal(name.strip_prefix("our ")?))
}

fn role_of_normal(name: &str) -> Option<Role> {
    role_in_table(name).or_else(|| role_by_words(name))
}

/// Names that are put together from known words.
fn role_by_words(name: &str) -> Option<Role> {
    const LONGEST: usize = 12;
    let words: Vec<&str> = name.split(' ').collect();
    if words.len() > LONGEST {
        return None;
    }
    let has = |wanted: &[&str]| wanted.iter().any(|word| words.contains(word));
    let starts = |start: &str| name.starts_with(start);
    if has(&["timeline", "timelines", "time-line", "timelime"]) {
        return Some(Role::Timeline);
    }
    if has(&[
        "corrective",
        "preventative",
        "preventive",
        "preventitive",
        "preventions",
    ]) {
        let is_tasks = has(&["tasks"]) && !has(&["measures"]);
        return Some(if is_tasks {
            Role::Tasks
        } else {
            Role::Measures
        });
    }
    let is_cause = has(&["cause", "causes", "caused"]);
    if is_cause
        && has(&[
            "resolution",
            "solution",
            "fix",
            "recovery",
            "resolutions",
            "remediation",
            "resolve",
            "mitigation",
        ])
    {
        return Some(Role::CauseAndResolution);
    }
    if is_cause && has(&["root"]) || starts("root-cause") || starts("rootcause") {
        return Some(Role::Cause);
    }
    let is_change = has(&[
        "change",
        "changes",
        "changed",
        "changing",
        "improving",
        "improve",
        "prevent",
        "prevents",
        "again",
        "differently",
    ]);
    if is_change && (starts("what") || starts("how")) || name.contains("less likely") {
        return Some(Role::Measures);
    }
    if is_cause && words.len() <= 6 {
        return Some(Role::Cause);
    }
    if name.contains("minute by minute") {
        return Some(Role::Timeline);
    }
    if has(&["learned", "learnt"]) && words.len() <= 6 {
        return Some(Role::Lessons);
    }
    let is_ours = starts("what we") || starts("what i ") || starts("what has been");
    if is_ours && has(&["fixed", "will", "do", "done"]) && has(&["fixed", "next", "will"]) {
        return Some(Role::Measures);
    }
    if starts("measures") || name.contains("going to do") {
        return Some(Role::Measures);
    }
    if name.contains("doing about") {
        return Some(Role::Measures);
    }
    if starts("closing") || starts("final word") || starts("concluding") {
        return Some(Role::Conclusion);
    }
    if starts("contributors") || starts("contributing") {
        return Some(Role::Factors);
    }
    if has(&["unfolded"]) {
        return Some(Role::Timeline);
    }
    if has(&["solution", "fix"]) && words.len() <= 4 {
        return Some(Role::Resolution);
    }
    if has(&["summary"]) && has(&["end", "closing", "final"]) {
        return Some(Role::Conclusion);
    }
    if starts("summary of") || starts("overview of") || starts("incident summary") {
        return Some(Role::Summary);
    }
    if starts("lessons") && words.len() <= 4 {
        return Some(Role::Lessons);
    }
    if starts("impact on") || starts("impact to") || name.ends_with(" impact") && words.len() <= 3 {
        return Some(Role::Impact);
    }
    if starts("action items") || starts("tasks to") || starts("specific tasks") {
        return Some(Role::Tasks);
    }
    if starts("improvements") && words.len() <= 5 || starts("things that can be improved") {
        return Some(Role::Improvements);
    }
    if starts("resolution") && words.len() <= 4 {
        return Some(Role::Resolution);
    }
    None
}

/// Whether a name says more than which part it stands above: it has a word that no name has.
pub(super) fn says_more(name: &str) -> bool {
    let normal = normal(name);
    let mut words = normal
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    // "Timeline (EAT)" has a zone, "Where the cat sat" has none.
    let is_zone = |word: &str| {
        let zone = word.to_uppercase();
        name.split(|c: char| !c.is_alphanumeric())
            .any(|typed| typed == zone && ZONES.has(typed))
    };
    words.any(|word| !is_usual_word(word) && !is_zone(word))
}

/// Whether a word stands in names that this editor has names for, or between their words.
pub(super) fn is_usual_word(word: &str) -> bool {
    static SMALL: Words = Words::of(
        "a|and|at|by|do|for|how|i|in|it|of|on|that|the|this|to|was|we|what|when|where|who|why|postmortem|report|\
         incident|outage|times|time",
    );
    static SORTED: OnceLock<Vec<String>> = OnceLock::new();
    let sorted = SORTED.get_or_init(|| {
        let words = words_of_names().chain(SMALL.iter());
        let mut words: Vec<String> = words.map(str::to_lowercase).collect();
        words.sort_unstable();
        words.dedup();
        words
    });
    sorted.binary_search(&word.to_lowercase()).is_ok() || ZONES.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_whatever_is_around_them() {
        for (name, expected) in [
            ("**Issue Summary:**", Some(Role::Summary)),
            ("📌 TIMELINE (all times in GMT)", Some(Role::Timeline)),
            ("Root Cause & Resolution", Some(Role::CauseAndResolution)),
            ("2. Root Cause(s)", Some(Role::Cause)),
            (
                "Corrective and Preventative Measures:",
                Some(Role::Measures),
            ),
            ("[Timeline](#timeline)", Some(Role::Timeline)),
            ("Five Whys", Some(Role::Whys)),
            ("5 Whys", Some(Role::Whys)),
            ("What we’re doing about it?", Some(Role::Measures)),
            ("- Improvements:", Some(Role::Improvements)),
            ("Follow-up improvements", Some(Role::Measures)),
            ("Humorous Note", None),
            ("My first postmortem", None),
        ] {
            assert_eq!(role(name), expected, "{name}");
        }
    }
}
