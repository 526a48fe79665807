//! Whom a document names: its authors, those who own action items, and those who speak in its
//! timeline. A team is nobody here.

use std::collections::BTreeSet;

use super::lexicon::{Class, class_of};
use crate::postmortem::Postmortem;

/// The full names of those who took part, in order, each once; the first name of someone of whom no
/// more is told.
pub fn full_names(document: &Postmortem) -> Vec<&str> {
    let authors = document.overview.authors.as_str();
    let authors = listed(authors).filter(|name| is_name(name) || is_single_name(name));
    let actions = document.follow_up.action_items.iter();
    let owners = actions.flat_map(|action| listed(&action.owner));
    // Teams own action items under one word as well: only a name that is known is a person's.
    let owners = owners.filter(|name| is_name(name) || is_first_name(name));
    let events = document.timeline.events.iter();
    let speakers = events.flat_map(|event| event.text.lines().filter_map(speaker));
    let mut seen = BTreeSet::new();
    let mut names: Vec<&str> = authors.chain(owners).chain(speakers).collect();
    let whole = names.iter().filter_map(|name| name.split_once(' '));
    let firsts: BTreeSet<&str> = whole.map(|(first, _)| first).collect();
    names.retain(|name| !firsts.contains(name) && seen.insert(*name));
    names
}

/// The names in a line that lists some.
fn listed(line: &str) -> impl Iterator<Item = &str> {
    line.split([',', ';', '&', '/'])
        .flat_map(|names| names.split(" and "))
        .map(bare)
}

/// Who speaks at the start of a line: `Ana Ruiz: …`, `**Alex (SRE):** …`. "Note: …" and "Kafka: …"
/// are no one, so the first name is one that is known.
fn speaker(line: &str) -> Option<&str> {
    const MARKS: [char; 2] = ['*', '_'];
    let (head, said) = line.trim_start_matches(MARKS).split_once(':')?;
    if !said.starts_with([' ', '*', '_']) {
        return None;
    }
    let head = head.trim_end_matches(MARKS);
    let name = match head.strip_suffix(')') {
        Some(with_role) => with_role.split_once(" (")?.0,
        None => head,
    };
    let name = name.trim_end_matches(MARKS);
    match name.split_once(' ') {
        Some((first, last)) => !last.contains(' ') && is_first_name(first) && is_name(name),
        None => is_first_name(name),
    }
    .then_some(name)
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
pub(super) fn is_name(name: &str) -> bool {
    if let Some(handle) = name.strip_prefix('@') {
        return !handle.is_empty() && !handle.contains(' ') && !is_team(handle);
    }
    let count = name.split(' ').count();
    (2..=3).contains(&count) && name.split(' ').all(is_capitalised) && !is_team(name)
}

/// Whether it is one word that can be a person's name.
fn is_single_name(name: &str) -> bool {
    !name.ends_with('.') && is_capitalised(name) && !is_team(name)
}

/// Whether it is a common first name.
fn is_first_name(name: &str) -> bool {
    is_capitalised(name) && class_of(name).meets(Class::NAME)
}

fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.all(|letter| letter.is_alphabetic() || "'’-.".contains(letter))
        // "SRE" and "DBA" are roles; "J." and "McKay" are not.
        && (word.chars().any(char::is_lowercase) || word.ends_with('.'))
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
    use crate::postmortem::{ActionItem, Event};

    #[test]
    fn people_are_told_from_teams_and_services() {
        let mut document = Postmortem::default();
        document.overview.authors =
            "Ana Ruiz, Bo J. Lind (payments) and Tomás Vidal, Oyelaran".into();
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
            "Bob (storage)",
            "Ana",
            "Kestrel",
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
                "Oyelaran",
                "@kim-l",
                "Priya O'Neil",
                "Ines Okafor",
                "Bob"
            ]
        );
        let words = participants(&document);
        assert!(words.contains("Tomás") && words.contains("@kim-l"));
        assert!(!words.contains("Ruiz") && !words.contains("J."));
    }

    #[test]
    fn who_speaks_in_the_timeline_is_told_from_what_stands_before_a_colon() {
        for (text, name) in [
            ("Alex (SRE): restarting", Some("Alex")),
            ("Priya Nair: all green", Some("Priya Nair")),
            ("**Alex:** restarting", Some("Alex")),
            ("**Priya Nair** (IC): hm", Some("Priya Nair")),
            ("Paged\nTom: on it", Some("Tom")),
            ("Note: the disk is full", None),
            ("Result: Alex restarts it", None),
            ("Slack: a message", None),
            ("GitHub: a deploy", None),
            ("Kafka: lag", None),
            ("Alex API: down", None),
            ("Alex restarted it: no change", None),
            ("Alex:3000 is open", None),
            ("alex: on it", None),
            ("Alex", None),
        ] {
            let mut document = Postmortem::default();
            document.timeline.events.push(Event {
                text: text.into(),
                ..Event::default()
            });
            assert_eq!(full_names(&document).first().copied(), name, "{text}");
        }
    }
}
