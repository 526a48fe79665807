//! What in a document is not for everyone's eyes: secrets, e-mail addresses, hosts and addresses of
//! the inner network, telephone numbers, and those who took part.
//!
//! It looks in every text, code and links included, knows the forms that such things have, and asks
//! nobody. What has no such form is not found, so a person still reads the text before it goes out.

mod contact;
mod host;
mod login;
mod people;
mod scanning;
mod secret;

use std::collections::BTreeMap;
use std::ops::Range;

use people::People;
pub(super) use secret::told;

use super::Replacement;
use crate::postmortem::{Facet, Field, Place, Postmortem, Spot};

/// Something that is not for everyone's eyes, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrivateThing {
    /// The text that it stands in.
    pub spot: Spot,
    /// Which bytes of that text it is.
    pub span: Range<usize>,
    /// What it is.
    pub kind: PrivateKind,
    /// As it stands.
    pub text: String,
    /// Which of its kind it is, from 1 in the order of the document: the same text, the same number.
    pub number: usize,
}

/// What sort of thing is not for everyone's eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PrivateKind {
    /// A password, a key, a token.
    Secret,
    /// An e-mail address.
    Email,
    /// A host or an address of an inner network.
    Host,
    /// A telephone number.
    Phone,
    /// An author, the owner of an action item or a speaker in the timeline, named in a running text.
    Person,
}

impl PrivateKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::Secret,
        Self::Email,
        Self::Host,
        Self::Phone,
        Self::Person,
    ];

    /// The kind in a word, in lower case, as masks have it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Secret => "secret",
            Self::Email => "email",
            Self::Host => "host",
            Self::Phone => "phone",
            Self::Person => "person",
        }
    }
}

impl PrivateThing {
    /// What stands in its place where it is masked: `[email 1]`.
    pub fn mask(&self) -> String {
        format!("[{} {}]", self.kind.word(), self.number)
    }

    /// Its mask in the place of the text.
    pub fn masked(&self) -> Replacement {
        Replacement {
            span: self.span.clone(),
            old: self.text.clone(),
            new: self.mask(),
        }
    }
}

/// Everything in a document that is not for everyone's eyes, text by text in the order of the
/// fields, and in each text from its beginning. No two overlap.
pub fn private_things(document: &Postmortem) -> Vec<PrivateThing> {
    private_things_named_by(document, document)
}

/// The same, where another document says who took part: one that still has its authors and owners.
pub fn private_things_named_by(document: &Postmortem, named_by: &Postmortem) -> Vec<PrivateThing> {
    let people = People::of(named_by);
    numbered(document, &people, |text, spot| {
        found_in(text, spot, &people)
    })
}

/// The secrets alone, with the same numbers: what is looked for while a document is written.
pub(super) fn secrets(document: &Postmortem) -> Vec<PrivateThing> {
    numbered(document, &People::default(), |text, _| {
        let spans = secret::secrets(text).into_iter();
        spans.map(|span| (PrivateKind::Secret, span)).collect()
    })
}

fn numbered(
    document: &Postmortem,
    people: &People<'_>,
    find: impl Fn(&str, Spot) -> Vec<(PrivateKind, Range<usize>)>,
) -> Vec<PrivateThing> {
    let mut found = Vec::new();
    for_each_text(document, |spot, text| {
        let spans = find(text, spot).into_iter();
        found.extend(spans.map(|(kind, span)| (spot, text, kind, span)));
    });
    let mut counts = BTreeMap::new();
    if !found.is_empty() {
        // A number that stands in the document already means something that was masked before.
        for_each_text(document, |_, text| note_masks(text, &mut counts));
    }
    let mut numbers = BTreeMap::new();
    let things = found.into_iter().map(|(spot, text, kind, span)| {
        let words = text.get(span.clone()).unwrap_or_default();
        let same = match kind {
            PrivateKind::Host => host::name_of(words),
            _ => people.whole(words),
        };
        let same = (kind, same.to_lowercase());
        let number = *numbers.entry(same).or_insert_with(|| {
            let count = counts.entry(kind.word()).or_insert(0_usize);
            *count += 1;
            *count
        });
        PrivateThing {
            spot,
            text: words.to_owned(),
            span,
            kind,
            number,
        }
    });
    things.collect()
}

