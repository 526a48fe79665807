//! What a preview may hold: the one list that every judge of its HTML goes by.

/// Every element, with the attributes that it may have.
pub(crate) const ALLOWED: &[(&str, &str)] = &[
    ("p", "data-place class"),
    ("h1", "data-place"),
    ("h2", "data-place"),
    ("h3", "data-place"),
    ("h4", "data-place"),
    ("h5", "data-place"),
    ("h6", "data-place"),
    ("blockquote", "data-place"),
    ("pre", "data-place tabindex"),
    ("code", "class"),
    ("ul", "data-place"),
    ("ol", "data-place start"),
    ("li", "data-place"),
    ("div", "data-place class tabindex role aria-label"),
    ("table", ""),
    ("thead", ""),
    ("tbody", ""),
    ("tr", "data-place"),
    ("th", "scope class"),
    ("td", "class"),
    ("em", ""),
    ("strong", ""),
    ("del", ""),
    ("a", "href rel target"),
    ("br", ""),
    ("hr", "data-place"),
    ("input", "type disabled checked aria-label"),
];

/// The schemes of addresses that may be linked to, besides none.
pub(crate) const SCHEMES: &[&str] = &["http", "https", "mailto"];
