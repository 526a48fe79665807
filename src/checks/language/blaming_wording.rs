//! `blaming-wording`: the text judges a person instead of telling what happened.

use crate::checks::lexicon::Class;
use crate::checks::person::Verb;
use crate::checks::sentences::Text;
use crate::checks::wording::quoted;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::Section;

use super::{is_of_lessons, is_of_measures, judged};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "LAN01",
        name: "blaming-wording",
        section: Section::Overview,
        kind: Kind::Unclear,
        what: "No person or team is judged: no human error, no fault, nobody who failed to or forgot",
        why: "Blame ends the search for causes where it should begin, and next time people tell less",
        fix: "Say what made it possible: what the tool accepted, what the screen showed, what no check caught",
        source: "PagerDuty postmortem guide; Google SRE book, chapter 15",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\nThe on-call engineer forgot to renew the certificate.\n",
        "# Checkout unavailable\n\n## Issue Summary\n\nThe certificate ran out: no alert looks at its end date. The renewal job failed to start.\n",
    ),
    run,
};

pub(super) const WORDS: &str = "error mistake mistakes oversight typo negligence carelessness \
    careless carelessly negligent sloppy sloppily sloppiness incompetent incompetence reckless \
    recklessly stupid stupidly stupidity complacent complacency inattention inattentive clumsy \
    idiot idiotic lazy fault blame blamed guilty culprit responsible failed fails neglected \
    neglects forgot forgets missed overlooked ignored disregarded bother did didn't mistakenly \
    accidentally inadvertently erroneously wrongly incorrectly misconfigured broken caused \
    botched fat-finger fat-fingered fat-fingers fat fatfingered chubby forgive who broke screwed \
    messed";

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    judged(
        &subject.sentences().texts,
        Class::BLAMING,
        |_| true,
        |text, at| {
            let words = judge(text, at)?;
            let message = format!("{} blames someone", quoted(text.slice(words.clone())));
            Some(text.flaw(words, message))
        },
    )
}

type Words = std::ops::Range<usize>;

fn judge(text: &Text<'_>, at: usize) -> Option<Words> {
    let word = text.words.get(at)?;
    let is = |words: &str| word.is_among(words);
    let one = at..at + 1;
    if is(
        "error mistake mistakes oversight typo negligence carelessness broken misconfigured caused missed overlooked ignored disregarded",
    ) && let Some(words) = by_someone(text, at)
        .or_else(|| someones(text, at))
        .or_else(|| made_by_someone(text, at))
    {
        return (!text.is_denied(words.start)).then_some(words);
    }
    match () {
        () if is("error") => human_error(text, at),
        () if is("lazy") => {
            let of = text.near(at, 1);
            let is_of_person = of.is_some_and(|next| next.class.meets(Class::PERSON));
            (is_of_person || text.doer(at, Verb::OfPeople).is_some()).then_some(one)
        }
        () if is("carelessly sloppily recklessly stupidly") => {
            // A thing does nothing carelessly, but something may have been done to it.
            let is_done = text.is_near(at, -1, "was were been being is are");
            (is_done || text.doer(at, Verb::OfPeople).is_some()).then_some(one)
        }
        () if is(
            "negligence carelessness careless negligent sloppy sloppiness incompetent \
                  incompetence reckless stupid stupidity complacent complacency inattention inattentive clumsy idiot idiotic \
                  botched",
        ) =>
        {
            Some(one)
        }
        () if is("fault guilty culprit") => at_fault(text, at),
        () if is("blame blamed") => blame(text, at),
        () if is("responsible") => {
            let ends = text.any_phrase(at, &["responsible for the", "responsible for this"])?;
            let is_harm = text.words.get(ends)?.is_among(
                "outage incident misconfiguration mistake error failure breakage bug mess \
                 disaster downtime problem issue",
            );
            let who = text.doer(at, Verb::OfPeople)?;
            is_harm.then_some(who.start..ends + 1)
        }
        () if is("forgive") => text
            .is_near(at, 1, "you him her them @ me us")
            .then_some(at..at + 2),
        () if is("fat chubby") => text
            .is_near(at, 1, "finger fingers fingered fingering")
            .then_some(at..at + 2),
        () if is("fat-finger fat-fingered fat-fingers fatfingered") => Some(one),
        () if is("who") => {
            let asks = text.is_near(at, 1, "broke caused screwed messed");
            (asks && text.begins_sentence(at)).then_some(at..at + 2)
        }
        () if is("screwed messed broke") => {
            let is_slang = text.is_near(at, 1, "up") && !is("broke");
            let who = text.doer(at, Verb::OfPeople).filter(|_| is_slang)?;
            Some(who.start..at + 2)
        }
        () => deed(text, at),
    }
}

