//! The command: what can be asked for, and what is answered.
//!
//! Each verb makes an answer without printing any of it, so that there is one place that prints
//! and one that says how it went.

mod check;
mod index;
mod input;
mod locate;
mod output;
mod repo;
mod report;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};
use postmortem_editor::facts::{Facts, FileFacts};
use postmortem_editor::markdown::{self, Note, NoteKind, WriteOptions};
use postmortem_editor::postmortem::{Postmortem, example};
use postmortem_editor::template::{TEMPLATES, TemplateId};

const EXIT_CODES: &str = "Exit codes:
  0  it worked
  1  a file could not be read, or the answer could not be written
  2  the command was not understood";

const CHECK_EXIT_CODES: &str = "Exit codes:
  0  nothing to fix: no finding, or only hints and what is waived
  1  a file could not be read, or the answer could not be written
  2  the command was not understood
  3  something is missing, inconsistent or private
  4  something is unclear, and nothing worse";

/// Read and rewrite postmortems: those of the Postmortem Editor, and any other in Markdown.
#[derive(Parser)]
#[command(name = "postmortem", version, after_help = EXIT_CODES)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Show the facts of postmortems.
    #[command(after_help = EXIT_CODES)]
    Show {
        /// Print JSON: dates YYYY-MM-DD, times HH:MM, what is absent null; for several files an array.
        #[arg(long)]
        json: bool,
        /// The Markdown files; - is standard input.
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
    },
    /// Write a postmortem as Markdown that the editor reads back field by field.
    #[command(after_help = EXIT_CODES)]
    Convert {
        /// The template to write it in, instead of the one that it seems to follow.
        #[arg(long, value_name = "ID", value_parser = ids())]
        template: Option<String>,
        /// End the timeline with a table of the response times.
        #[arg(long)]
        response_times: bool,
        /// End the timeline with a Mermaid diagram of the incident.
        #[arg(long)]
        diagram: bool,
        /// Write only the key events of the timeline, and how many others there are.
        #[arg(long)]
        short: bool,
        /// The Markdown file; - is standard input.
        file: PathBuf,
        /// The file to write, instead of standard output. That of the same name is replaced, whole
        /// or not at all.
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
    },
    /// Write a postmortem as an HTML page that runs nothing and loads nothing.
    #[command(after_help = EXIT_CODES)]
    Html {
        /// The Markdown file; - is standard input.
        file: PathBuf,
    },
    /// Say what is missing, inconsistent or unclear, with the line and the column in the file.
    #[command(after_help = CHECK_EXIT_CODES)]
    Check {
        /// The template whose rules apply, instead of the one that each file seems to follow.
        #[arg(long, value_name = "NAME", value_parser = ids())]
        template: Option<String>,
        /// How the findings are printed.
        #[arg(long, value_enum, default_value_t = check::Format::Text)]
        format: check::Format,
        /// Look also for what is not for everyone's eyes: addresses, inner hosts, names.
        #[arg(long)]
        public: bool,
        /// The Markdown files; - is standard input.
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
    },
    /// Print a Markdown table of the postmortems in a folder, the newest first.
    ///
    /// Files that end in .md or .markdown and stand right in the folder are looked at. One counts
    /// as a postmortem when it tells at least two of four things: what happened, when, why, what
    /// will be done. The others are left out, with a note.
    #[command(after_help = EXIT_CODES)]
    Index {
        /// The folder.
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Write a patch that adds a postmortem to a repo, word for word: `git am` takes it.
    #[command(after_help = EXIT_CODES)]
    Patch {
        #[command(flatten)]
        commit: repo::Commit,
        /// The Markdown file; - is standard input.
        file: PathBuf,
        /// The file to write, instead of standard output. That of the same name is replaced, whole
        /// or not at all.
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
    },
    /// Write the action items of a postmortem as CSV, safe for spreadsheets.
    #[command(after_help = EXIT_CODES)]
    Csv {
        /// Put no apostrophe before what a spreadsheet would compute.
        #[arg(long)]
        raw: bool,
        /// The Markdown file; - is standard input.
        file: PathBuf,
    },
    /// List the templates: identifier, name, whom it suits.
    Templates,
    /// Print a finished example postmortem as Markdown.
    WriteExample {
        /// The template to write it in.
        #[arg(long, value_name = "ID", default_value_t = TemplateId::default().0, value_parser = ids())]
        template: String,
    },
}

/// What a verb has to say.
#[derive(Default)]
struct Answer {
    /// What was asked for.
    text: String,
    /// What a person should know about how a file was read.
    notes: Vec<String>,
    /// What went wrong, and what to do.
    problems: Vec<String>,
    /// How the process ends where nothing went wrong.
    code: u8,
}

