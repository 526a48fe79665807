//! `weak-measure`: a measure asks people to be better instead of changing the system.

use crate::checks::lexicon::Class;
use crate::checks::person::Verb;
use crate::checks::sentences::Text;
use crate::checks::wording::quoted;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::Section;

use super::{is_of_measures, judged};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "LAN07",
        name: "weak-measure",
        section: Section::FollowUp,
        kind: Kind::Unclear,
        what: "No measure only asks for care, reminds people or trains them",
        why: "People were careful this time as well; what was learned is forgotten before it is needed again",
        fix: "Change what people work with: a check, a limit, a default, an alert",
        source: "Google SRE workbook, chapter 10; Sidney Dekker, The Field Guide to Understanding Human Error",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Action items\n\n- [ ] Remind everyone to renew certificates\n",
        "# Checkout unavailable\n\n## Corrective and Preventative Measures\n\n### Action items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n",
    ),
    run,
};

pub(super) const WORDS: &str = "careful carefully care attention remind reminder raise awareness \
    vigilant vigilance try training train retrain educate communicate again";

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    judged(
        &subject.sentences().texts,
        Class::WEAK,
        |_| true,
        |text, at| {
            let words = never_again(text, at)
                .or_else(|| promise(text, at))
                .or_else(|| measure(text, at))?;
            let message = format!("{} changes no system", quoted(text.slice(words.clone())));
            Some(text.flaw(words, message))
        },
    )
}

type Words = std::ops::Range<usize>;

/// What is weak wherever it stands: "we will be more careful".
fn promise(text: &Text<'_>, at: usize) -> Option<Words> {
    let word = text.words.get(at)?;
    let before = |words: &str| text.is_near(at, -1, words);
    let is_told = is_of_measures(text)
        || text
            .sentence(at)
            .take_while(|here| *here < at)
            .any(|here| text.is_near(here, 0, "will must should need"));
    let words = match () {
        () if word.is_among("careful vigilant") => {
            if is_of_measures(text) && before("is are") {
                return Some(at..at + 1);
            }
            let steps = if before("more extra very") { -2 } else { -1 };
            text.is_near(at, steps, "be being stay remain")
                .then_some(at.checked_add_signed(steps)?..at + 1)
        }
        () if word.is("care") => (before("more extra greater better")
            && text.is_near(at, -2, "take taking"))
        .then_some(at.checked_sub(2)?..at + 1),
        () if word.is("attention") => (before("more closer extra better")
            && text.is_near(at, -2, "pay paying"))
        .then_some(at.checked_sub(2)?..at + 1),
        () => None,
    };
    words.filter(|_| is_told)
}

/// "This will never happen again", with nothing that keeps it from happening.
fn never_again(text: &Text<'_>, at: usize) -> Option<Words> {
    let is_again = text.is_near(at, 0, "again") && text.is_near(at, -1, "happen occur");
    let start = if text.is_near(at, -2, "won't") {
        at.checked_sub(2)?
    } else {
        let is_promise =
            text.is_near(at, -2, "never not") && text.is_near(at, -3, "will shall must");
        at.checked_sub(3).filter(|_| is_promise)?
    };
    (is_again && !has_control(text, at)).then_some(start..at + 1)
}

/// What is weak as a measure.
fn measure(text: &Text<'_>, at: usize) -> Option<Words> {
    if !is_of_measures(text) {
        return None;
    }
    let word = text.words.get(at)?;
    let next = |words: &str| text.is_near(at, 1, words);
    let is_found = match () {
        () if word.is("remind") => {
            next("everyone everybody all people")
                || text.someone_from(at + 1, Verb::OfPeople).is_some()
        }
        () if word.is("awareness") => !has_control(text, at),
        () if word.is("vigilance") => true,
        () if word.is("try") => next("harder not to"),
        () if word.is("carefully") => text.is_near(at, -1, "more") && !has_control(text, at),
        () if word.is("communicate") => next("better more") && !has_control(text, at),
        () if word.is_among("train retrain educate") => {
            let is_people = next("all everyone new our people users")
                || text.someone_from(at + 1, Verb::OfPeople).is_some();
            is_people && !has_control(text, at)
        }
        () if word.is("training") => {
            let is_thing = next(
                "data dataset job jobs pipeline pipelines set cluster run runs model models \
                 environment script queue images image platform time times",
            ) || text.is_near(at, -1, "model models during");
            !is_thing && !has_control(text, at)
        }
        () => false,
    };
    is_found.then_some(at..at + 1)
}

/// Whether the measure changes something as well.
fn has_control(text: &Text<'_>, at: usize) -> bool {
    const CONTROLS: &str = "automate automated automatically block blocks require requires enforce \
        enforced validate validates alert alerts limit reject rejects drill \
        game-day add";
    text.sentence(at)
        .any(|here| text.is_near(here, 0, CONTROLS))
}
