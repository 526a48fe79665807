//! `contradictory-duration`: the summary says that the incident took longer or shorter than from
//! its start to its end.

use crate::checks::durations::stated_durations;
use crate::checks::wording::{duration, quoted};
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{ClockTime, Field, Place, Section, incident_minutes};

const DAY: i64 = 24 * 60;

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "SUM07",
        name: "contradictory-duration",
        section: Section::Summary,
        kind: Kind::Inconsistent,
        what: "The duration that the summary states fits the start and the end",
        why: "A reader who meets both does not know which to quote",
        fix: "Correct the words, the start or the end; more than 5 minutes and a tenth apart counts",
        source: "Found in public postmortems; morty (downtime must add up)",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Issue Summary\n\nThe outage lasted about 3 hours.\n\n- **Start:** 2026-05-04 09:12\n- **End:** 2026-05-04 09:50\n",
        "# Checkout unavailable\n\n## Issue Summary\n\nThe outage lasted about 40 minutes. Nobody noticed for 14 minutes.\n\n- **Start:** 2026-05-04 09:12\n- **End:** 2026-05-04 09:50\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let summary = &subject.document.summary;
    let Some(minutes) = incident_minutes(subject.document) else {
        return Vec::new();
    };
    let stated = stated_durations(&summary.text);
    // Without a date the end may lie any number of days after the start.
    let may_be_days_later = summary.end.date.is_empty();
    // A guessed start or end moves the length by as much as a quarter of an hour.
    let is_guessed = [&summary.start.time, &summary.end.time]
        .iter()
        .any(|time| time.known().copied().is_some_and(ClockTime::is_approximate));
    let agrees = |length: &crate::checks::durations::Stated| {
        length.agrees_with(minutes)
            || (is_guessed && (length.minutes - minutes).abs() <= 15)
            || (may_be_days_later && length.minutes >= DAY)
    };
    let mut of_incident = stated.iter().filter(|length| length.is_of_incident);
    // Two lengths of one incident are of two parts of it, and nobody can say of which.
    let (Some(first), None) = (of_incident.next(), of_incident.next()) else {
        return Vec::new();
    };
    if stated.iter().any(agrees) {
        return Vec::new();
    }
    let words = summary.text.get(first.span.clone()).unwrap_or_default();
    let message = format!(
        "{} here, but {} from start to end",
        quoted(words),
        duration(minutes)
    );
    vec![Flaw::at(Place::field(Field::Summary), message).at_span(first.span.clone())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postmortem::Postmortem;
    use crate::template::TEMPLATES;

    fn messages(text: &str, start: (&str, &str), end: (&str, &str)) -> Vec<String> {
        let mut document = Postmortem::default();
        document.summary.text = text.into();
        document.summary.start.date = start.0.into();
        document.summary.start.time = start.1.into();
        document.summary.end.date = end.0.into();
        document.summary.end.time = end.1.into();
        let subject = Subject::new(&document, TEMPLATES[0]);
        run(&subject).into_iter().map(|flaw| flaw.message).collect()
    }

    #[test]
    fn only_a_clear_contradiction_is_reported() {
        let day = "2026-05-04";
        let from_nine_to = |end, text| messages(text, (day, "9:00"), (day, end));
        assert_eq!(
            from_nine_to("11:00", "It lasted approximately 3 hours."),
            ["\"3 hours\" here, but 2 hours from start to end"]
        );
        for (end, text) in [
            ("12:00", "It lasted approximately 3 hours."),
            ("11:40", "It lasted approximately 3 hours."),
            ("12:00", "It lasted 3 hours, and was down for 20 minutes."),
            (
                "12:00",
                "The site was down for 20 minutes, then degraded for 40 minutes.",
            ),
            (
                "12:00",
                "A 20-minute outage; with the slow hours before, 3 hours.",
            ),
            ("~9:30", "It lasted 45 minutes."),
            ("12:00", "Nobody noticed for 20 minutes."),
        ] {
            assert_eq!(from_nine_to(end, text), Vec::<String>::new(), "{text}");
        }
        assert_eq!(
            messages("It lasted 3 days.", ("", "9:00"), ("", "10:00")),
            Vec::<String>::new()
        );
    }
}
