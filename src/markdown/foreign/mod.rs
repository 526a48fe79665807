//! Other people's Markdown to a document.
mod entries;
mod lines;
mod names;
mod period;
mod share;
mod when;