/// "human error", where it is given as a reason and not kept from happening.
fn human_error(text: &Text<'_>, at: usize) -> Option<Words> {
    let is_kind = text.is_near(at, -1, "human operator user pilot staff personnel");
    let is_thing = text.is_near(at, 1, "message messages page pages code codes rate rates log logs report reports handling budget type types");
    let before = [-2, -3, -4].iter().any(|steps| {
        text.is_near(
            at,
            *steps,
            "not rather instead no never avoid without reduce prevent eliminate catch against \
             risk possibility chance room than",
        )
    });
    // An operator and a user may be programs, and their errors lines of a log.
    let is_cause = text.is_near(at, -1, "human pilot staff personnel")
        || text
            .near(at, -2)
            .is_some_and(|word| word.is_among("to by was of a an simple"));
    (is_kind && is_cause && !is_thing && !before && !is_of_measures(text)).then_some(at - 1..at + 1)
}

/// "mistake by an engineer", "missed by the on-call".
fn by_someone(text: &Text<'_>, at: usize) -> Option<Words> {
    let steps = match text.near(at, 1)? {
        next if next.is("by") => 1,
        // "Oversight of the team" is another word.
        next if next.is("of")
            && text.is_near(at, 0, "error mistake mistakes negligence carelessness") =>
        {
            1
        }
        next if next.is_among("made committed") && text.is_near(at, 2, "by") => 2,
        next if next.is("on") && text.is_near(at, 2, "the") && text.is_near(at, 3, "part") => 4,
        _ => return None,
    };
    // "caused by" is another check's where it names the cause.
    if text.words.get(at)?.is("caused") {
        return None;
    }
    let verb = match text
        .words
        .get(at)?
        .is_among("mistake mistakes oversight negligence")
    {
        true => Verb::OfPeople,
        false => Verb::OfAnyone,
    };
    let who = text.someone_from(at + steps + 1, verb)?;
    Some(at..who.end)
}

/// "the engineer's mistake".
fn someones(text: &Text<'_>, at: usize) -> Option<Words> {
    if !text
        .words
        .get(at)?
        .is_among("error mistake mistakes oversight typo negligence carelessness")
    {
        return None;
    }
    let owner = text.near(at, -1)?;
    let is_someone = owner.class.meets(Class::POSSESSIVE)
        && (owner.class.meets(Class::PERSON)
            || (owner.class.meets(Class::NAME) && owner.is_capitalised()));
    (is_someone || (owner.is_among("his her my") && !is_of_lessons(text))).then_some(at - 1..at + 1)
}

/// "The intern made a mistake", "the intern deleted it by mistake".
fn made_by_someone(text: &Text<'_>, at: usize) -> Option<Words> {
    let word = text.words.get(at)?;
    if word.is("mistake") && text.is_near(at, -1, "by") {
        return done_by_mistake(text, at);
    }
    let made = (-3..0).find(|steps| text.is_near(at, *steps, "made"))?;
    let is_one = word.is("mistakes") || text.is_near(at, made + 1, "a an the this");
    // An "error page" is no error.
    let is_kind = word.is_among("mistake mistakes error typo") && text.is_head(at) && is_one;
    let who = text
        .doer(at.checked_add_signed(made)?, Verb::OfPeople)
        .filter(|_| is_kind)?;
    // "If someone made a mistake" tells of no one.
    let is_supposed = text.is_near(who.start, -1, "if when whenever unless whether");
    let is_denied = is_not_done(text, who.end..at);
    (!is_supposed && !is_denied && !is_own_lesson(text, &who)).then_some(who.start..at + 1)
}

/// Someone, a verb, and "by mistake" in one clause; the team that "was paged by mistake" did nothing.
fn done_by_mistake(text: &Text<'_>, at: usize) -> Option<Words> {
    const MOST: usize = 12;
    let clause = text.sentence(at).start;
    let who = text.someone_from(clause, Verb::OfPeople)?;
    let is_other = |here: usize| {
        text.is_near(
            here,
            0,
            "that which who whom whose and but because when while if as so was were is are be been \
             being got said saw thought found noticed not never",
        )
    };
    let is_joined = at - who.end <= MOST
        && text
            .near(
                at,
                isize::try_from(who.start).ok()? - isize::try_from(at).ok()?,
            )
            .is_some();
    let is_deed = at > who.end + 1 && is_joined && !(who.end..at).any(is_other);
    // "Restored the table deleted by mistake": another verb, and nobody knows whose.
    let is_of_object = at > who.end + 2
        && text
            .near(at, -2)
            .is_some_and(|word| word.text.ends_with("ed"));
    (is_deed && !is_of_object && !is_own_lesson(text, &who)).then_some(who.start..at + 1)
}

