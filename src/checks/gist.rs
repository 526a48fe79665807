//! What a text is about, as far as its words tell: enough to see that two rows say the same.

use std::collections::BTreeSet;

/// The beginnings of the words of a text that carry its meaning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Gist(BTreeSet<String>);

/// Words that say nothing of what a text is about.
const EMPTY: &[&str] = &[
    "about", "after", "also", "because", "been", "before", "being", "could", "during", "ensure",
    "every", "from", "have", "into", "more", "must", "once", "only", "other", "over", "should",
    "such", "than", "that", "their", "them", "then", "there", "these", "they", "this", "until",
    "were", "what", "when", "where", "which", "while", "will", "with", "would", "your",
];

/// How many letters of a word tell it from others: "config", whatever follows.
const STEM: usize = 6;

impl Gist {
    /// The gist of a text.
    pub(super) fn of(text: &str) -> Self {
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| word.chars().nth(3).is_some());
        let words = words.map(str::to_lowercase);
        let words = words.filter(|word| !EMPTY.contains(&word.as_str()));
        let stem = |word: String| word.trim_end_matches('s').chars().take(STEM).collect();
        Self(words.map(stem).collect())
    }

    /// How many words carry it.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether two texts surely say the same: four words of five, and four at least, are in both.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let shared = self.0.intersection(&other.0).count();
        let all = self.len() + other.len() - shared;
        shared >= 4 && shared * 5 >= all * 4
    }

    /// The beginnings of those words, in lower case.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_the_same_words_are_alike() {
        for (one, other, are_alike) in [
            (
                "Add an alert for the disk of each broker node",
                "Add alerts for disks of each broker node",
                true,
            ),
            (
                "Regular load tests of the web servers",
                "Run regular load tests of web servers",
                true,
            ),
            (
                "Alert when the disk is above 80%",
                "Alert when the queue is above 80%",
                false,
            ),
            ("Write a runbook", "Write a runbook", false),
        ] {
            let (one, other) = (Gist::of(one), Gist::of(other));
            assert_eq!(one.is_like(&other), are_alike, "{one:?} {other:?}");
        }
    }
}
