//! The author's own running words in a Markdown text: all of it but code, quotes and links, whose
//! words are somebody else's or a machine's.
//!
//! Not a Markdown parser: it may take too much for a quote, never loops, never looks further ahead
//! than [`REACH`] for an end, and so stays linear.

use std::ops::Range;

/// How many bytes after its beginning a code span, a quotation or a link is looked for its end.
const REACH: usize = 600;

/// The stretches of plain words, in bytes, in order.
pub(super) fn plain_stretches(text: &str) -> Vec<Range<usize>> {
    let mut stretches = Vec::new();
    let mut fence: Option<&str> = None;
    let mut paragraph = 0..0;
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let next = line_start + line.len();
        let content = line.trim();
        let opens = fence_of(content);
        let is_plain = match fence {
            Some(open) => {
                let closes = opens.is_some_and(|close| close.starts_with(open) && close == content);
                if closes {
                    fence = None;
                }
                false
            }
            None if opens.is_some() => {
                fence = opens;
                false
            }
            None => !content.is_empty() && !content.starts_with('>'),
        };
        if is_plain && paragraph.end == line_start && !paragraph.is_empty() {
            paragraph.end = next;
        } else {
            scan(text, &paragraph, &mut stretches);
            paragraph = if is_plain {
                line_start..next
            } else {
                next..next
            };
        }
        line_start = next;
    }
    scan(text, &paragraph, &mut stretches);
    stretches
}

/// The run of backticks or tildes that opens a code block on this line.
fn fence_of(line: &str) -> Option<&str> {
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = line.len() - line.trim_start_matches(mark).len();
    let (run, rest) = line.split_at_checked(length)?;
    // "```code```" on one line is a code span.
    (length >= 3 && !(mark == '`' && rest.contains('`'))).then_some(run)
}

/// Adds the plain stretches of one paragraph.
fn scan(text: &str, paragraph: &Range<usize>, stretches: &mut Vec<Range<usize>>) {
    let Some(paragraph_text) = text.get(paragraph.clone()) else {
        return;
    };
    let (mut from, mut at) = (0, 0);
    let mut add = |from: usize, to: usize| {
        if from < to {
            stretches.push(paragraph.start + from..paragraph.start + to);
        }
    };
    while let Some(byte) = paragraph_text.as_bytes().get(at).copied() {
        let rest = || within_reach(paragraph_text, at);
        let skipped = match byte {
            b'\\' => {
                at += 2;
                continue;
            }
            b'`' => code_span(rest()),
            b'<' => angle_link(rest()),
            b'[' => link(rest()),
            b'\'' if !follows_a_letter(paragraph_text, at) => single_quotation(rest()),
            b'"' if follows_a_letter(paragraph_text, at) => Ok(1),
            b'"' => quotation(rest(), "\"", "\""),
            // The first byte of the curly quotation marks.
            0xE2 => quotation(rest(), "“", "”"),
            b'h' | b'w' => bare_address(rest()),
            _ => Ok(1),
        };
        match skipped {
            Ok(plain) => at += plain,
            Err(length) => {
                add(from, at);
                at += length;
                from = at;
            }
        }
    }
    add(from, paragraph_text.len());
}

/// How many bytes are plain (`Ok`), or are to be skipped (`Err`).
type Step = Result<usize, usize>;

/// The text from `at` on, as far as an end is looked for.
fn within_reach(text: &str, at: usize) -> &str {
    let mut end = text.len().min(at.saturating_add(REACH));
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(at..end).unwrap_or_default()
}

/// Whether a mark cannot open a quotation: it closes one, or means inches.
fn follows_a_letter(text: &str, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| text.as_bytes().get(at));
    before.is_some_and(u8::is_ascii_alphanumeric)
}

fn code_span(rest: &str) -> Step {
    let ticks = rest.len() - rest.trim_start_matches('`').len();
    let mut at = ticks;
    while let Some(gap) = rest.get(at..).and_then(|after| after.find('`')) {
        let run = rest.get(at + gap..).unwrap_or_default();
        let length = run.len() - run.trim_start_matches('`').len();
        at += gap + length;
        if length == ticks {
            return Err(at);
        }
    }
    Ok(ticks)
}

