//! Where in a repo the document goes: a pattern that a person writes, filled in.
//!
//! What comes out is a relative path that every system can hold, whatever stands in the document.

use std::fmt;

use crate::markdown::{file_name, is_device_name, slug};
use crate::postmortem::Postmortem;

/// The pattern of those who have given none.
pub const DEFAULT_PATTERN: &str = "docs/postmortems/{date}-{slug}.md";
/// The name of the file where a pattern gives only a folder.
const DEFAULT_NAME: &str = "{date}-{slug}.md";
/// The longest part between two slashes, in bytes.
const LONGEST_PART: usize = 150;
/// The longest path, in bytes.
const LONGEST: usize = 400;
/// The longest reference in a path, in bytes.
const LONGEST_REFERENCE: usize = 40;

/// A path in a repo: relative, parts joined by `/`, of ASCII letters, digits and `-_.+` alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepoPath(String);

/// What is wrong with a pattern. Shown as what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathProblem {
    /// It begins at the root of a disk.
    Absolute,
    /// It has a part that is empty, `.` or `..`.
    Elsewhere,
    /// It has a letter that not every system and site takes.
    Letter(char),
    /// It has braces that are not closed, or around a word that stands for nothing.
    Unknown(String),
    /// It asks for something that the document does not say, and has nothing else there.
    Absent(&'static str),
    /// A part of it is a name that some system or git keeps for itself.
    Reserved(String),
    /// Its file is no Markdown file.
    NotMarkdown,
    /// It is too long.
    TooLong,
}

impl fmt::Display for PathProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absolute => f.write_str(
                "The path begins with a slash or a drive. Write it from the root of the repo, such \
                 as docs/postmortems/{date}-{slug}.md",
            ),
            Self::Elsewhere => f.write_str(
                "The path has an empty part, . or .. in it. Name each folder once, with one slash \
                 between",
            ),
            Self::Letter(letter) => write!(
                f,
                "The path has “{letter}” in it. Letters a to z, digits, - _ . + and / are safe everywhere"
            ),
            Self::Unknown(word) => write!(
                f,
                "{{{word} stands for nothing. Write {{date}}, {{year}}, {{slug}} or {{reference}}"
            ),
            Self::Absent(word) => write!(
                f,
                "The path asks for {{{word}}}, which this postmortem does not say. Fill it in, or \
                 take it out of the path"
            ),
            Self::Reserved(part) => write!(
                f,
                "“{part}” cannot be a name in a repo on every system. Choose another"
            ),
            Self::NotMarkdown => f.write_str("The path has to end in .md or .markdown"),
            Self::TooLong => f.write_str("The path is too long. Shorten its folders"),
        }
    }
}

impl RepoPath {
    /// The path as git writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder of the file; `None` at the root of the repo.
    pub fn folder(&self) -> Option<&str> {
        self.0.rsplit_once('/').map(|(folder, _)| folder)
    }

    /// The name of the file.
    pub fn name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }

    /// Its parts: folders, then the file.
    pub fn parts(&self) -> Vec<&str> {
        self.0.split('/').collect()
    }

    /// A path beside it, for a second file: `-2` behind its name, `-3`, and so on.
    pub fn numbered(&self, number: u32) -> Self {
        let (stem, ending) = self.0.rsplit_once('.').unwrap_or((&self.0, ""));
        Self(format!("{stem}-{number}.{ending}"))
    }
}

