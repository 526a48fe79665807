//! Lists of short texts: factors, whys, improvements, lessons, figures.

use leptos::prelude::*;

use super::input::TextInput;
use super::row::{Row, RowList};
use crate::editor::Editor;
use crate::postmortem::Field;
use crate::template::Need;

/// A list of texts.
#[component]
pub(super) fn ItemsInput(field: Field, need: Need) -> impl IntoView {
    view! { <RowList field need render=item /> }
}

fn item(row: Row) -> AnyView {
    let place = row.place();
    let value = expect_context::<Editor>().entry(place);
    view! { <TextInput place value rows="1" name=row.own_name() on_key=row.on_key() /> }.into_any()
}
