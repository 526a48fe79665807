//! The classic postmortem: issue summary, timeline, root cause and resolution, corrective and
//! preventative measures (after Google's API infrastructure report of 2013 and the school
//! assignments that descend from it).

use super::{ABOUT, Need, Part, Shape, Template, optional, required};
use crate::postmortem::{Field, Section};

pub(super) static CLASSIC: Template = Template {
    id: "classic",
    name: "Classic",
    about: "Issue summary, timeline, root cause and resolution, corrective and preventative \
            measures. Suits most incidents",
    parts: &[
        ABOUT,
        Part {
            section: Section::Summary,
            heading: "Issue Summary",
            need: Need::Required,
            guidance: "The incident for someone who has one minute: what broke, for whom, from \
                       when to when, and why. Easiest to write last.",
            slots: &[
                required(Field::Summary, Shape::Body),
                required(Field::Start, Shape::Label("Start")),
                required(Field::End, Shape::Label("End")),
                required(Field::TimeZone, Shape::Label("Time zone")),
                required(Field::WhatUsersSaw, Shape::Label("Impact")),
                optional(Field::AffectedShare, Shape::Label("Users affected")),
                optional(Field::AffectedNumber, Shape::Label("Number affected")),
                optional(Field::Figures, Shape::Label("Other figures")),
                optional(Field::Cause, Shape::Label("Root cause")),
            ],
            guided: &[],
        },
        Part {
            section: Section::Timeline,
            heading: "Timeline",
            need: Need::Required,
            guidance: "What happened, when, in one or two sentences an entry. Facts only: dead \
                       ends belong here, opinions do not.",
            slots: &[required(Field::Timeline, Shape::Body)],
            guided: &[],
        },
        Part {
            section: Section::Analysis,
            heading: "Root Cause and Resolution",
            need: Need::Required,
            guidance: "Why it could happen, in enough detail that a colleague could explain it to \
                       another, and what put it right.",
            slots: &[
                optional(Field::Trigger, Shape::Sub("Trigger")),
                required(Field::RootCause, Shape::Sub("Root cause")),
                optional(Field::Factors, Shape::Sub("Contributing factors")),
                optional(Field::Whys, Shape::Sub("Five whys")),
                optional(Field::Detection, Shape::Sub("Detection")),
                required(Field::Resolution, Shape::Sub("Resolution")),
            ],
            guided: &[],
        },
        Part {
            section: Section::FollowUp,
            heading: "Corrective and Preventative Measures",
            need: Need::Required,
            guidance: "What can be improved broadly, and the concrete items that someone will \
                       finish by a date.",
            slots: &[
                optional(Field::Improvements, Shape::Sub("Improvements")),
                required(Field::ActionItems, Shape::Sub("Action items")),
            ],
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
