//! A finished postmortem to learn from: every field used, in the way the guides ask for.
//!
//! The company, its people and the incident are made up. The checks have nothing to say about it,
//! so a change here must keep the figures consistent: the incident lasts 155 minutes.

mod timeline;

use super::{
    ActionItem, ActionKind, ActionStatus, Analysis, Conclusion, Detection, DocumentStatus, Entered,
    ExtraSection, Extras, FollowUp, Impact, Item, Lessons, Moment, Overview, Postmortem, Priority,
    Resolution, RowId, Section, SeverityLevel, Summary,
};

/// The finished example.
pub fn example() -> Postmortem {
    let mut document = Postmortem {
        overview: overview(),
        summary: summary(),
        impact: impact(),
        timeline: timeline::timeline(),
        analysis: analysis(),
        detection: detection(),
        resolution: resolution(),
        follow_up: follow_up(),
        lessons: lessons(),
        conclusion: conclusion(),
        extras: extras(),
        nothing_to_say: std::collections::BTreeMap::new(),
        waivers: Vec::new(),
    };
    document.renumber();
    document
}

fn overview() -> Overview {
    Overview {
        title: "Postmortem: parcel tracking showed outdated statuses".to_owned(),
        reference: "INC-318".to_owned(),
        status: Entered::Known(DocumentStatus::Final),
        severity: Entered::Known(SeverityLevel::Sev2),
        severity_meaning: "More than 25% of recipients see an outdated status for over 30 minutes"
            .to_owned(),
        authors: "Priya Nair, Tomás Vidal".to_owned(),
        services: "tracking page, delivery notifications, tracking-broker".to_owned(),
    }
}

fn summary() -> Summary {
    Summary {
        text: "On 17 September 2024, the tracking page of Tidewater Parcels showed outdated \
               statuses for 2 hours and 35 minutes, from 09:12 to 11:47 UTC. 62% of the recipients \
               who opened it were affected, and delivery notifications were delayed. The disk of \
               one node of the message broker had filled with rejected messages, and the broker \
               blocked every publisher. Emptying the dead-letter queue brought new statuses back \
               at 10:54 UTC, and the backlog was processed by 11:47 UTC. No scan event was lost."
            .to_owned(),
        start: moment("2024-09-17", "09:12"),
        end: moment("2024-09-17", "11:47"),
        time_zone: "UTC".to_owned(),
        cause: "An upgrade of the broker left its dead-letter queue without an age limit, so \
                rejected messages from one carrier feed filled a disk that the live queues share."
            .to_owned(),
    }
}

fn impact() -> Impact {
    Impact {
        what_users_saw:
            "Recipients saw the status that their parcel had before 09:12 UTC, and got \
                         no notification on the day of delivery. Depot staff went on scanning: \
                         the handhelds kept 1.9 million scan events and sent them after 10:54 UTC. \
                         Placing orders and printing labels kept working."
                .to_owned(),
        affected_share: "62%".into(),
        affected_number: "254,200 of the 410,000 recipients who opened the tracking page"
            .to_owned(),
        figures: items(&[
            "1.9 million scan events delayed by up to 102 minutes, 0 lost",
            "1,140 support cases between 09:12 and 14:00 UTC, against 180 on a usual Tuesday",
            "155 of the 648 minutes in the quarter's error budget for fresh tracking data (24%)",
            "No personal data was exposed, and no data was lost",
        ]),
    }
}

