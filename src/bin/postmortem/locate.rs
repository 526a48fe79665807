//! Where in a file a finding is: the line and the column of the words that it is about.
//!
//! A document does not remember where it was read from, and other people's files are read by
//! meaning, so the words themselves are looked for: first those that the finding is about, then
//! those of its row or field, then the heading of its section. What is found nowhere is at 1:1.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use postmortem_editor::checks::Finding;
use postmortem_editor::postmortem::{Facet, Field, Place, Postmortem, Spot};
use postmortem_editor::template::{Shape, Template};

/// How many words tell a place from others.
const ENOUGH: usize = 8;

/// A place in a file: both count from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Position {
    pub(super) line: usize,
    pub(super) column: usize,
}

/// The words of a file, each with where it stands.
pub(super) struct Source {
    words: Vec<Word>,
    /// The index of the first word of each heading, and of the word behind its last.
    headings: Vec<(usize, usize)>,
    /// Where each word stands.
    index: BTreeMap<String, Vec<usize>>,
    /// The place that was asked for last: findings come place by place.
    last: RefCell<Option<(Place, Rc<Located>)>>,
}

/// A text of the document in the file.
struct Located {
    /// The word with which it begins there.
    first: Option<usize>,
    /// Where in it each word begins, in bytes.
    starts: Vec<usize>,
}

struct Word {
    text: String,
    position: Position,
}

impl Source {
    pub(super) fn new(text: &str) -> Self {
        let mut source = Self {
            words: Vec::new(),
            headings: Vec::new(),
            index: BTreeMap::new(),
            last: RefCell::default(),
        };
        for (index, line) in lines(text).enumerate() {
            let first = source.words.len();
            source.push_words(line, index + 1);
            let bare = line.trim_start();
            let is_heading = bare.starts_with('#')
                || bare.starts_with("**")
                || ["<h1", "<h2", "<h3", "<h4"]
                    .iter()
                    .any(|tag| bare.starts_with(tag));
            if is_heading && source.words.len() > first {
                source.headings.push((first, source.words.len()));
            }
        }
        for (at, word) in source.words.iter().enumerate() {
            let places = source.index.entry(word.text.clone()).or_default();
            places.push(at);
        }
        source
    }

    fn push_words(&mut self, line: &str, number: usize) {
        let mut word = String::new();
        let mut start = 1;
        let mut is_tag = false;
        let mut letters = line.chars().chain([' ']).enumerate().peekable();
        while let Some((index, letter)) = letters.next() {
            let begins_tag = letter == '<'
                && letters
                    .peek()
                    .is_some_and(|(_, next)| next.is_ascii_alphabetic() || *next == '/');
            is_tag = (is_tag || begins_tag) && letter != '>';
            if letter.is_alphanumeric() && !is_tag {
                if word.is_empty() {
                    start = index + 1;
                }
                word.extend(letter.to_lowercase());
            } else if !word.is_empty() {
                self.words.push(Word {
                    text: std::mem::take(&mut word),
                    position: Position {
                        line: number,
                        column: start,
                    },
                });
            }
        }
    }

    /// Where a finding is.
    pub(super) fn position_of(
        &self,
        finding: &Finding,
        document: &Postmortem,
        template: &'static Template,
    ) -> Position {
        let place = finding.place;
        let heading = self.heading_of(place.field, template);
        let from = heading.unwrap_or(0);
        let main = self.main_text(place, document, from);
        let spanned = finding.span.as_ref().and_then(|span| {
            let before = main.starts.partition_point(|start| *start < span.start);
            Some(before + main.first?)
        });
        let meant = || {
            let facet = finding.facet.unwrap_or(Facet::Text);
            self.find(&document.text_at(Spot { place, facet }), from)
        };
        let found = match spanned {
            Some(index) => Some(index),
            None => meant()
                .or(main.first)
                .map(|index| self.start_of(place, index))
                .or(heading),
        };
        let word = found.and_then(|index| self.words.get(index));
        word.map_or(Position { line: 1, column: 1 }, |word| word.position)
    }

