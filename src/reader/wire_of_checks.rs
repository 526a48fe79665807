//! Questions and answers about checks as messages, in the form in which drafts are saved.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::{CheckAnswer, CheckRequest, Message, Question};
use crate::checks::{About, Finding, Kind, Replacement};
use crate::draft::{from_json, saved_record, to_json};
use crate::postmortem::{Facet, Place, Postmortem, Section};

impl CheckRequest {
    /// The message that asks for a document to be checked.
    pub fn encode(self, document: &Postmortem) -> Message {
        let question = Question {
            checks: Some(self),
            ..Question::default()
        };
        question.encode(to_json(document))
    }
}

impl CheckAnswer {
    pub(super) fn encode(&self) -> Message {
        let mut told = Told::default();
        for finding in &self.findings {
            let about = AboutRecord::of(finding.check);
            if !told.checks.contains(&about) {
                told.checks.push(about);
            }
            told.findings.push(FindingRecord::of(finding));
        }
        told.left_out.clone_from(&self.left_out);
        let public = self.public.as_deref().map(|document| to_json(document));
        Message {
            record: to_json(&told),
            text: public.unwrap_or_default(),
        }
    }

    /// What a message tells; `None` where it is no answer about checks.
    pub fn decode(message: &Message) -> Option<Self> {
        let told: Told = from_json(&message.record)?;
        let checks: BTreeMap<String, &'static About> = told
            .checks
            .into_iter()
            .map(|about| (about.code.clone(), about.known()))
            .collect();
        let findings = told.findings.into_iter();
        let public = match message.text.as_str() {
            "" => None,
            text => Some(Box::new(from_json(text)?)),
        };
        Some(Self {
            findings: findings
                .map(|finding| finding.finding(&checks))
                .collect::<Option<_>>()?,
            left_out: told.left_out,
            public,
        })
    }
}

saved_record!(CheckRequest {
    template,
    brought,
    is_publishing,
});

/// An answer on its way: what each check is about is told once.
#[derive(Default)]
struct Told {
    checks: Vec<AboutRecord>,
    findings: Vec<FindingRecord>,
    left_out: Vec<String>,
}

saved_record!(Told {
    checks,
    findings,
    left_out,
});

#[derive(Default, PartialEq)]
struct AboutRecord {
    code: String,
    name: String,
    section: Section,
    kind: usize,
    what: String,
    why: String,
    fix: String,
    source: String,
}

saved_record!(AboutRecord {
    code,
    name,
    section,
    kind,
    what,
    why,
    fix,
    source,
});

/// Every check that the page was told of, by its code. There are as many as checks, and each stays
/// for as long as the page does.
static KNOWN: Mutex<BTreeMap<String, &'static About>> = Mutex::new(BTreeMap::new());

impl AboutRecord {
    fn of(about: &About) -> Self {
        let kinds = Kind::ALL.iter();
        Self {
            code: about.code.to_owned(),
            name: about.name.to_owned(),
            section: about.section,
            kind: kinds.take_while(|kind| **kind != about.kind).count(),
            what: about.what.to_owned(),
            why: about.why.to_owned(),
            fix: about.fix.to_owned(),
            source: about.source.to_owned(),
        }
    }

    fn known(self) -> &'static About {
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = |text: String| -> &'static str { text.leak() };
        known.entry(self.code.clone()).or_insert_with(|| {
            Box::leak(Box::new(About {
                code: kept(self.code),
                name: kept(self.name),
                section: self.section,
                kind: Kind::ALL.get(self.kind).copied().unwrap_or(Kind::Unclear),
                what: kept(self.what),
                why: kept(self.why),
                fix: kept(self.fix),
                source: kept(self.source),
            }))
        })
    }
}

#[derive(Default)]
struct FindingRecord {
    /// The code of its check.
    check: String,
    place: Option<Place>,
    facet: String,
    /// Its start and its end; nothing where there is none.
    span: Vec<usize>,
    message: String,
    replacement: Option<ReplacementRecord>,
    is_hint: bool,
    waived: Option<String>,
}

saved_record!(FindingRecord {
    check,
    place,
    facet,
    span,
    message,
    replacement,
    is_hint,
    waived,
});

#[derive(Default)]
struct ReplacementRecord {
    start: usize,
    old: String,
    new: String,
}

saved_record!(ReplacementRecord { start, old, new });

