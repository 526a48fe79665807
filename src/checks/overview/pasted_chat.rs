//! `pasted-chat`: a conversation was pasted as it is.

use std::collections::BTreeSet;

use crate::checks::texts::any_text;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::Section;

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "DOC16",
        name: "pasted-chat",
        section: Section::Overview,
        kind: Kind::Unclear,
        what: "What was said in a chat is told, and not pasted",
        why: "A reader has to find the one line that matters, and people who spoke in haste read themselves for years",
        fix: "Say in a sentence what came of it, and link to the conversation",
        source: "GOV.UK incident reports",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Root Cause and Resolution\n\n### Root cause\n\nana: is it the gateway?\nbo: looking\nana: the certificate?\nbo: yes, since 09:12\nana: renewing\n",
        "# Checkout unavailable\n\n## Root Cause and Resolution\n\n### Root cause\n\nThe certificate of the gateway had expired.\n",
    ),
    run,
};

/// So many lines in a row are a conversation, and fewer may be a quotation.
const FEWEST: usize = 5;

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    any_text(subject.document, &mut |place, text| {
        if let Some(count) = conversation(text) {
            let message = format!("{count} lines of a conversation stand here as they were pasted");
            flaws.push(Flaw::at(place, message));
        }
        false
    });
    flaws
}

/// How many lines the first conversation has: lines in a row that begin with who speaks, and of
/// whom one at least speaks again after another has.
fn conversation(text: &str) -> Option<usize> {
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().chain([""]) {
        match speaker(line) {
            Some(name) => lines.push(name),
            None if is_one(&lines) => return Some(lines.len()),
            None => lines.clear(),
        }
    }
    None
}

fn is_one(speakers: &[&str]) -> bool {
    let distinct: BTreeSet<&str> = speakers.iter().copied().collect();
    let turns = speakers
        .windows(2)
        .filter(|pair| pair.first() != pair.last());
    let has_turned = turns.count() >= distinct.len();
    speakers.len() >= FEWEST && distinct.len() > 1 && has_turned
}

/// Who speaks: one or two words before a colon, perhaps behind a time.
fn speaker(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(['-', '*', '+', '>', ' ', '[']);
    let line = line.trim_start_matches(|c: char| c.is_ascii_digit() || ":.]-– ".contains(c));
    let line = match line.get(..2) {
        Some("AM" | "PM" | "am" | "pm") => line.get(2..)?.trim_start_matches([']', ' ', '-', ':']),
        _ => line,
    };
    let (name, said) = line.split_once(':')?;
    let name = name.trim_matches(['*', '<', '>', '@', ' ', '_']);
    let is_word = |c: char| c.is_alphanumeric() || "._- ".contains(c);
    let is_name = !name.is_empty()
        && name.split(' ').count() <= 2
        && name.chars().count() <= 24
        && name.chars().all(is_word);
    (is_name && said.starts_with(' ')).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_conversation_goes_back_and_forth() {
        for (text, count) in [
            ("ana: a\nbo: b\nana: c\nbo: d\nana: e", Some(5)),
            (
                "[10:31] ana: a\n[10:32] bo: b\n[10:32] ana: c\n[10:33] cy: d\n[10:34] bo: e\n",
                Some(5),
            ),
            // A list of labels, each once.
            (
                "Owner: a\nDue: b\nKind: c\nTicket: d\nStatus: e\nPriority: f",
                None,
            ),
            ("ana: a\nbo: b\nana: c", None),
            ("level: a\nlevel: b\nlevel: c\nlevel: d\nlevel: e", None),
            ("host: a\nport: 1\nhost: b\nport: 2", None),
        ] {
            assert_eq!(conversation(text), count, "{text}");
        }
    }
}
