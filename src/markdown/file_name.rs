//! The name of the exported file: safe on every system, whatever the title is.

use crate::postmortem::{Postmortem, one_line};

/// The longest name, in bytes, the ending included.
const LONGEST: usize = 80;
const ENDING: &str = ".md";
/// The name of a file whose title gives none.
const NAMELESS: &str = "postmortem";
/// Names that some systems keep for devices.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// `YYYY-MM-DD-slug.md`: the day when the incident started, where that is known, and the title.
pub fn file_name(document: &Postmortem) -> String {
    let date = document.summary.start.date.known();
    let date = date.map(|date| format!("{date}-")).unwrap_or_default();
    let mut name = slug(&one_line(&document.overview.title));
    name.truncate(LONGEST - date.len() - ENDING.len());
    let mut name = name.trim_end_matches('-').to_owned();
    if date.is_empty() && is_device_name(&name) {
        name = format!("{NAMELESS}-{name}");
    }
    if name.is_empty() {
        name.push_str(NAMELESS);
    }
    format!("{date}{name}{ENDING}")
}

/// Whether some system keeps that name for a device. In lower case, without an ending.
pub fn is_device_name(name: &str) -> bool {
    DEVICES.contains(&name.trim_end_matches(|c: char| c.is_ascii_digit()))
}

/// A line in lower-case letters, digits and single hyphens, without a leading "Postmortem:".
pub fn slug(title: &str) -> String {
    let mut slug = String::with_capacity(title.len());
    for c in title.chars().flat_map(char::to_lowercase) {
        match folded(c) {
            Some(letters) => slug.push_str(letters),
            None if c.is_ascii_alphanumeric() => slug.push(c),
            None if slug.ends_with('-') || slug.is_empty() || is_silent(c) => {}
            None => slug.push('-'),
        }
    }
    let slug = slug.trim_matches('-');
    ["postmortem-", "post-mortem-"]
        .iter()
        .find_map(|word| slug.strip_prefix(word))
        .unwrap_or(slug)
        .to_owned()
}

/// Marks that join letters or belong to them: no gap stands for them.
fn is_silent(c: char) -> bool {
    c == '\'' || c == '’' || ('\u{300}'..='\u{36f}').contains(&c)
}

/// The plain letters for an accented one.
fn folded(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ę' | 'ě' | 'ė' => "e",
        'ğ' => "g",
        'ì'..='ï' | 'ī' | 'ı' => "i",
        'ł' | 'ľ' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'œ' => "oe",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ť' | 'ț' | 'ţ' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ž' | 'ż' => "z",
        _ => return None,
    })
}
