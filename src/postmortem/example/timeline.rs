//! The example's timeline: from a week before the first symptom to the end.

use super::moment;
use crate::postmortem::{Event, EventKind, Milestone, RowId, Timeline};

pub(super) fn timeline() -> Timeline {
    let first_day = "2024-09-10";
    let day = "2024-09-17";
    let mut events = Vec::new();
    let mut add = |date: &str, time: &str, kind, milestone, text: &str, evidence: &str| {
        events.push(Event {
            id: RowId::default(),
            when: moment(date, time),
            kind,
            text: text.to_owned(),
            evidence: evidence.to_owned(),
            milestone,
            is_key: milestone.is_some_and(|milestone| milestone != Milestone::Acknowledged),
        });
    };
    add(
        first_day,
        "14:05",
        EventKind::Action,
        None,
        "The upgrade of `tracking-broker` from 3.8 to 4.0 reached its third and last node. From \
         then on the dead-letter queue kept messages without an age limit.",
        "[change CHG-1183](https://changes.tidewater.example/CHG-1183)",
    );
    add(
        day,
        "06:40",
        EventKind::Event,
        None,
        "The carrier feed `northlink` began to send postal codes that contain a space. The parser \
         rejected 5,200 messages a minute to the dead-letter queue.",
        "[rejections by feed](https://charts.tidewater.example/rejections?day=2024-09-17)",
    );
    add(
        "",
        "09:12",
        EventKind::Event,
        Some(Milestone::Started),
        "Free disk space on broker node 2 fell below 2 GB, and the broker blocked every publisher. \
         Statuses on the tracking page stopped changing.",
        "[disk by node](https://charts.tidewater.example/broker-disk?day=2024-09-17)",
    );
    add(
        "",
        "09:21",
        EventKind::Detection,
        Some(Milestone::Detected),
        "The alert \"oldest scan event above 5 minutes\" paged the tracking on-call engineer.",
        "[alert ALR-7741](https://alerts.tidewater.example/ALR-7741)",
    );
    add(
        "",
        "09:24",
        EventKind::Action,
        Some(Milestone::Acknowledged),
        "The tracking on-call engineer acknowledged the page and opened the channel \
         `#inc-318-tracking`.",
        "[first message](https://chat.tidewater.example/inc-318/1)",
    );
    add(
        "",
        "09:31",
        EventKind::DeadEnd,
        None,
        "The publish rate was 0 at every depot, which pointed to the network between the depots \
         and the broker. At 09:52 UTC, traceroutes from four depots with 0% packet loss showed that \
         connections arrived and that the block was inside the broker.",
        "[four traceroutes](https://chat.tidewater.example/inc-318/27)",
    );
    add(
        "",
        "09:45",
        EventKind::Communication,
        None,
        "The status page announced \"Tracking updates are delayed\", 33 minutes after the start.",
        "[first notice](https://status.tidewater.example/318#1)",
    );
    add(
        "",
        "09:58",
        EventKind::Escalation,
        None,
        "The tracking on-call engineer called in the messaging team. Two of its engineers joined \
         at 10:04 UTC.",
        "[page to messaging](https://alerts.tidewater.example/ALR-7749)",
    );
    add(
        "",
        "10:26",
        EventKind::Action,
        None,
        "The log of node 2 showed the disk alarm and 31.6 GB in the dead-letter queue. The \
         messaging team paused the `northlink` feed and began to export the queue to object \
         storage.",
        "[broker log](https://logs.tidewater.example/tracking-broker-2?at=2024-09-17T09:12)",
    );
    add(
        "",
        "10:54",
        EventKind::Mitigation,
        Some(Milestone::Mitigated),
        "With the export complete, the messaging team emptied the dead-letter queue and the broker \
         accepted publishers. New scans reached the tracking page within 20 seconds.",
        "[publish rate](https://charts.tidewater.example/broker-publish?day=2024-09-17)",
    );
    add(
        "",
        "11:20",
        EventKind::Communication,
        None,
        "The status page announced that new scans were shown at once and that half of the 1.9 \
         million delayed ones had been processed.",
        "[second notice](https://status.tidewater.example/318#2)",
    );
    add(
        "",
        "11:47",
        EventKind::Resolution,
        Some(Milestone::Resolved),
        "The backlog was processed: the oldest scan event was younger than 60 seconds in every \
         partition. The status page announced the end.",
        "[age of the oldest event](https://charts.tidewater.example/scan-age?day=2024-09-17)",
    );
    Timeline { events }
}
