//! `unticketed-action-item`: an action item has no ticket.

use crate::checks::{About, Check, Example, Flaw, Kind, Profiles, Subject};
use crate::postmortem::{ActionItem, Facet, Section};

pub(in crate::checks) static CHECK: Check = Check {
    about: About {
        code: "ACT10",
        name: "unticketed-action-item",
        section: Section::FollowUp,
        kind: Kind::Unclear,
        what: "Every action item that is still to be done has a ticket",
        why: "A document is closed and forgotten; a ticket is asked about",
        fix: "Open a ticket and put its reference beside the item",
        source: "PagerDuty postmortem guide; Google SRE book, example postmortem (a bug for each item)",
    },
    profiles: Profiles::Only(&["pagerduty", "google-sre"]),
    example: Example::new(
        "# Checkout unavailable\n\n## Overview\n\n## What Happened\n\n## Contributing Factors\n\n## Resolution\n\n## Action Items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n  - Owner: Bo Lind\n",
        "# Checkout unavailable\n\n## Overview\n\n## What Happened\n\n## Contributing Factors\n\n## Resolution\n\n## Action Items\n\n- [ ] Alert when a certificate has fewer than 21 days left\n  - Owner: Bo Lind; Ticket: PAY-71\n",
    ),
    run,
};

fn run(subject: &Subject<'_>) -> Vec<Flaw> {
    let has_ticket = |item: &ActionItem| !item.ticket.trim().is_empty() || names_ticket(&item.text);
    super::lacking(subject, Facet::Ticket, "ticket", has_ticket)
}

/// "PAY-71", "#71", or an address.
fn names_ticket(text: &str) -> bool {
    let mut words = text.split(|c: char| !(c.is_ascii_alphanumeric() || "-#".contains(c)));
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    text.contains("://")
        || words.any(|word| {
            let (key, number) = word.split_once(['-', '#']).unwrap_or_default();
            let is_key = key.len() != 1 && key.bytes().all(|byte| byte.is_ascii_uppercase());
            is_key && is_number(number)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_may_stand_in_the_text() {
        for (text, is_named) in [
            ("PAY-71: alert early", true),
            ("Alert early (#71)", true),
            ("Alert early, see https://a.example/71", true),
            ("Alert on 5-6 levels of the A-1 queue", false),
            ("Alert early", false),
        ] {
            assert_eq!(names_ticket(text), is_named, "{text}");
        }
    }
}
