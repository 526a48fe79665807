//! The report that companies circulate: timing first, the timeline in a table (after Kehoe's
//! postmortem template, with an executive summary as Google Cloud's has it).

use super::{ABOUT, Guided, Need, Part, Shape, Template, optional, required};
use crate::postmortem::{Field, Section};

pub(super) static COMPANY_REPORT: Template = Template {
    id: "company-report",
    name: "Company report",
    about: "Executive summary, timing, the timeline in a table, open questions, documents. Suits \
            readers from the whole company",
    parts: &[
        ABOUT,
        Part {
            section: Section::Summary,
            heading: "Executive summary",
            need: Need::Required,
            guidance: "What happened, what it cost and whether it can happen again, for someone \
                       who reads nothing else.",
            slots: &[
                required(Field::Summary, Shape::Body),
                optional(Field::Cause, Shape::Label("In a sentence")),
            ],
            guided: &[Guided {
                heading: "Attendees",
                need: Need::Optional,
                guidance: "Who was there when it was talked over.",
            }],
        },
        Part {
            section: Section::Detection,
            heading: "Incident timing",
            need: Need::Required,
            guidance: "When it began and ended, and how it was noticed.",
            slots: &[
                required(Field::Start, Shape::Label("Start")),
                required(Field::End, Shape::Label("End")),
                required(Field::TimeZone, Shape::Label("Time zone")),
                optional(Field::Detection, Shape::Label("Detection")),
            ],
            guided: &[],
        },
        Part {
            section: Section::Timeline,
            heading: "Timeline",
            need: Need::Required,
            guidance: "Who or what did something, when, and what came of it.",
            slots: &[required(Field::Timeline, Shape::Table)],
            guided: &[],
        },
        Part {
            section: Section::Impact,
            heading: "Impact",
            need: Need::Required,
            guidance: "What users felt, what it did to systems, what it cost.",
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
            heading: "What caused it",
            need: Need::Required,
            guidance: "The trigger, where a process broke down, and the root cause.",
            slots: &[
                required(Field::RootCause, Shape::Body),
                optional(Field::Trigger, Shape::Sub("Triggers")),
                optional(Field::Factors, Shape::Sub("Contributing factors")),
                optional(Field::Whys, Shape::Sub("Five whys")),
            ],
            guided: &[],
        },
        Part {
            section: Section::Resolution,
            heading: "Mitigation and resolution",
            need: Need::Required,
            guidance: "What stopped the harm, and what put things fully right.",
            slots: &[required(Field::Resolution, Shape::Body)],
            guided: &[Guided {
                heading: "Open questions",
                need: Need::Optional,
                guidance: "What is not understood yet, and who looks into it.",
            }],
        },
        Part {
            section: Section::Lessons,
            heading: "Lessons learned",
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
            section: Section::FollowUp,
            heading: "Actions",
            need: Need::Required,
            guidance: "What will be done, by whom, by when.",
            slots: &[
                required(Field::ActionItems, Shape::Body),
                optional(Field::Improvements, Shape::Sub("Improvements")),
            ],
            guided: &[Guided {
                heading: "Documents",
                need: Need::Optional,
                guidance: "Links to charts, tickets, recordings and messages.",
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
