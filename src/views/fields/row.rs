//! What every list has in common, and every row of it: names, findings, verbs by button and by key.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::frame::Group;
use super::row_verbs::verb_buttons;
use super::selection::select_box;
use crate::editor::{Chunk, ChunkKey, Chunks, Editor};
use crate::postmortem::{Field, Place, RowId};
use crate::template::{Need, row_name};
use crate::views::button::Button;
use crate::views::erased::{CollectAny, each, live, run, show};
use crate::views::findings::FieldFindings;

/// One row of a list, as far as every kind of row knows itself.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub(super) editor: Editor,
    pub(super) field: Field,
    pub(super) id: RowId,
    pub(super) chunk: Memo<Chunk>,
}

impl Row {
    /// Where its texts are.
    pub(super) fn place(self) -> Place {
        Place::row(self.field, self.id)
    }

    /// Which row it is.
    pub(super) fn id(self) -> RowId {
        self.id
    }

    /// What it is called, such as "event 3".
    pub(super) fn name(self) -> String {
        let number = self.chunk.with(|chunk| {
            let position = chunk.ids.iter().position(|id| *id == self.id);
            position.map_or(0, |at| chunk.start.saturating_add(at).saturating_add(1))
        });
        format!("{} {number}", row_name(self.field))
    }

    /// The accessible name of one of its inputs.
    pub(super) fn name_of(self, what: &'static str) -> Signal<String> {
        live(move || format!("{what} of {}", self.name()))
    }

    /// The accessible name of its only input.
    pub(super) fn own_name(self) -> Signal<String> {
        live(move || {
            let mut name = self.name();
            // Rows have names in English.
            if let Some(first) = name.get_mut(..1) {
                first.make_ascii_uppercase();
            }
            name
        })
    }

    /// Answers a key in it: Enter adds the next row, Alt with an arrow moves the row.
    pub(super) fn on_key(self) -> Callback<KeyboardEvent> {
        Callback::new(move |event: KeyboardEvent| self.answer_key(&event))
    }

    fn answer_key(self, event: &KeyboardEvent) {
        if event.is_composing() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let Self {
            editor, field, id, ..
        } = self;
        match (event.key().as_str(), event.alt_key(), event.shift_key()) {
            ("Enter", false, false) => {
                event.prevent_default();
                editor.add_row(field, Some(id));
            }
            ("ArrowUp", true, _) => {
                event.prevent_default();
                editor.move_row_by_key(field, id, -1);
            }
            ("ArrowDown", true, _) => {
                event.prevent_default();
                editor.move_row_by_key(field, id, 1);
            }
            _ => {}
        }
    }
}

/// A list: its rows, and the buttons below them.
#[component]
pub(super) fn RowList(
    /// Which list.
    field: Field,
    /// Whether the template asks for it.
    need: Need,
    /// What the inputs of a row are.
    render: fn(Row) -> AnyView,
    /// Further buttons.
    #[prop(optional)]
    verbs: Option<AnyView>,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let chunks = editor.chunks(field);
    let keys = Memo::new(move |_| chunks.read().keys());
    let chunk = move |key| view! { <RowChunk field chunks chunk_key=key render /> };
    view! {
        <Group field need>
            {each(move || keys.get(), chunk)}
            <p class="rows__verbs">
                <Button
                    words=format!("Add {}", row_name(field))
                    press=run(move || editor.add_row(field, None))
                />
                {verbs}
            </p>
        </Group>
    }
}

/// The rows of one chunk, while they are near the screen.
#[component]
fn RowChunk(
    field: Field,
    chunks: Memo<Chunks>,
    /// Which chunk.
    chunk_key: ChunkKey,
    render: fn(Row) -> AnyView,
) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let chunk = editor.chunk(chunks, chunk_key);
    let id = format!("rows-{}-{}", field.key(), chunk_key.text());
    let is_near = editor.nearness_of(&id, chunks, chunk);
    let row = move |id| {
        let row = Row {
            editor,
            field,
            id,
            chunk,
        };
        view! { <RowFrame row>{render(row)}</RowFrame> }
    };
    let rows = move || chunk.with(|chunk| chunk.ids.clone());
    view! {
        <ol class="rows" id=id data-far=live(move || (!is_near.get()).then(|| "true".to_owned()))>
            {show(move || is_near.get(), move || each(rows, row))}
        </ol>
    }
}

/// What stands around the inputs of a row.
#[component]
fn RowFrame(row: Row, children: Children) -> impl IntoView {
    let place = row.place();
    let key = place.key();
    let kind = match row.field {
        Field::Timeline => "event",
        Field::ActionItems => "action",
        _ => "item",
    };
    view! {
        <li class=format!("row row--{kind}") id=format!("f-{key}")>
            {(row.field == Field::Timeline).then(|| view! {
                <DayLabel row />
                {select_box(row.editor, row.id, live(move || format!("Select {}", row.name())))}
            }).collect_any()}
            <div class=format!("row__inputs {kind}")>
                {children()}
                <FieldFindings place id=format!("problem-{key}") />
            </div>
            <div class="row-verbs">
                {verb_buttons(row)}
            </div>
        </li>
    }
}

/// The day that begins with a row, where the rows are of several.
#[component]
fn DayLabel(row: Row) -> impl IntoView {
    let day = move || row.editor.day_of(row.id);
    show(
        move || !day().is_empty(),
        move || view! { <p class="row__day">{live(day)}</p> },
    )
}

/// One of the smaller inputs of a row, with its label. The label is for the eye: the input has a
/// longer name, which tells it from those of the other rows.
pub(super) fn detail(words: &'static str, input: impl IntoView) -> AnyView {
    view! {
        <div class="detail">
            <span class="detail__label" aria-hidden="true">{words}</span>
            {input.into_any()}
        </div>
    }
    .into_any()
}
