//! A finished postmortem, to look at and to learn from.

/// stub
pub fn example() -> super::Postmortem {
    super::Postmortem::default()
}
