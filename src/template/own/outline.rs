//! What a Markdown template says: its headings, and the guidance under each. It places nothing.

use crate::postmortem::one_line;

/// A template's text, taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Outline {
    /// The name of the document, if a heading gives it.
    pub(super) title: String,
    /// What stands under the title, or above every heading.
    pub(super) guidance: String,
    /// The headings of parts, each name once.
    pub(super) headings: Vec<Heading>,
}

/// A heading, with what stands under it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) name: String,
    pub(super) guidance: String,
    /// The headings one level down, by name.
    pub(super) subs: Vec<String>,
}

/// Takes a text apart, by lines: what is in a comment or a code block is no heading.
pub(super) fn read(text: &str) -> Outline {
    let mut outline = Outline::default();
    let mut has_title = false;
    let mut fence: Option<&str> = None;
    let mut is_in_comment = false;
    for line in without_front_matter(text).lines() {
        let bare = line.trim();
        let mark = ["```", "~~~"]
            .into_iter()
            .find(|mark| bare.starts_with(mark));
        let heading = heading(line).filter(|_| fence.is_none() && !is_in_comment);
        if let Some(mark) = mark.filter(|_| !is_in_comment) {
            match fence {
                None => fence = Some(mark),
                Some(open) if open == mark => fence = None,
                Some(_) => {}
            }
        }
        let Some((level, name)) = heading else {
            outline.guide(bare, &mut is_in_comment);
            continue;
        };
        let is_title = level == 1 && !has_title && outline.headings.is_empty();
        has_title |= level == 1;
        match level {
            1 if is_title => outline.title = name,
            1 | 2 => outline.headings.push(Heading {
                name,
                ..Heading::default()
            }),
            _ => match outline.headings.last_mut() {
                Some(above) => above.subs.push(name),
                None => say(&mut outline.guidance, &name),
            },
        }
    }
    // A text of sections of level one has no title.
    if outline.headings.is_empty() && !outline.title.is_empty() {
        outline.headings.push(Heading {
            name: std::mem::take(&mut outline.title),
            guidance: std::mem::take(&mut outline.guidance),
            subs: Vec::new(),
        });
    }
    outline
}

impl Outline {
    /// Takes a line as guidance, without the marks of comments.
    fn guide(&mut self, line: &str, is_in_comment: &mut bool) {
        let opened = line.rfind("<!--");
        let closed = line.rfind("-->");
        *is_in_comment = match (opened, closed) {
            (Some(opened), Some(closed)) => opened > closed,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (None, None) => *is_in_comment,
        };
        let words = line.replace("<!--", " ").replace("-->", " ");
        let guidance = match self.headings.last_mut() {
            Some(heading) => &mut heading.guidance,
            None => &mut self.guidance,
        };
        say(guidance, &words);
    }
}

fn say(guidance: &mut String, words: &str) {
    let words = one_line(words);
    if !guidance.is_empty() && !words.is_empty() {
        guidance.push(' ');
    }
    guidance.push_str(&words);
}

/// The level and the text of a heading with hashes.
fn heading(line: &str) -> Option<(usize, String)> {
    let bare = line.trim_start_matches(' ');
    let after = bare.trim_start_matches('#');
    let level = bare.len() - after.len();
    let is_heading =
        (1..=6).contains(&level) && line.len() - bare.len() <= 3 && after.starts_with([' ', '\t']);
    let name = one_line(after.trim().trim_end_matches('#').trim_end_matches(':'));
    (is_heading && !name.is_empty()).then_some((level, name))
}

fn without_front_matter(text: &str) -> &str {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let inside = text.strip_prefix("---\n").or(text.strip_prefix("---\r\n"));
    let below = inside
        .and_then(|inside| inside.split_once("\n---"))
        .map(|(_, below)| below);
    below.unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_come_apart_from_comments_and_code() {
        let text = "---\ntitle: x\n---\n# Acme postmortem\n\n<!-- Fill in\n## not this -->\n\n## Summary ##\n\
                    <!-- Two sentences -->\n\n```\n## nor this\n```\n### Who\n## Weather:\nSun?\n";
        let outline = read(text);
        assert_eq!(outline.title, "Acme postmortem");
        assert_eq!(outline.guidance, "Fill in ## not this");
        let found: Vec<(&str, &str, usize)> = outline
            .headings
            .iter()
            .map(|heading| {
                (
                    heading.name.as_str(),
                    heading.guidance.as_str(),
                    heading.subs.len(),
                )
            })
            .collect();
        assert_eq!(
            found,
            [
                ("Summary", "Two sentences ``` ## nor this ```", 1),
                ("Weather", "Sun?", 0)
            ]
        );
        assert_eq!(
            read("text\n"),
            Outline {
                guidance: "text".to_owned(),
                ..Outline::default()
            }
        );
    }
}
