//! Fields with a short list of known answers.

/// A type whose values are a short, fixed list, each with one word or phrase for people.
pub trait Choice: Copy + PartialEq + Sized + 'static {
    /// Every value, in the order in which a person chooses.
    const ALL: &'static [Self];

    /// The value in words, in sentence case; also what stands in the Markdown.
    fn label(self) -> &'static str;

    /// The value that `text` names, by its label, whatever its case and surrounding space.
    fn from_label(text: &str) -> Option<Self> {
        let text = text.trim();
        Self::ALL
            .iter()
            .copied()
            .find(|choice| choice.label().eq_ignore_ascii_case(text))
    }
}