/// Notes the highest number of each kind of mask that stands in a text.
fn note_masks(text: &str, highest: &mut BTreeMap<&'static str, usize>) {
    let starts = text.match_indices('[').map(|(at, _)| at);
    for mask in starts.filter_map(|at| mask_at(text, at)) {
        let count = highest.entry(mask.kind.word()).or_default();
        *count = mask.number.max(*count);
    }
}

/// A mask that stands in a text.
pub struct Mask {
    /// What it hides.
    pub kind: PrivateKind,
    /// Which of its kind it is.
    pub number: usize,
    /// Where it ends, in bytes.
    pub end: usize,
}

/// The mask that begins at a byte of a text.
pub fn mask_at(text: &str, at: usize) -> Option<Mask> {
    /// As many as a document can have been given.
    const MOST_DIGITS: usize = 6;
    let inside = text.get(at..)?.strip_prefix('[')?;
    PrivateKind::ALL.iter().find_map(|kind| {
        let rest = inside.strip_prefix(kind.word())?.strip_prefix(' ')?;
        let digits = scanning::run_after(rest.as_bytes(), 0, |byte| byte.is_ascii_digit());
        let number = rest.get(..digits).filter(|_| digits <= MOST_DIGITS)?;
        rest.get(digits..)?.strip_prefix(']')?;
        Some(Mask {
            kind: *kind,
            number: number.parse().ok()?,
            end: at + "[ ]".len() + kind.word().len() + digits,
        })
    })
}

/// The things in one text, without what lies in another.
fn found_in(text: &str, spot: Spot, people: &People<'_>) -> Vec<(PrivateKind, Range<usize>)> {
    let mut found = Vec::new();
    let mut add = |kind, spans: Vec<Range<usize>>| {
        found.extend(spans.into_iter().map(|span| (kind, span)));
    };
    add(PrivateKind::Secret, secret::secrets(text));
    add(PrivateKind::Email, contact::emails(text));
    add(PrivateKind::Host, host::hosts(text));
    add(PrivateKind::Phone, contact::phones(text));
    let is_for_names = matches!(spot.place.field, Field::Authors) || spot.facet == Facet::Owner;
    if !is_for_names {
        add(PrivateKind::Person, people.named_in(text));
    }
    found.sort_by_key(|(kind, span)| (span.start, *kind));
    let mut end = 0;
    found.retain(|(_, span)| {
        let is_free = span.start >= end;
        if is_free {
            end = span.end;
        }
        is_free
    });
    found
}

