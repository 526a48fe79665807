//! The public version of a postmortem: what a customer or the public reads.
//!
//! It is the same document with less in it, never with other facts in it. What it must have is a
//! summary, what happened, and what is done about it (PagerDuty's guide to external postmortems);
//! so these stay, and out go what only the house can use or what names someone:
//!
//! - the reference and the tickets, which lead into the team's tracker;
//! - authors and owners, and the priorities that the team gave to action items;
//! - action items that were declined: what was not done, and why, is the team's affair;
//! - evidence, which is charts, logs and messages that nobody outside can open;
//! - extra sections about who took part or how to reach them, and those that call themselves
//!   internal;
//! - comments, which no reader sees but which stand in the text, and waivers, which are comments in
//!   a file: what a check found, and why it does not apply.
//!
//! In what stays, those who took part are "responder 1" and so on, a link into the inner network
//! becomes its words, and what else is private is masked. What has no form that
//! [`private_things`](crate::checks::private_things) knows stays: a person reads the text before it
//! goes out.

mod links;
mod rewriting;

use std::collections::BTreeMap;

use crate::checks::{PrivateKind, PrivateThing, Replacement, private_things_named_by};
use crate::postmortem::{ActionStatus, Entered, Field, Postmortem};
use crate::template::Template;
use rewriting::rewrite;

/// Something that the public version does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// What, and how many of it: sentence case, no full stop.
    pub words: String,
    /// The heading under which it stood; empty where it stood in several places.
    pub heading: String,
}

/// The public version of a document, and what was left out of it, in the order of this module's
/// list. The document itself stays as it is.
pub fn public_version(
    document: &Postmortem,
    template: &'static Template,
) -> (Postmortem, Vec<LeftOut>) {
    let mut public = document.clone();
    let mut left_out = LeftOuts {
        template,
        list: Vec::new(),
    };
    left_out.overview(&mut public);
    left_out.action_items(&mut public);
    left_out.evidence(&mut public);
    left_out.extra_sections(&mut public);
    let comments = links::without_comments(&mut public);
    left_out.add(None, comments, "comment", "comments");
    let waivers = std::mem::take(&mut public.waivers).len();
    left_out.add(None, waivers, "waiver", "waivers");
    let unlinked = links::without_inner_links(&mut public, document);
    left_out.add(
        None,
        unlinked,
        "link into the inner network",
        "links into the inner network",
    );
    mask(&mut public, document, &mut left_out);
    (public, left_out.list)
}

struct LeftOuts {
    template: &'static Template,
    list: Vec<LeftOut>,
}

impl LeftOuts {
    /// Notes that so many of something are left out; nothing where there were none.
    fn add(&mut self, field: Option<Field>, count: usize, one: &str, many: &str) {
        let part = field.and_then(|field| self.template.part_of(field));
        let heading = part.map_or("", |part| part.heading);
        match count {
            0 => {}
            1 => self.note(format!("1 {one}"), heading),
            count => self.note(format!("{count} {many}"), heading),
        }
    }

    fn note(&mut self, words: String, heading: &str) {
        self.list.push(LeftOut {
            words,
            heading: heading.to_owned(),
        });
    }

    fn overview(&mut self, public: &mut Postmortem) {
        let authors = public.overview.author_names().len();
        for (field, count, one, many) in [
            (Field::Reference, 1, "reference of the tracker", ""),
            (Field::Authors, authors, "author", "authors"),
        ] {
            if !public.is_empty(field) {
                public.set_line(field, "");
                self.add(Some(field), count, one, many);
            }
        }
    }

    fn action_items(&mut self, public: &mut Postmortem) {
        let actions = &mut public.follow_up.action_items;
        let all = actions.len();
        actions.retain(|action| action.status != Entered::Known(ActionStatus::Declined));
        let declined = all - actions.len();
        let (mut owners, mut tickets, mut priorities) = (0, 0, 0);
        for action in actions {
            owners += usize::from(!std::mem::take(&mut action.owner).trim().is_empty());
            tickets += usize::from(!std::mem::take(&mut action.ticket).trim().is_empty());
            priorities += usize::from(!std::mem::take(&mut action.priority).is_empty());
        }
        let place = Some(Field::ActionItems);
        self.add(
            place,
            declined,
            "declined action item",
            "declined action items",
        );
        self.add(
            place,
            owners,
            "owner of an action item",
            "owners of action items",
        );
        self.add(place, tickets, "ticket", "tickets");
        self.add(place, priorities, "priority", "priorities");
    }

