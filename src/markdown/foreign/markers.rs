//! The marks at the start of the lines of a list: bullets, numbers, letters, boxes.

/// The signs that stand before an item.
const MARKS: &str = "-*+•·▪◦●○►➢–—→✅✔☑☐🔹🔸👉➡";

/// Whether a line has the mark of a list at its start.
pub(super) fn is_marked(line: &str) -> bool {
    without_marker(line).1
}

/// A line without the mark of a list at its start, and whether it had one.
pub(super) fn without_marker(line: &str) -> (&str, bool) {
    let bare = line.trim_start();
    let bare = bare.strip_prefix("> ").unwrap_or(bare);
    let mut letters = bare.chars();
    let first = letters.next().unwrap_or_default();
    if !first.is_alphanumeric() && MARKS.contains(first) {
        let (mark, rest) = (first, letters.as_str());
        let is_mark = rest.starts_with([' ', '\t', '\u{a0}'])
            || (mark != '*' && rest.starts_with(|c: char| c.is_ascii_digit()))
            || (mark == '-' && rest.starts_with(char::is_uppercase))
            || !mark.is_ascii();
        if is_mark {
            let rest = rest.trim_start();
            let boxed = ["[ ]", "[x]", "[X]"]
                .iter()
                .find_map(|b| rest.strip_prefix(b));
            return (boxed.map_or(rest, str::trim_start), true);
        }
    }
    // "Task 1: test the failover"
    for name in ["Task ", "Action ", "Step "] {
        let Some(numbered) = bare.strip_prefix(name) else {
            continue;
        };
        let rest = numbered.trim_start_matches(|c: char| c.is_ascii_digit());
        if let Some(text) = rest
            .strip_prefix([':', '.', ')'])
            .filter(|_| rest.len() < numbered.len())
        {
            return (text.trim_start(), true);
        }
    }
    // "a) Test the failover"
    if first.is_ascii_lowercase()
        && let Some(rest) = letters.as_str().strip_prefix([')', '.'])
        && rest.starts_with(' ')
    {
        return (rest.trim_start(), true);
    }
    let digits = bare.len() - bare.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if (1..=3).contains(&digits)
        && let Some(rest) = bare.get(digits..)
        // "1\. Load test", as some programs write it.
        && let Some(rest) = rest.strip_prefix('\\').unwrap_or(rest).strip_prefix(['.', ')'])
        && (rest.is_empty() || rest.starts_with([' ', '\t']))
    {
        return (rest.trim_start(), true);
    }
    // "1 - Load test"
    if (1..=2).contains(&digits)
        && let Some(rest) = bare.get(digits..)
        && let Some(rest) = rest.strip_prefix(" - ").or(rest.strip_prefix(" – "))
        && rest.starts_with(char::is_alphabetic)
    {
        return (rest, true);
    }
    // "(a) Load test"
    if first == '('
        && let Some(behind) = bare.get(2..)
        && let Some(rest) = behind.strip_prefix(") ")
    {
        return (rest.trim_start(), true);
    }
    (bare, false)
}
