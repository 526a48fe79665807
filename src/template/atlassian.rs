//! The postmortem of Atlassian's incident handbook.

use super::{ABOUT, Guided, Need, Part, Shape, Template, optional, required};
use crate::postmortem::{Field, Section};

pub(super) static ATLASSIAN: Template = Template {
    id: "atlassian",
    name: "Atlassian",
    about: "Leadup, fault, detection, response, recovery, five whys, recurrence. Suits teams that \
            look back at every step",
    parts: &[
        ABOUT,
        Part {
            section: Section::Summary,
            heading: "Incident summary",
            need: Need::Required,
            guidance: "What happened, why, how bad it was and how long it lasted, in a few \
                       sentences.",
            slots: &[
                required(Field::Summary, Shape::Body),
                required(Field::Start, Shape::Label("Start")),
                required(Field::End, Shape::Label("End")),
                required(Field::TimeZone, Shape::Label("Time zone")),
                optional(Field::Cause, Shape::Label("In a sentence")),
            ],
            guided: &[Guided {
                heading: "Leadup",
                need: Need::Required,
                guidance: "What led to it: changes made before, and how long they had been there.",
            }],
        },
        Part {
            section: Section::Trigger,
            heading: "Fault",
            need: Need::Required,
            guidance: "What did not work as it was meant to, and how that showed.",
            slots: &[optional(Field::Trigger, Shape::Body)],
            guided: &[],
        },
        Part {
            section: Section::Impact,
            heading: "Impact",
            need: Need::Required,
            guidance: "What users felt during it, how many of them, how many support cases.",
            slots: &[
                required(Field::WhatUsersSaw, Shape::Body),
                optional(Field::AffectedShare, Shape::Label("Users affected")),
                optional(Field::AffectedNumber, Shape::Label("Number affected")),
                optional(Field::Figures, Shape::Label("Other figures")),
            ],
            guided: &[],
        },
        Part {
            section: Section::Detection,
            heading: "Detection",
            need: Need::Required,
            guidance: "How and when it was noticed, and how that could take half the time.",
            slots: &[required(Field::Detection, Shape::Body)],
            guided: &[Guided {
                heading: "Response",
                need: Need::Required,
                guidance: "Who responded, when, and what held them up.",
            }],
        },
        Part {
            section: Section::Resolution,
            heading: "Recovery",
            need: Need::Required,
            guidance: "What brought the service back, and how that could take half the time.",
            slots: &[required(Field::Resolution, Shape::Body)],
            guided: &[],
        },
        Part {
            section: Section::Timeline,
            heading: "Timeline",
            need: Need::Required,
            guidance: "What happened, when: first signs, escalations, changes, and the end.",
            slots: &[required(Field::Timeline, Shape::Body)],
            guided: &[],
        },
        Part {
            section: Section::Whys,
            heading: "Root cause identification",
            need: Need::Required,
            guidance: "From the impact on: each answer is asked why in turn.",
            slots: &[
                optional(Field::Whys, Shape::Body),
                optional(Field::Factors, Shape::Sub("Contributing factors")),
            ],
            guided: &[],
        },
        Part {
            section: Section::Analysis,
            heading: "Root cause",
            need: Need::Required,
            guidance: "What has to change so that this kind of incident stays away.",
            slots: &[required(Field::RootCause, Shape::Body)],
            guided: &[
                Guided {
                    heading: "Backlog check",
                    need: Need::Optional,
                    guidance: "What was planned already that would have prevented it, and why it \
                               had not been done.",
                },
                Guided {
                    heading: "Recurrence",
                    need: Need::Optional,
                    guidance: "Whether the same cause has led to incidents before, and which.",
                },
            ],
        },
        Part {
            section: Section::Lessons,
            heading: "Lessons learned",
            need: Need::Required,
            guidance: "What to keep, what to change, and where luck helped.",
            slots: &[
                optional(Field::WentWell, Shape::Sub("What went well")),
                optional(Field::WentBadly, Shape::Sub("What could have gone better")),
                optional(Field::Lucky, Shape::Sub("Where we got lucky")),
            ],
            guided: &[],
        },
        Part {
            section: Section::FollowUp,
            heading: "Corrective actions",
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
