//! Paragraphs and sentences: where a text on the cause goes over to the resolution, and which
//! sentences tell of users and of repair.

use std::ops::Range;

use super::words::Words;

/// Words of a text that tells how it was put right.
static RESOLVED: Words = Words::of(
    "resolved by|fixed by|to fix|to resolve|was resolved|were resolved|was fixed|\
    were fixed|the fix|the resolution|resolution was|the solution|solved by|was solved|\
    rolled back|rolling back|reverted|restored|we fixed|corrected|to address|to solve|\
    mitigated by|resolving|once identified|once this was|the team was able|restarted|\
    was replaced|we resolved|team fixed|we solved|recovered|repaired|patched|remediat|\
    hotfix|was killed|back to normal|back online|came back|redeploy|was increased|\
    was added|switched back|was removed|was restarted|to normal|we added|we increased|\
    we replaced|deactivated|yanked|switched off|was disabled|turned off|rollback",
);

/// Whether a text tells how it was put right.
pub(super) fn is_resolution(text: &str) -> bool {
    let lower = text.to_lowercase();
    RESOLVED.are_in(&lower)
}

/// Whether a text tells why it happened.
pub(super) fn is_cause(text: &str) -> bool {
    static WORDS: Words = Words::of(
        "because|caused|cause |cause:|causes|due to|the reason|reason is|reason was|led to|\
        result of|resulted in|owing to|culprit|triggered|stemmed from",
    );
    let lower = text.to_lowercase();
    WORDS.are_in(&lower)
}

/// Whether a text tells what is going to be done, or was done so that it stays away.
pub(super) fn is_plan(text: &str) -> bool {
    static WORDS: Words = Words::of(
        "will|'ll|’ll|going to|should|must|need|plan|have to|to be |we have |we've |we’ve |\
        are being|is being|getting|gets |add|from now on|are deploying|is now|are now|would",
    );
    let lower = text.to_lowercase();
    WORDS.are_in(&lower)
}

/// Whether a paragraph is a last word on the whole rather than one more of what stands before it.
pub(super) fn is_closing(text: &str) -> bool {
    static WORDS: Words = Words::of(
        "thank|regret|folks|that is all|looking back|apolog|sorry|grateful|we hope|next time|\
        that's all|that’s all|that's it|that’s it|in conclusion|to conclude|in summary|\
        this concludes|by implementing|by taking these|by addressing|with these measures|\
        with these changes|these measures will|these steps will|this incident taught|\
        this incident has|this postmortem|this outage|we learned|we have learned|moral of|\
        questions?|should you have",
    );
    let lower = text.to_lowercase();
    !lower.trim_end().ends_with(':') && WORDS.are_in(&lower)
}

/// A text without its last words on the whole, and these: the last paragraph, where it is one.
pub(super) fn split_closing(text: &str) -> (&str, &str) {
    let paragraphs = paragraphs(text);
    let last = paragraphs.last().filter(|_| paragraphs.len() > 1);
    match last.filter(|(_, last)| is_closing(last) && !last.starts_with(['-', '*', '|', '#'])) {
        Some((at, _)) => text.split_at_checked(*at).unwrap_or((text, "")),
        None => (text, ""),
    }
}

/// The sentences of a text, each with the end that it has.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let ranges = sentence_ranges(text).into_iter();
    ranges.filter_map(|range| text.get(range)).collect()
}

/// Where the sentences of a text stand. A line of its own is a sentence as well.
fn sentence_ranges(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    let mut depth = 0_usize;
    for (at, byte) in text.as_bytes().iter().enumerate() {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            b'.' | b'!' | b'?' if depth == 0 => {
                let end = at + 1;
                let after = text.get(end..).unwrap_or_default();
                let is_end = after.starts_with(char::is_whitespace)
                    && begins(after)
                    && !is_abbreviation(text.get(start..at).unwrap_or_default());
                if is_end {
                    push_trimmed(text, start..end, &mut ranges);
                    start = end;
                }
            }
            _ => {}
        }
    }
    push_trimmed(text, start..text.len(), &mut ranges);
    ranges
}

