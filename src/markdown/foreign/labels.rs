//! Labels: "Duration: 30 minutes" and its like, within a section or before any.

use super::markers::without_marker;
use super::names::{self, Role};
use super::pieces::{BodyKind, BodyLine};
use super::tables::{cells, is_rule, is_usual};
use super::when::{Token, tokens};

/// The texts of a section, each with the label that it stands behind; in order.
pub(super) fn labelled(
    body: &[BodyLine<'_>],
    context: Option<Role>,
) -> Vec<(Option<Role>, String)> {
    let mut texts: Vec<(Option<Role>, String)> = Vec::new();
    let mut open: Option<Role> = None;
    let mut is_new = true;
    for line in body {
        let is_blank = !line.text.contains(|c: char| !c.is_whitespace() && c != '>');
        let found = match line.kind {
            BodyKind::Code => None,
            BodyKind::Row => row_label(line.text),
            BodyKind::Text | BodyKind::Heading => label(line.text, context),
        };
        if let Some((role, rest)) = found {
            texts.push((Some(role), rest.to_owned()));
            // A row is over with its line.
            open = Some(role).filter(|_| line.kind != BodyKind::Row);
            is_new = open.is_none();
            continue;
        }
        let has_text = texts
            .last()
            .is_some_and(|(_, text)| !text.trim().is_empty());
        let (_, is_item) = without_marker(line.text);
        if open.is_some()
            && has_text
            && (is_blank || (is_item && !line.text.starts_with([' ', '\t'])))
        {
            open = None;
            is_new = true;
        }
        let text = match line.kind {
            BodyKind::Heading => format!("**{}**", line.text.trim_matches(['*', ' '])),
            _ => unindented(line),
        };
        match texts
            .last_mut()
            .filter(|(role, _)| *role == open && !(is_new && open.is_some()))
        {
            Some((_, last)) => {
                last.push('\n');
                last.push_str(&text);
            }
            None if !is_blank => {
                texts.push((open, text));
                is_new = false;
            }
            None => {}
        }
    }
    for (_, text) in &mut texts {
        *text = text.trim_matches('\n').trim_end().to_owned();
    }
    texts.retain(|(_, text)| !text.trim().is_empty() && !is_head_alone(text));
    texts
}

/// A line of prose; what four blanks before it would make code of is none.
fn unindented(line: &BodyLine<'_>) -> String {
    let (_, is_item) = without_marker(line.text);
    if line.kind == BodyKind::Code || is_item {
        return line.text.to_owned();
    }
    line.text.trim_start().to_owned()
}

/// The label at the start of a line: what it means here, and the text behind it.
pub(super) fn label(line: &str, context: Option<Role>) -> Option<(Role, &str)> {
    let (name, rest) = label_of(line)?;
    let role = names::role(name)?;
    let is_meant = match context {
        None | Some(Role::Summary | Role::Period | Role::Date) => !matches!(
            role,
            Role::Timeline
                | Role::Measures
                | Role::Improvements
                | Role::Tasks
                | Role::Lessons
                | Role::Whys
        ),
        Some(Role::Impact) => matches!(
            role,
            Role::Period | Role::Start | Role::End | Role::Share | Role::TimeZone
        ),
        Some(Role::Cause | Role::CauseAndResolution | Role::Factors) => {
            matches!(role, Role::Cause | Role::Resolution | Role::Trigger)
        }
        Some(_) => false,
    };
    (is_meant && Some(role) != context).then(|| (role, rest.trim_start_matches(['*', '_']).trim()))
}

/// Whether nothing is left of a table but its head.
fn is_head_alone(text: &str) -> bool {
    let mut lines = text.lines();
    let (head, rule) = (lines.next().unwrap_or_default(), lines.next());
    rule.is_some_and(is_rule)
        && lines.next().is_none()
        && cells(head)
            .iter()
            .all(|cell| is_usual(&names::normal(cell)))
}

/// A row of two cells, of which the first is a label.
fn row_label(line: &str) -> Option<(Role, &str)> {
    let cells = cells(line);
    let [name, value] = cells.as_slice() else {
        return None;
    };
    let role = names::role(name)?;
    (role.has_one_line() && !value.is_empty()).then_some((role, value))
}

/// The label at the start of a line, whatever it means, and the text behind it.
pub(super) fn label_of(line: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 44;
    let (bare, _) = without_marker(line.trim_start_matches(['>', ' ']));
    let (name, rest) = bold_name(bare).or_else(|| bare.split_once(':'))?;
    // The colon of a time is none of a label.
    let digit = |c: char| c.is_ascii_digit();
    let is_time = name.ends_with(digit) && rest.starts_with(digit);
    let is_name = name.len() <= LONGEST && !name.contains(['.', ',', '`']) && !is_time;
    (is_name && !rest.starts_with("//")).then_some((name, rest))
}

/// The bold words at the start of a text, when a colon, a full stop or a dash sets them apart, and
/// what stands behind them.
pub(super) fn bold_start(text: &str) -> Option<(&str, &str)> {
    ["**", "__"].into_iter().find_map(|mark| {
        let (name, rest) = text.trim_start().strip_prefix(mark)?.split_once(mark)?;
        match name.trim_end().strip_suffix([':', '.']) {
            Some(name) => Some((name, rest)),
            None => Some((name, rest.trim_start().strip_prefix([':', '-', '–', '—'])?)),
        }
    })
}

/// The same for a name that means something, which needs no sign behind it: "**TL;DR** It broke".
pub(super) fn bold_name(text: &str) -> Option<(&str, &str)> {
    bold_start(text).or_else(|| {
        let (name, rest) = text.trim_start().strip_prefix("**")?.split_once("**")?;
        let is_apart = rest.starts_with(' ') && rest.trim_start().starts_with(char::is_uppercase);
        (is_apart && names::role(name).is_some()).then_some((name, rest))
    })
}

/// Whether a text says more than dates, times, zones and lengths.
pub(super) fn has_more_words(text: &str) -> bool {
    let mut bare = text.to_lowercase();
    let found: Vec<Token> = tokens(text).collect();
    for token in found.iter().rev() {
        if bare.is_char_boundary(token.range.start)
            && bare.is_char_boundary(token.range.end)
            && token.range.end <= bare.len()
        {
            bare.replace_range(token.range.clone(), " ");
        }
    }
    bare.split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .any(|word| {
            !matches!(
                word,
                "from"
                    | "to"
                    | "until"
                    | "till"
                    | "and"
                    | "between"
                    | "at"
                    | "on"
                    | "th"
                    | "st"
                    | "nd"
                    | "rd"
            )
        })
        || bare.contains(|c: char| c.is_ascii_digit())
}
