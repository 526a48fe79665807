//! Which addresses a preview may link to. It decides; it makes no HTML.

/// An address that may be linked to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// In this page.
    Here(String),
    /// Out of this page.
    Away(String),
}

/// The link that an address makes; `None` when its scheme is not on the list.
///
/// Judged as a browser will read it: without tabs and line ends, without space and control
/// characters in front. A relative address is as good as its page; one that names a host without
/// a scheme is not, since it means a file server where the page is a file.
pub(super) fn link(address: &str) -> Option<Link> {
    let address: String = address.chars().filter(|c| !"\t\n\r".contains(*c)).collect();
    let address = address.trim_matches(|c: char| c <= ' ');
    if address.is_empty() || address.chars().any(char::is_control) {
        return None;
    }
    if address.starts_with('#') {
        return Some(Link::Here(address.to_owned()));
    }
    let head = address.split(['/', '?', '#']).next().unwrap_or_default();
    let is_allowed = match head.split_once(':') {
        Some((scheme, _)) => ["http", "https", "mailto"]
            .iter()
            .any(|known| scheme.eq_ignore_ascii_case(known)),
        None => !address.starts_with(['/', '\\']) || is_absolute_path(address),
    };
    is_allowed.then(|| Link::Away(address.to_owned()))
}

/// A path from the root of the same host: one slash, not two.
fn is_absolute_path(address: &str) -> bool {
    let rest = address.strip_prefix('/');
    rest.is_some_and(|rest| !rest.starts_with(['/', '\\']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_listed_schemes_and_relative_addresses_are_linked_to() {
        for address in [
            "https://example.org/a:b",
            "HTTP://e",
            "mailto:a@b.c",
            "run/book.md",
            "/a",
            "?q=1:2",
            "./a:b",
        ] {
            assert_eq!(
                link(address),
                Some(Link::Away(address.to_owned())),
                "{address}"
            );
        }
        assert_eq!(link("#here"), Some(Link::Here("#here".to_owned())));
        for address in [
            "javascript:alert(1)",
            " \u{1}javascript:x",
            "java\nscript:x",
            "JaVaScRiPt:x",
            "data:text/html,x",
            "vbscript:x",
            "irc://x",
            "//host/x",
            "\\\\host",
            "/\\host",
            "/\t/host",
            "file:///x",
            "",
            "blob:x",
        ] {
            assert_eq!(link(address), None, "{address}");
        }
    }
}
