//! The incident report of the GOV.UK developer documentation.

use super::{ABOUT, Need, Part, Shape, Template, optional, required};
use crate::postmortem::{Field, Section};

pub(super) static GOV_UK: Template = Template {
    id: "gov-uk",
    name: "GOV.UK",
    about: "Overview, user impact, timeline, root cause analysis, actions. Suits public services",
    parts: &[
        ABOUT,
        Part {
            section: Section::Summary,
            heading: "Overview",
            need: Need::Required,
            guidance: "What happened, in words that everyone understands.",
            slots: &[
                required(Field::Summary, Shape::Body),
                required(Field::Start, Shape::Label("Start")),
                required(Field::End, Shape::Label("End")),
                required(Field::TimeZone, Shape::Label("Time zone")),
                optional(Field::Cause, Shape::Label("Cause")),
            ],
            guided: &[],
        },
        Part {
            section: Section::Impact,
            heading: "User impact",
            need: Need::Required,
            guidance: "What users could not do, how many of them, and for how long.",
            slots: &[
                required(Field::WhatUsersSaw, Shape::Body),
                optional(Field::AffectedShare, Shape::Label("Users affected")),
                optional(Field::AffectedNumber, Shape::Label("Number affected")),
                optional(Field::Figures, Shape::Label("Other figures")),
            ],
            guided: &[],
        },
        Part {
            section: Section::Timeline,
            heading: "Timeline",
            need: Need::Required,
            guidance: "What happened, when, in one or two sentences an entry.",
            slots: &[required(Field::Timeline, Shape::Body)],
            guided: &[],
        },
        Part {
            section: Section::Analysis,
            heading: "Root cause analysis",
            need: Need::Required,
            guidance: "Why it could happen, how it was noticed and how it was put right.",
            slots: &[
                required(Field::RootCause, Shape::Body),
                optional(Field::Trigger, Shape::Sub("Trigger")),
                optional(Field::Factors, Shape::Sub("Contributing factors")),
                optional(Field::Whys, Shape::Sub("Five whys")),
                optional(Field::Detection, Shape::Sub("Detection")),
                required(Field::Resolution, Shape::Sub("Resolution")),
            ],
            guided: &[],
        },
        Part {
            section: Section::FollowUp,
            heading: "Actions",
            need: Need::Required,
            guidance: "What will be done, by whom, by when.",
            slots: &[
                required(Field::ActionItems, Shape::Body),
                optional(Field::Improvements, Shape::Sub("Improvements")),
            ],
            guided: &[],
        },
        Part {
            section: Section::Lessons,
            heading: "Lessons learned",
            need: Need::Optional,
            guidance: "What to keep, what to change, and where luck helped.",
            slots: &[
                optional(Field::WentWell, Shape::Sub("What went well")),
                optional(Field::WentBadly, Shape::Sub("What went badly")),
                optional(Field::Lucky, Shape::Sub("Where we got lucky")),
            ],
            guided: &[],
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
