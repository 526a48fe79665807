//! Lists of words. Each is one text with bars between the words, which weighs less in the page than
//! as many texts.

/// The words of a list.
pub(super) fn listed(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split('|')
}

/// Whether a text has one of the words anywhere.
pub(super) fn has_any(text: &str, list: &'static str) -> bool {
    listed(list).any(|word| text.contains(word))
}

/// Whether a word is one of a list.
pub(super) fn is_one_of(word: &str, list: &'static str) -> bool {
    listed(list).any(|known| known == word)
}
