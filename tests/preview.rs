//! The HTML of a preview: safe and well-formed for every text.

mod hostile;

use postmortem_editor::markdown::{Written, to_html, write_block};
use postmortem_editor::postmortem::{Field, Place};
use postmortem_editor::template::{TEMPLATES, layout};
use proptest::prelude::*;

/// Every element that a preview may hold, with the attributes that it may have.
const ALLOWED: &[(&str, &[&str])] = &[
    ("p", &["data-place", "class"]),
    ("h2", &["data-place"]),
    ("h3", &["data-place"]),
    ("h4", &["data-place"]),
    ("h5", &["data-place"]),
    ("h6", &["data-place"]),
    ("blockquote", &["data-place"]),
    ("pre", &["data-place", "tabindex"]),
    ("code", &["class"]),
    ("ul", &["data-place"]),
    ("ol", &["data-place", "start"]),
    ("li", &["data-place"]),
    (
        "div",
        &["data-place", "class", "tabindex", "role", "aria-label"],
    ),
    ("table", &[]),
    ("thead", &[]),
    ("tbody", &[]),
    ("tr", &["data-place"]),
    ("th", &["scope", "class"]),
    ("td", &["class"]),
    ("em", &[]),
    ("strong", &[]),
    ("del", &[]),
    ("a", &["href", "rel", "target"]),
    ("br", &[]),
    ("hr", &["data-place"]),
    ("input", &["type", "disabled", "checked", "aria-label"]),
];
const VOID: &[&str] = &["br", "hr", "input"];

fn html(markdown: &str) -> String {
    to_html(&Written {
        markdown: markdown.to_owned(),
        places: vec![(0..markdown.len(), Place::field(Field::Summary))],
    })
}

/// Reads HTML more strictly than any browser; says what is wrong with it.
fn fault(html: &str) -> Option<String> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some((text, after)) = rest.split_once('<') {
        if text.contains(['>', '"', '\'']) {
            return Some(format!("bare mark in text {text:?}"));
        }
        let Some((tag, after)) = after.split_once('>') else {
            return Some("a tag left open".to_owned());
        };
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Some(format!("</{name}> closes nothing"));
            }
            continue;
        }
        let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let Some((_, allowed)) = ALLOWED.iter().find(|(known, _)| *known == name) else {
            return Some(format!("element {name:?}"));
        };
        while !attributes.is_empty() {
            let bare = attributes.split(' ').next().unwrap_or_default();
            let (attribute, value, after) = match bare.split_once('=') {
                None => (
                    bare,
                    "",
                    attributes.split_once(' ').map_or("", |(_, after)| after),
                ),
                Some((attribute, _)) => {
                    let quoted = attributes.split_once("=\"").map(|(_, quoted)| quoted);
                    let Some((value, after)) = quoted.and_then(|quoted| quoted.split_once('"'))
                    else {
                        return Some(format!("attributes {attributes:?}"));
                    };
                    (attribute, value, after.trim_start())
                }
            };
            if !allowed.contains(&attribute) {
                return Some(format!("attribute {attribute:?} of {name}"));
            }
            if attribute == "href" && !is_safe(value) {
                return Some(format!("address {value:?}"));
            }
            attributes = after;
        }
        if name == "a" && open.contains(&"a") {
            return Some("a link in a link".to_owned());
        }
        if !VOID.contains(&name) {
            open.push(name);
        }
    }
    (!open.is_empty()).then(|| format!("{open:?} left open"))
}

/// What a browser would make of an address, roughly: its scheme is on the list, or it has none.
fn is_safe(address: &str) -> bool {
    let plain = address.replace("&amp;", "&");
    let scheme = plain
        .split(['/', '?', '#'])
        .next()
        .unwrap_or_default()
        .split_once(':');
    let is_listed = scheme.is_none_or(|(scheme, _)| {
        ["http", "https", "mailto"].contains(&scheme.to_ascii_lowercase().as_str())
    });
    is_listed
        && !plain.starts_with("//")
        && !plain.contains(char::is_control)
        && !plain.starts_with(' ')
}

