//! Two texts word by word: what stayed, what came, what went.

/// A stretch of words with one fate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What has become of it.
    pub kind: PieceKind,
    /// The words, and the blanks between them.
    pub text: String,
}

/// What has become of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// They stand in both texts.
    Same,
    /// Only in the new one.
    Added,
    /// Only in the old one.
    Removed,
}

/// How many pairs of words are compared at most: beyond, what stands between the first and the last
/// difference counts as replaced.
const MOST_PAIRS: usize = 400_000;

/// The words of both texts in order. Those that are not `Removed` are the new text, those that are
/// not `Added` the old one, letter by letter.
pub fn compare_words(old: &str, new: &str) -> Vec<Piece> {
    let (old, new) = (words(old), words(new));
    let start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let left = old.len().min(new.len()).saturating_sub(start);
    let backward = old.iter().rev().zip(new.iter().rev());
    let end = backward.take(left).take_while(|(a, b)| a == b).count();

    let mut pieces = Vec::new();
    for word in old.iter().take(start) {
        push(&mut pieces, PieceKind::Same, word);
    }
    let (old_end, new_end) = (old.len().saturating_sub(end), new.len().saturating_sub(end));
    compare_middle(
        old.get(start..old_end).unwrap_or_default(),
        new.get(start..new_end).unwrap_or_default(),
        &mut pieces,
    );
    for word in old.iter().skip(old_end) {
        push(&mut pieces, PieceKind::Same, word);
    }
    pieces
}

fn compare_middle(old: &[&str], new: &[&str], pieces: &mut Vec<Piece>) {
    if old.len().saturating_mul(new.len()) > MOST_PAIRS {
        old.iter()
            .for_each(|word| push(pieces, PieceKind::Removed, word));
        new.iter()
            .for_each(|word| push(pieces, PieceKind::Added, word));
        return;
    }
    let lengths = common_lengths(old, new);
    let common = |at_old: usize, at_new: usize| {
        let row = lengths.get(at_old);
        row.and_then(|row| row.get(at_new)).copied().unwrap_or(0)
    };
    let (mut at_old, mut at_new) = (0, 0);
    loop {
        match (old.get(at_old), new.get(at_new)) {
            (Some(a), Some(b)) if a == b => {
                push(pieces, PieceKind::Same, a);
                at_old += 1;
                at_new += 1;
            }
            (Some(a), b)
                if b.is_none() || common(at_old + 1, at_new) >= common(at_old, at_new + 1) =>
            {
                push(pieces, PieceKind::Removed, a);
                at_old += 1;
            }
            (_, Some(b)) => {
                push(pieces, PieceKind::Added, b);
                at_new += 1;
            }
            (_, None) => return,
        }
    }
}

/// For each place in both lists, how many words what follows has in common, in order.
fn common_lengths(old: &[&str], new: &[&str]) -> Vec<Vec<u32>> {
    let mut rows: Vec<Vec<u32>> = Vec::with_capacity(old.len() + 1);
    rows.push(vec![0; new.len() + 1]);
    for a in old.iter().rev() {
        let mut row = Vec::with_capacity(new.len() + 1);
        row.push(0);
        let below: &[u32] = rows.last().map(Vec::as_slice).unwrap_or_default();
        // From the end: `below` runs from the front, so both are walked backwards.
        let pairs = below.iter().rev().zip(below.iter().rev().skip(1));
        for (b, (behind_both, behind_old)) in new.iter().rev().zip(pairs) {
            let beside = row.last().copied().unwrap_or(0);
            row.push(if a == b {
                behind_both + 1
            } else {
                beside.max(*behind_old)
            });
        }
        row.reverse();
        rows.push(row);
    }
    rows.reverse();
    rows
}

/// Words and the blanks between them, each by itself.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_blank = first.is_whitespace();
        let length = rest
            .find(|letter: char| letter.is_whitespace() != is_blank)
            .unwrap_or(rest.len());
        let (word, behind) = rest.split_at(length);
        words.push(word);
        rest = behind;
    }
    words
}

fn push(pieces: &mut Vec<Piece>, kind: PieceKind, word: &str) {
    match pieces.last_mut() {
        Some(last) if last.kind == kind => last.text.push_str(word),
        _ => pieces.push(Piece {
            kind,
            text: word.to_owned(),
        }),
    }
}

/// The same pieces, with what stayed cut down to what stands next to a change.
pub fn around_changes(pieces: Vec<Piece>) -> Vec<Piece> {
    const NEAR: usize = 80;
    let last = pieces.len().saturating_sub(1);
    let shorten = |(index, piece): (usize, Piece)| {
        let letters = piece.text.chars().count();
        if piece.kind != PieceKind::Same || letters <= 2 * NEAR {
            return piece;
        }
        let head: String = match index {
            0 => String::new(),
            _ => piece.text.chars().take(NEAR).collect(),
        };
        let tail: String = match index {
            index if index == last => String::new(),
            _ => piece.text.chars().skip(letters - NEAR).collect(),
        };
        Piece {
            kind: PieceKind::Same,
            text: format!("{head} … {tail}"),
        }
    };
    pieces.into_iter().enumerate().map(shorten).collect()
}
