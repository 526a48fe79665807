//! Documents for the tests of the checks: a finished one, and what can be wrong with it.

use postmortem_editor::postmortem::{
    ActionItem, Event, EventKind, Item, Milestone, Postmortem, RowId, Section, Waiver,
};
use postmortem_editor::template::{Template, TemplateId, offer_guided};

/// The template of a new draft.
pub(crate) fn classic() -> &'static Template {
    TemplateId::default().template()
}

fn event(id: u64, date: &str, time: &str, text: &str) -> Event {
    let mut event = Event {
        id: RowId(id),
        text: text.into(),
        ..Event::default()
    };
    event.when.date = date.into();
    event.when.time = time.into();
    event
}

/// A document in which no template misses anything that it has a check for.
pub(crate) fn finished() -> Postmortem {
    let mut document = Postmortem::default();
    let overview = &mut document.overview;
    overview.title = "Postmortem: checkout unavailable on 4 May 2026".into();
    overview.status = "Final".into();
    overview.severity = "SEV-2".into();
    overview.authors = "Ana Ruiz".into();
    let summary = &mut document.summary;
    summary.text =
        "For 38 minutes on 4 May, customers could not pay by card, because a certificate \
                    had expired."
            .into();
    summary.start.date = "2026-05-04".into();
    summary.start.time = "09:12".into();
    summary.end.time = "09:50".into();
    summary.time_zone = "UTC".into();
    document.impact.what_users_saw =
        "Customers saw \"Payment failed???\"; 1,310 payments failed.".into();
    document.impact.figures = rows(&[
        (50, "41 customers wrote to support"),
        (51, "No payment was lost or taken twice"),
        (52, "38 of the 43 minutes in the month's error budget"),
    ]);
    let analysis = &mut document.analysis;
    analysis.trigger = "The certificate's last second passed at 09:12.".into();
    analysis.root_cause =
        "The renewal job had been off since March. It is the first incident of this kind.".into();
    analysis.factors = rows(&[
        (60, "No alert watched the age of certificates."),
        (
            61,
            "The gateway stood between all customers and both providers.",
        ),
    ]);
    document.detection.text = "A customer wrote to support after 14 minutes.".into();
    document.resolution.text = "The certificate was renewed by hand.".into();
    document.timeline.events = vec![
        event(1, "", "09:12", "Card payments begin to fail"),
        event(
            2,
            "",
            "09:26",
            "A customer writes to support, and the incident lead posts it on the status page",
        ),
        event(
            3,
            "",
            "~09:40",
            "The bank is ruled out, and the expired certificate is found",
        ),
        event(4, "", "09:50", "Card payments work again"),
        // A row that was opened and not filled in.
        event(5, "", "", ""),
    ];
    document.follow_up.action_items = vec![
        ActionItem {
            id: RowId(20),
            text: "Alert when a certificate has fewer than 21 days left".into(),
            owner: "Bo Lind".into(),
            due: "2026-05-29".into(),
            kind: "Detect".into(),
            priority: "P1".into(),
            ticket: "PAY-71".into(),
            ..ActionItem::default()
        },
        ActionItem {
            id: RowId(21),
            text: "Move to another provider; declined, because this one was not at fault".into(),
            status: "Declined".into(),
            ..ActionItem::default()
        },
        ActionItem::default(),
    ];
    let improvements = &mut document.follow_up.improvements;
    *improvements = rows(&[(22, "No certificate expires unnoticed")]);
    document
}

fn rows(texts: &[(u64, &str)]) -> Vec<Item> {
    let row = |(id, text): &(u64, &str)| Item {
        id: RowId(*id),
        text: (*text).into(),
    };
    texts.iter().map(row).collect()
}

