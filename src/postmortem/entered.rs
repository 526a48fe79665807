//! What a person typed where a date, a time, a share or a choice belongs: understood, or kept.
//!
//! Parsing happens once, at the edge. What cannot be understood stays word for word: it is never
//! corrected and never dropped.

use std::fmt;

use super::Choice;

/// A kind of value that people type in several ways and that has one canonical spelling.
///
/// `parse(canonical(value)) == Some(value)` holds for every value.
pub trait Typed: Clone + PartialEq {
    /// Reads what was typed; `None` when it cannot be understood with certainty.
    fn parse(text: &str) -> Option<Self>;

    /// The one spelling that the document and the saved draft use.
    fn canonical(&self) -> String;
}

impl<C: Choice> Typed for C {
    fn parse(text: &str) -> Option<Self> {
        C::from_label(text)
    }

    fn canonical(&self) -> String {
        self.label().to_owned()
    }
}

/// A value as entered: nothing, something understood, or something kept as typed.
///
/// Made from text with `Entered::from`, which tries to understand it first, so `AsTyped` never
/// holds text that could have been `Known`. Saved as its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Entered<T> {
    /// Nothing was entered.
    #[default]
    Empty,
    /// Entered and understood.
    Known(T),
    /// Entered, not understood, kept word for word.
    AsTyped(String),
}

impl<T: Typed> Entered<T> {
    /// The value, when it was understood.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Empty | Self::AsTyped(_) => None,
        }
    }

    /// Whether nothing was entered.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// The text to show, save and write: canonical when understood, else as typed.
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Known(value) => value.canonical(),
            Self::AsTyped(text) => text.clone(),
        }
    }
}

impl<T: Typed> From<&str> for Entered<T> {
    /// Reads one line of text; line breaks and runs of white space count as one space.
    fn from(text: &str) -> Self {
        let text = super::normal::one_line(text);
        if text.is_empty() || text.eq_ignore_ascii_case(super::time::NO_TIME) {
            return Self::Empty;
        }
        match T::parse(&text) {
            Some(value) => Self::Known(value),
            None => Self::AsTyped(text),
        }
    }
}

impl<T: Typed> fmt::Display for Entered<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postmortem::{ActionStatus, ClockTime};

    #[test]
    fn what_is_understood_is_kept_as_a_value_and_the_rest_word_for_word() {
        assert_eq!(
            Entered::<ActionStatus>::from(" in  progress "),
            Entered::Known(ActionStatus::InProgress)
        );
        assert_eq!(Entered::<ActionStatus>::from("  "), Entered::Empty);
        assert_eq!(
            Entered::<ClockTime>::from("14:15pm"),
            Entered::AsTyped("14:15pm".to_owned())
        );
    }
}
