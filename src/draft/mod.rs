//! The saved form of a draft.
