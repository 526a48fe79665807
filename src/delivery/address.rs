//! Addresses of pages on which a person makes a file or an issue. Nothing of the document stands in
//! the address of a new file but its path: an address ends up in histories and logs, and is short.

use super::path::RepoPath;
use super::repo::{Forge, Repo};
use crate::postmortem::{ActionItem, Postmortem, one_line};

/// The longest address of a new issue, in bytes: every browser, proxy and site takes 2,000.
const LONGEST: usize = 1999;

/// An issue to be made: what stands in its form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// One line.
    pub title: String,
    /// Markdown.
    pub body: String,
}

/// The page on which the repo takes a new file at that path.
pub fn new_file_address(repo: &Repo, path: &RepoPath) -> String {
    let base = base(repo);
    let branch = joined(&repo.branch);
    let file = encoded(path.as_str());
    match repo.forge {
        Forge::GitHub => format!("{base}/new/{branch}?filename={file}"),
        Forge::GitLab => format!("{base}/-/new/{branch}?file_name={file}"),
        Forge::Gitea => {
            let folder = path.folder().map(|folder| format!("/{folder}"));
            let folder = folder.unwrap_or_default();
            format!(
                "{base}/_new/{branch}{folder}?filename={}",
                encoded(path.name())
            )
        }
    }
}

/// The page on which the repo takes a new issue, filled in. Of a long text the start stands there.
pub fn new_issue_address(repo: &Repo, issue: &Issue) -> String {
    let base = base(repo);
    let (start, between) = match repo.forge {
        Forge::GitHub | Forge::Gitea => (format!("{base}/issues/new?title="), "&body="),
        Forge::GitLab => (
            format!("{base}/-/issues/new?issue%5Btitle%5D="),
            "&issue%5Bdescription%5D=",
        ),
    };
    let room = LONGEST.saturating_sub(start.len() + between.len());
    let title = encoded_within(&issue.title, room / 2);
    let body = encoded_within(&issue.body, room - title.len());
    format!("{start}{title}{between}{body}")
}

/// An issue for each action item that no ticket follows yet.
pub fn issues(document: &Postmortem) -> Vec<Issue> {
    let items = document.follow_up.action_items.iter();
    let is_open = |item: &&ActionItem| {
        !item.text.trim().is_empty() && item.ticket.trim().is_empty() && !is_settled(item)
    };
    items
        .filter(is_open)
        .map(|item| issue(item, document))
        .collect()
}

fn is_settled(item: &ActionItem) -> bool {
    use crate::postmortem::ActionStatus::{Declined, Done};
    matches!(item.status.known(), Some(Done | Declined))
}

fn issue(item: &ActionItem, document: &Postmortem) -> Issue {
    let text = item.text.trim();
    let first = text.lines().next().unwrap_or_default();
    let facts = [
        ("Owner", one_line(&item.owner)),
        ("Due", item.due.text()),
        ("Kind", item.kind.text()),
        ("Priority", item.priority.text()),
        ("From", one_line(&document.overview.title)),
        ("Reference", one_line(&document.overview.reference)),
    ];
    let mut body = String::new();
    if text.lines().nth(1).is_some() {
        body.push_str(&format!("{text}\n\n"));
    }
    for (name, fact) in facts.iter().filter(|(_, fact)| !fact.is_empty()) {
        body.push_str(&format!("- {name}: {fact}\n"));
    }
    Issue {
        title: one_line(first),
        body,
    }
}

fn base(repo: &Repo) -> String {
    format!("{}/{}", repo.site, joined(&repo.path))
}

/// Parts of a path, which may be encoded already as they were copied.
fn joined(parts: &[String]) -> String {
    let parts = parts.iter().map(|part| {
        let is_encoded = part.contains('%');
        if is_encoded {
            part.clone()
        } else {
            encoded(part)
        }
    });
    parts.collect::<Vec<_>>().join("/")
}

/// A text in an address (RFC 3986). Slashes stay: in a query they mean nothing.
fn encoded(text: &str) -> String {
    encoded_within(text, usize::MAX)
}

/// The same, cut after a whole letter where it is longer than so many bytes; then it ends in `…`.
fn encoded_within(text: &str, room: usize) -> String {
    const MORE: &str = "%E2%80%A6";
    let mut out = String::new();
    let mut end = 0;
    for letter in text.chars() {
        let mut bytes = [0; 4];
        let plain = letter.is_ascii_alphanumeric() || "-_.~/".contains(letter);
        match plain {
            true => out.push(letter),
            false => {
                for byte in letter.encode_utf8(&mut bytes).bytes() {
                    out.push_str(&format!("%{byte:02X}"));
                }
            }
        }
        if out.len() > room {
            out.truncate(end);
            out.push_str(MORE);
            return out;
        }
        if out.len() + MORE.len() <= room {
            end = out.len();
        }
    }
    out
}
