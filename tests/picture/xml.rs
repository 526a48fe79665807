//! A small judge of XML: whether a text is one well-formed element, and what elements stand in it.

use std::collections::BTreeSet;

/// An element, by what stands in its start tag, and the text right inside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) text: String,
}

impl Element {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let mut all = self.attributes.iter();
        all.find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

/// The elements of a text in the order of their start tags, or what is wrong with it.
pub(crate) fn elements(text: &str) -> Result<Vec<Element>, String> {
    let mut elements: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (before, tag) = rest.split_once('<').unwrap_or((rest, ""));
        match open.last() {
            Some(index) => elements[*index].text.push_str(&unescaped(before)?),
            None if before.is_empty() => {}
            None => return Err(format!("text outside: {before}")),
        }
        if tag.is_empty() {
            break;
        }
        let end = tag_end(tag).ok_or_else(|| format!("no end of a tag: {tag}"))?;
        let (inside, after) = tag.split_at(end);
        rest = after.strip_prefix('>').unwrap_or_default();
        if let Some(name) = inside.strip_prefix('/') {
            let index = open.pop().ok_or("one end too many")?;
            if elements[index].name != name {
                return Err(format!("{} ends as {name}", elements[index].name));
            }
            continue;
        }
        if open.is_empty() && !elements.is_empty() {
            return Err("two roots".to_owned());
        }
        let bare = inside.strip_suffix('/');
        elements.push(start_tag(bare.unwrap_or(inside))?);
        if bare.is_none() {
            open.push(elements.len() - 1);
        }
    }
    match open.len() {
        0 if elements.is_empty() => Err("nothing".to_owned()),
        0 => Ok(elements),
        open => Err(format!("{open} left open")),
    }
}

/// Where a tag ends: at the first `>` that is in no quotation marks.
fn tag_end(tag: &str) -> Option<usize> {
    let mut is_quoted = false;
    tag.char_indices().find_map(|(at, letter)| {
        is_quoted ^= letter == '"';
        (letter == '>' && !is_quoted).then_some(at)
    })
}

fn start_tag(inside: &str) -> Result<Element, String> {
    let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
    let is_name = |name: &str| {
        !name.is_empty()
            && name
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "-_:".contains(c))
    };
    let mut element = Element {
        name: name.to_owned(),
        ..Element::default()
    };
    let mut seen = BTreeSet::new();
    while !rest.is_empty() {
        let (name, value) = rest
            .split_once("=\"")
            .ok_or_else(|| format!("no value: {rest}"))?;
        let (value, after) = value
            .split_once('"')
            .ok_or_else(|| format!("no end: {rest}"))?;
        if !is_name(name) || !seen.insert(name) || value.contains('<') {
            return Err(format!("a wrong attribute: {name}=\"{value}\""));
        }
        element
            .attributes
            .push((name.to_owned(), unescaped(value)?));
        rest = match after.strip_prefix(' ') {
            Some(more) if !more.is_empty() => more,
            None if after.is_empty() => after,
            _ => return Err(format!("no space: {after}")),
        };
    }
    if is_name(&element.name) {
        Ok(element)
    } else {
        Err(format!("a wrong name: {}", element.name))
    }
}

fn unescaped(text: &str) -> Result<String, String> {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        let (name, after) = after
            .split_once(';')
            .ok_or_else(|| format!("a bare ampersand: {rest}"))?;
        plain.push_str(before);
        plain.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#39" => '\'',
            _ => return Err(format!("an unknown reference: {name}")),
        });
        rest = after;
    }
    plain.push_str(rest);
    let is_allowed = |c: char| "\t\n".contains(c) || (c >= ' ' && !"\u{fffe}\u{ffff}".contains(c));
    match plain.chars().find(|c| !is_allowed(*c)) {
        Some(letter) => Err(format!("{letter:?} has no place in XML")),
        None => Ok(plain),
    }
}

#[test]
fn the_judge_knows_what_is_not_well_formed() {
    for text in [
        "",
        "x",
        "<a>",
        "</a>",
        "<a></b>",
        "<a/><b/>",
        "<a/>x",
        "<a b></a>",
        "<a b=c/>",
        "<a b=\"c/>",
        "<a b=\"c\"d=\"e\"/>",
        "<a b=\"c\" b=\"d\"/>",
        "<a b=\"<\"/>",
        "<a>&</a>",
        "<a>&nbsp;</a>",
        "<a>\u{1}</a>",
        "<a <b/>",
        "<a><b</a>",
    ] {
        assert!(elements(text).is_err(), "{text}");
    }
    let found = elements("<a b=\"1 &gt; 0\">x<c/> &amp; y</a>").unwrap();
    assert_eq!(found[0].attribute("b"), Some("1 > 0"));
    assert_eq!(
        (found[0].text.as_str(), found[1].name.as_str()),
        ("x & y", "c")
    );
}
