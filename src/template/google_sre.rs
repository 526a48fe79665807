//! The postmortem of Google's site reliability engineers, after the example in *Site Reliability
//! Engineering* (2016): short sections in the book's order, action items in a table.

use super::{ABOUT, Guided, Need, Part, Shape, Template, optional, required};
use crate::postmortem::{Field, Section};

pub(super) static GOOGLE_SRE: Template = Template {
    id: "google-sre",
    name: "Google SRE",
    about: "Short sections for impact, root causes, trigger, resolution and detection; action \
            items in a table. Suits teams with on-call engineers",
    parts: &[
        ABOUT,
        Part {
            section: Section::Summary,
            heading: "Summary",
            need: Need::Required,
            guidance: "One or two sentences: what failed, for how long, and what it was about.",
            slots: &[
                required(Field::Summary, Shape::Body),
                required(Field::Start, Shape::Label("Start")),
                required(Field::End, Shape::Label("End")),
                required(Field::TimeZone, Shape::Label("Time zone")),
            ],
            guided: &[],
        },
        Part {
            section: Section::Impact,
            heading: "Impact",
            need: Need::Required,
            guidance: "The effect on users and on the business, in numbers where there are any.",
            slots: &[
                required(Field::WhatUsersSaw, Shape::Body),
                optional(Field::AffectedShare, Shape::Label("Users affected")),
                optional(Field::AffectedNumber, Shape::Label("Number affected")),
                optional(Field::Figures, Shape::Label("Other figures")),
            ],
            guided: &[],
        },
        Part {
            section: Section::Analysis,
            heading: "Root Causes",
            need: Need::Required,
            guidance: "The conditions without which the trigger would have done no harm.",
            slots: &[
                required(Field::RootCause, Shape::Body),
                optional(Field::Cause, Shape::Label("In a sentence")),
                optional(Field::Factors, Shape::Sub("Contributing factors")),
                optional(Field::Whys, Shape::Sub("Five whys")),
            ],
            guided: &[],
        },
        Part {
            section: Section::Trigger,
            heading: "Trigger",
            need: Need::Required,
            guidance: "The change or event that turned those conditions into an incident.",
            slots: &[optional(Field::Trigger, Shape::Body)],
            guided: &[],
        },
        Part {
            section: Section::Resolution,
            heading: "Resolution",
            need: Need::Required,
            guidance: "What stopped the harm, and what put things fully right.",
            slots: &[required(Field::Resolution, Shape::Body)],
            guided: &[],
        },
        Part {
            section: Section::Detection,
            heading: "Detection",
            need: Need::Required,
            guidance: "What noticed it, and what should have noticed sooner.",
            slots: &[required(Field::Detection, Shape::Body)],
            guided: &[],
        },
        Part {
            section: Section::FollowUp,
            heading: "Action Items",
            need: Need::Required,
            guidance: "Every item with its type, its owner and the bug that follows it.",
            slots: &[
                required(Field::ActionItems, Shape::Table),
                optional(Field::Improvements, Shape::Sub("Improvements")),
            ],
            guided: &[],
        },
        Part {
            section: Section::Lessons,
            heading: "Lessons Learned",
            need: Need::Required,
            guidance: "What to keep, what to change, and where luck helped.",
            slots: &[
                optional(Field::WentWell, Shape::Sub("What went well")),
                optional(Field::WentBadly, Shape::Sub("What went wrong")),
                optional(Field::Lucky, Shape::Sub("Where we got lucky")),
            ],
            guided: &[],
        },
        Part {
            section: Section::Timeline,
            heading: "Timeline",
            need: Need::Required,
            guidance: "What happened, when; where the outage began and ended.",
            slots: &[required(Field::Timeline, Shape::Body)],
            guided: &[Guided {
                heading: "Supporting information",
                need: Need::Optional,
                guidance: "Charts, dashboards, logs and discussions, each with a link.",
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
