//! Why a measure is not told, in words that say what to do about it.

use super::{Milestone, NoPoint, Reason, Untold};

impl Untold {
    /// What to do, without a full stop: "mark the event in which it was detected".
    pub fn words(&self) -> String {
        match self.reason {
            Reason::NoPoint(NoPoint::Missing(milestone)) => missing(milestone).to_owned(),
            Reason::NoPoint(NoPoint::Untimed(at)) => format!("{} has no time yet", at.words()),
            Reason::NoPoint(NoPoint::Undated(at)) => format!("{} has no date yet", at.words()),
            Reason::Backwards { from, to } => {
                let has_day = from.at.date() != to.at.date();
                let (from, to) = (from.words(has_day), to.words(has_day));
                format!("“{to}” is before “{from}”")
            }
        }
    }
}

fn missing(milestone: Milestone) -> &'static str {
    match milestone {
        Milestone::Started => "fill in the start, or mark the event with which it started",
        Milestone::Detected => "mark the event in which it was detected",
        Milestone::Acknowledged => "mark the event in which a person took it on",
        Milestone::Mitigated => "mark the event after which users were well again",
        Milestone::Resolved => "fill in the end, or mark the event in which it was resolved",
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Event, Postmortem, response_times};
    use super::*;

    #[test]
    fn what_is_not_told_says_what_to_do_about_it() {
        use Milestone::{Detected, Mitigated, Resolved};
        for (start, rows, expected) in [
            (
                "",
                &[("", "09:05", Detected)][..],
                &[
                    "Time to detect: fill in the start, or mark the event with which it started",
                    "Time to acknowledge: mark the event in which a person took it on",
                    "Time to mitigate: fill in the start, or mark the event with which it started",
                    "Time to resolve: fill in the start, or mark the event with which it started",
                    "Total: fill in the start, or mark the event with which it started",
                ][..],
            ),
            (
                "09:00",
                &[
                    ("", "soon", Detected),
                    ("", "08:50", Mitigated),
                    ("", "09:30", Resolved),
                ],
                &[
                    "Time to detect: the event marked Detected has no time yet",
                    "Time to acknowledge: the event marked Detected has no time yet",
                    "Time to mitigate: “Mitigated, 08:50” is before “Start, 09:00”",
                ],
            ),
            (
                "09:00",
                &[("2024-05-04", "09:05", Detected)],
                &[
                    "Time to detect: the start has no date yet",
                    "Time to acknowledge: mark the event in which a person took it on",
                    "Time to mitigate: the start has no date yet",
                    "Time to resolve: the start has no date yet",
                    "Total: the start has no date yet",
                ],
            ),
        ] {
            let mut document = Postmortem::default();
            document.summary.start.time = start.into();
            for (date, time, milestone) in rows {
                let mut event = Event {
                    milestone: Some(*milestone),
                    ..Event::default()
                };
                event.when.date = (*date).into();
                event.when.time = (*time).into();
                document.timeline.events.push(event);
            }
            let times = response_times(&document).into_iter();
            let told: Vec<String> = times
                .filter_map(Result::err)
                .map(|untold| format!("{}: {}", untold.measure.name(), untold.words()))
                .collect();
            assert_eq!(told, expected, "{start}: {rows:?}");
        }
    }
}
