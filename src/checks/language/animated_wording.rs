//! `animated-wording`: the text is excited, or jokes.

use crate::checks::lexicon::Class;
use crate::checks::sentences::Text;
use crate::checks::wording::quoted;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::Section;

use super::judged;

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "LAN04",
        name: "animated-wording",
        section: Section::Overview,
        kind: Kind::Unclear,
        what: "The tone is even: no nightmare, no disaster, no exclamation mark, no joke",
        why: "Strong words tell how somebody felt and not what happened, and readers from outside take offence",
        fix: "Put a measurable statement there: how long, how many, how much",
        source: "Google SRE workbook, chapter 10 (animated language)",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\nUnfortunately, customers could not pay!\n",
        "# Checkout unavailable\n\n## Issue Summary\n\nCustomers could not pay. The disaster recovery plan was not needed.\n",
    ),
    run,
};

pub(super) const WORDS: &str = "unfortunately sadly regrettably horrible horribly horrendous \
    disaster disasters disastrous nightmare nightmares nightmarish insane insanely ridiculous \
    ridiculously crazy haywire terrible terribly awful awfully chaos chaotic meltdown carnage \
    mayhem fiasco damn wtf omg lol lmao oops whoops uh-oh yikes embarrassing embarrassingly \
    shocking shockingly rowdy catastrophe catastrophically panicked freaked hilarious hilariously \
    ugh boom kaboom";

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let texts = &subject.sentences().texts;
    let mut flaws = judged(texts, Class::ANIMATED, |_| true, word);
    for text in texts {
        flaws.extend(exclamations(text));
        flaws.extend(faces(text));
    }
    flaws
}

fn word(text: &Text<'_>, at: usize) -> Option<Flaw> {
    let word = text.words.get(at)?;
    let is_term = match () {
        () if word.is_among("disaster disasters") => text.is_near(
            at,
            1,
            "recovery plan plans planning recoveries site tolerance region preparedness relief",
        ) || text.is_near(at, -1, "natural"),
        () if word.is_among("chaos chaotic") => {
            text.is_near(at, 1, "engineering monkey mesh test tests testing experiment experiments day days toolkit kong")
        }
        () if word.is("panicked") => {
            // Programs panic, too.
            text.doer(at, crate::checks::person::Verb::OfPeople).is_none()
        }
        () if word.is("meltdown") => text.is_near(at, 1, "patch vulnerability patches") || text.is_near(at, 1, "and"),
        () => false,
    };
    if is_term {
        return None;
    }
    let is_comment = word.is_among("unfortunately sadly regrettably");
    let message = format!("{} tells a feeling, not a fact", quoted(word.text));
    Some(Flaw {
        replacement: is_comment.then(|| text.without(at..at + 1)).flatten(),
        ..text.flaw(at..at + 1, message)
    })
}

/// One flaw for each run of exclamation marks.
fn exclamations(text: &Text<'_>) -> Vec<Flaw> {
    let marks = &text.exclamations;
    let mut flaws = Vec::new();
    let mut last = None;
    for mark in marks {
        if last != mark.checked_sub(1) || last.is_none() {
            let span = *mark..mark + 1;
            let after = text.text.get(mark + 1..).unwrap_or_default();
            let before = text.text.get(..*mark).unwrap_or_default();
            let is_alone = !after.starts_with('!') && before.ends_with(char::is_alphanumeric);
            let ends = after.is_empty() || after.starts_with([' ', '\n']);
            let replacement = (is_alone && ends).then(|| text.replace(span.clone(), ".".into()));
            flaws.push(Flaw {
                replacement: replacement.flatten(),
                ..Flaw::at(text.place, "An exclamation mark makes a fact loud").at_span(span)
            });
        }
        last = Some(*mark);
    }
    flaws
}

/// Faces among the words. Other pictures may be a team's own marks.
fn faces(text: &Text<'_>) -> Option<Flaw> {
    if text.text.is_ascii() {
        return None;
    }
    let is_face = |letter: char| matches!(letter, '\u{1F600}'..='\u{1F64F}' | '\u{1F910}'..='\u{1F92F}' | '\u{1F970}'..='\u{1F97A}');
    let start = text.text.find(is_face)?;
    let face = text.text.get(start..)?.chars().next()?;
    let flaw = Flaw::at(text.place, "A face tells a feeling, not a fact");
    Some(flaw.at_span(start..start + face.len_utf8()))
}