fn analysis() -> Analysis {
    Analysis {
        trigger: "At 06:40 UTC on 17 September, the `northlink` feed began to send postal codes \
                  that contain a space. The parser rejected 5,200 messages a minute of 40 KB each, \
                  and by 09:12 UTC the dead-letter queue held 790,400 of them, or 31.6 GB."
            .to_owned(),
        root_cause: "Since the upgrade to version 4.0 on 10 September, the dead-letter queue of \
                     `tracking-broker` had no age limit. Version 4.0 reads the limit from \
                     `dead_letter.max_age`; the configuration template still set `dlq_ttl`, the \
                     name that version 3.8 used, and version 4.0 accepts a key that it does not \
                     know without effect. Rejected messages therefore stayed on disk.\n\n\
                     The dead-letter queue is on the same disk as the live queues. When free space \
                     on node 2 fell below 2 GB, the disk alarm of the broker blocked the \
                     publishers of every queue, among them the scan events of every depot."
            .to_owned(),
        factors: items(&[
            "The dead-letter queue and the live queues share one disk on each node",
            "The broker accepts configuration keys that it does not know and logs no warning",
            "The disk alert compared the average of three nodes with 85%: the average was 54% when \
             node 2 was at 96%",
            "The parser rejects a whole message when one optional field has an unexpected form",
        ]),
        whys: items(&[
            "Why did statuses stop changing? The broker blocked every publisher from 09:12 UTC.",
            "Why did it block them? Node 2 had less than 2 GB of free disk space.",
            "Why was the disk full? The dead-letter queue held 31.6 GB of rejected messages.",
            "Why did it keep them? Its age limit was set under a key that version 4.0 does not \
             know.",
            "Why did that key reach production? The build accepts any key in the broker's \
             configuration, and the upgrade's tests send no rejected messages.",
        ]),
    }
}

fn detection() -> Detection {
    Detection {
        text: "The alert on the age of the oldest scan event fired at 09:21 UTC, 9 minutes after \
               the start. The disk of node 2 had passed 80% at 08:33 UTC, 39 minutes before the \
               start; the disk alert stayed quiet because it looked at the average of three nodes."
            .to_owned(),
    }
}

fn resolution() -> Resolution {
    Resolution {
        text: "**Mitigation:** the `northlink` feed was paused at 10:26 UTC and the 790,400 \
               rejected messages were exported to object storage. Emptying the dead-letter queue \
               at 10:54 UTC freed 31.6 GB; the disk alarm cleared, and the broker accepted \
               publishers.\n\n\
               **Permanent fix:** at 14:20 UTC, `dead_letter.max_age` was set to 24 hours on all \
               three nodes. Version 5.12 of the parser, released on 18 September, accepts postal \
               codes that contain a space. The exported messages were then replayed: 0 of them \
               were rejected."
            .to_owned(),
    }
}

fn follow_up() -> FollowUp {
    let mut action_items = Vec::new();
    let mut add = |text: &str, owner: &str, due: &str, kind, priority, status, ticket: &str| {
        action_items.push(ActionItem {
            id: RowId::default(),
            text: text.to_owned(),
            owner: owner.to_owned(),
            due: due.into(),
            kind: Entered::Known(kind),
            priority: Entered::Known(priority),
            status: Entered::Known(status),
            ticket: ticket.to_owned(),
        });
    };
    add(
        "Alert when the disk of any broker node is above 80% for 5 minutes",
        "Priya Nair",
        "2024-09-27",
        ActionKind::Detect,
        Priority::P1,
        ActionStatus::Done,
        "MSG-409",
    );
    add(
        "Fail the build when the broker's configuration holds a key that its version does not know",
        "Tomás Vidal",
        "2024-10-04",
        ActionKind::Prevent,
        Priority::P1,
        ActionStatus::Done,
        "MSG-413",
    );
    add(
        "Move the dead-letter queue to a disk of its own; done when filling that disk in staging \
         leaves the live queues writable",
        "Tomás Vidal",
        "2024-10-15",
        ActionKind::Prevent,
        Priority::P1,
        ActionStatus::Done,
        "MSG-412",
    );
    add(
        "Pause a carrier feed automatically when more than 5% of its messages are rejected for 2 \
         minutes",
        "Ines Okafor",
        "2024-10-11",
        ActionKind::Mitigate,
        Priority::P2,
        ActionStatus::Done,
        "TRK-877",
    );
    add(
        "Run a game day in which one broker disk fills, with both on-call teams; done when the \
         cause is named within 15 minutes and the first notice is out within 20",
        "Lena Brandt",
        "2024-10-30",
        ActionKind::Process,
        Priority::P2,
        ActionStatus::Done,
        "TRK-880",
    );
    FollowUp {
        improvements: items(&[
            "Every queue has a limit on age and on size, and the tests of an upgrade reach both",
            "Rejected messages of one carrier leave the feeds of the others running",
            "The tracking dashboard shows the alarms that the broker itself raises",
        ]),
        action_items,
    }
}