    /// The main text of a place.
    fn main_text(&self, place: Place, document: &Postmortem, from: usize) -> Rc<Located> {
        let mut last = self.last.borrow_mut();
        if let Some((known, located)) = &*last
            && *known == place
        {
            return Rc::clone(located);
        }
        let facet = Facet::Text;
        let text = document.text_at(Spot { place, facet });
        let located = Rc::new(Located {
            first: self.find(&text, from),
            starts: word_starts(&text),
        });
        *last = Some((place, Rc::clone(&located)));
        located
    }

    /// Of a row, the first word of its line; of anything else, the word itself.
    fn start_of(&self, place: Place, index: usize) -> usize {
        let line_of = |index: usize| self.words.get(index).map(|word| word.position.line);
        let is_same_line = |other: &usize| line_of(*other) == line_of(index);
        let start = (0..=index).rev().take_while(is_same_line).last();
        start.filter(|_| place.row.is_some()).unwrap_or(index)
    }

    /// The word with which a text begins: behind a heading if it stands there, or else anywhere.
    fn find(&self, text: &str, from: usize) -> Option<usize> {
        let mut wanted = words_of(text);
        wanted.truncate(ENOUGH);
        // By the rarest of its words: it tells most.
        let places = wanted.iter().map(|word| self.index.get(word));
        let places: Option<Vec<&Vec<usize>>> = places.collect();
        let places = places?;
        let (rarest, places) = places
            .into_iter()
            .enumerate()
            .min_by_key(|(_, places)| places.len())?;
        let begins = |index: &usize| {
            let found = self.words.get(*index..*index + wanted.len());
            let found = found.unwrap_or_default();
            found.len() == wanted.len()
                && found
                    .iter()
                    .zip(&wanted)
                    .all(|(word, wanted)| word.text == *wanted)
        };
        let starts = places.iter().filter_map(|at| at.checked_sub(rarest));
        let mut behind = starts.clone().filter(|start| *start >= from);
        let mut before = starts.filter(|start| *start < from);
        behind.find(begins).or_else(|| before.find(begins))
    }

    /// The word with which the heading of a field begins, or of the part that it stands in.
    fn heading_of(&self, field: Field, template: &'static Template) -> Option<usize> {
        let part = template.part_of(field)?;
        let own = template.slot(field).and_then(|slot| match slot.shape {
            Shape::Sub(heading) => Some(heading),
            _ => None,
        });
        if part.is_head() {
            return self.headings.first().map(|(first, _)| *first);
        }
        let names = [own, Some(part.heading), Some(field.section().name())];
        names.into_iter().flatten().find_map(|name| {
            let wanted = words_of(name);
            let is_it = |(first, end): &&(usize, usize)| {
                let words = self.words.get(*first..*end).unwrap_or_default();
                words.iter().map(|word| &word.text).eq(&wanted)
            };
            self.headings.iter().find(is_it).map(|(first, _)| *first)
        })
    }
}

/// The lines of a text, whatever ends them: LF, CR LF, or CR alone.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n')
        .map(|line| line.strip_suffix('\r').unwrap_or(line))
        .flat_map(|line| line.split('\r'))
}

/// The words of a text, in lower case.
fn words_of(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Where each word of a text begins, in bytes.
fn word_starts(text: &str) -> Vec<usize> {
    let mut is_inside = false;
    let starts = text.char_indices().filter_map(|(at, letter)| {
        let begins = letter.is_alphanumeric() && !is_inside;
        is_inside = letter.is_alphanumeric();
        begins.then_some(at)
    });
    starts.collect()
}

/// The key of a place, as messages for programs have it.
pub(super) fn key_of(place: Place, document: &Postmortem) -> String {
    let rows = document.row_ids(place.field);
    let position = place
        .row
        .and_then(|row| rows.iter().position(|id| *id == row));
    match position {
        Some(position) => format!("{}-{}", place.field.key(), position + 1),
        None => place.field.key().to_owned(),
    }
}
