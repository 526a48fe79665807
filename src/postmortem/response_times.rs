//! Lengths of time that follow from the document. Never stored.

use super::{Event, Milestone, Postmortem};

/// Minutes from the incident's start to its end, when both are known and in order.
///
/// Two times without a date count as the same day, or as the next one when the end is earlier.
pub fn incident_minutes(document: &Postmortem) -> Option<i64> {
    let (start, end) = (&document.summary.start, &document.summary.end);
    if let (Some(start), Some(end)) = (start.date_time(), end.date_time()) {
        let minutes = (end - start).num_minutes();
        return (minutes >= 0).then_some(minutes);
    }
    let has_no_end_date = end.date.is_empty();
    let (start, end) = (start.time.known()?, end.time.known()?);
    let minutes = (end.naive() - start.naive()).num_minutes();
    has_no_end_date.then_some(minutes.rem_euclid(24 * 60))
}

/// Minutes from the incident's start to the first event that marks it as detected, when both are
/// known and in order. Dates that were left out are filled in as by [`Postmortem::event_times`].
pub fn detection_minutes(document: &Postmortem) -> Option<i64> {
    let start = document.summary.start.date_time()?;
    let events = &document.timeline.events;
    let is_detected = |event: &Event| event.milestone == Some(Milestone::Detected);
    let at = events.iter().position(is_detected)?;
    let at = document.event_times().get(at).copied().flatten()?;
    let minutes = (at - start).num_minutes();
    (minutes >= 0).then_some(minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn detection_is_counted_from_the_start() {
        let mut document = Postmortem::default();
        document.summary.start.date = "2023-02-15".into();
        document.summary.start.time = "23:50".into();
        assert_eq!(detection_minutes(&document), None);
        for (date, time, milestone) in [
            ("", "23:55", None),
            ("2023-02-16", "00:01", None),
            ("", "00:05", Some(Milestone::Detected)),
        ] {
            let mut event = Event {
                milestone,
                ..Event::default()
            };
            event.when.date = date.into();
            event.when.time = time.into();
            document.timeline.events.push(event);
        }
        assert_eq!(detection_minutes(&document), Some(15));
        document.summary.start.date = "2023-02-17".into();
        assert_eq!(detection_minutes(&document), None);
    }

    fn minutes(start: (&str, &str), end: (&str, &str)) -> Option<i64> {
        let mut document = Postmortem::default();
        document.summary.start.date = start.0.into();
        document.summary.start.time = start.1.into();
        document.summary.end.date = end.0.into();
        document.summary.end.time = end.1.into();
        incident_minutes(&document)
    }

    #[test]
    fn an_incident_lasts_from_start_to_end() {
        assert_eq!(
            minutes(("2023-02-15", "14:30"), ("2023-02-15", "15:15")),
            Some(45)
        );
        assert_eq!(
            minutes(("2023-11-04", "22:00"), ("2023-11-05", "2:00")),
            Some(240)
        );
        assert_eq!(minutes(("2023-11-04", "22:00"), ("", "2:00")), Some(240));
        assert_eq!(minutes(("", "10:00"), ("", "12:00")), Some(120));
    }

    #[test]
    fn what_is_unknown_or_backwards_has_no_length() {
        assert_eq!(minutes(("2023-02-15", "14:30"), ("2023-02-15", "")), None);
        assert_eq!(
            minutes(("2023-02-15", "14:30"), ("2023-02-14", "15:00")),
            None
        );
        assert_eq!(minutes(("", "10:00"), ("2023-02-14", "12:00")), None);
    }
}
