//! Rust source as far as the house rules need to see into it: words and signs without comments,
//! literals and tests, and the paths that they form. Not a parser: what does not matter to a rule
//! is passed over.

#![expect(clippy::indexing_slicing, reason = "a test may panic, and says where")]

/// A word or a sign of the code, with the line on which it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) line: usize,
    pub(crate) text: String,
}

/// A path such as `crate::a::b`, with the inline modules around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    pub(crate) line: usize,
    pub(crate) path: Vec<String>,
    pub(crate) inside: Vec<String>,
}

/// The words and signs of `source`, without whatever is compiled for tests only.
pub(crate) fn tokens(source: &str) -> Vec<Token> {
    without_tests(all_tokens(source))
}

/// Every path of two or more words, and every `use`, groups written out.
pub(crate) fn mentions(tokens: &[Token]) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut modules: Vec<(String, usize)> = Vec::new();
    let mut depth = 0;
    let mut at = 0;
    while at < tokens.len() {
        let text = tokens[at].text.as_str();
        let is_use = at > 0 && tokens[at - 1].text == "use";
        if text == "{" {
            depth += 1;
            if at >= 2 && tokens[at - 2].text == "mod" {
                modules.push((tokens[at - 1].text.clone(), depth));
            }
        } else if text == "}" {
            modules.retain(|(_, opened)| *opened < depth);
            depth = depth.saturating_sub(1);
        }
        let begins_path = is_word(text) || (is_use && text == "{");
        if !begins_path {
            at += 1;
            continue;
        }
        let mut paths = Vec::new();
        let end = path_tree(tokens, at, &mut Vec::new(), &mut paths);
        let inside: Vec<String> = modules.iter().map(|(name, _)| name.clone()).collect();
        for (line, path) in paths {
            if path.len() > 1 || is_use {
                found.push(Mention {
                    line,
                    path,
                    inside: inside.clone(),
                });
            }
        }
        at = end.max(at + 1);
    }
    found
}

/// Whether `words` stand one after another at `at`.
pub(crate) fn stands_at(tokens: &[Token], at: usize, words: &[&str]) -> bool {
    let found = tokens.get(at..at + words.len());
    found.is_some_and(|found| {
        found
            .iter()
            .zip(words)
            .all(|(token, word)| token.text == *word)
    })
}

/// Reads a path or a group of paths that begins at `at`; returns where it ends.
fn path_tree(
    tokens: &[Token],
    mut at: usize,
    prefix: &mut Vec<String>,
    paths: &mut Vec<(usize, Vec<String>)>,
) -> usize {
    let length = prefix.len();
    while let Some(token) = tokens.get(at) {
        if token.text == "{" {
            at += 1;
            while tokens.get(at).is_some_and(|token| token.text != "}") {
                let end = path_tree(tokens, at, prefix, paths);
                at = end.max(at + 1);
            }
            at += 1;
            break;
        }
        if token.text != "*" && !is_word(&token.text) {
            break;
        }
        prefix.push(token.text.clone());
        let goes_on = tokens.get(at + 1).is_some_and(|next| next.text == "::")
            && tokens
                .get(at + 2)
                .is_some_and(|next| is_word(&next.text) || next.text == "{" || next.text == "*");
        if !goes_on {
            paths.push((token.line, prefix.clone()));
            at += 1;
            break;
        }
        at += 2;
    }
    prefix.truncate(length);
    at
}

fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Leaves out each item behind a `#[cfg(…)]` that asks for `test`.
fn without_tests(tokens: Vec<Token>) -> Vec<Token> {
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let attribute = stands_at(&tokens, at, &["#", "[", "cfg", "("]);
        let end = if attribute {
            end_of_group(&tokens, at + 1)
        } else {
            at
        };
        let has = |word| tokens[at..end].iter().any(|token| token.text == word);
        if attribute && has("test") && !has("not") {
            at = end_of_item(&tokens, end);
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

/// Behind the bracket that closes the one at `at`.
fn end_of_group(tokens: &[Token], mut at: usize) -> usize {
    let mut depth = 0_usize;
    while let Some(token) = tokens.get(at) {
        at += 1;
        match token.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// Behind the item that begins at `at`: its first `;`, or the end of its first braces.
fn end_of_item(tokens: &[Token], mut at: usize) -> usize {
    while let Some(token) = tokens.get(at) {
        match token.text.as_str() {
            ";" => return at + 1,
            "{" => return end_of_group(tokens, at),
            "(" | "[" => at = end_of_group(tokens, at),
            _ => at += 1,
        }
    }
    at
}

fn all_tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let mut tokens = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < chars.len() {
        let end = match skipped(&chars, at) {
            Some(end) => end,
            None => {
                let end = if is_in_word(chars[at]) {
                    end_where(&chars, at, |c| !is_in_word(c))
                } else if chars[at..].starts_with(&[':', ':']) {
                    at + 2
                } else {
                    at + 1
                };
                tokens.push(Token {
                    line,
                    text: chars[at..end].iter().collect(),
                });
                end
            }
        };
        line += chars[at..end].iter().filter(|c| **c == '\n').count();
        at = end;
    }
    tokens
}

/// The end of the white space, comment or literal that begins at `at`, if one does.
fn skipped(chars: &[char], at: usize) -> Option<usize> {
    let rest = &chars[at..];
    let is_behind_word = at > 0 && is_in_word(chars[at - 1]);
    match rest {
        [c, ..] if c.is_whitespace() => Some(at + 1),
        ['/', '/', ..] => Some(end_where(chars, at, |c| c == '\n')),
        ['/', '*', ..] => Some(end_of_comment(chars, at)),
        ['"', ..] => Some(end_of_string(chars, at + 1)),
        ['r', '"' | '#', ..] if !is_behind_word => end_of_raw_string(chars, at + 1),
        ['b', 'r', '"' | '#', ..] if !is_behind_word => end_of_raw_string(chars, at + 2),
        ['\'', '\\', _, ..] => Some(end_where(chars, at + 3, |c| c == '\'') + 1),
        ['\'', _, '\'', ..] => Some(at + 3),
        _ => None,
    }
    .map(|end| end.min(chars.len()))
}

fn end_of_comment(chars: &[char], mut at: usize) -> usize {
    let mut depth = 0_usize;
    while at < chars.len() {
        match chars[at..] {
            ['/', '*', ..] => (depth, at) = (depth + 1, at + 2),
            ['*', '/', ..] => (depth, at) = (depth.saturating_sub(1), at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

fn end_of_string(chars: &[char], mut at: usize) -> usize {
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// `None` when this is a raw identifier.
fn end_of_raw_string(chars: &[char], at: usize) -> Option<usize> {
    let opening = end_where(chars, at, |c| c != '#');
    (chars.get(opening) == Some(&'"')).then_some(())?;
    let closing: Vec<char> = std::iter::once('"')
        .chain(vec!['#'; opening - at])
        .collect();
    let end = (opening + 1..chars.len()).find(|end| chars[*end..].starts_with(&closing));
    Some(end.map_or(chars.len(), |end| end + closing.len()))
}

fn end_where(chars: &[char], at: usize, is_end: impl Fn(char) -> bool) -> usize {
    (at..chars.len())
        .find(|end| is_end(chars[*end]))
        .unwrap_or(chars.len())
}

fn is_in_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
