//! The command: what can be asked for, the files that are read, what is printed.
//!
//! Reads files and never writes one: what it makes goes to standard output.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::{Parser, Subcommand};
use postmortem_editor::facts::Facts;
use postmortem_editor::markdown;
use postmortem_editor::postmortem::example;
use postmortem_editor::template::{TEMPLATES, TemplateId};

const EXIT_CODES: &str = "Exit codes:
  0  it worked
  1  a file could not be read, or the answer could not be written
  2  the command was not understood";

/// Read the postmortems that the Postmortem Editor writes.
#[derive(Parser)]
#[command(version, after_help = EXIT_CODES)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Show the facts of a postmortem.
    #[command(after_help = EXIT_CODES)]
    Show {
        /// Print JSON: dates YYYY-MM-DD, times HH:MM, what is absent null.
        #[arg(long)]
        json: bool,
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

/// Does what the command line asks for.
pub(crate) fn run() -> ExitCode {
    let answer = match Arguments::parse().verb {
        Verb::Show { json, file } => show(&file, json),
        Verb::Templates => Ok(templates()),
        Verb::WriteExample { template } => {
            Ok(markdown::write(&example(), TemplateId(template).template()))
        }
    };
    let problem = match answer.map(|answer| print(&answer)) {
        Ok(Ok(())) => return ExitCode::SUCCESS,
        // Whoever read the answer has read enough of it, as `head` does.
        Ok(Err(error)) if error.kind() == io::ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
        Ok(Err(error)) => format!(
            "The answer could not be written: {error}. No file was changed. Send it somewhere \
             else and run the command again."
        ),
        Err(problem) => problem,
    };
    // With standard error gone too, the exit code is all that is left to say it.
    let _ = writeln!(io::stderr().lock(), "error: {problem}");
    ExitCode::from(1)
}

fn print(answer: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(answer.as_bytes())?;
    out.flush()
}

fn show(file: &Path, as_json: bool) -> Result<String, String> {
    let facts = Facts::new(&markdown::read(&text_of(file)?));
    if !as_json {
        return Ok(facts.to_string());
    }
    let json = serde_json::to_string_pretty(&facts)
        .map_err(|error| format!("The facts could not be put into JSON: {error}."))?;
    Ok(json + "\n")
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

/// The text of a file, without the byte order mark that some editors put first.
fn text_of(file: &Path) -> Result<String, String> {
    let is_standard_input = file == Path::new("-");
    let name = if is_standard_input {
        "Standard input".to_owned()
    } else {
        format!("\u{201c}{}\u{201d}", file.display())
    };
    let bytes = if is_standard_input {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(file)
    };
    let bytes = bytes.map_err(|error| {
        format!(
            "{name} could not be read: {error}. Nothing was changed. Check the path and who may \
             read it; use - for standard input."
        )
    })?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!(
            "{name} is not UTF-8 text: the byte at offset {at} is not part of any character. \
             Nothing was changed. Save it as UTF-8 and run the command again."
        )
    })?;
    Ok(text
        .strip_prefix('\u{feff}')
        .map(str::to_owned)
        .unwrap_or(text))
}