/// Whether the words between someone and their verb deny it.
fn is_not_done(text: &Text<'_>, mut between: Words) -> bool {
    between.any(|here| text.is_near(here, 0, "not never"))
}

/// What a team writes about itself when it looks back is no blame.
fn is_own_lesson(text: &Text<'_>, who: &Words) -> bool {
    text.is_near(who.start, 0, "we i") && is_of_lessons(text)
}

fn at_fault(text: &Text<'_>, at: usize) -> Option<Words> {
    let word = text.words.get(at)?;
    if text.is_denied(at) {
        return None;
    }
    if word.is("culprit") {
        let is_named =
            text.is_near(at, 1, "was is") && text.someone_from(at + 2, Verb::OfAnyone).is_some();
        return (is_named || text.doer(at.checked_sub(1)?, Verb::OfPeople).is_some())
            .then_some(at..at + 1);
    }
    if word.is("guilty") {
        return text.doer(at, Verb::OfPeople).map(|who| who.start..at + 1);
    }
    let owner = text.near(at, -1)?;
    let owns = owner.is_among("his her their my our your")
        || (owner.class.meets(Class::POSSESSIVE) && owner.class.meets(Class::PERSON | Class::NAME));
    if owns
        && !text.is_near(
            at,
            1,
            "tolerance domain domains injection handling report reports",
        )
    {
        return Some(at - 1..at + 1);
    }
    if owner.is("at") {
        return text
            .doer(at - 1, Verb::OfPeople)
            .map(|who| who.start..at + 1);
    }
    let who = text
        .is_near(at, 1, "of")
        .then(|| text.someone_from(at + 2, Verb::OfAnyone))??;
    Some(at..who.end)
}

fn blame(text: &Text<'_>, at: usize) -> Option<Words> {
    let is_denied = text.is_denied(at);
    if !is_denied && text.is_near(at, -1, "to") && text.is_near(at, -2, "is was are were") {
        return text
            .doer(at - 1, Verb::OfPeople)
            .map(|who| who.start..at + 1);
    }
    let next = if text.is_near(at, 1, "lies") { 3 } else { 1 };
    let who = text
        .someone_from(at + next, Verb::OfAnyone)
        .filter(|_| !is_denied)?;
    Some(at..who.end)
}

/// Something that a person did, or did not do.
fn deed(text: &Text<'_>, at: usize) -> Option<Words> {
    let word = text.words.get(at)?;
    let is = |words: &str| word.is_among(words);
    let next = |words: &str| text.is_near(at, 1, words);
    let (verb, end) = match () {
        () if is("failed fails") && next("to") => {
            let is_harmless = text.is_near(
                at,
                2,
                "reproduce replicate connect reach log login access authenticate load find \
                 resolve fix mitigate help improve restore isolate",
            );
            (!is_harmless).then_some((Verb::OfAnyone, at + 2))?
        }
        () if is("neglected neglects") => (Verb::OfPeople, at + 1),
        () if is("forgot forgets") => (Verb::OfPeople, at + 1),
        () if is("missed overlooked ignored disregarded") => {
            let object = [1, 2, 3].iter().any(|steps| {
                text.is_near(
                    at,
                    *steps,
                    "slo slos sla slas target targets deadline deadlines objective objectives \
                     goal goals heartbeat heartbeats lunch call calls no",
                )
            });
            (!object).then_some((Verb::OfAnyone, at + 1))?
        }
        () if is("did") && next("not") => not_done(text, at + 2)?,
        () if is("didn't") => not_done(text, at + 1)?,
        () if is("mistakenly accidentally inadvertently erroneously wrongly incorrectly") => {
            // A verb follows, or stood before: "ran it mistakenly" is rare and left alone.
            let is_before_verb = text
                .near(at, 1)
                .is_some_and(|next| !next.class.meets(Class::DETERMINER | Class::PREPOSITION));
            let is_opinion = next("assumed believed thought suspected concluded identified");
            (is_before_verb && !is_opinion).then_some((Verb::OfAnyone, at + 1))?
        }
        () => return None,
    };
    let who = text.doer(at, verb)?;
    (!is_not_done(text, who.end..at) && !is_own_lesson(text, &who)).then_some(who.start..end)
}

fn not_done(text: &Text<'_>, at: usize) -> Option<(Verb, usize)> {
    if text.words.get(at)?.is("bother") || text.phrase(at, "care").is_some() {
        return Some((Verb::OfPeople, at + 1));
    }
    let is_rule = (1..5).any(|steps| {
        text.is_near(
            at,
            steps,
            "procedure procedures process processes runbook instructions guidelines guideline \
             policy protocol checklist rules",
        )
    });
    (text.words.get(at)?.is("follow") && is_rule).then_some((Verb::OfPeople, at + 1))
}
