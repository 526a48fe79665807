//! What the dialog shows of a text that was read: the facts, the notes, the document.

use super::work::Read;
use crate::markdown::NoteKind;
use crate::postmortem::{ExtraSection, Moment, Postmortem};
use crate::reader::Told;
use crate::template::{Need, Part, Template};

/// How many notes of one kind are shown.
const MOST_NOTES: usize = 100;

/// The kinds of notes, the most urgent first: what stands over them, and their name for the style.
const KINDS: &[(NoteKind, &str, &str)] = &[
    (NoteKind::Contradiction, "Contradictions", "contradiction"),
    (NoteKind::Guess, "Guesses", "guess"),
    (NoteKind::Kept, "Kept word for word", "kept"),
    (NoteKind::Placed, "Moved to where it belongs", "placed"),
];

/// What was made of the text in hand, in words.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// Which text it is, of how many.
    pub title: String,
    /// Whether it is one of several texts.
    pub is_one_of_many: bool,
    /// Whether others wait behind it.
    pub has_more: bool,
    /// What is going on, or how the reading came out, in a sentence.
    pub status: String,
    /// Why it could not be read; empty when it could.
    pub problem: String,
    /// The identifier of the template of the draft to be.
    pub template: String,
    /// The identifier of the template that was recognised.
    pub recognised: String,
    /// What was found, by its name; nothing where it was not found.
    pub facts: Vec<(&'static str, String)>,
    /// What a person should know, the most urgent first.
    pub notes: Vec<NoteGroup>,
    /// The document, as safe HTML.
    pub html: String,
    /// What a person may have to say.
    pub open: Open,
    /// Whether the date that they typed was not understood.
    pub is_date_unclear: bool,
}

/// Notes of one kind.
#[derive(Clone, Debug)]
pub struct NoteGroup {
    /// The kind in a few words, with how many there are.
    pub heading: String,
    /// The kind, for a colour.
    pub kind: &'static str,
    /// The notes.
    pub messages: Vec<String>,
    /// Whether they are folded away: nothing in them asks for a decision.
    pub is_folded: bool,
}

/// What a text leaves open as long as nobody says it, and the draft that has the same words.
#[derive(Clone, Debug, Default)]
pub struct Open {
    /// On which day the incident began.
    pub date: bool,
    /// In which zone its times are.
    pub zone: bool,
    /// Whether day or month come first in its dates.
    pub order: bool,
    /// The title of a draft that has the same words.
    pub(super) twin: Option<String>,
}

impl Open {
    /// What the text leaves open that was `read` with nothing said of it.
    pub(super) fn new(read: &Read) -> Self {
        let summary = &read.answer.document.summary;
        Self {
            date: summary.start.date.known().is_none(),
            zone: summary.time_zone.trim().is_empty(),
            order: read.answer.is_order_open,
            twin: None,
        }
    }
}

impl Shown {
    /// Shows what the text in hand was read as.
    pub(super) fn show(&mut self, read: &Read, open: Open) {
        let (answer, template) = (&read.answer, read.template());
        self.html.clone_from(&read.html);
        self.template = template.id.to_owned();
        self.recognised.clone_from(&answer.recognised.0);
        self.facts = facts(&answer.document, template);
        self.notes = groups(&answer.notes, open.twin.as_deref());
        self.status = status(&self.notes);
        self.open = open;
    }
}

fn facts(document: &Postmortem, template: &'static Template) -> Vec<(&'static str, String)> {
    let (summary, impact) = (&document.summary, &document.impact);
    let follow_up = &document.follow_up;
    let mut filled = Vec::new();
    let mut empty = Vec::new();
    for part in template.parts.iter().skip(1) {
        match is_empty(document, part) {
            false => filled.push(part.heading.to_owned()),
            true if part.need == Need::Required => empty.push(part.heading.to_owned()),
            true => {}
        }
    }
    let heading = |extra: &ExtraSection| match extra.heading.trim() {
        "" => "one without a heading".to_owned(),
        heading => heading.to_owned(),
    };
    let extras = document.extras.sections.iter().map(heading).collect();
    let affected = vec![impact.affected_share.text(), impact.affected_number.clone()];
    let measures = vec![
        counted(follow_up.improvements.len(), "improvement"),
        counted(follow_up.action_items.len(), "action item"),
    ];
    let events = document.timeline.events.len();
    vec![
        ("Title", document.overview.title.clone()),
        ("Start", moment(&summary.start)),
        ("End", moment(&summary.end)),
        ("Time zone", summary.time_zone.clone()),
        ("Users affected", joined(affected)),
        ("Timeline", counted(events, "event")),
        ("Follow-up", joined(measures)),
        ("Filled", joined(filled)),
        ("Still empty", joined(empty)),
        ("Extra sections", joined(extras)),
    ]
}

fn is_empty(document: &Postmortem, part: &Part) -> bool {
    part.slots.iter().all(|slot| document.is_empty(slot.field))
}

fn moment(moment: &Moment) -> String {
    let (date, time) = (moment.date.text(), moment.time.text());
    format!("{date} {time}").trim().to_owned()
}

fn joined(mut parts: Vec<String>) -> String {
    parts.retain(|part| !part.trim().is_empty());
    parts.join(", ")
}

/// `3 events`, `1 event`, and nothing for none.
fn counted(count: usize, noun: &str) -> String {
    match count {
        0 => String::new(),
        1 => format!("1 {noun}"),
        _ => format!("{count} {noun}s"),
    }
}

fn groups(notes: &[Told], twin: Option<&str>) -> Vec<NoteGroup> {
    let twin = twin.map(|title| NoteGroup {
        heading: "Already in your drafts".to_owned(),
        kind: "guess",
        messages: vec![format!(
            "The draft “{title}” has the same words. Importing makes a second one and leaves the \
             first as it is"
        )],
        is_folded: false,
    });
    let group = |(kind, heading, key): &(NoteKind, &str, &'static str)| {
        // What holds of each row of a list is told once.
        let mut messages: Vec<String> = Vec::new();
        for note in notes.iter().filter(|note| note.kind == *kind) {
            if messages.len() <= MOST_NOTES && !messages.contains(&note.message) {
                messages.push(note.message.clone());
            }
        }
        let mut count = messages.len().to_string();
        if messages.len() > MOST_NOTES {
            count = format!("more than {MOST_NOTES}");
            messages.truncate(MOST_NOTES);
        }
        NoteGroup {
            heading: format!("{heading}: {count}"),
            kind: key,
            messages,
            is_folded: *kind == NoteKind::Placed,
        }
    };
    let groups = KINDS.iter().map(group);
    let groups = groups.filter(|group| !group.messages.is_empty());
    twin.into_iter().chain(groups).collect()
}

fn status(notes: &[NoteGroup]) -> String {
    let open = notes.iter().filter(|group| !group.is_folded);
    match joined(open.map(|group| group.heading.clone()).collect()).as_str() {
        "" => "Read. Nothing had to be guessed".to_owned(),
        headings => format!("Read. {headings}"),
    }
}