    fn evidence(&mut self, public: &mut Postmortem) {
        let mut count = 0;
        for event in &mut public.timeline.events {
            count += usize::from(!std::mem::take(&mut event.evidence).trim().is_empty());
        }
        self.add(
            Some(Field::Timeline),
            count,
            "piece of evidence",
            "pieces of evidence",
        );
    }

    fn extra_sections(&mut self, public: &mut Postmortem) {
        let mut kept = Vec::new();
        for section in std::mem::take(&mut public.extras.sections) {
            if !is_internal(&section.heading) {
                kept.push(section);
            } else if !section.is_blank() {
                self.note(
                    format!("The section “{}”", section.heading),
                    &section.heading,
                );
            }
        }
        public.extras.sections = kept;
    }
}

/// Whether a section is for the house alone, by its heading.
fn is_internal(heading: &str) -> bool {
    const WORDS: &[&str] = &[
        "participant",
        "attendee",
        "responder",
        "contact",
        "on-call",
        "people",
        "roles",
        "invited",
        "interview",
        "internal",
        "confidential",
        "chat log",
        "transcript",
        "tickets",
    ];
    let heading = heading.to_lowercase();
    WORDS.iter().any(|word| heading.contains(word))
}

/// Puts roles and masks in the place of what is private.
fn mask(public: &mut Postmortem, named_by: &Postmortem, left_out: &mut LeftOuts) {
    let mut things: BTreeMap<PrivateKind, usize> = BTreeMap::new();
    let found = private_things_named_by(public, named_by);
    for thing in &found {
        let highest = things.entry(thing.kind).or_default();
        *highest = thing.number.max(*highest);
    }
    rewrite(public, &found, in_public);
    for (kind, count) in things {
        let (one, many) = match kind {
            PrivateKind::Secret => ("secret", "secrets"),
            PrivateKind::Email => ("e-mail address", "e-mail addresses"),
            PrivateKind::Host => ("inner host or address", "inner hosts and addresses"),
            PrivateKind::Phone => ("telephone number", "telephone numbers"),
            PrivateKind::Person => ("person’s name", "people’s names"),
        };
        left_out.add(None, count, one, many);
    }
}

