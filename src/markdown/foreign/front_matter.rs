//! Front matter: YAML between lines of dashes, TOML between lines of pluses. Only what stands flat
//! in it is read.

/// The keys and values at the head of a text, in order, and the text below.
pub(super) fn split(text: &str) -> (Vec<(String, String)>, &str) {
    let bare = text.trim_start_matches(['\n', ' ']);
    for (fence, sign) in [("---\n", ':'), ("+++\n", '=')] {
        let Some(inside) = bare.strip_prefix(fence) else {
            continue;
        };
        let close = fence.trim_end();
        let mut at = 0;
        for line in inside.split_inclusive('\n') {
            if line.trim_end() == close {
                let values = values(inside.get(..at).unwrap_or_default(), sign);
                let body = inside.get(at + line.len()..).unwrap_or_default();
                // A rule above a text is no front matter.
                if values.is_empty() {
                    break;
                }
                return (values, body);
            }
            at += line.len();
        }
    }
    mail(bare).unwrap_or((Vec::new(), text))
}

/// The head of a mail: lines such as "Subject: …" up to the first blank one.
fn mail(text: &str) -> Option<(Vec<(String, String)>, &str)> {
    const NAMES: [(&str, &str); 7] = [
        ("subject", "title"),
        ("from", "authors"),
        ("date", "date"),
        ("to", "to"),
        ("cc", "cc"),
        ("reply-to", "reply-to"),
        ("message-id", "message-id"),
    ];
    let (head, body) = text.split_once("\n\n")?;
    let lines = head.lines().map(|line| {
        let (name, value) = line.split_once(": ")?;
        let name = name.to_lowercase();
        let (_, key) = NAMES.iter().find(|(known, _)| *known == name)?;
        Some(((*key).to_owned(), value.trim().to_owned()))
    });
    let values: Vec<(String, String)> = lines.collect::<Option<_>>()?;
    let has = |wanted: &str| values.iter().any(|(key, _)| key == wanted);
    (has("title") && has("authors")).then_some((values, body))
}

fn values(text: &str, sign: char) -> Vec<(String, String)> {
    let mut values: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        let item = line.trim_start().strip_prefix("- ");
        if let (Some(item), Some((_, value))) = (item, values.last_mut()) {
            if !value.is_empty() {
                value.push_str(", ");
            }
            value.push_str(unquoted(item));
            continue;
        }
        let Some((key, value)) = line.split_once(sign) else {
            continue;
        };
        let is_key = !key.trim().is_empty() && !key.trim().contains(' ') && !line.starts_with(' ');
        if is_key {
            values.push((key.trim().to_lowercase(), list(value)));
        }
    }
    values
}

/// `["a", "b"]` as "a, b".
fn list(value: &str) -> String {
    let value = value.trim();
    match value
        .strip_prefix('[')
        .and_then(|inside| inside.strip_suffix(']'))
    {
        Some(inside) => inside
            .split(',')
            .map(unquoted)
            .collect::<Vec<_>>()
            .join(", "),
        None => unquoted(value).to_owned(),
    }
}

fn unquoted(value: &str) -> &str {
    let value = value.trim();
    ['"', '\'']
        .iter()
        .find_map(|quote| value.strip_prefix(*quote)?.strip_suffix(*quote))
        .unwrap_or(value)
}