/// The path that `pattern` gives for the document; [`DEFAULT_PATTERN`] where it is blank. A pattern
/// that ends in a slash is a folder.
///
/// # Errors
/// [`PathProblem`] says what to write instead.
pub fn repo_path(pattern: &str, document: &Postmortem) -> Result<RepoPath, PathProblem> {
    let pattern = pattern.trim();
    let pattern = pattern.strip_prefix("./").unwrap_or(pattern);
    let pattern = match pattern {
        "" => DEFAULT_PATTERN.to_owned(),
        pattern if pattern.ends_with('/') && pattern.len() > 1 => {
            format!("{pattern}{DEFAULT_NAME}")
        }
        pattern => pattern.to_owned(),
    };
    let has_drive = pattern.chars().nth(1) == Some(':');
    if pattern.starts_with(['/', '~', '\\']) || has_drive {
        return Err(PathProblem::Absolute);
    }
    let values = values(document);
    let mut parts = Vec::new();
    for part in pattern.split('/') {
        parts.push(safe(filled(part, &values)?)?);
    }
    let path = RepoPath(parts.join("/"));
    let name = path.name();
    let has_ending = [".md", ".markdown"].iter().any(|end| name.ends_with(end));
    match (has_ending, name.starts_with('.')) {
        (false, _) => Err(PathProblem::NotMarkdown),
        (true, true) => Err(PathProblem::Reserved(name.to_owned())),
        (true, false) if path.0.len() > LONGEST => Err(PathProblem::TooLong),
        (true, false) => Ok(path),
    }
}