/// The same, with something under every heading that a template asks for.
pub(crate) fn finished_in(template: &'static Template) -> Postmortem {
    let mut document = finished();
    document.analysis.whys = rows(&[
        (102, "The gateway refused every connection."),
        (103, "Its certificate had expired."),
        (104, "Nothing watches jobs that do not run."),
    ]);
    document.lessons.went_well = rows(&[(105, "The runbook was right.")]);
    document.lessons.went_badly = rows(&[(106, "Nobody noticed for 14 minutes.")]);
    document.lessons.lucky = rows(&[(107, "It was a holiday.")]);
    document.conclusion.text = "Certificates end when nobody looks.".into();
    let mut ids = (200..).map(RowId);
    offer_guided(&mut document, None, template, || {
        ids.next().unwrap_or_default()
    });
    for section in &mut document.extras.sections {
        section.body = "Ana Ruiz and the payments team.".into();
    }
    document
}

/// A document with most of the flaws.
pub(crate) fn broken() -> Postmortem {
    let mut document = Postmortem::default();
    document.overview.title = "Postmortem".into();
    document.overview.severity = "TBD".into();
    document.summary.text = "The outage lasted about 3 hours. Cause: TODO".into();
    document.summary.start.date = "2026-05-04".into();
    document.summary.start.time = "09:12".into();
    document.summary.end.time = "09:50".into();
    document.impact.what_users_saw = "Many users saw errors".into();
    document.analysis.root_cause = "N/A".into();
    document.timeline.events = vec![
        event(9, "", "09:30", "Errors are seen"),
        event(8, "", "09:20", "Someone looks at the dashboard."),
        event(7, "2024-05-04", "09:20", "The job is switched off"),
        event(6, "", "14:15pm", "Errors stop"),
        event(5, "", "09:31", ""),
        event(4, "", "", "The team is told"),
        event(3, "2026-05-04", "09:32", "The restart begins"),
    ];
    document.follow_up.action_items = vec![
        ActionItem {
            id: RowId(30),
            text: "Add an alert for errors. Then watch it.".into(),
            due: "2025-05-04".into(),
            ..ActionItem::default()
        },
        ActionItem {
            id: RowId(31),
            owner: "Ana Ruiz".into(),
            ..ActionItem::default()
        },
    ];
    document
        .nothing_to_say
        .insert(Section::Lessons, String::new());
    document
}

/// A finished document, but for a timeline that runs backwards.
pub(crate) fn backwards() -> Postmortem {
    let mut document = finished();
    document.timeline.events.reverse();
    document.summary.end.date = "2026-05-03".into();
    let reason = "it was all over in a minute".into();
    document.nothing_to_say.insert(Section::Timeline, reason);
    document
}

/// A finished document, but without any date and with half a timeline.
pub(crate) fn half_timed() -> Postmortem {
    let mut document = finished();
    document.summary.start.date = "".into();
    document.summary.end.time = "11:50".into();
    document
}

/// A finished document, but with its milestones on the wrong entries.
pub(crate) fn mismarked() -> Postmortem {
    let mut document = finished();
    let marks = [None, Some(Milestone::Started), Some(Milestone::Resolved)];
    for (event, milestone) in document.timeline.events.iter_mut().zip(marks) {
        event.milestone = milestone;
    }
    document.summary.end.time = "10:20".into();
    document
}

/// A document with every flaw of language.
pub(crate) fn ill_worded() -> Postmortem {
    let mut document = finished();
    document.overview.title = "Checkout outage".into();
    document.impact.affected_share = "12%".into();
    document.impact.affected_number = "several customers".into();
    document.summary.text = "Unfortunately, an issue occurred. It was a nightmare! The engineer \
                             forgot to renew it, which was obviously wrong."
        .into();
    document.analysis.root_cause =
        "The root cause was a developer. Of course, Ana Ruiz should have \
                                    tested it."
            .into();
    for event in document.timeline.events.iter_mut().skip(1).take(1) {
        event.text = "A customer writes. Shortly after, support is told".into();
    }
    let action = |id, text: &str| ActionItem {
        id: RowId(id),
        text: text.into(),
        owner: "Bo Lind".into(),
        due: "2026-05-29".into(),
        ..ActionItem::default()
    };
    let actions = &mut document.follow_up.action_items;
    actions.push(action(40, "Improve monitoring"));
    actions.push(action(41, "Remind everyone to renew certificates"));
    document
}