fn link_text() -> impl Strategy<Value = String> {
    const SCHEMES: &[&str] = &[
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        "java&#10;script:x",
        "javascript&colon;x",
        "&#106;avascript:x",
        "data:text/html,x",
        "vbscript:x",
        "//host/x",
        "\\\\\\\\host",
        "http://e",
        "https://e/\"onclick=x",
        "#f",
        "mailto:a@b",
        "rel/a:b",
        "&#1;javascript:x",
        "&Tab;javascript:x",
        "file:///x",
        "/a",
        "a b",
        "",
    ];
    const SHAPES: &[&str] = &[
        "[x](ADDRESS)",
        "[x](<ADDRESS>)",
        "![x](ADDRESS)",
        "<ADDRESS>",
        "[x][r]\n\n[r]: ADDRESS\n",
        "[![x](ADDRESS)](http://e)",
        "![[x](ADDRESS)](http://e)",
        "[x](http://e \"ADDRESS\")",
        "| a |\n|:-:|\n| [x](ADDRESS) |\n",
        "<a href=\"ADDRESS\">",
        "``` ADDRESS\nx\n```\n",
        "# x {#ADDRESS}\n",
    ];
    (
        proptest::sample::select(SCHEMES).prop_map(str::to_owned),
        proptest::sample::select(SHAPES).prop_map(str::to_owned),
    )
        .prop_map(|(address, shape)| shape.replace("ADDRESS", &address))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: hostile::cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_makes_safe_html(one in hostile::text(), link in link_text(), other in hostile::text()) {
        let html = html(&format!("{one}{link}{other}"));
        prop_assert_eq!(fault(&html), None, "{}", html);
    }

    #[test]
    fn any_document_makes_safe_html_and_every_place_is_a_field_of_it(document in hostile::document()) {
        for template in TEMPLATES {
            for block in layout(&document, template) {
                let written = write_block(&document, template, &block);
                prop_assert!(written.places.is_sorted_by(|one, next| one.0.end <= next.0.start));
                for (range, _) in &written.places {
                    prop_assert!(written.markdown.get(range.clone()).is_some_and(|text| !text.is_empty()));
                }
                prop_assert_eq!(fault(&to_html(&written)), None);
            }
        }
    }
}

#[test]
fn each_danger_shows_as_text_or_not_at_all() {
    for (markdown, wanted) in [
        (
            "[x](javascript:alert(1))",
            "<p data-place=\"summary\">x</p>\n",
        ),
        (
            "[x](javascript&colon;alert(1))",
            "<p data-place=\"summary\">x</p>\n",
        ),
        ("[x](//host/share)", "<p data-place=\"summary\">x</p>\n"),
        ("[x](data:text/html,x)", "<p data-place=\"summary\">x</p>\n"),
        ("a[^1]", "<p data-place=\"summary\">a[^1]</p>\n"),
        (
            "<script>alert(1)</script>",
            "<p data-place=\"summary\">&lt;script&gt;alert(1)&lt;/script&gt;</p>\n",
        ),
        (
            "<!-- note -->",
            "<p data-place=\"summary\">&lt;!-- note --&gt;</p>\n",
        ),
        ("<!-- facts -->", ""),
        (
            "a<br>b <b>c</b>",
            "<p data-place=\"summary\">a<br>b &lt;b&gt;c&lt;/b&gt;</p>\n",
        ),
        (
            "# x {#id .class}",
            "<h2 data-place=\"summary\">x {#id .class}</h2>\n",
        ),
        (
            "# a\n### b\n#### c\n### d",
            "<h2 data-place=\"summary\">a</h2>\n<h3 data-place=\"summary\">b</h3>\n\
          <h4 data-place=\"summary\">c</h4>\n<h3 data-place=\"summary\">d</h3>\n",
        ),
        (
            "![graph](https://e/g.png)",
            "<p data-place=\"summary\"><a href=\"https://e/g.png\" rel=\"noopener \
          noreferrer\" target=\"_blank\">Image: graph</a></p>\n",
        ),
        (
            "```rust,x\na\n```",
            "<pre data-place=\"summary\"><code>a\n</code></pre>\n",
        ),
        (
            "```rust x\na\n```",
            "<pre data-place=\"summary\"><code class=\"language-rust\">a\n</code></pre>\n",
        ),
    ] {
        assert_eq!(
            html(markdown).replace(" tabindex=\"0\"", ""),
            wanted,
            "{markdown}"
        );
    }
}

#[test]
fn what_is_too_large_is_cut_and_says_so() {
    let deep = "> ".repeat(200);
    let many = "- a\n".repeat(30_000);
    let long = "word ".repeat(300_000);
    let items: String = (0..2_000)
        .map(|level| format!("{}- a\n", "  ".repeat(level)))
        .collect();
    for text in [deep.as_str(), &many, &long, &items] {
        let html = html(text);
        assert!(html.ends_with("the export holds everything</p>"));
        assert_eq!(fault(&html), None);
    }
}
