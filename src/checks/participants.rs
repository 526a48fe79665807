//! Whom a document names: its authors, and those who own action items. A team is nobody here.

use std::collections::BTreeSet;

use crate::postmortem::Postmortem;

/// The full names of those who took part, in order, each once.
pub fn full_names(document: &Postmortem) -> Vec<&str> {
    let authors = document.overview.authors.as_str();
    let actions = document.follow_up.action_items.iter();
    let owners = actions.map(|action| action.owner.as_str());
    let mut seen = BTreeSet::new();
    std::iter::once(authors)
        .chain(owners)
        .flat_map(|line| line.split([',', ';', '&', '/']))
        .flat_map(|names| names.split(" and "))
        .map(bare)
        .filter(|name| is_name(name) && seen.insert(*name))
        .collect()
}

/// The words of those names, and the names of their services and teams left out.
pub(super) fn participants(document: &Postmortem) -> BTreeSet<&str> {
    let services = document.overview.service_names();
    let services = services.into_iter().flat_map(|service| service.split(' '));
    let services: BTreeSet<&str> = services.collect();
    full_names(document)
        .into_iter()
        .flat_map(|name| name.split(' '))
        .filter(|word| word.chars().count() > 2 && !services.contains(word))
        .collect()
}

/// A name without what people put around it: "Ana Ruiz (payments)", "Ana Ruiz <ana@…>".
fn bare(name: &str) -> &str {
    let end = name.find(['(', '<', '[']).unwrap_or(name.len());
    name.get(..end).unwrap_or_default().trim()
}

/// Whether it is a person's name: two or three words with a capital each, or a handle, and nothing
/// that a team is called.
fn is_name(name: &str) -> bool {
    if let Some(handle) = name.strip_prefix('@') {
        return !handle.is_empty() && !handle.contains(' ') && !is_team(handle);
    }
    let is_capitalised = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.all(|letter| letter.is_alphabetic() || "'’-.".contains(letter))
            // "SRE" and "DBA" are roles; "J." and "McKay" are not.
            && (word.chars().any(char::is_lowercase) || word.ends_with('.'))
    };
    let count = name.split(' ').count();
    (2..=3).contains(&count) && name.split(' ').all(is_capitalised) && !is_team(name)
}

/// Whether a word of it is one that teams and roles are called by.
fn is_team(name: &str) -> bool {
    const WORDS: &str = " admin admins all api architect backend billing checkout client cloud \
        commander communications compliance core crew customer data database delivery department \
        desk developer developers devops director engineer engineering engineers everyone external \
        finance frontend group guild hardware head identity incident infra infrastructure internal \
        it lead legal machine management manager marketing messaging mobile network \
        networking none nobody observability office on-call oncall operations ops owner payment \
        payments platform principal product production provider qa quality release reliability \
        responder sales search security senior service services site software squad sre staff \
        storage success support system systems team teams tech test testing tooling tools unknown \
        vendor web ";
    name.split([' ', '-']).any(|word| {
        let word = word.to_ascii_lowercase();
        WORDS.contains(&[" ", &word, " "].concat())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postmortem::ActionItem;

    #[test]
    fn people_are_told_from_teams_and_services() {
        let mut document = Postmortem::default();
        document.overview.authors = "Ana Ruiz, Bo J. Lind (payments) and Tomás Vidal".into();
        document.overview.services = "Ruiz gateway".into();
        for owner in [
            "Platform Team",
            "Network Operations",
            "SRE",
            "DB Admins",
            "bo",
            "On-call",
            "Ana Ruiz",
            "@kim-l",
            "@payments-team",
            "Priya O'Neil <priya@x.test>",
            "Payments / Ines Okafor",
        ] {
            document.follow_up.action_items.push(ActionItem {
                owner: owner.into(),
                ..ActionItem::default()
            });
        }
        assert_eq!(
            full_names(&document),
            [
                "Ana Ruiz",
                "Bo J. Lind",
                "Tomás Vidal",
                "@kim-l",
                "Priya O'Neil",
                "Ines Okafor"
            ]
        );
        let words = participants(&document);
        assert!(words.contains("Tomás") && words.contains("@kim-l"));
        assert!(!words.contains("Ruiz") && !words.contains("J."));
    }
}
