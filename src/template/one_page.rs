//! The whole incident on one page, for readers who will not turn it.

use super::{ABOUT, Need, Part, Shape, Template, optional, required};
use crate::postmortem::{Field, Section};

pub(super) static ONE_PAGE: Template = Template {
    id: "one-page",
    name: "One page",
    about: "TL;DR, impact, cause chain, missed signals, actions. Suits small incidents and busy \
            readers",
    parts: &[
        ABOUT,
        Part {
            section: Section::Summary,
            heading: "TL;DR",
            need: Need::Required,
            guidance: "Two or three sentences: what broke, for whom, for how long, and why.",
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
            guidance: "What users saw, and how many of them.",
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
            heading: "Cause chain",
            need: Need::Required,
            guidance: "From the trigger to the condition that made it possible.",
            slots: &[
                required(Field::RootCause, Shape::Body),
                optional(Field::Cause, Shape::Label("In a sentence")),
                optional(Field::Trigger, Shape::Sub("Trigger")),
                optional(Field::Whys, Shape::Sub("Five whys")),
                optional(Field::Factors, Shape::Sub("Contributing factors")),
            ],
            guided: &[],
        },
        Part {
            section: Section::Detection,
            heading: "Missed signals",
            need: Need::Required,
            guidance: "How it was learned of, and what could have told sooner.",
            slots: &[required(Field::Detection, Shape::Body)],
            guided: &[],
        },
        Part {
            section: Section::FollowUp,
            heading: "Actions",
            need: Need::Required,
            guidance: "The few things that will be done, each with an owner and a date.",
            slots: &[
                required(Field::ActionItems, Shape::Sub("Action items")),
                optional(Field::Improvements, Shape::Sub("Improvements")),
            ],
            guided: &[],
        },
        Part {
            section: Section::Timeline,
            heading: "Timeline",
            need: Need::Optional,
            guidance: "What happened, when, in one or two sentences an entry.",
            slots: &[optional(Field::Timeline, Shape::Body)],
            guided: &[],
        },
        Part {
            section: Section::Resolution,
            heading: "Resolution",
            need: Need::Optional,
            guidance: "What stopped the harm, and what put things fully right.",
            slots: &[optional(Field::Resolution, Shape::Body)],
            guided: &[],
        },
        Part {
            section: Section::Lessons,
            heading: "Lessons Learned",
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
