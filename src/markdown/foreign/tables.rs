//! Tables: which lines are rows, and what stands in their cells.

use std::borrow::Cow;

use super::names::normal;
use super::words::is_one_of;
use crate::postmortem::ZONES;

/// Which lines are rows of tables: those between bars, and those around a rule of dashes and bars.
pub(super) fn row_lines(texts: &[&str]) -> Vec<bool> {
    let mut rows: Vec<bool> = texts.iter().map(|text| is_between_bars(text)).collect();
    for (index, text) in texts.iter().enumerate() {
        let is_begun = rows.get(index) == Some(&true);
        if is_begun || !is_rule(text) {
            continue;
        }
        let above = index.checked_sub(1);
        let has_head = above
            .and_then(|above| texts.get(above))
            .is_some_and(|head| head.contains('|'));
        if !has_head {
            continue;
        }
        let below = texts.get(index..).unwrap_or_default();
        let count = below.iter().take_while(|text| text.contains('|')).count();
        for row in rows.iter_mut().skip(index - 1).take(count + 1) {
            *row = true;
        }
    }
    rows
}

fn is_between_bars(text: &str) -> bool {
    text.trim_start().starts_with('|') && text.matches('|').count() >= 2
}

/// Whether a line is the rule between the head of a table and its rows.
pub(super) fn is_rule(text: &str) -> bool {
    text.contains('|') && text.contains('-') && text.chars().all(|c| "|-: \t".contains(c))
}

/// A cell with the name of its column, where that says more than that something stands there.
pub(super) fn named_cell<'a>(name: &str, cell: &'a str) -> Cow<'a, str> {
    if is_usual(&normal(name)) {
        Cow::Borrowed(cell)
    } else {
        Cow::Owned(format!("{name}: {cell}"))
    }
}

/// Whether every word of a column's name is one that such columns have.
pub(super) fn is_usual(name: &str) -> bool {
    const WORDS: &str = "category entry field key metric property value action actions activity date day description details event events follow happened \
                         improvement improvements item items measure measures no note notes number of \
                         recommendation recommendations remediation step steps summary task tasks text \
                         the time timestamp title to todo up what when who";
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .all(|word| {
            WORDS.split(' ').any(|known| known == word) || is_one_of(&word.to_uppercase(), ZONES)
        })
}

/// The cells of a row.
pub(super) fn cells(line: &str) -> Vec<&str> {
    let bare = line.trim();
    let bare = bare.strip_prefix('|').unwrap_or(bare);
    let bare = bare.strip_suffix('|').unwrap_or(bare);
    let mut cells = Vec::new();
    let mut start = 0;
    for (at, _) in bare.match_indices('|') {
        // A bar behind a backslash is a bar.
        if !bare.get(..at).is_some_and(|before| before.ends_with('\\')) {
            cells.push(bare.get(start..at).unwrap_or_default().trim());
            start = at + 1;
        }
    }
    cells.push(bare.get(start..).unwrap_or_default().trim());
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_known_with_and_without_bars_around_them() {
        let rows = |text: &str| {
            let lines: Vec<&str> = text.split('\n').collect();
            row_lines(&lines)
        };
        assert_eq!(
            rows("| a | b |\n|---|---|\n| 1 | 2 |\ntext"),
            [true, true, true, false]
        );
        assert_eq!(
            rows("text\na | b\n--- | ---\n1 | 2\n\n3 | 4"),
            [false, true, true, true, false, false]
        );
        assert_eq!(cells("| a \\| b | c |"), ["a \\| b", "c"]);
    }
}
