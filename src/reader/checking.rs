//! A document, checked beside the page: what is asked, and what was found.

use super::{Message, offer};
use crate::checks::{self, Finding};
use crate::draft::from_json;
use crate::postmortem::Postmortem;
use crate::publishing::{LeftOut, public_version};
use crate::template::{self, Source, TemplateId};

/// Has a document checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckRequest {
    /// The template that it is written in.
    pub template: TemplateId,
    /// That template, where a person has brought it.
    pub brought: Vec<Source>,
    /// Whether it is about to be published: then what is private is looked for and nothing else, and
    /// the public version is made.
    pub is_publishing: bool,
}

impl CheckRequest {
    /// To have a document of that template checked.
    pub fn new(template: TemplateId, is_publishing: bool) -> Self {
        let source = template::source_of(template.template());
        Self {
            template,
            brought: source.into_iter().collect(),
            is_publishing,
        }
    }
}

/// What was found in a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckAnswer {
    /// The findings, in panel order.
    pub findings: Vec<Finding>,
    /// Where it is about to be published: what the public version does not have, in words.
    pub left_out: Vec<String>,
    /// The same: the public version.
    pub public: Option<Box<Postmortem>>,
}

/// `None` where the text is no document.
pub(super) fn check(text: &str, request: &CheckRequest) -> Option<Message> {
    let document: Postmortem = from_json(text)?;
    offer(&request.brought);
    let template = request.template.template();
    let answer = if request.is_publishing {
        let (public, left_out) = public_version(&document, template);
        CheckAnswer {
            findings: checks::findings_before_publishing(&document, template),
            left_out: left_out.into_iter().map(in_words).collect(),
            public: Some(Box::new(public)),
        }
    } else {
        CheckAnswer {
            findings: checks::findings(&document, template),
            ..CheckAnswer::default()
        }
    };
    Some(answer.encode())
}

fn in_words(out: LeftOut) -> String {
    match out.heading.as_str() {
        "" => out.words,
        heading => format!("{} ({heading})", out.words),
    }
}
