//! Where a repo lives, from an address as people copy it: a web page or what `git clone` takes.

use std::fmt;

/// The kinds of sites whose pages are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forge {
    /// github.com and GitHub Enterprise.
    GitHub,
    /// gitlab.com and GitLab elsewhere.
    GitLab,
    /// Gitea and Forgejo, such as codeberg.org.
    Gitea,
}

/// A repo on such a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repo {
    /// What kind of site.
    pub forge: Forge,
    /// Its address: scheme and host, and the port where there is one.
    pub(super) site: String,
    /// The repo on it: owner and name; on GitLab also groups.
    pub(super) path: Vec<String>,
    /// The branch, in parts.
    pub(super) branch: Vec<String>,
}

/// What is wrong with an address. Shown as what to write instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepoProblem {
    /// There is none.
    Blank,
    /// It is no address of a repo.
    NotARepo,
    /// It holds a password or a token.
    Secret,
    /// The site is of a kind that the address does not tell.
    UnknownSite,
}

impl fmt::Display for RepoProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Blank => {
                "Write the address of the repo, such as https://github.com/owner/repo, to open its \
                 new-file page"
            }
            Self::NotARepo => {
                "This is not the address of a repo. Copy it from the browser or from git remote -v, \
                 such as https://github.com/owner/repo"
            }
            Self::Secret => {
                "This address holds a password or a token. Take out what stands before the @; the \
                 address is not kept"
            }
            Self::UnknownSite => {
                "This could be GitHub, GitLab or Gitea. Open the branch on the site and copy the \
                 address of that page: it has /tree/, /-/tree/ or /src/branch/ in it"
            }
        })
    }
}

impl Repo {
    /// Reads `https://host/owner/repo`, also of the page of a branch; `git@host:owner/repo.git`;
    /// `ssh://git@host/owner/repo`; `host/owner/repo`. Without a branch it is `main`.
    ///
    /// # Errors
    /// [`RepoProblem`] says what to write instead.
    pub fn parse(address: &str) -> Result<Self, RepoProblem> {
        let address = address.trim();
        if address.is_empty() {
            return Err(RepoProblem::Blank);
        }
        let (site, host, rest) = split(address)?;
        let rest = rest.split(['?', '#']).next().unwrap_or_default();
        let mut parts: Vec<String> = Vec::new();
        for part in rest.split('/').filter(|part| !part.is_empty()) {
            let is_name = |c: char| c.is_alphanumeric() || "-_.~+@%".contains(c);
            if matches!(part, "." | "..") || !part.chars().all(is_name) {
                return Err(RepoProblem::NotARepo);
            }
            parts.push(part.to_owned());
        }
        let page = Page::of(&parts);
        let forge = page
            .forge
            .or_else(|| forge_of(&host))
            .or((page.is_tree).then_some(Forge::GitHub))
            .ok_or(RepoProblem::UnknownSite);
        let (path, branch) = (page.path, page.branch);
        let mut path = path.to_vec();
        if let Some(last) = path.last_mut() {
            last.truncate(last.strip_suffix(".git").unwrap_or(last).len());
        }
        let fits = match forge {
            Ok(Forge::GitLab) => path.len() >= 2,
            _ => path.len() == 2,
        };
        if !fits || path.iter().any(String::is_empty) {
            return Err(RepoProblem::NotARepo);
        }
        Ok(Self {
            forge: forge?,
            site,
            path,
            branch: match branch {
                [] => vec!["main".to_owned()],
                branch => branch.to_vec(),
            },
        })
    }

    /// What to call it: `owner/repo`.
    pub fn name(&self) -> String {
        self.path.join("/")
    }
}

/// Scheme with host, host, and what stands behind them.
fn split(address: &str) -> Result<(String, String, &str), RepoProblem> {
    let (scheme, rest) = match address.split_once("://") {
        Some((scheme, rest)) => (scheme.to_ascii_lowercase(), rest),
        None => (String::new(), address),
    };
    let is_web = matches!(scheme.as_str(), "http" | "https");
    let (server, path) = match rest.split_once('/') {
        // As ssh writes it: a colon before the path, and no port.
        _ if scheme.is_empty() && is_scp(rest) => rest.split_once(':').unwrap_or((rest, "")),
        Some(parts) => parts,
        None => (rest, ""),
    };
    let (user, server) = server.rsplit_once('@').unwrap_or(("", server));
    if user.contains(':') || is_web && !user.is_empty() {
        return Err(RepoProblem::Secret);
    }
    let (host, port) = match server.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (server, None),
    };
    let is_host = host.contains('.') || host == "localhost";
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    let is_port =
        |port: &str| (1..=5).contains(&port.len()) && port.bytes().all(|b| b.is_ascii_digit());
    if !is_host || !host.chars().all(is_letter) || port.is_some_and(|port| !is_port(port)) {
        return Err(RepoProblem::NotARepo);
    }
    let host = host.to_ascii_lowercase();
    let site = match (scheme.as_str(), port) {
        ("http" | "https", Some(port)) => format!("{scheme}://{host}:{port}"),
        ("http" | "https", None) => format!("{scheme}://{host}"),
        ("", Some(port)) => format!("https://{host}:{port}"),
        // The port of another way in says nothing about that of the pages.
        ("" | "ssh" | "git" | "git+ssh", _) => format!("https://{host}"),
        _ => return Err(RepoProblem::NotARepo),
    };
    Ok((site, host, path))
}

/// Whether an address without a scheme is of the form `git@host:path`.
fn is_scp(address: &str) -> bool {
    let (before, after) = address.split_once(':').unwrap_or((address, ""));
    let is_port = after
        .split('/')
        .next()
        .is_some_and(|port| !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()));
    !after.is_empty() && !after.contains('@') && !before.contains('/') && !is_port
}

/// What the path of a page tells.
struct Page<'a> {
    forge: Option<Forge>,
    path: &'a [String],
    branch: &'a [String],
    /// Whether it is the page of a branch as GitHub has it, which old sites of GitLab have too.
    is_tree: bool,
}

impl<'a> Page<'a> {
    fn of(parts: &'a [String]) -> Self {
        let from = |at: usize| parts.get(at..).unwrap_or_default();
        let before = |at: usize| parts.get(..at).unwrap_or_default();
        let is = |at: usize, word: &str| parts.get(at).is_some_and(|part| part == word);
        if let Some(at) = parts.iter().position(|part| part == "-") {
            let branch = if is(at + 1, "tree") {
                from(at + 2)
            } else {
                &[]
            };
            return Self {
                forge: Some(Forge::GitLab),
                path: before(at),
                branch,
                is_tree: false,
            };
        }
        if is(2, "src") && is(3, "branch") {
            return Self {
                forge: Some(Forge::Gitea),
                path: before(2),
                branch: from(4),
                is_tree: false,
            };
        }
        let is_tree = is(2, "tree") && parts.len() > 3;
        Self {
            forge: None,
            path: if is_tree { before(2) } else { parts },
            branch: if is_tree { from(3) } else { &[] },
            is_tree,
        }
    }
}

/// The kind of site that the name of its host tells.
fn forge_of(host: &str) -> Option<Forge> {
    const NAMES: &[(&str, Forge)] = &[
        ("github", Forge::GitHub),
        ("gitlab", Forge::GitLab),
        ("gitea", Forge::Gitea),
        ("forgejo", Forge::Gitea),
        ("codeberg", Forge::Gitea),
    ];
    let name = NAMES.iter().find(|(name, _)| host.contains(name));
    name.map(|(_, forge)| *forge)
}
