//! Plain text as the Markdown that fields hold.
//!
//! A backslash stands only where the text would mean something else without it.

/// The text as Markdown that shows exactly it. A character of `also` gets a backslash wherever it
/// stands.
pub(crate) fn escape(text: &str, also: &[char]) -> String {
    let mut written = String::with_capacity(text.len());
    let mut before = None;
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if also.contains(&c) || is_special(before, c, rest.as_str()) {
            written.push('\\');
        }
        written.push(c);
        before = Some(c);
    }
    written
}

fn is_special(before: Option<char>, c: char, rest: &str) -> bool {
    let after = rest.chars().next();
    let is_space = |side: Option<char>| side.is_some_and(char::is_whitespace);
    let is_word = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
    let stands_alone = is_space(before) && is_space(after);
    match c {
        '`' | '[' => true,
        '\\' => after.is_none_or(|after| after.is_ascii_punctuation()),
        '*' => !stands_alone,
        '_' => !(stands_alone || is_word(before) && is_word(after)),
        // A tilde right before a word can begin a deletion but not end one, as in "~14:05".
        '~' => !stands_alone && !((before.is_none() || is_space(before)) && is_word(after)),
        '<' => after.is_some_and(|after| after.is_ascii_alphabetic() || "/!?".contains(after)),
        '&' => is_entity(rest),
        _ => false,
    }
}

/// Whether what follows an ampersand makes it a character reference.
fn is_entity(rest: &str) -> bool {
    let name = rest.strip_prefix('#').unwrap_or(rest);
    let length = name
        .bytes()
        .take(33)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    (1..=32).contains(&length) && name.get(length..).is_some_and(|end| end.starts_with(';'))
}
