//! Into a repo: a patch, lines for a shell, the new-file page of the site, issues.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::refused;
use crate::browser;
use crate::delivery::{
    Author, DEFAULT_PATTERN, Patch, Repo, RepoPath, SentAt, commit_message, issues,
    new_file_address, new_issue_address, repo_path, shell_lines,
};
use crate::editor::open_draft::Editor;
use crate::editor::session::Session;
use crate::postmortem::Postmortem;

/// What a person says once about the repo that documents go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepoSetting {
    /// The pattern of the path.
    Path,
    /// The address of the repo.
    Address,
    /// Whom the commit of a patch is by.
    Author,
}

impl RepoSetting {
    /// Every setting, in the order of the dialog.
    pub const ALL: [Self; 3] = [Self::Path, Self::Address, Self::Author];

    /// The setting in identifiers: one word.
    pub fn key(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Address => "address",
            Self::Author => "author",
        }
    }

    /// The label of its input.
    pub fn label(self) -> &'static str {
        match self {
            Self::Path => "Path in the repo",
            Self::Address => "Address of the repo",
            Self::Author => "Author of the commit",
        }
    }

    /// A sample of it.
    pub fn sample(self) -> &'static str {
        match self {
            Self::Path => DEFAULT_PATTERN,
            Self::Address => "https://github.com/owner/repo",
            Self::Author => "Name <mail@example.com>",
        }
    }
}

/// A way into a repo that takes one click.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepoWay {
    /// A mail that `git am` takes.
    Patch,
    /// Lines for a shell, on the clipboard.
    ShellLines,
    /// The site's page for a new file, with the Markdown on the clipboard.
    NewFile,
}

impl RepoWay {
    /// Every way that this browser has, in the order of the dialog.
    pub fn offered() -> Vec<Self> {
        match browser::has_clipboard() {
            true => vec![Self::Patch, Self::ShellLines, Self::NewFile],
            false => vec![Self::Patch],
        }
    }

    /// What stands on its button.
    pub fn label(self) -> &'static str {
        match self {
            Self::Patch => "Download a patch",
            Self::ShellLines => "Copy shell lines",
            Self::NewFile => "Copy Markdown and open the new-file page",
        }
    }
}

impl Session {
    /// What was said about the repo, as typed.
    pub fn repo_setting(self, setting: RepoSetting) -> String {
        self.ways_out.setting(setting).get()
    }

    /// Says something about the repo, for every draft. Of addresses only those are kept that are
    /// understood: half an address may be half a password.
    pub fn set_repo_setting(self, setting: RepoSetting, text: String) {
        let is_kept = setting != RepoSetting::Address || Repo::parse(&text).is_ok();
        let kept = if is_kept { text.as_str() } else { "" };
        browser::store_repo_setting(setting.key(), kept);
        self.ways_out.setting(setting).set(text);
    }
}

impl Editor {
    /// What follows from what was said about the repo, or what is wrong with it.
    pub fn repo_note(self, setting: RepoSetting) -> String {
        match (setting, self.repo_problem(setting)) {
            (RepoSetting::Author, None) if self.session.repo_setting(setting).is_empty() => {
                "For the patch; without one, the first author of this postmortem and no address"
                    .to_owned()
            }
            (_, Some(problem)) => problem,
            (RepoSetting::Path, None) => self
                .repo_path()
                .map(|path| format!("This postmortem: {}", path.as_str()))
                .unwrap_or_default(),
            (RepoSetting::Address, None) => self.new_file_address().unwrap_or_default(),
            (RepoSetting::Author, None) => String::new(),
        }
    }

    /// Whether what was said about the repo cannot be used.
    pub fn is_repo_setting_unclear(self, setting: RepoSetting) -> bool {
        self.repo_problem(setting).is_some()
            && !self.session.repo_setting(setting).trim().is_empty()
    }

    /// Takes a way into the repo.
    pub fn deliver(self, way: RepoWay) {
        let taken = match way {
            RepoWay::Patch => self.download_patch(),
            RepoWay::ShellLines => self.copy_shell_lines(),
            RepoWay::NewFile => self.open_new_file_page(),
        };
        if let Err(problem) = taken {
            self.session.ways_out.tell(problem);
        }
    }

