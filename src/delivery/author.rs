//! Who a commit is by.

use std::fmt;

use crate::postmortem::{Postmortem, one_line};

/// The address of an author who gave none: a patch needs one, and this one leads nowhere.
const NOWHERE: &str = "postmortem-editor@localhost";
const NAMELESS: &str = "Postmortem Editor";
/// The longest name that git takes, in bytes; of a longer one it takes the mail address instead.
const LONGEST_NAME: usize = 60;

/// The author of a commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The name, never empty.
    name: String,
    /// The mail address.
    mail: String,
}

/// What is wrong with an author as typed. Shown as a sentence on what to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuthorProblem;

impl fmt::Display for AuthorProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Write the author as Name <mail@example.com>")
    }
}

impl Author {
    /// Reads `Name <mail@example.com>`.
    ///
    /// # Errors
    /// When it is anything else.
    pub fn parse(text: &str) -> Result<Self, AuthorProblem> {
        let (name, mail) = text.trim().split_once('<').ok_or(AuthorProblem)?;
        let mail = mail.strip_suffix('>').ok_or(AuthorProblem)?.trim();
        let (user, host) = mail.split_once('@').ok_or(AuthorProblem)?;
        let is_word = |word: &str| {
            let is_plain = |byte: u8| byte.is_ascii_graphic() && !b"@<>()\"\\,;".contains(&byte);
            !word.is_empty() && word.bytes().all(is_plain)
        };
        match plain(name) {
            name if !name.is_empty() && is_word(user) && is_word(host) => Ok(Self {
                name,
                mail: mail.to_owned(),
            }),
            _ => Err(AuthorProblem),
        }
    }

    /// The first of those who wrote the document, with an address that leads nowhere.
    pub fn of(document: &Postmortem) -> Self {
        let names = document.overview.author_names();
        let name = names.iter().map(|name| plain(name));
        let mut name = name.filter(|name| !name.is_empty());
        Self {
            name: name.next().unwrap_or_else(|| NAMELESS.to_owned()),
            mail: NOWHERE.to_owned(),
        }
    }

    /// The name.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The mail address.
    pub(super) fn mail(&self) -> &str {
        &self.mail
    }
}

/// A name without what means something in the header of a mail, and as long as git takes it.
fn plain(name: &str) -> String {
    let name: String = one_line(name)
        .chars()
        .map(|c| if "@<>()\"\\,;".contains(c) { ' ' } else { c })
        .collect();
    let mut short = String::new();
    for word in name.split_whitespace() {
        let gap = if short.is_empty() { "" } else { " " };
        let letters = gap.chars().chain(word.chars());
        for letter in letters {
            if short.len() + letter.len_utf8() > LONGEST_NAME {
                return short.trim_end().to_owned();
            }
            short.push(letter);
        }
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_author_is_a_name_and_an_address() {
        for (text, name, mail) in [
            (
                "Priya Nair <priya@example.com>",
                "Priya Nair",
                "priya@example.com",
            ),
            (" Tomás  Vidal < t.v+x@a.b > ", "Tomás Vidal", "t.v+x@a.b"),
            ("Nair, Priya (ops) <p@x>", "Nair Priya ops", "p@x"),
        ] {
            let author = Author::parse(text).unwrap();
            assert_eq!((author.name(), author.mail()), (name, mail), "{text}");
        }
        for text in [
            "",
            "Priya",
            "<p@x>",
            "Priya <p>",
            "Priya <p@>",
            "P <a@b@c>",
            "P <a b@c>",
        ] {
            assert_eq!(Author::parse(text), Err(AuthorProblem), "{text}");
        }
        let long = format!("{} <p@x>", "Ü".repeat(70));
        assert_eq!(Author::parse(&long).unwrap().name(), "Ü".repeat(30));
    }

    #[test]
    fn without_one_it_is_the_first_who_wrote_the_document() {
        let mut document = Postmortem::default();
        assert_eq!(Author::of(&document).name(), NAMELESS);
        document.overview.authors = " @@, Søren K. <s@x>, Ada".to_owned();
        assert_eq!(Author::of(&document).name(), "Søren K. s x");
        assert_eq!(Author::of(&document).mail(), NOWHERE);
    }
}
