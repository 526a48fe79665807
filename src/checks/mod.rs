//! Completeness and quality.
#![allow(
    missing_docs,
    clippy::allow_attributes_without_reason,
    clippy::allow_attributes
)]
use crate::postmortem::{Place, Postmortem, Section};
use crate::template::{Part, Template};
use std::ops::Range;
#[derive(Debug)]
pub struct Check {
    pub code: &'static str,
    pub name: &'static str,
    pub section: Section,
    pub kind: Kind,
    pub what: &'static str,
    pub why: &'static str,
    pub fix: &'static str,
    pub source: &'static str,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Missing,
    Inconsistent,
    Unclear,
}
impl Kind {
    pub fn label(self) -> &'static str {
        "Missing"
    }
}
#[derive(Clone, Debug)]
pub struct Finding {
    pub check: &'static Check,
    pub place: Place,
    pub span: Option<Range<usize>>,
    pub message: String,
}
impl PartialEq for Finding {
    fn eq(&self, o: &Self) -> bool {
        self.place == o.place && self.message == o.message
    }
}
pub fn findings(_d: &Postmortem, _t: &'static Template) -> Vec<Finding> {
    Vec::new()
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartState {
    NotStarted,
    InProgress { missing: usize },
    ToFix { count: usize },
    Complete,
    NothingToSay,
}
impl PartState {
    pub fn words(self) -> String {
        "Not started".to_owned()
    }
}
pub fn part_state(_d: &Postmortem, _t: &'static Template, _p: &Part, _f: &[Finding]) -> PartState {
    PartState::NotStarted
}
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Completeness {
    pub complete: usize,
    pub of: usize,
}
pub fn completeness(_d: &Postmortem, _t: &'static Template, _f: &[Finding]) -> Completeness {
    Completeness::default()
}