/// A role for a person, and a mask for everything else.
fn in_public(thing: &PrivateThing, text: &str) -> Replacement {
    if thing.kind != PrivateKind::Person {
        return thing.masked();
    }
    let before = text.get(..thing.span.start).unwrap_or_default();
    let begins = before.trim_end_matches([' ', '*', '_', '\n', '-', '>']);
    let is_first =
        begins.is_empty() || begins.ends_with(['.', '!', '?']) || before.ends_with("\n\n");
    let word = if is_first { "Responder" } else { "responder" };
    Replacement {
        new: format!("{word} {}", thing.number),
        ..thing.masked()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::{for_each_text, private_things};
    use crate::postmortem::{ActionItem, Event, ExtraSection, RowId, Section, Waiver, example};
    use crate::template::TEMPLATES;

    fn document() -> Postmortem {
        let mut document = example();
        document.overview.authors = "Ana Ruiz, Bo Lind".into();
        document.summary.text = "Ana Ruiz found it on db-1.prod.internal. <!-- ask Bo --> See \
                                 [the chart](https://grafana.corp/d/1) or <https://grafana.corp/x> \
                                 and Bo's note to ops@tidewater.test; [status](https://status.test)."
            .into();
        document.follow_up.action_items[0].status = "Declined".into();
        let reason = "ask ops@tidewater.test".to_owned();
        document.nothing_to_say.insert(Section::Luck, reason);
        for heading in ["Participants", "Terms of trade"] {
            document.extras.sections.push(ExtraSection {
                id: RowId(90),
                heading: heading.into(),
                body: "Lena Brandt wrote `PASSWORD=tr0ub4dor7`".into(),
                after: Section::Conclusion,
            });
        }
        document
    }

    #[test]
    fn what_is_for_the_house_alone_is_gone_and_the_rest_is_as_it_was() {
        let document = document();
        let (public, _) = public_version(&document, TEMPLATES[0]);
        assert_eq!(
            public.summary.text,
            "Responder 1 found it on [host 1].  See the chart or [host 2] and responder 2's note \
             to [email 1]; [status](https://status.test)."
        );
        assert_eq!(public.nothing_to_say[&Section::Luck], "ask [email 1]");
        assert!(public.is_empty(Field::Authors) && public.is_empty(Field::Reference));
        let actions = &public.follow_up.action_items;
        assert_eq!(actions.len(), document.follow_up.action_items.len() - 1);
        for (action, before) in actions.iter().zip(&document.follow_up.action_items[1..]) {
            assert_eq!((action.owner.as_str(), action.ticket.as_str()), ("", ""));
            assert!(action.priority.is_empty());
            assert_eq!((&action.text, &action.due), (&before.text, &before.due));
        }
        let extras: Vec<&str> = public
            .extras
            .sections
            .iter()
            .map(|section| section.body.as_str())
            .skip(1)
            .collect();
        assert_eq!(extras, ["Responder 3 wrote `PASSWORD=[secret 1]`"]);
        let events = public.timeline.events.iter().zip(&document.timeline.events);
        for (event, before) in events {
            assert_eq!(event.evidence, "");
            assert_eq!((&event.text, &event.when), (&before.text, &before.when));
        }
        assert_eq!(public.impact, document.impact);
        assert_eq!(public.lessons, document.lessons);
    }

    #[test]
    fn a_public_version_has_nothing_private_in_it() {
        for template in TEMPLATES {
            let (public, left_out) = public_version(&document(), template);
            assert_eq!(private_things(&public), [], "{}", template.id);
            assert!(!left_out.is_empty());
            let (again, left_out) = public_version(&public, template);
            assert_eq!((again, left_out), (public, vec![]), "{}", template.id);
        }
    }

    #[test]
    fn who_owns_and_who_speaks_is_named_nowhere() {
        let mut document = Postmortem::default();
        document.overview.title = "Bob forgot the certificate".into();
        document.analysis.trigger = "Then Alex asked Priya.".into();
        document.summary.text =
            "See https://grafana.corp.internal/d/abc?token=[secret 2] and bob.smith@example.com"
                .into();
        let said = ["Alex (SRE): asks Bob", "Priya Nair: `df`", "Note: full"];
        for (row, text) in (1..).zip(said) {
            document.timeline.events.push(Event {
                id: RowId(row),
                text: text.into(),
                ..Event::default()
            });
        }
        document.follow_up.action_items.push(ActionItem {
            id: RowId(90),
            text: "Bob’s alert".into(),
            owner: "Bob".into(),
            ..ActionItem::default()
        });
        document.waivers.push(Waiver {
            check: "missing-impact".into(),
            place: None,
            reason: "Bob knows".into(),
        });
        let (public, left_out) = public_version(&document, TEMPLATES[0]);
        let mut texts = Vec::new();
        for_each_text(&public, |_, text| texts.push(text));
        assert_eq!(
            texts,
            [
                "Responder 1 forgot the certificate",
                "See [host 1] and [email 1]",
                "Responder 2 (SRE): asks responder 1",
                "Responder 3: `df`",
                "Note: full",
                "Then responder 2 asked responder 3.",
                "Responder 1’s alert",
            ]
        );
        assert_eq!(public.waivers, []);
        let words = left_out.iter().map(|item| item.words.as_str());
        assert!(words.into_iter().any(|words| words == "1 waiver"));
    }

    #[test]
    fn what_was_left_out_is_told_in_words() {
        let (_, left_out) = public_version(&document(), TEMPLATES[0]);
        let words: Vec<&str> = left_out.iter().map(|item| item.words.as_str()).collect();
        assert_eq!(
            words,
            [
                "1 reference of the tracker",
                "2 authors",
                "1 declined action item",
                "4 owners of action items",
                "4 tickets",
                "4 priorities",
                "12 pieces of evidence",
                "The section “Participants”",
                "1 comment",
                "2 links into the inner network",
                "1 secret",
                "1 e-mail address",
                "2 inner hosts and addresses",
                "3 people’s names",
            ]
        );
        let owners = &left_out[3];
        let part = TEMPLATES[0].part_of(Field::ActionItems).unwrap();
        assert_eq!(owners.heading, part.heading);
        let nothing = public_version(&Postmortem::default(), TEMPLATES[0]);
        assert_eq!(nothing, (Postmortem::default(), vec![]));
    }
}
