//! Contributors, mitigators and risks: what took part, what helped, and what may come next, after
//! the review document of incident.io.

use super::{ABOUT, Guided, Need, Part, Shape, Template, optional, required};
use crate::postmortem::{Field, Section};

pub(super) static CONTRIBUTORS: Template = Template {
    id: "contributors-mitigators-risks",
    name: "Contributors, mitigators, risks",
    about: "What took part in it, what kept it from being worse, and what may come next. Suits \
            incidents without a single cause",
    parts: &[
        ABOUT,
        Part {
            section: Section::Summary,
            heading: "Summary",
            need: Need::Required,
            guidance: "What happened, for whom, for how long, in a few sentences.",
            slots: &[
                required(Field::Summary, Shape::Body),
                required(Field::Start, Shape::Label("Start")),
                required(Field::End, Shape::Label("End")),
                required(Field::TimeZone, Shape::Label("Time zone")),
                required(Field::WhatUsersSaw, Shape::Label("Impact")),
                optional(Field::AffectedShare, Shape::Label("Users affected")),
                optional(Field::AffectedNumber, Shape::Label("Number affected")),
                optional(Field::Figures, Shape::Label("Other figures")),
                optional(Field::Cause, Shape::Label("In a sentence")),
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
            section: Section::Factors,
            heading: "Contributors",
            need: Need::Required,
            guidance: "What made it possible, longer or worse: systems, habits, circumstances.",
            slots: &[
                optional(Field::Factors, Shape::Body),
                optional(Field::Trigger, Shape::Sub("Trigger")),
                optional(Field::RootCause, Shape::Sub("Root cause")),
                optional(Field::Whys, Shape::Sub("Five whys")),
                optional(Field::Detection, Shape::Sub("Detection")),
            ],
            guided: &[Guided {
                heading: "Mitigators",
                need: Need::Required,
                guidance: "What kept it from being worse or longer, by design or by chance.",
            }],
        },
        Part {
            section: Section::Resolution,
            heading: "Resolution",
            need: Need::Optional,
            guidance: "What stopped the harm, and what put things fully right.",
            slots: &[optional(Field::Resolution, Shape::Body)],
            guided: &[Guided {
                heading: "Learnings and risks",
                need: Need::Required,
                guidance: "What is understood now that was not before, and what could still go \
                           wrong.",
            }],
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
            section: Section::FollowUp,
            heading: "Follow-ups",
            need: Need::Required,
            guidance: "What will be done, by whom, by when.",
            slots: &[
                required(Field::ActionItems, Shape::Body),
                optional(Field::Improvements, Shape::Sub("Improvements")),
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
