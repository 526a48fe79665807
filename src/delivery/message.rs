//! The message of the commit that adds a document.

use crate::postmortem::{Postmortem, one_line};

/// The message of a commit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommitMessage {
    /// One line.
    pub subject: String,
    /// One line below it; may be empty. It begins with a word of ours, so that git takes none of it
    /// for a header.
    pub body: String,
}

/// What the commit of the document says: its title; its reference, severity and day.
pub fn commit_message(document: &Postmortem) -> CommitMessage {
    let title = one_line(&document.overview.title);
    let subject = match bare_title(&title) {
        "" => "Add a postmortem".to_owned(),
        title => format!("Add postmortem: {title}"),
    };
    let facts = [
        ("Reference", one_line(&document.overview.reference)),
        ("Severity", document.overview.severity.text()),
        ("Started", document.summary.start.date.text()),
    ];
    let told: Vec<String> = facts
        .iter()
        .filter(|(_, fact)| !fact.is_empty())
        .map(|(name, fact)| format!("{name}: {}", one_line(fact)))
        .collect();
    CommitMessage {
        subject,
        body: told.join(", "),
    }
}

/// The title without a leading "Postmortem:", which the message says already.
fn bare_title(title: &str) -> &str {
    let bare = title.split_once(':').and_then(|(kind, rest)| {
        let is_kind = ["postmortem", "post-mortem", "post mortem"]
            .iter()
            .any(|word| kind.trim().eq_ignore_ascii_case(word));
        is_kind.then(|| rest.trim_start())
    });
    bare.unwrap_or(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_says_what_the_document_is_about() {
        for (title, subject) in [
            ("", "Add a postmortem"),
            ("Post-Mortem: ", "Add a postmortem"),
            ("Postmortem:  search\ndown", "Add postmortem: search down"),
            ("[INC-3] Re: queue", "Add postmortem: [INC-3] Re: queue"),
        ] {
            let mut document = Postmortem::default();
            document.overview.title = title.to_owned();
            let message = commit_message(&document);
            assert_eq!(
                (&*message.subject, &*message.body),
                (subject, ""),
                "{title}"
            );
        }
        let example = commit_message(&crate::postmortem::example());
        assert_eq!(
            example.body,
            "Reference: INC-318, Severity: SEV-2, Started: 2024-09-17"
        );
    }
}
