//! What was learned, and the closing words.

use super::Item;

/// What went well, what went badly, where luck helped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lessons {
    /// What worked and should stay.
    pub went_well: Vec<Item>,
    /// What did not work.
    pub went_badly: Vec<Item>,
    /// What could have been worse but for luck.
    pub lucky: Vec<Item>,
}

/// The closing words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conclusion {
    /// The text: Markdown.
    pub text: String,
}
