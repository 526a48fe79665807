//! What stands above the document for the programs that read it.

/// A header. What it says is said again in the document, so it can be left out or exchanged without
/// losing a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Header {
    /// Nothing.
    #[default]
    None,
    /// YAML between lines of dashes, as static site generators read it.
    FrontMatter,
    /// Date, owner and a table of measures, as morty reads them.
    Morty,
}

impl Header {
    /// Every header, the default first.
    pub const ALL: &'static [Self] = &[Self::None, Self::FrontMatter, Self::Morty];

    /// What identifies it where it is saved.
    pub fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::FrontMatter => "front-matter",
            Self::Morty => "morty",
        }
    }

    /// The header of that identifier; none when there is no such one.
    pub fn from_id(id: &str) -> Self {
        let mut all = Self::ALL.iter().copied();
        all.find(|header| header.id() == id).unwrap_or_default()
    }

    /// Its name for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "None",
            Self::FrontMatter => "YAML front matter",
            Self::Morty => "Header for morty",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_found_by_its_identifier() {
        for header in Header::ALL {
            assert_eq!(Header::from_id(header.id()), *header);
        }
        assert_eq!(Header::from_id("from-the-future"), Header::None);
    }
}
