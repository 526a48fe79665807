//! Those who took part, in a running text.

use std::collections::BTreeMap;
use std::ops::Range;

use super::scanning;
use crate::checks::participants::{full_names, is_name};
use crate::postmortem::Postmortem;

/// Those who took part, by their names.
#[derive(Default)]
pub(super) struct People<'a> {
    names: Vec<&'a str>,
    /// The first words of those names, and which of them begin so, the longest first.
    firsts: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> People<'a> {
    pub(super) fn of(document: &'a Postmortem) -> Self {
        let names = full_names(document);
        let mut firsts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for name in &names {
            let first = name.split(' ').next().unwrap_or_default();
            firsts.entry(first).or_default().push(name);
        }
        for names in firsts.values_mut() {
            names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        }
        Self { names, firsts }
    }

    /// Where someone is named, by the whole name or the first.
    pub(super) fn named_in(&self, text: &str) -> Vec<Range<usize>> {
        if self.names.is_empty() {
            return Vec::new();
        }
        let mut found = Vec::new();
        for word in scanning::words(text) {
            let Some(names) = text
                .get(word.clone())
                .and_then(|word| self.firsts.get(word))
            else {
                continue;
            };
            let rest = text.get(word.start..).unwrap_or_default();
            let whole = names.iter().find(|name| {
                let after = rest.strip_prefix(**name);
                after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
            });
            let length = match whole {
                Some(name) if name.contains(' ') || name.starts_with('@') => name.len(),
                _ if is_telling(text, &word) => word.len(),
                // Of someone known by the first name alone, the last may stand here.
                Some(name) => match with_last_name(rest, name.len()) {
                    Some(length) => length,
                    None => continue,
                },
                None => continue,
            };
            found.push(word.start..word.start + length);
        }
        found
    }

    /// The name by which someone is known who is named so; a first name that several have is itself.
    pub(super) fn whole<'b>(&self, words: &'b str) -> &'b str
    where
        'a: 'b,
    {
        let first = words.split(' ').next().unwrap_or_default();
        match self.firsts.get(first).map(Vec::as_slice) {
            Some([name]) => name,
            _ => words,
        }
    }
}

/// How long the name is that a text begins with: a first name of so many bytes, and perhaps another.
fn with_last_name(text: &str, first: usize) -> Option<usize> {
    let last = text.get(first..)?.strip_prefix(' ')?;
    let ends = |c: char| !c.is_alphabetic() && c != '-';
    let whole = first + 1 + last.find(ends).unwrap_or(last.len());
    let is_whole = text.get(..whole).is_some_and(is_name);
    Some(if is_whole { whole } else { first })
}

/// Whether a first name alone is surely meant as one: no initial, and nothing that goes on with a
/// capital, as "Ana" does in "Ana Gateway".
fn is_telling(text: &str, word: &Range<usize>) -> bool {
    let after = text.get(word.end..).unwrap_or_default();
    let goes_on = after
        .strip_prefix([' ', '-', '.', '_'])
        .is_some_and(|next| next.starts_with(char::is_uppercase));
    word.len() > 1 && !goes_on && !after.starts_with(['_', '/', '@'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postmortem::Event;

    #[test]
    fn someone_is_found_by_the_whole_name_and_by_the_first() {
        let mut document = Postmortem::default();
        document.overview.authors = "Ana Ruiz, Alex Kim, Alex Roy, Bob".into();
        document.timeline.events.push(Event {
            text: "Tom (SRE): on it".into(),
            ..Event::default()
        });
        let people = People::of(&document);
        for (text, found) in [
            (
                "Ana Ruiz and Ana",
                vec![("Ana Ruiz", "Ana Ruiz"), ("Ana", "Ana Ruiz")],
            ),
            ("Ana Gateway, Ruiz, ana", vec![]),
            (
                "Alex Kim asked Alex",
                vec![("Alex Kim", "Alex Kim"), ("Alex", "Alex")],
            ),
            (
                "Bob's run: Bob forgot",
                vec![("Bob", "Bob"), ("Bob", "Bob")],
            ),
            (
                "Bob Smith, Bob SRE",
                vec![("Bob Smith", "Bob"), ("Bob", "Bob")],
            ),
            ("Bobby, Bob/x, Bob_Smith", vec![]),
            ("paged Tom", vec![("Tom", "Tom")]),
        ] {
            let spans = people.named_in(text).into_iter();
            let spans = spans.filter_map(|span| text.get(span));
            let names: Vec<_> = spans.map(|name| (name, people.whole(name))).collect();
            assert_eq!(names, found, "{text}");
        }
    }
}
