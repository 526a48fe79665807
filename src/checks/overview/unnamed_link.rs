//! `unnamed-link`: a link or a picture has no words.

use crate::checks::texts::any_text;
use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::Section;

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "DOC12",
        name: "unnamed-link",
        section: Section::Overview,
        kind: Kind::Unclear,
        what: "Every link has words and every picture says what it shows",
        why: "Someone who listens to the page, or reads it on paper, gets nothing from an address alone",
        fix: "Write in the brackets what is behind the link or in the picture",
        source: "Web Content Accessibility Guidelines 2.2 (1.1.1, 2.4.4)",
    },
    profiles: Profiles::All,
    example: Example::new(
        "# Checkout unavailable\n\n## Root Cause and Resolution\n\n### Root cause\n\nThe certificate had expired, see [](https://charts.example/1).\n",
        "# Checkout unavailable\n\n## Root Cause and Resolution\n\n### Root cause\n\nThe certificate had expired, see [the chart](https://charts.example/1).\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let mut flaws: Vec<Flaw> = Vec::new();
    any_text(subject.document, &mut |place, text| {
        if let Some(at) = unnamed(text) {
            let is_picture = text.get(..at).is_some_and(|before| before.ends_with('!'));
            let message = match is_picture {
                true => "A picture does not say what it shows",
                false => "A link has no words",
            };
            flaws.push(Flaw::at(place, message).as_hint(true));
        }
        false
    });
    flaws
}

/// Where the first brackets without words stand that an address follows, code left out.
fn unnamed(text: &str) -> Option<usize> {
    let (mut start, mut is_code) = (0, false);
    for line in text.split_inclusive('\n') {
        let content = line.trim_start();
        is_code ^= content.starts_with("```") || content.starts_with("~~~");
        let found = line.find("[](").filter(|_| !is_code);
        let is_code_span = |at| {
            line.get(..at)
                .is_some_and(|it: &str| !it.matches('`').count().is_multiple_of(2))
        };
        if let Some(at) = found.filter(|at| !is_code_span(*at)) {
            return Some(start + at);
        }
        start += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_without_words_are_found_outside_code() {
        for (text, at) in [
            ("see [](https://a.example)", Some(4)),
            ("a\n![](b.png)", Some(3)),
            ("[a](b) and `x[](y)`", None),
            ("```\nf[](x)\n```", None),
            ("- [ ] (a)", None),
        ] {
            assert_eq!(unnamed(text), at, "{text}");
        }
    }
}