impl FindingRecord {
    fn of(finding: &Finding) -> Self {
        let replacement = finding.replacement.as_ref();
        let span = finding.span.as_ref();
        Self {
            check: finding.check.code.to_owned(),
            place: Some(finding.place),
            facet: finding.facet.map_or("", Facet::key).to_owned(),
            span: span.map_or_else(Vec::new, |span| vec![span.start, span.end]),
            message: finding.message.clone(),
            replacement: replacement.map(|replacement| ReplacementRecord {
                start: replacement.span.start,
                old: replacement.old.clone(),
                new: replacement.new.clone(),
            }),
            is_hint: finding.is_hint,
            waived: finding.waived.clone(),
        }
    }

    fn finding(self, checks: &BTreeMap<String, &'static About>) -> Option<Finding> {
        let mut facets = Facet::ALL.iter().copied();
        let replacement = self.replacement.map(|told| Replacement {
            span: told.start..told.start + told.old.len(),
            old: told.old,
            new: told.new,
        });
        Some(Finding {
            check: checks.get(&self.check)?,
            place: self.place?,
            facet: facets.find(|facet| facet.key() == self.facet),
            span: match self.span.as_slice() {
                [start, end] => Some(*start..*end),
                _ => None,
            },
            message: self.message,
            replacement,
            is_hint: self.is_hint,
            waived: self.waived,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::{findings, findings_before_publishing};
    use crate::postmortem::{Waiver, example};
    use crate::reader::answer;
    use crate::template::TemplateId;

    /// A document with findings of every form: with words, with others for them, waived, of a row.
    fn document() -> Postmortem {
        let mut document = example();
        document.overview.title = String::new();
        document.summary.text =
            "The disk was obviously full, says ana@tidewater.test from 10.1.2.3.".to_owned();
        document.waivers.push(Waiver {
            check: "missing-title".to_owned(),
            place: None,
            reason: "It has \"none\"".to_owned(),
        });
        document
    }

    fn asked(is_publishing: bool) -> CheckAnswer {
        let template = TemplateId("classic".to_owned());
        let request = CheckRequest::new(template, is_publishing);
        CheckAnswer::decode(&answer(&request.encode(&document())).unwrap()).unwrap()
    }

    #[test]
    fn findings_arrive_as_they_were_found() {
        let template = TemplateId("classic".to_owned()).template();
        let told = asked(false);
        assert_eq!(told.findings, findings(&document(), template));
        let some = |is_it: fn(&Finding) -> bool| told.findings.iter().any(is_it);
        assert!(some(|finding| finding.waived.is_some()));
        assert!(some(|finding| finding.span.is_some()));
        assert!(some(|finding| finding.replacement.is_some()));
        assert!(some(|finding| finding.place.row.is_none()));
        assert_eq!((told.left_out.len(), told.public), (0, None));
        let about = told.findings.first().unwrap().check;
        let known = crate::checks::check_named(about.name).unwrap();
        assert_eq!((about.why, about.kind), (known.about.why, known.about.kind));
        assert_eq!(about.section, known.about.section);
    }

    #[test]
    fn what_is_private_arrives_with_the_public_version() {
        let template = TemplateId("classic".to_owned()).template();
        let told = asked(true);
        let found = findings_before_publishing(&document(), template);
        assert!(!found.is_empty());
        assert_eq!(told.findings, found);
        let public = told.public.unwrap();
        assert!(!public.summary.text.contains("ana@tidewater.test"));
        assert!(!told.left_out.is_empty());
    }

    #[test]
    fn a_template_that_a_person_has_brought_is_known_there() {
        let source = crate::template::Source {
            file_name: "ours.md".to_owned(),
            text: "## Waves\n\n<!-- How high they were. Required. -->\n".to_owned(),
        };
        let brought = crate::template::from_markdown(&source).unwrap();
        crate::template::offer(brought.template, true);
        let request = CheckRequest::new(TemplateId(brought.template.id.to_owned()), false);
        assert_eq!(request.brought, [source]);
        let told = answer(&request.encode(&document())).unwrap();
        let told = CheckAnswer::decode(&told).unwrap();
        assert_eq!(told.findings, findings(&document(), brought.template));
    }

    #[test]
    fn what_is_no_document_or_no_answer_is_nothing() {
        let request = CheckRequest::default().encode(&document());
        let broken = Message {
            text: "{".to_owned(),
            ..request
        };
        assert_eq!(answer(&broken), None);
        for record in [
            "",
            "[]",
            r#"{"findings":[{"check":"SUM01","place":"title"}]}"#,
        ] {
            let message = Message {
                record: record.to_owned(),
                text: String::new(),
            };
            assert_eq!(CheckAnswer::decode(&message), None, "{record}");
        }
    }
}