/// Shows `visit` every text of a document that people type, with its spot.
pub fn for_each_text<'a>(document: &'a Postmortem, mut visit: impl FnMut(Spot, &'a str)) {
    let overview = &document.overview;
    let mut show = |place: Place, facet: Facet, text: &'a str| {
        if !text.is_empty() {
            visit(Spot { place, facet }, text);
        }
    };
    for field in Field::ALL {
        let place = Place::field(*field);
        let line = match field {
            Field::Title => &overview.title,
            Field::Reference => &overview.reference,
            Field::SeverityMeaning => &overview.severity_meaning,
            Field::Authors => &overview.authors,
            Field::Services => &overview.services,
            Field::AffectedNumber => &document.impact.affected_number,
            _ => "",
        };
        show(place, Facet::Text, line);
        show(
            place,
            Facet::Text,
            document.prose(*field).unwrap_or_default(),
        );
        for item in document.items(*field).into_iter().flatten() {
            show(Place::row(*field, item.id), Facet::Text, &item.text);
        }
        match field {
            Field::Timeline => {
                for event in &document.timeline.events {
                    let row = Place::row(*field, event.id);
                    show(row, Facet::Text, &event.text);
                    show(row, Facet::Evidence, &event.evidence);
                }
            }
            Field::ActionItems => {
                for action in &document.follow_up.action_items {
                    let row = Place::row(*field, action.id);
                    show(row, Facet::Text, &action.text);
                    show(row, Facet::Owner, &action.owner);
                    show(row, Facet::Ticket, &action.ticket);
                }
            }
            Field::Extra => {
                for extra in &document.extras.sections {
                    let row = Place::row(*field, extra.id);
                    show(row, Facet::Heading, &extra.heading);
                    show(row, Facet::Text, &extra.body);
                }
            }
            _ => {}
        }
    }
    for (section, reason) in &document.nothing_to_say {
        let mut fields = Field::ALL.iter();
        if let Some(field) = fields.find(|field| field.section() == *section) {
            show(Place::field(*field), Facet::Reason, reason);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::text_at;
    use crate::postmortem::{ActionItem, Event, RowId, Section, example};

    fn document() -> Postmortem {
        let mut document = example();
        document.overview.authors = "Ana Ruiz, bo@tidewater.test".into();
        document.summary.text =
            "Ana Ruiz asked bo@tidewater.test. Ana paged BO@tidewater.test and \
                                 kim@tidewater.test"
                .into();
        document.timeline.events.push(Event {
            id: RowId(900),
            text: "Ruiz and Ana Gateway on `db.prod.internal`".into(),
            evidence: "[chart](https://grafana.corp/d/1)".into(),
            ..Event::default()
        });
        document.follow_up.action_items.push(ActionItem {
            id: RowId(901),
            owner: "Ana Ruiz".into(),
            ticket: "https://jira.corp/X-1?token=abcdef123456".into(),
            ..ActionItem::default()
        });
        let reason = "see grafana.corp".to_owned();
        document.nothing_to_say.insert(Section::Luck, reason);
        document
    }

    #[test]
    fn a_number_that_was_given_is_not_given_to_another() {
        let mut document = Postmortem::default();
        document.summary.text = "[email 2] wrote, bo@tidewater.test read; [host x]".into();
        let masks: Vec<String> = private_things(&document)
            .iter()
            .map(PrivateThing::mask)
            .collect();
        assert_eq!(masks, ["[email 3]"]);
    }

    #[test]
    fn a_host_has_one_number_whatever_stands_around_its_name() {
        let mut document = Postmortem::default();
        document.summary.text = "db-1.prod.internal, http://db-1.prod.internal:8080/x, \
                                 DB-1.prod.internal:5432, db-2.prod.internal, 10.0.0.0/8, 10.0.0.0/16"
            .into();
        let masks: Vec<String> = private_things(&document)
            .iter()
            .map(PrivateThing::mask)
            .collect();
        let numbers = ["1", "1", "1", "2", "3", "4"];
        assert_eq!(masks, numbers.map(|number| format!("[host {number}]")));
    }

    #[test]
    fn every_text_is_looked_at_and_one_thing_has_one_number() {
        let document = document();
        let things = private_things(&document);
        let shown: Vec<(String, String)> = things
            .iter()
            .map(|thing| (thing.text.clone(), thing.mask()))
            .collect();
        let pairs: Vec<(&str, &str)> = shown
            .iter()
            .map(|(text, mask)| (text.as_str(), mask.as_str()))
            .collect();
        assert_eq!(
            pairs,
            [
                ("bo@tidewater.test", "[email 1]"),
                ("Ana Ruiz", "[person 1]"),
                ("bo@tidewater.test", "[email 1]"),
                ("Ana", "[person 1]"),
                ("BO@tidewater.test", "[email 1]"),
                ("kim@tidewater.test", "[email 2]"),
                ("db.prod.internal", "[host 1]"),
                ("grafana.corp", "[host 2]"),
                ("jira.corp", "[host 3]"),
                ("abcdef123456", "[secret 1]"),
                ("grafana.corp", "[host 2]"),
            ]
        );
        for thing in things {
            let text = text_at(&document, thing.spot.place, thing.spot.facet);
            assert_eq!(text.get(thing.span.clone()), Some(thing.text.as_str()));
        }
    }

    #[test]
    fn the_example_is_for_everyone_but_for_whom_it_names() {
        assert_eq!(private_things(&example()), []);
    }
}
