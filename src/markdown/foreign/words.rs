//! Lists of words. Each is one text with bars between the words, which weighs less in the page than
//! as many texts. It is cut up the first time that it is asked, so that a text is gone through once
//! whatever the number of words.

use std::sync::OnceLock;

/// A list of words.
pub(super) struct Words {
    list: &'static str,
    index: OnceLock<Index>,
}

/// The words by their first byte, of which the lowest five bits count: the same for both cases.
#[derive(Default)]
struct Index {
    words: [Vec<&'static str>; 32],
    /// Which bytes come second, a bit for each, by the first.
    seconds: [u32; 32],
}

impl Words {
    /// The words of a text with bars between them.
    pub(super) const fn of(list: &'static str) -> Self {
        Self {
            list,
            index: OnceLock::new(),
        }
    }

    /// Every word, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.list.split('|')
    }

    /// Whether a word is one of them.
    pub(super) fn has(&self, word: &str) -> bool {
        self.like(word.as_bytes()).contains(&word)
    }

    /// Whether a text begins with one of them.
    pub(super) fn begin(&self, text: &str) -> bool {
        let mut like = self.like(text.as_bytes()).iter();
        like.any(|word| text.starts_with(word))
    }

    /// What stands in a text behind each of them with which it begins, whatever the case of its
    /// letters.
    pub(super) fn behind<'a>(&self, text: &'a str) -> impl Iterator<Item = &'a str> {
        let like = self.like(text.as_bytes()).iter();
        like.filter_map(move |word| behind(text, word))
    }

    /// Whether a text has one of them anywhere.
    pub(super) fn are_in(&self, text: &str) -> bool {
        self.places(text).next().is_some()
    }

    /// Whether a word of a text begins with one of them.
    pub(super) fn begin_a_word_of(&self, text: &str) -> bool {
        self.places(text).any(|at| {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            !before.is_some_and(char::is_alphanumeric)
        })
    }

    /// What stands behind the first of them in a text, whatever the case of its letters.
    pub(super) fn behind_first<'a>(&self, text: &'a str) -> Option<&'a str> {
        self.likely(text).find_map(|(at, like)| {
            let rest = text.get(at..)?;
            like.iter().find_map(|word| behind(rest, word))
        })
    }

    /// Where in a text one of them stands.
    fn places<'a>(&'a self, text: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.likely(text).filter_map(move |(at, like)| {
            let rest = text.get(at..)?;
            let is_any = like.iter().any(|word| rest.starts_with(word));
            is_any.then_some(at)
        })
    }

    /// Where in a text one of them can stand, in bytes, each with those that can.
    fn likely<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (usize, &'a [&'static str])> + 'a {
        let index = self.index();
        let mut rest = text.as_bytes();
        std::iter::from_fn(move || {
            while let [_, behind @ ..] = rest {
                let at = text.len() - rest.len();
                let like = index.like(rest);
                rest = behind;
                if !like.is_empty() {
                    return Some((at, like));
                }
            }
            None
        })
    }

    fn like(&self, text: &[u8]) -> &[&'static str] {
        self.index().like(text)
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(self.iter()))
    }
}

/// What stands behind a start of ASCII letters, whatever the case of a text.
pub(super) fn behind<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    let (own, rest) = text.split_at_checked(start.len())?;
    own.eq_ignore_ascii_case(start).then_some(rest)
}

impl Index {
    fn new(words: impl Iterator<Item = &'static str>) -> Self {
        let mut index = Self::default();
        for word in words {
            let mut bytes = word.bytes();
            let row = usize::from(bytes.next().unwrap_or_default() % 32);
            // Behind a word of one letter anything can stand.
            let seconds = bytes.next().map_or(u32::MAX, |second| 1 << (second % 32));
            if let Some(all) = index.seconds.get_mut(row) {
                *all |= seconds;
            }
            if let Some(all) = index.words.get_mut(row) {
                all.push(word);
            }
        }
        index
    }

    /// The words that can be at the start of a text, by its first two bytes.
    fn like(&self, text: &[u8]) -> &[&'static str] {
        let (first, second) = match text {
            [first, second, ..] => (*first, *second),
            [first] => (*first, 0),
            [] => return &[],
        };
        let row = usize::from(first % 32);
        match self.seconds.get(row) {
            Some(seconds) if seconds >> (second % 32) & 1 == 1 => {
                self.words.get(row).map_or(&[], Vec::as_slice)
            }
            _ => &[],
        }
    }
}
