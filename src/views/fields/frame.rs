//! What every field has around its input: label, help, an example on demand, its findings.

use leptos::prelude::*;

use crate::editor::Editor;
use crate::postmortem::{Facet, Field, Place};
use crate::template::{Need, guide};
use crate::views::erased::{CollectAny, live};
use crate::views::findings::FieldFindings;

/// The identifiers of a place's help and findings, for `aria-describedby`.
pub(super) fn described_by(place: Place) -> String {
    let key = place.key();
    // The rows of a list share its help; each extra section has its own.
    let field = match place.field {
        Field::Extra => key.as_str(),
        field => field.key(),
    };
    format!("help-{field} problem-{key}")
}

/// `aria-invalid`.
pub(super) fn invalid(editor: Editor, place: Place, facet: Facet) -> Signal<Option<String>> {
    live(move || editor.is_invalid(place, facet).then(|| "true".to_owned()))
}

/// A field with one input, which has the identifier `in-<field>`.
#[component]
pub(super) fn Frame(field: Field, need: Need, children: Children) -> impl IntoView {
    view! {
        <div class="field" id=format!("f-{}", field.key())>
            <div class="field__head">
                <label for=format!("in-{}", field.key())>{guide(field).label}</label>
                <NeedWord need />
            </div>
            <Words field />
            {children()}
            <FieldFindings place=Place::field(field) id=format!("problem-{}", field.key()) />
        </div>
    }
}

/// A field with several inputs.
#[component]
pub(super) fn Group(field: Field, need: Need, children: Children) -> impl IntoView {
    view! {
        <fieldset
            class="field"
            id=format!("f-{}", field.key())
            aria-describedby=described_by(Place::field(field))
        >
            <legend class="field__head">
                {guide(field).label}
                <NeedWord need />
            </legend>
            <Words field />
            {children()}
            <FieldFindings place=Place::field(field) id=format!("problem-{}", field.key()) />
        </fieldset>
    }
}

#[component]
fn NeedWord(need: Need) -> impl IntoView {
    (need == Need::Optional)
        .then(|| view! { <span class="field__need">"optional"</span> })
        .collect_any()
}

#[component]
fn Words(field: Field) -> impl IntoView {
    let words = guide(field);
    view! {
        <p class="field__help" id=format!("help-{}", field.key())>{words.help}</p>
        {(!words.example.is_empty()).then(|| view! {
            <details class="field__example">
                <summary>"Example"<span class="visually-hidden">{format!(" for {}", words.label)}</span></summary>
                <p>{words.example}</p>
            </details>
        }).collect_any()}
    }
}
