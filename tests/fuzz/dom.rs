//! What a browser would make of HTML, and whether all of that is allowed.

use html5ever::tendril::TendrilSink as _;
use html5ever::{ParseOpts, QualName, local_name, ns, parse_document, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use crate::allowed::{ALLOWED, SCHEMES};

/// What a page has around that.
const FRAME: &[(&str, &str)] = &[
    ("html", "lang"),
    ("head", ""),
    ("meta", "charset http-equiv content name"),
    ("title", ""),
    ("style", ""),
    ("body", ""),
    ("main", ""),
];

/// What is wrong with HTML that is put into a page.
pub(crate) fn fault(html: &str) -> Option<String> {
    let context = QualName::new(None, ns!(html), local_name!("div"));
    let dom = parse_fragment(
        RcDom::default(),
        ParseOpts::default(),
        context,
        Vec::new(),
        false,
    )
    .one(html);
    fault_below(&dom.document, &mut |name| (name == "html").then_some(""))
}

/// What is wrong with HTML that is a page of its own.
pub(crate) fn page_fault(html: &str) -> Option<String> {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let mut seen = Vec::new();
    let fault = fault_below(&dom.document, &mut |name| {
        let framed = FRAME.iter().find(|(known, _)| *known == name)?;
        seen.push(framed.0);
        Some(framed.1)
    });
    let frame = [
        "html", "head", "meta", "meta", "meta", "title", "style", "body", "main",
    ];
    fault.or_else(|| (seen != frame).then(|| format!("the page is made of {seen:?}")))
}

fn fault_below(
    node: &Handle,
    framed: &mut impl FnMut(&str) -> Option<&'static str>,
) -> Option<String> {
    // An explicit stack: what is tested here is also that deep texts make no deep trees.
    let mut open = vec![node.clone()];
    while let Some(node) = open.pop() {
        match &node.data {
            NodeData::Element { name, attrs, .. } => {
                let name = &*name.local;
                let allowed = ALLOWED
                    .iter()
                    .find(|(known, _)| *known == name)
                    .map(|(_, attributes)| *attributes);
                let Some(allowed) = allowed.or_else(|| framed(name)) else {
                    return Some(format!("<{name}>"));
                };
                for attribute in attrs.borrow().iter() {
                    let key = &*attribute.name.local;
                    if !allowed.split_whitespace().any(|known| known == key) {
                        return Some(format!("<{name} {key}>"));
                    }
                    if key == "href" && !is_safe(&attribute.value) {
                        return Some(format!("a link to {:?}", &*attribute.value));
                    }
                }
            }
            NodeData::Comment { .. } | NodeData::ProcessingInstruction { .. } => {
                return Some("a comment".to_owned());
            }
            NodeData::Document | NodeData::Doctype { .. } | NodeData::Text { .. } => {}
        }
        // Last first, so that the first is looked at next.
        open.extend(node.children.borrow().iter().rev().cloned());
    }
    None
}

/// Whether an address has a scheme of the list or none, as a browser reads it: without tabs and
/// line ends, and without blanks and control characters in front.
fn is_safe(address: &str) -> bool {
    let address: String = address.chars().filter(|c| !"\t\r\n".contains(*c)).collect();
    let address = address.trim_start_matches(|c: char| c <= ' ');
    if address.starts_with("//") || address.starts_with('\\') || address.starts_with("/\\") {
        return false;
    }
    let head = address.split(['/', '?', '#']).next().unwrap_or_default();
    head.split_once(':')
        .is_none_or(|(scheme, _)| SCHEMES.contains(&scheme.to_ascii_lowercase().as_str()))
}