/// A document with everything that is not for everyone's eyes.
pub(crate) fn private() -> Postmortem {
    let mut document = finished();
    document.resolution.text = "Bo Lind logged in to db-1.prod.internal (10.0.4.7) with \
                                `PGPASSWORD=tr0ub4dor7` and called +44 20 7946 0018."
        .into();
    for event in document.timeline.events.iter_mut().take(1) {
        event.evidence = "from ops@tidewater.test".into();
    }
    for action in document.follow_up.action_items.iter_mut().take(1) {
        action.ticket = "https://jira.corp/X-1".into();
    }
    document
}

/// A document that says too little of everything, and says some of it twice.
pub(crate) fn careless() -> Postmortem {
    let mut document = Postmortem::default();
    document.overview.severity = "SEV-1".into();
    let summary = &mut document.summary;
    summary.text = "On Wednesday, 4 May 2026, 80% of our users were locked out. ".repeat(15);
    summary.start.date = "2026-05-04".into();
    summary.start.time = "09:12".into();
    summary.end.time = "12:00".into();
    summary.cause = "Deployment removed every payment worker".into();
    document.impact.what_users_saw = "Nothing worked.".into();
    document.impact.affected_share = "30%".into();
    let mut events = vec![
        event(
            1,
            "",
            "09:12",
            "It stops. It stands still. It waits. It goes on.",
        ),
        event(2, "", "09:15", "The incident was escalated"),
        event(3, "", "09:20", "A certificate is renewed at 09:20 EST"),
        event(4, "", "12:00", "It works, from 10:50 EDT on"),
    ];
    if let Some(first) = events.first_mut() {
        first.kind = EventKind::Detection;
        first.milestone = Some(Milestone::Started);
    }
    document.timeline.events = events;
    let analysis = &mut document.analysis;
    analysis.root_cause =
        "A certificate of the gateway expired: [](https://a.example). Going forward it lasts longer."
            .into();
    analysis.whys = rows(&[(10, "It expired.")]);
    document.resolution.text = "Restarted it.".into();
    document.conclusion.text = "ana: is it up?\nbo: no\nana: now?\nbo: no\nana: now?".into();
    document.lessons.went_well = rows(&[(11, "It ended.")]);
    let follow_up = &mut document.follow_up;
    follow_up.improvements = rows(&[(12, "Regular load tests of the payment gateway")]);
    for (id, text) in (20..).zip([
        "Run regular load tests of the payment gateway",
        "Regular load tests of the payment gateway",
        "Renew early",
        "Renew often",
        "Renew by hand",
        "Renew by day",
        "Renew by night",
        "Renew twice",
        "Move away",
    ]) {
        follow_up.action_items.push(ActionItem {
            id: RowId(id),
            text: text.into(),
            ..ActionItem::default()
        });
    }
    if let Some(first) = follow_up.action_items.first_mut() {
        first.priority = "P1".into();
        first.due = "2026-12-01".into();
    }
    if let Some(last) = follow_up.action_items.last_mut() {
        last.status = "Declined".into();
    }
    for (check, reason) in [("unquantified-impact", "read only"), ("missing-author", "")] {
        document.waivers.push(Waiver {
            check: check.into(),
            place: None,
            reason: reason.into(),
        });
    }
    document
}

/// The same without an action item.
pub(crate) fn idle() -> Postmortem {
    let mut document = careless();
    document.follow_up.action_items.clear();
    document
}

/// The same, but for what hides behind what it says.
pub(crate) fn hasty() -> Postmortem {
    let mut document = careless();
    document.summary.cause.clear();
    for event in &mut document.timeline.events {
        event.kind = EventKind::Event;
    }
    for item in &mut document.follow_up.action_items {
        item.kind = "Detect".into();
    }
    document
}
