//! Document to a page of its own: a file that any browser shows, with nothing beside it.
//!
//! What stands in it is what the preview shows and as safe. The page says so itself as well: its
//! policy forbids everything but its one style, so that not even a mistake here could run or load.

use super::html::{escape_into, to_whole_html};
use super::write::write_block;
use crate::postmortem::{Postmortem, one_line};
use crate::template::{Template, layout, normalised_for};

/// The style, as it stands between its tags.
const STYLE: &str = include_str!("page.css");
/// Its hash: `openssl dgst -sha256 -binary src/markdown/page.css | base64`. A test in a browser
/// tells when the two no longer fit.
const STYLE_HASH: &str = "sha256-3ClhzxKhKC6p23wrGIDr8riMFejUPVyAqr1hEz9bjms=";
/// The title of a page whose document has none.
const NAMELESS: &str = "Postmortem";

/// The document as HTML, from its first line to its last.
pub fn to_page(document: &Postmortem, template: &'static Template) -> String {
    let document = normalised_for(document.clone(), template);
    let name = one_line(&document.overview.title);
    let mut title = String::new();
    escape_into(&mut title, if name.is_empty() { NAMELESS } else { &name });
    let body = body(&document, template);
    format!(
        "<!DOCTYPE html>
<html lang=\"en\">
<head>
<meta charset=\"utf-8\">
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{STYLE_HASH}'; base-uri 'none'; form-action 'none'\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<title>{title}</title>
<style>{STYLE}</style>
</head>
<body>
<main>
{body}</main>
</body>
</html>
"
    )
}

/// The document as HTML that goes into a page of someone else's: no head, no style.
pub fn to_fragment(document: &Postmortem, template: &'static Template) -> String {
    body(&normalised_for(document.clone(), template), template)
}

fn body(document: &Postmortem, template: &'static Template) -> String {
    layout(document, template)
        .iter()
        .map(|block| to_whole_html(&write_block(document, template, block).markdown))
        .collect()
}
