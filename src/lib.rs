//! The Postmortem Editor.