/// Does what the command line asks for.
pub(crate) fn run() -> ExitCode {
    let mut answer = match Arguments::parse().verb {
        Verb::Show { json, files } => show(&files, json),
        Verb::Convert {
            template,
            response_times,
            diagram,
            short,
            file,
            output,
        } => {
            let options = WriteOptions {
                has_response_times: response_times,
                has_diagram: diagram,
                is_short: short,
                ..WriteOptions::default()
            };
            convert(&file, template, options, output.as_deref())
        }
        Verb::Html { file } => html(&file),
        Verb::Check {
            template,
            format,
            public,
            files,
        } => {
            refuse_twice(&files);
            check::check(&files, template.as_deref(), public, format)
        }
        Verb::Index { folder } => index::index(&folder),
        Verb::Patch {
            commit,
            file,
            output,
        } => repo::patch(&file, &commit, output.as_deref()),
        Verb::Csv { raw, file } => repo::csv(&file, raw),
        Verb::Templates => templates().into(),
        Verb::WriteExample { template } => {
            markdown::write(&example(), TemplateId(template).template()).into()
        }
    };
    answer.problems.extend(output::print(&answer.text).err());
    output::say("note", &answer.notes);
    output::say("error", &answer.problems);
    match answer.problems.is_empty() {
        true => ExitCode::from(answer.code),
        false => ExitCode::FAILURE,
    }
}

/// Ends the process where standard input is asked for more than once.
fn refuse_twice(files: &[PathBuf]) {
    let is_standard_input = |file: &&PathBuf| input::is_standard_input(file);
    if files.iter().filter(is_standard_input).count() > 1 {
        let problem = "standard input can be read only once: give - one time";
        Arguments::command()
            .error(ErrorKind::ArgumentConflict, problem)
            .exit();
    }
}

/// The facts of each file that can be read; the others are problems, and stop nothing.
fn show(files: &[PathBuf], as_json: bool) -> Answer {
    refuse_twice(files);
    let mut answer = Answer::default();
    let mut all = Vec::new();
    for file in files {
        match input::text_of(file) {
            Ok(text) => all.push(FileFacts {
                file: file.display().to_string(),
                facts: Facts::new(&markdown::read(&text)),
            }),
            Err(problem) => answer.problems.push(problem),
        }
    }
    match (&*all, as_json, files.len()) {
        ([], false, _) | ([], true, 1) => {}
        ([one], false, 1) => answer.text = one.facts.to_string(),
        ([one], true, 1) => answer.put_json(serde_json::to_string_pretty(&one.facts)),
        (all, true, _) => answer.put_json(serde_json::to_string_pretty(all)),
        (all, false, _) => {
            let texts: Vec<String> = all.iter().map(ToString::to_string).collect();
            answer.text = texts.join("\n");
        }
    }
    answer
}

fn convert(
    file: &Path,
    template: Option<String>,
    options: WriteOptions,
    output: Option<&Path>,
) -> Answer {
    if options.is_short && output == Some(file) && !input::is_standard_input(file) {
        return Answer::problem(format!(
            "\u{201c}{}\u{201d} would lose the events that a short text leaves out. Nothing was \
             changed. Write to another file.",
            file.display()
        ));
    }
    let text = match input::text_of(file) {
        Ok(text) => text,
        Err(problem) => return Answer::problem(problem),
    };
    let reading = markdown::read(&text);
    let template = template.map_or(reading.template, |id| TemplateId(id).template());
    let written = markdown::write_with(&reading.document, template, options);
    let mut answer = Answer {
        notes: notes(file, &reading.notes),
        ..Answer::default()
    };
    if options.is_short {
        answer.notes.push(shortness(file, &reading.document));
    }
    match output.filter(|output| !input::is_standard_input(output)) {
        None => answer.text = written,
        Some(output) => answer
            .problems
            .extend(output::save(output, &written, file).err()),
    }
    answer
}

fn shortness(file: &Path, document: &Postmortem) -> String {
    let name = input::name_of(file);
    match markdown::left_out(document) {
        None => format!("{name}: nothing is left out: no event is marked as key, or all are"),
        Some(1) => format!("{name}: 1 event is left out"),
        Some(count) => format!("{name}: {count} events are left out"),
    }
}

fn html(file: &Path) -> Answer {
    match input::text_of(file) {
        Ok(text) => {
            let reading = markdown::read(&text);
            Answer {
                text: markdown::to_page(&reading.document, reading.template),
                notes: notes(file, &reading.notes),
                ..Answer::default()
            }
        }
        Err(problem) => Answer::problem(problem),
    }
}

fn notes(file: &Path, notes: &[Note]) -> Vec<String> {
    let name = input::name_of(file);
    let news = notes.iter().filter(|note| note.kind != NoteKind::Placed);
    let lines = news.map(|note| format!("{name}: {}", note.message));
    lines.collect()
}

fn templates() -> String {
    let width = TEMPLATES
        .iter()
        .map(|template| template.id.len())
        .max()
        .unwrap_or(0);
    TEMPLATES
        .iter()
        .map(|template| {
            format!(
                "{:<width$}  {}: {}\n",
                template.id, template.name, template.about
            )
        })
        .collect()
}

fn ids() -> PossibleValuesParser {
    PossibleValuesParser::new(TEMPLATES.iter().map(|template| template.id))
}

impl Answer {
    fn problem(problem: String) -> Self {
        Self {
            problems: vec![problem],
            ..Self::default()
        }
    }

    fn put_json(&mut self, json: serde_json::Result<String>) {
        match json {
            Ok(json) => self.text = json + "\n",
            Err(error) => self.problems.push(format!(
                "The answer could not be put into JSON: {error}. Nothing was changed. Ask for it as text."
            )),
        }
    }
}

impl From<String> for Answer {
    fn from(text: String) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }
}
