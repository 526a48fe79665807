//! A report on how it came about, after Jeli's Howie guide: a story and its themes rather than a
//! cause and its fix. The guide describes a way of working and no form; the headings are arranged
//! after the steps that it describes.

use super::{ABOUT, Guided, Need, Part, Shape, Template, optional, required};
use crate::postmortem::{Field, Section};

pub(super) static HOWIE: Template = Template {
    id: "howie",
    name: "Howie",
    about: "The story, its themes, what surprised people, open questions. Suits incidents to \
            learn from rather than to close",
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
            guided: &[Guided {
                heading: "Background",
                need: Need::Optional,
                guidance: "What a reader from another team has to know of the system and of the \
                           people around it.",
            }],
        },
        Part {
            section: Section::Timeline,
            heading: "How we got here",
            need: Need::Required,
            guidance: "The story as people lived it: what they saw, what they took it for, what \
                       they did.",
            slots: &[required(Field::Timeline, Shape::Body)],
            guided: &[
                Guided {
                    heading: "Themes",
                    need: Need::Required,
                    guidance: "What comes up again and again in the data and in the interviews.",
                },
                Guided {
                    heading: "What surprised us",
                    need: Need::Optional,
                    guidance: "Where the system, or the work, was not as people had thought.",
                },
                Guided {
                    heading: "What others should know",
                    need: Need::Optional,
                    guidance: "What would help a colleague on another team.",
                },
            ],
        },
        Part {
            section: Section::Factors,
            heading: "Contributors, enablers and mitigators",
            need: Need::Required,
            guidance: "What took part in it, what made it possible, and what kept it from being \
                       worse.",
            slots: &[
                optional(Field::Factors, Shape::Body),
                optional(Field::Trigger, Shape::Sub("Trigger")),
                optional(Field::RootCause, Shape::Sub("Underlying conditions")),
                optional(Field::Whys, Shape::Sub("Five whys")),
                optional(Field::Detection, Shape::Sub("Detection")),
                optional(Field::Resolution, Shape::Sub("Resolution")),
            ],
            guided: &[Guided {
                heading: "Open questions",
                need: Need::Required,
                guidance: "What nobody can answer yet, and who might.",
            }],
        },
        Part {
            section: Section::Conclusion,
            heading: "Takeaways",
            need: Need::Required,
            guidance: "What readers should remember when they have forgotten the rest.",
            slots: &[
                optional(Field::Conclusion, Shape::Body),
                optional(Field::WentWell, Shape::Sub("What went well")),
                optional(Field::WentBadly, Shape::Sub("What was difficult")),
                optional(Field::Lucky, Shape::Sub("Where we got lucky")),
            ],
            guided: &[],
        },
        Part {
            section: Section::FollowUp,
            heading: "Follow-ups",
            need: Need::Optional,
            guidance: "What will be done, if anything: understanding comes first here.",
            slots: &[
                optional(Field::ActionItems, Shape::Body),
                optional(Field::Improvements, Shape::Sub("Improvements")),
            ],
            guided: &[Guided {
                heading: "Participants and sources",
                need: Need::Optional,
                guidance: "Who took part, who was asked, and which data was looked at.",
            }],
        },
    ],
};