/// `<https://…>`, `<ana@example.org>` and `<!-- … -->`.
fn angle_link(rest: &str) -> Step {
    if rest.starts_with("<!--") {
        return rest.find("-->").map_or(Ok(1), |end| Err(end + 3));
    }
    let Some(end) = rest.find('>') else {
        return Ok(1);
    };
    let inside = rest.get(1..end).unwrap_or_default();
    let is_address = inside.contains([':', '@']) && !inside.contains(char::is_whitespace);
    if is_address { Err(end + 1) } else { Ok(1) }
}

/// `[text](address)` and `[text][name]`, their text included.
fn link(rest: &str) -> Step {
    let end = rest.find(']').and_then(|middle| {
        let after = rest.get(middle + 1..)?;
        let closing = match after.bytes().next()? {
            b'(' => ')',
            b'[' => ']',
            _ => return None,
        };
        Some(middle + 1 + after.find(closing)? + 1)
    });
    end.map_or(Ok(1), Err)
}

/// What stands between quotation marks. A mark right before a space opens nothing.
fn quotation(rest: &str, open: &str, close: &str) -> Step {
    let Some(inside) = rest.strip_prefix(open) else {
        return Ok(1);
    };
    if inside.starts_with(char::is_whitespace) {
        return Ok(open.len());
    }
    let end = inside.find(close).filter(|end| *end > 0);
    end.map_or(Ok(open.len()), |end| Err(open.len() + end + close.len()))
}

/// What stands between single quotation marks on one line: the second is no apostrophe.
fn single_quotation(rest: &str) -> Step {
    const LONGEST: usize = 120;
    let line = rest.lines().next().unwrap_or_default();
    if line
        .get(1..)
        .is_none_or(|inside| inside.starts_with(char::is_whitespace))
    {
        return Ok(1);
    }
    let closes = |at: &usize| {
        let is_mark = line.as_bytes().get(*at) == Some(&b'\'');
        let next = line.as_bytes().get(at + 1);
        is_mark && next.is_none_or(|byte| !byte.is_ascii_alphanumeric() && *byte < 0x80)
    };
    let end = (2..line.len().min(LONGEST)).find(closes);
    end.map_or(Ok(1), |end| Err(end + 1))
}

fn bare_address(rest: &str) -> Step {
    let is_address = ["https://", "http://", "www."]
        .iter()
        .any(|start| rest.starts_with(start));
    if !is_address {
        return Ok(1);
    }
    Err(rest.find(char::is_whitespace).unwrap_or(rest.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        plain_stretches(text)
            .into_iter()
            .map(|range| text.get(range).unwrap())
            .collect::<Vec<_>>()
            .join("|")
    }

    #[test]
    fn code_quotes_and_links_are_left_out() {
        for (text, words) in [
            ("a `b` c", "a | c"),
            ("a ``b ` c`` d", "a | d"),
            ("a ` b", "a ` b"),
            ("a\n```\nb\n```\nc", "a\n|c"),
            ("a\n~~~sh\nb", "a\n"),
            ("```\na\n~~~\nb\n````\nc", "c"),
            ("a\n> b\nc", "a\n|c"),
            ("see [b](https://c) d", "see | d"),
            ("see [b][c] d", "see | d"),
            ("- [ ] b [your name]", "- [ ] b [your name]"),
            ("a <https://b.c/?d??> e", "a | e"),
            ("a <b@c.d> e", "a | e"),
            ("a < b > c", "a < b > c"),
            ("a https://b/??? c", "a | c"),
            ("they saw \"b ???\" here", "they saw | here"),
            ("they saw “b ???” here", "they saw | here"),
            ("a \\` b `c`", "a \\` b "),
            ("a – b … “c", "a – b … “c"),
            ("ä \"ö\" ü", "ä | ü"),
            ("saw 'b ???' here", "saw | here"),
            ("a 'b isn't c' d", "a | d"),
            (
                "the users' own, it's the teams' own",
                "the users' own, it's the teams' own",
            ),
            ("in the '90s\nand it's", "in the '90s\nand it's"),
            ("a 19\" rack and 5\" b", "a 19\" rack and 5\" b"),
            ("", ""),
        ] {
            assert_eq!(plain(text), words, "{text}");
        }
    }
}
