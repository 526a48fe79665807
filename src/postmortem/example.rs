//! A finished postmortem, to look at and to learn from.
