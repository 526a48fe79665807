//! The incident as a picture: an SVG that shows when things happened, and a text that says the same.
//!
//! A pure function of the document. It draws what the document says and judges nothing: no length
//! is good or bad. What a person typed is escaped, whatever it is.

mod marks;
mod plan;
mod scale;
mod svg;
mod told;

use crate::postmortem::Postmortem;

/// The picture of one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The SVG element, for a page or a file: as wide as its place, of a height of its own, without
    /// styles and scripts.
    ///
    /// Widths are shares and not units of a `viewBox`, so that words stay as large as the page's on a
    /// narrow screen, where a `viewBox` would shrink them with the rest. Everything is drawn in
    /// `currentColor`; classes (`picture__…`) and `data-kind` are there for a style sheet.
    pub svg: String,
    /// The same in words, a sentence on each line: the period, the phases, the long silences.
    pub text: String,
}

/// Draws a document; `None` where it tells of less than two moments. `id` begins the identifiers in
/// the SVG, which have to be unique in a page: of it, letters, digits and hyphens count.
pub fn picture(document: &Postmortem, id: &str) -> Option<Picture> {
    let plan = plan::Plan::of(document)?;
    let text = told::text(&plan);
    let svg = svg::write(&plan, &identifier(id), &text);
    Some(Picture { svg, text })
}

fn identifier(id: &str) -> String {
    let id: String = id
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-')
        .collect();
    // An identifier begins with a letter.
    if id.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
        id
    } else {
        format!("picture{id}")
    }
}