/// What each word in braces stands for; nothing where the document does not say.
fn values(document: &Postmortem) -> [(&'static str, String); 4] {
    let date = document.summary.start.date.text();
    let date = match document.summary.start.date.known() {
        Some(_) => date,
        None => String::new(),
    };
    let name = file_name(document);
    let slugged = name.strip_suffix(".md").unwrap_or(&name);
    let slugged = slugged.strip_prefix(&date).unwrap_or(slugged);
    let mut reference = slug(&document.overview.reference);
    reference.truncate(LONGEST_REFERENCE);
    [
        ("year", date.chars().take(4).collect()),
        ("date", date),
        ("slug", slugged.trim_start_matches('-').to_owned()),
        ("reference", reference.trim_end_matches('-').to_owned()),
    ]
}

/// One part of a pattern with its words filled in. What the document does not say goes with the
/// hyphen that would join it to the rest.
fn filled(part: &str, values: &[(&'static str, String)]) -> Result<String, PathProblem> {
    let mut out = String::new();
    let mut absent = None;
    let mut rest = part;
    while let Some((before, behind)) = rest.split_once('{') {
        out.push_str(before);
        let unknown = || PathProblem::Unknown(behind.to_owned());
        let (word, after) = behind.split_once('}').ok_or_else(unknown)?;
        let value = values.iter().find(|(name, _)| *name == word);
        let (name, value) = value.ok_or_else(|| PathProblem::Unknown(format!("{word}}}")))?;
        out.push_str(value);
        rest = after;
        if value.is_empty() {
            absent = Some(*name);
            match after.strip_prefix(['-', '_']) {
                Some(after) => rest = after,
                None => out.truncate(out.trim_end_matches(['-', '_']).len()),
            }
        }
    }
    out.push_str(rest);
    match absent {
        Some(name) if out.is_empty() || out.starts_with('.') => Err(PathProblem::Absent(name)),
        _ => Ok(out),
    }
}

fn safe(part: String) -> Result<String, PathProblem> {
    let is_safe = |c: &char| c.is_ascii_alphanumeric() || "-_.+".contains(*c);
    if let Some(letter) = part.chars().find(|c| !is_safe(c)) {
        return Err(PathProblem::Letter(letter));
    }
    if matches!(part.as_str(), "" | "." | "..") {
        return Err(PathProblem::Elsewhere);
    }
    let stem = part.split('.').next().unwrap_or(&part).to_ascii_lowercase();
    let is_reserved = is_device_name(&stem)
        || part.eq_ignore_ascii_case(".git")
        || part.starts_with('-')
        || part.ends_with('.');
    match is_reserved {
        true => Err(PathProblem::Reserved(part)),
        false if part.len() > LONGEST_PART => Err(PathProblem::TooLong),
        false => Ok(part),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(title: &str, date: &str, reference: &str) -> Postmortem {
        let mut document = Postmortem::default();
        document.overview.title = title.to_owned();
        document.overview.reference = reference.to_owned();
        document.summary.start.date = date.into();
        document
    }

    #[test]
    fn a_pattern_is_filled_in() {
        let known = document("Postmortem: search down", "2024-05-03", "INC 204/b");
        let bare = document("", "soon", "");
        for (pattern, path, bare_path) in [
            (
                "",
                "docs/postmortems/2024-05-03-search-down.md",
                "docs/postmortems/postmortem.md",
            ),
            (
                "./a/{date}-{slug}.md",
                "a/2024-05-03-search-down.md",
                "a/postmortem.md",
            ),
            ("a/", "a/2024-05-03-search-down.md", "a/postmortem.md"),
            (
                "{slug}_{date}.markdown",
                "search-down_2024-05-03.markdown",
                "postmortem.markdown",
            ),
            (
                "PM-{reference}-{slug}.md",
                "PM-inc-204-b-search-down.md",
                "PM-postmortem.md",
            ),
            (
                "y{year}/{slug}/index.md",
                "y2024/search-down/index.md",
                "y/postmortem/index.md",
            ),
            (
                ".github/{slug}.md",
                ".github/search-down.md",
                ".github/postmortem.md",
            ),
        ] {
            let is = |document| repo_path(pattern, document).map(|path| path.0);
            assert_eq!(is(&known).as_deref(), Ok(path), "{pattern}");
            assert_eq!(is(&bare).as_deref(), Ok(bare_path), "{pattern}");
        }
        let path = repo_path("", &known).unwrap();
        assert_eq!(path.name(), file_name(&known));
        assert_eq!(path.folder(), Some("docs/postmortems"));
        assert_eq!(path.numbered(2).name(), "2024-05-03-search-down-2.md");
        assert_eq!(repo_path("a.md", &known).unwrap().folder(), None);
    }

    #[test]
    fn a_path_leads_nowhere_else_and_every_system_can_hold_it() {
        use PathProblem::{
            Absent, Absolute, Elsewhere, Letter, NotMarkdown, Reserved, TooLong, Unknown,
        };
        let long = format!("{}/a.md", "x".repeat(151));
        let deep = format!("{}a.md", "folder/".repeat(60));
        let bare = document("", "", "");
        for (pattern, problem) in [
            ("/etc/a.md", Absolute),
            ("~/a.md", Absolute),
            ("C:/a.md", Absolute),
            ("\\\\x\\a.md", Absolute),
            ("a//b.md", Elsewhere),
            ("../../x.md", Elsewhere),
            ("a/./b.md", Elsewhere),
            ("a b.md", Letter(' ')),
            ("a\\b.md", Letter('\\')),
            ("a/ü.md", Letter('ü')),
            ("%2e%2e/x.md", Letter('%')),
            ("a/\u{202e}.md", Letter('\u{202e}')),
            ("{Date}.md", Unknown("Date}".to_owned())),
            ("{slug.md", Unknown("slug.md".to_owned())),
            ("{slug}}.md", Letter('}')),
            ("{date}.md", Absent("date")),
            ("{year}/{slug}.md", Absent("year")),
            ("{reference}/{slug}.md", Absent("reference")),
            (".GIT/a.md", Reserved(".GIT".to_owned())),
            ("a/CON.md", Reserved("CON.md".to_owned())),
            ("com1/a.md", Reserved("com1".to_owned())),
            ("a./b.md", Reserved("a.".to_owned())),
            ("-rf/b.md", Reserved("-rf".to_owned())),
            ("a/.b.md", Reserved(".b.md".to_owned())),
            ("a/b", NotMarkdown),
            ("a/b.html", NotMarkdown),
            (&long, TooLong),
            (&deep, TooLong),
        ] {
            let path = repo_path(pattern, &bare);
            assert_eq!(path, Err(problem), "{pattern}");
        }
    }

    #[test]
    fn no_title_makes_a_path_unsafe() {
        for title in [
            "../../x",
            "con",
            "a/b\\c",
            "   ",
            "-rf",
            ".git",
            "\u{202e}gpj",
            "漢字",
        ] {
            let document = document(title, "", title);
            let path = repo_path("a/x{reference}-{slug}.md", &document);
            assert!(path.is_ok(), "{title}: {path:?}");
        }
    }
}
