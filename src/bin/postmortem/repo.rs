//! Verbs for those who keep postmortems in a repo or follow action items in a tracker.

use std::path::Path;
use std::time::SystemTime;

use postmortem_editor::delivery::{
    Author, CsvCells, DEFAULT_PATTERN, Patch, SentAt, action_items_csv, commit_message, repo_path,
};
use postmortem_editor::markdown;

use super::{Answer, input, notes, output};

/// What the commit of a patch is like.
#[derive(clap::Args)]
pub(super) struct Commit {
    /// Where in the repo the file goes; {date}, {year}, {slug} and {reference} stand for what the
    /// postmortem says.
    #[arg(long, value_name = "PATTERN", default_value = DEFAULT_PATTERN)]
    path: String,
    /// Whom the commit is by, instead of the first author of the postmortem.
    #[arg(long, value_name = "NAME <MAIL>", value_parser = author)]
    author: Option<Author>,
    /// When it was made, instead of now: 2024-09-17 or 2024-09-17T11:47:00+02:00.
    #[arg(long, value_name = "DATE", value_parser = date, allow_hyphen_values = true)]
    date: Option<SentAt>,
}

/// A patch that adds the file as it is.
pub(super) fn patch(file: &Path, commit: &Commit, output: Option<&Path>) -> Answer {
    let text = match input::text_of(file) {
        Ok(text) => text,
        Err(problem) => return Answer::problem(problem),
    };
    let reading = markdown::read(&text);
    let document = &reading.document;
    let path = match repo_path(&commit.path, document) {
        Ok(path) => path,
        Err(problem) => {
            return Answer::problem(format!("{problem}. Nothing was changed."));
        }
    };
    let author = commit.author.clone();
    let patch = Patch {
        path: &path,
        text: &text,
        author: &author.unwrap_or_else(|| Author::of(document)),
        at: commit.date.unwrap_or_else(now),
        message: &commit_message(document),
    };
    let mail = patch.to_mail();
    let mut answer = Answer {
        notes: notes(file, &reading.notes),
        ..Answer::default()
    };
    match output.filter(|output| !input::is_standard_input(output)) {
        // The text that the patch was made from would be gone.
        Some(output) if output == file => answer.problems.push(format!(
            "\u{201c}{}\u{201d} is the file that was read. Nothing was changed. Write to another \
             file.",
            output.display()
        )),
        Some(output) => answer
            .problems
            .extend(output::save(output, &mail, file).err()),
        None => answer.text = mail,
    }
    answer
}

/// The action items as CSV.
pub(super) fn csv(file: &Path, is_raw: bool) -> Answer {
    let cells = match is_raw {
        true => CsvCells::AsTyped,
        false => CsvCells::Safe,
    };
    match input::text_of(file) {
        Ok(text) => {
            let reading = markdown::read(&text);
            Answer {
                text: action_items_csv(&reading.document, cells),
                notes: notes(file, &reading.notes),
                ..Answer::default()
            }
        }
        Err(problem) => Answer::problem(problem),
    }
}

/// Now, by the clock of UTC.
fn now() -> SentAt {
    let passed = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let seconds = passed.map(|passed| passed.as_secs()).unwrap_or_default();
    SentAt {
        seconds: i64::try_from(seconds).unwrap_or_default(),
        offset_minutes: 0,
    }
}

fn author(text: &str) -> Result<Author, String> {
    Author::parse(text).map_err(|problem| problem.to_string())
}

fn date(text: &str) -> Result<SentAt, &'static str> {
    SentAt::parse(text).ok_or("write it as 2024-09-17 or 2024-09-17T11:47:00+02:00")
}