fn lessons() -> Lessons {
    Lessons {
        went_well: items(&[
            "The depot handhelds kept 1.9 million scan events for 102 minutes and lost none",
            "The alert on the age of scan events paged 9 minutes after the start",
            "The dead-letter queue was exported before it was emptied, so all 790,400 messages \
             were replayed",
        ]),
        went_badly: items(&[
            "21 minutes went into the network path, because the tracking dashboard showed no alarm \
             of the broker",
            "The first notice on the status page came 33 minutes after the start",
            "The dead-letter queue grew for 152 minutes before any alert fired",
        ]),
        lucky: items(&[
            "The messaging team was online for an upgrade rehearsal and joined in 6 minutes; its \
             target is 30",
            "17 September was a Tuesday: on a Monday, the depots send 40% more scan events",
        ]),
    }
}

fn conclusion() -> Conclusion {
    Conclusion {
        text:
            "Scan events have been younger than 60 seconds since 11:47 UTC on 17 September. With \
               the five action items done, rejected messages of one carrier no longer reach the \
               disk of the live queues."
                .to_owned(),
    }
}

fn extras() -> Extras {
    Extras {
        sections: vec![ExtraSection {
            id: RowId::default(),
            heading: "Terms".to_owned(),
            body:
                "- **Dead-letter queue:** where the broker puts messages that a consumer rejects\n\
                   - **Disk alarm:** the broker's own guard, which blocks publishers when free \
                   space on a node falls below 2 GB\n\
                   - **Scan event:** one reading of a parcel's label by a handheld"
                    .to_owned(),
            after: Section::Conclusion,
        }],
    }
}

fn moment(date: &str, time: &str) -> Moment {
    Moment {
        date: date.into(),
        time: time.into(),
    }
}

fn items(texts: &[&str]) -> Vec<Item> {
    let item = |text: &&str| Item {
        id: RowId::default(),
        text: (*text).to_owned(),
    };
    texts.iter().map(item).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postmortem::{Event, Field, Milestone, incident_minutes};

    #[test]
    fn every_field_is_used_and_in_its_normal_form() {
        let example = example();
        for field in Field::ALL {
            assert!(!example.is_empty(*field), "{}", field.key());
        }
        assert_eq!(example.clone().normalised(), example);
    }

    #[test]
    fn every_typed_value_is_understood() {
        let example = example();
        assert!(example.summary.start.date_time().is_some());
        assert!(example.impact.affected_share.known().is_some());
        let events = &example.timeline.events;
        assert!(events.iter().all(|event| event.when.time.known().is_some()));
        let actions = &example.follow_up.action_items;
        assert!(actions.iter().all(|action| action.due.known().is_some()));
    }

    #[test]
    fn figures_agree() {
        let example = example();
        assert_eq!(incident_minutes(&example), Some(155));
        assert!(example.summary.text.contains("2 hours and 35 minutes"));
        assert_eq!(410_000 * 62 / 100, 254_200);
        assert_eq!(152 * 5_200, 790_400);
        let times: Vec<_> = example.timeline.events[1..]
            .iter()
            .map(|event| event.when.time.known().map(|time| time.naive()))
            .collect();
        assert!(times.is_sorted());
        let milestone = |milestone| {
            let marks = |event: &&Event| event.milestone == Some(milestone);
            let event = example.timeline.events.iter().find(marks).unwrap();
            event.when.time.clone()
        };
        assert_eq!(milestone(Milestone::Started), example.summary.start.time);
        assert_eq!(milestone(Milestone::Resolved), example.summary.end.time);
    }
}