fn push_trimmed(text: &str, range: Range<usize>, ranges: &mut Vec<Range<usize>>) {
    let whole = text.get(range.clone()).unwrap_or_default();
    let lead = whole.len() - whole.trim_start().len();
    let length = whole.trim().len();
    if length > 0 {
        ranges.push(range.start + lead..range.start + lead + length);
    }
}

/// Whether a sentence can begin there.
fn begins(text: &str) -> bool {
    let first = text
        .trim_start()
        .trim_start_matches(['*', '_', '`', '"', '“', '(', '[']);
    first
        .chars()
        .next()
        .is_none_or(|c| c.is_uppercase() || c.is_ascii_digit() || !c.is_ascii())
}

fn is_abbreviation(before: &str) -> bool {
    let word = before
        .rsplit(|c: char| c.is_whitespace() || c == '(')
        .next()
        .unwrap_or_default();
    let lower = word.to_lowercase();
    matches!(
        lower.as_str(),
        "e.g" | "i.e" | "approx" | "a.m" | "p.m" | "etc" | "no" | "vs" | "mr" | "ms" | "dr" | "st"
    ) || lower.len() == 1 && lower.chars().all(char::is_alphabetic)
}

/// Where a text on cause and resolution goes over to the resolution: the cause, and what follows.
/// The second is empty when nothing tells.
pub(super) fn split_resolution(text: &str) -> (&str, &str) {
    let paragraphs: Vec<(usize, &str)> = paragraphs(text);
    // A paragraph that begins with it, but the first.
    for (at, paragraph) in paragraphs.iter().skip(1) {
        if sentences(paragraph)
            .first()
            .is_some_and(|first| is_resolution(first))
        {
            return text.split_at_checked(*at).unwrap_or((text, ""));
        }
    }
    // Else the first sentence but one that tells of it.
    for (start, paragraph) in &paragraphs {
        for range in sentence_ranges(paragraph) {
            let at = start + range.start;
            if at > 0 && paragraph.get(range).is_some_and(is_resolution) {
                return text.split_at_checked(at).unwrap_or((text, ""));
            }
        }
    }
    // The heading promises both: the last paragraph, or else the last sentence, will be it.
    let last = match paragraphs.as_slice() {
        [] => None,
        [(start, only)] => {
            let ends = sentence_ranges(only);
            ends.last()
                .filter(|_| ends.len() > 1)
                .map(|last| start + last.start)
        }
        [.., (start, _)] => Some(*start),
    };
    last.and_then(|at| text.split_at_checked(at))
        .unwrap_or((text, ""))
}

/// The paragraphs of a text, with where they begin.
fn paragraphs(text: &str) -> Vec<(usize, &str)> {
    let mut paragraphs = Vec::new();
    let mut at = 0;
    for paragraph in text.split("\n\n") {
        if !paragraph.trim().is_empty() {
            let lead = paragraph.len() - paragraph.trim_start().len();
            paragraphs.push((at + lead, paragraph.trim()));
        }
        at += paragraph.len() + 2;
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_comes_apart_into_sentences() {
        let text = "It broke at 10 a.m. on a Monday (see Fig. 2). Version 1.2 was bad! Was it? Yes";
        assert_eq!(
            sentences(text),
            [
                "It broke at 10 a.m. on a Monday (see Fig. 2).",
                "Version 1.2 was bad!",
                "Was it?",
                "Yes"
            ]
        );
    }

    #[test]
    fn cause_and_resolution_are_told_apart() {
        for (text, cause, resolution) in [
            (
                "A typo. It was fixed by hand.",
                "A typo. ",
                "It was fixed by hand.",
            ),
            (
                "A typo.\n\nTo fix it we edited.\n\nThen slept.",
                "A typo.\n\n",
                "To fix it we edited.\n\nThen slept.",
            ),
            ("Only a typo.", "Only a typo.", ""),
            ("A typo. We ate cake.", "A typo. ", "We ate cake."),
        ] {
            assert_eq!(split_resolution(text), (cause, resolution));
        }
    }
}
