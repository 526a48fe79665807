//! The postmortem of PagerDuty's incident response guide.

use super::{ABOUT, Guided, Need, Part, Shape, Template, optional, required};
use crate::postmortem::{Field, Section};

pub(super) static PAGERDUTY: Template = Template {
    id: "pagerduty",
    name: "PagerDuty",
    about: "What happened, contributing factors, responders, how we did, and what to tell \
            colleagues and customers. Suits teams with incident commanders",
    parts: &[
        ABOUT,
        Part {
            section: Section::Summary,
            heading: "Overview",
            need: Need::Required,
            guidance: "One or two sentences on the cause, the length and the impact.",
            slots: &[
                required(Field::Summary, Shape::Body),
                required(Field::Start, Shape::Label("Start")),
                required(Field::End, Shape::Label("End")),
                required(Field::TimeZone, Shape::Label("Time zone")),
                optional(Field::Cause, Shape::Label("In a sentence")),
            ],
            guided: &[],
        },
        Part {
            section: Section::Trigger,
            heading: "What Happened",
            need: Need::Required,
            guidance: "In short: what set it off, and what came of it.",
            slots: &[
                optional(Field::Trigger, Shape::Body),
                optional(Field::Detection, Shape::Sub("Detection")),
            ],
            guided: &[],
        },
        Part {
            section: Section::Analysis,
            heading: "Contributing Factors",
            need: Need::Required,
            guidance: "The conditions that let it happen. Where one of them weighs most, begin with it.",
            slots: &[
                required(Field::RootCause, Shape::Body),
                optional(Field::Factors, Shape::Sub("Other factors")),
                optional(Field::Whys, Shape::Sub("Five whys")),
            ],
            guided: &[],
        },
        Part {
            section: Section::Resolution,
            heading: "Resolution",
            need: Need::Required,
            guidance: "What was done for now, and what put things fully right.",
            slots: &[required(Field::Resolution, Shape::Body)],
            guided: &[],
        },
        Part {
            section: Section::Impact,
            heading: "Impact",
            need: Need::Required,
            guidance: "Exact figures: time in each severity, events lost or late, accounts and \
                       users affected, support requests.",
            slots: &[
                required(Field::WhatUsersSaw, Shape::Body),
                optional(Field::AffectedShare, Shape::Label("Users affected")),
                optional(Field::AffectedNumber, Shape::Label("Number affected")),
                optional(Field::Figures, Shape::Label("Other figures")),
            ],
            guided: &[Guided {
                heading: "Responders",
                need: Need::Required,
                guidance: "Who was incident commander, who wrote things down, who else helped.",
            }],
        },
        Part {
            section: Section::Timeline,
            heading: "Timeline",
            need: Need::Required,
            guidance: "What happened, when, each with a link to the data that shows it.",
            slots: &[required(Field::Timeline, Shape::Table)],
            guided: &[],
        },
        Part {
            section: Section::Lessons,
            heading: "How'd We Do?",
            need: Need::Required,
            guidance: "About the response itself: what to keep, and what to do better.",
            slots: &[
                optional(Field::WentWell, Shape::Sub("What went well")),
                optional(Field::WentBadly, Shape::Sub("What didn't go so well")),
                optional(Field::Lucky, Shape::Sub("Where we got lucky")),
            ],
            guided: &[],
        },
        Part {
            section: Section::FollowUp,
            heading: "Action Items",
            need: Need::Required,
            guidance: "Every item with an owner and a ticket; each of them can be finished.",
            slots: &[
                required(Field::ActionItems, Shape::Body),
                optional(Field::Improvements, Shape::Sub("Improvements")),
            ],
            guided: &[Guided {
                heading: "Messaging",
                need: Need::Optional,
                guidance: "What colleagues are told in an e-mail, and what customers are told: a \
                           summary, what happened, and what is being done about it.",
            }],
        },
        Part {
            section: Section::Conclusion,
            heading: "Conclusion",
            need: Need::Optional,
            guidance: "A closing word, if there is one.",
            slots: &[optional(Field::Conclusion, Shape::Body)],
            guided: &[],
        },
    ],
};
