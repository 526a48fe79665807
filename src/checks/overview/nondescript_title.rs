//! `nondescript-title`: the title would fit any incident.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{Field, Place, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "DOC02",
        name: "nondescript-title",
        section: Section::Overview,
        kind: Kind::Unclear,
        what: "The title tells this incident from others",
        why: "In a list of postmortems, \"Postmortem\" or a date alone helps nobody find the right one",
        fix: "Add the symptom that people saw: what was unavailable, slow or wrong",
        source: "Google SRE book, chapter 15; morty",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Postmortem: incident of 4 May 2026\n",
        "# Postmortem: checkout unavailable on 4 May 2026\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let title = &subject.document.overview.title;
    let mut words = title
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .peekable();
    if words.peek().is_none() || !words.all(says_nothing) {
        return Vec::new();
    }
    vec![Flaw::at(
        Place::field(Field::Title),
        "The title does not say what happened",
    )]
}

/// Words that stand in the title of any postmortem, and the parts of a date. A word in another
/// language is never among them.
fn says_nothing(word: &str) -> bool {
    const WORDS: &str = " a an the of on for in and at from my our new draft untitled title document \
        template postmortem post mortem postmortems incident incidents outage report review \
        analysis summary rca issue problem 0x19 ";
    const MONTHS: &str = " january february march april may june july august september october \
        november december jan feb mar apr jun jul aug sep sept oct nov dec ";
    let word = word.to_ascii_lowercase();
    let is_date = || {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let ending = word.strip_prefix(digits).unwrap_or_default();
        !digits.is_empty()
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && ["", "st", "nd", "rd", "th"].contains(&ending)
    };
    let spaced = format!(" {word} ");
    WORDS.contains(&spaced) || MONTHS.contains(&spaced) || is_date()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_telling_word_is_enough() {
        for title in [
            "Postmortem",
            "Post-mortem report",
            "0x19. Postmortem",
            "Incident review: Feb 15th, 2023",
            "Outage of 2023-02-15",
        ] {
            assert!(
                title
                    .split(|c: char| !c.is_alphanumeric())
                    .filter(|word| !word.is_empty())
                    .all(says_nothing),
                "{title}"
            );
        }
        for word in ["website", "checkout", "502", "ausfall", "障害"] {
            assert_eq!(says_nothing(word), word == "502", "{word}");
        }
    }
}
