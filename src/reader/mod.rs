//! Reading and checking beside the page: what the page asks of a second program, and what that one
//! answers.
//!
//! Reading what other people and programs write takes a third of all code and, for a long text,
//! longer than a page may stand still; so do the checks, which know as many words. So both are a
//! program of their own. The two exchange [`Message`]s.

mod checking;
mod lines;
mod warm;
mod wire;
mod wire_of_checks;
mod wire_of_lines;

use chrono::NaiveDate;

use crate::markdown::{self, Given, Note, NoteKind, Written};
use crate::postmortem::{Entered, Postmortem};
use crate::template::{self, Source, Template, TemplateId, normalised_for};

pub use checking::{CheckAnswer, CheckRequest};
pub use lines::{LinesAnswer, LinesRequest, SourceName};
pub use warm::warm_up;

/// What goes from one program to the other: a record in JSON, and a text that is long and needs none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// The record.
    pub record: String,
    /// The text to read, the HTML to show, or a document in its saved form.
    pub text: String,
}

/// What the page asks of a text: one of these.
#[derive(Clone, Debug, Default, PartialEq)]
struct Question {
    /// To read it as a postmortem.
    postmortem: Option<Request>,
    /// To read it as lines for the timeline.
    lines: Option<LinesRequest>,
    /// To check it: it is a document in its saved form.
    checks: Option<CheckRequest>,
}

/// Has a text read as a postmortem.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    /// What the person says of the text.
    pub given: Given,
    /// The template that they have chosen for it; `None` is the one that is recognised.
    pub chosen: Option<TemplateId>,
    /// The templates that they have brought.
    pub brought: Vec<Source>,
}

/// What a text was read as.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// The document, in the normal form of its template.
    pub document: Postmortem,
    /// The template that was chosen, or else recognised.
    pub template: TemplateId,
    /// The template that was recognised.
    pub recognised: TemplateId,
    /// Whether day and month of a date could be the other way round.
    pub is_order_open: bool,
    /// What a person should know, the most urgent first.
    pub notes: Vec<Told>,
}

/// A note without its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What kind of thing it tells.
    pub kind: NoteKind,
    /// The words.
    pub message: String,
}

/// Answers a question about a text; `None` where the message is none.
pub fn answer(message: &Message) -> Option<Message> {
    let text = &message.text;
    match Question::decode(message)? {
        Question {
            postmortem: Some(request),
            ..
        } => {
            offer(&request.brought);
            let (answer, html) = read(text, &request);
            Some(answer.encode(html))
        }
        Question {
            lines: Some(request),
            ..
        } => Some(lines::read(text, &request).encode()),
        Question {
            checks: Some(request),
            ..
        } => checking::check(text, &request),
        Question { .. } => None,
    }
}

/// Makes the templates known here that a person has brought to the page.
fn offer(brought: &[Source]) {
    for source in brought {
        if let Ok(brought) = template::from_markdown(source) {
            template::offer(brought.template, true);
        }
    }
}

/// Reads a text, and writes it in the template that was chosen.
fn read(text: &str, request: &Request) -> (Answer, String) {
    let given = &request.given;
    let reading = markdown::read_given(text, given);
    let recognised = reading.template;
    let chosen = request
        .chosen
        .as_ref()
        .and_then(|id| template::by_id(&id.0));
    let template = chosen.unwrap_or(recognised);
    let document = normalised_for(filled(reading.document, given), template);
    let html = html_of(&document, template);
    let notes = reading.notes.into_iter().map(Told::from).collect();
    let answer = Answer {
        document,
        template: TemplateId(template.id.to_owned()),
        recognised: TemplateId(recognised.id.to_owned()),
        is_order_open: reading.is_order_open,
        notes,
    };
    (answer, html)
}

/// A text that this editor has written is taken at its word, even where that is nothing; what it
/// does not say, the person does.
fn filled(mut document: Postmortem, given: &Given) -> Postmortem {
    let summary = &mut document.summary;
    if let (true, Some(date)) = (summary.start.date.is_empty(), given.date) {
        summary.start.date = Entered::<NaiveDate>::Known(date);
    }
    if let (true, Some(zone)) = (summary.time_zone.trim().is_empty(), &given.time_zone) {
        summary.time_zone.clone_from(zone);
    }
    document
}

fn html_of(document: &Postmortem, template: &'static Template) -> String {
    let markdown = markdown::write(document, template);
    let places = Vec::new();
    markdown::to_html(&Written { markdown, places })
}

impl From<Note> for Told {
    fn from(note: Note) -> Self {
        let Note { kind, message, .. } = note;
        Self { kind, message }
    }
}