    /// For each action item that has no ticket, its text and the page that makes one of it. None
    /// where the repo is not known.
    pub fn new_issues(self) -> Vec<(String, String)> {
        let Ok(repo) = self.repo() else {
            return Vec::new();
        };
        let issues = self.document.with(issues).into_iter();
        issues
            .map(|issue| {
                let address = new_issue_address(&repo, &issue);
                (issue.title, address)
            })
            .collect()
    }

    /// Where in the repo the document goes.
    pub(super) fn repo_path(self) -> Result<RepoPath, String> {
        let pattern = self.session.repo_setting(RepoSetting::Path);
        let path = |document: &Postmortem| Some(repo_path(&pattern, document));
        let path = self.document.with(path).ok_or_else(closed)?;
        path.map_err(|problem| problem.to_string())
    }

    fn repo(self) -> Result<Repo, String> {
        let address = self.session.repo_setting(RepoSetting::Address);
        Repo::parse(&address).map_err(|problem| problem.to_string())
    }

    fn author(self) -> Result<Author, String> {
        let author = self.session.repo_setting(RepoSetting::Author);
        match author.trim() {
            "" => {
                let author = |document: &Postmortem| Some(Author::of(document));
                self.document.with(author).ok_or_else(closed)
            }
            author => Author::parse(author).map_err(|problem| problem.to_string()),
        }
    }

    fn new_file_address(self) -> Result<String, String> {
        Ok(new_file_address(&self.repo()?, &self.repo_path()?))
    }

    fn repo_problem(self, setting: RepoSetting) -> Option<String> {
        match setting {
            RepoSetting::Path => self.repo_path().err(),
            RepoSetting::Address => self.repo().err(),
            RepoSetting::Author => self.author().err(),
        }
    }

    fn download_patch(self) -> Result<(), String> {
        let (path, author, text) = (self.repo_path()?, self.author()?, self.finished());
        let patch = Patch {
            path: &path,
            text: &text,
            author: &author,
            at: SentAt {
                seconds: i64::try_from(browser::now().0 / 1000).unwrap_or_default(),
                offset_minutes: browser::minutes_ahead_of_utc(),
            },
            message: &self.document.with(commit_message),
        };
        let name = format!("{}.patch", self.stem());
        self.offer_file(&name, "text/x-patch", &patch.to_mail())?;
        self.tell_way(format!(
            "{name} is on its way to your downloads. In the repo, run: git am ~/Downloads/{name}"
        ));
        Ok(())
    }

    fn copy_shell_lines(self) -> Result<(), String> {
        let (path, text, download) = (self.repo_path()?, self.finished(), self.file_name());
        let message = self.document.with(commit_message);
        let lines = shell_lines(&path, &text, &message, &download);
        let has_text = lines.contains(&text);
        spawn_local(async move {
            match browser::copy_text(&lines).await {
                Ok(()) if has_text => self.tell_way(
                    "The shell lines are on the clipboard. Paste them at the root of the repo"
                        .to_owned(),
                ),
                Ok(()) => self.session.ways_out.tell(
                    "The shell lines are on the clipboard. They move the file out of your \
                     downloads: press Download before you paste them at the root of the repo",
                ),
                Err(reason) => self.session.ways_out.tell(refused(&reason)),
            }
        });
        Ok(())
    }

    fn open_new_file_page(self) -> Result<(), String> {
        let (address, text) = (self.new_file_address()?, self.finished());
        spawn_local(async move {
            match browser::copy_text(&text).await {
                Ok(()) => {
                    browser::open_page(&address);
                    self.tell_way(
                        "The Markdown is on the clipboard. Paste it into the page that has opened; \
                         its name is filled in"
                            .to_owned(),
                    );
                }
                Err(reason) => self.session.ways_out.tell(refused(&reason)),
            }
        });
        Ok(())
    }
}

fn closed() -> String {
    "This draft is closed. Nothing was changed: open it again".to_owned()
}
