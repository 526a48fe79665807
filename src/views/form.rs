//! The forms: one section at a time, or all of them one below the other.

use crate::views::button::Button;
use crate::views::erased::{CollectAny, dynamic, each, live, on_check, on_text, run, show};
use leptos::prelude::*;

use super::fields::{ExtraSectionFields, FieldInput};
use crate::editor::{Editor, Part as DocumentPart, Target};
use crate::postmortem::{Facet, Field, Place, RowId, Section};
use crate::template::Part;

/// The pane that holds the forms.
#[component]
pub(super) fn FormPane() -> impl IntoView {
    let editor = expect_context::<Editor>();
    let targets = editor.targets();
    let shown = Memo::new(move |_| {
        let here = editor.target.get();
        if editor.shows_all.get() {
            targets.get()
        } else {
            vec![here]
        }
    });
    view! {
            <section class="form-pane" id="main" aria-label="Form" tabindex="-1" data-pane>
                {dynamic(move || {
                    // Forms are made anew for another template, and for nothing else.
                    editor.template();
                    each(move || shown.get(), |target| view! { <Form target /> })
                })}
                {show(move || !editor.shows_all.get(), move || view! {
                    <p class="form-pane__next">
                        <Button class="button button--primary" words="Next section" press=run(move || editor.open_next_form(&targets.read_untracked())) />
                    </p>
    })}
            </section>
        }
}

/// One form.
#[component]
fn Form(target: Target) -> impl IntoView {
    let editor = expect_context::<Editor>();
    match target {
        Target::Part(section) => editor
            .template_untracked()
            .part(section)
            .map(|part| view! { <PartForm part /> }.into_any())
            .collect_any(),
        Target::Extra(id) => view! { <ExtraForm id /> }.into_any(),
    }
}

/// The form of a part of the template.
#[component]
fn PartForm(part: &'static Part) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let target = Target::Part(part.section);
    view! {
        <section class="form" id=format!("form-{}", target.key()) aria-labelledby=format!("form-{}-title", target.key()) on:focusin=run(move || editor.follow(target))>
            <h2 tabindex="-1" id=format!("form-{}-title", target.key())>{part.heading}</h2>
            <p class="form__guidance">{part.guidance}</p>
            {part
                .slots
                .iter()
                .map(|slot| view! { <FieldInput field=slot.field need=slot.need /> })
                .collect_any()}
            {(part.section != Section::Overview).then(|| view! { <NothingToSay part /> }).collect_any()}
        </section>
    }
}

/// The form of an extra section.
#[component]
fn ExtraForm(id: RowId) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let target = Target::Extra(id);
    let heading = editor.facet(Place::row(Field::Extra, id), Facet::Heading);
    let guided = editor.guided(id);
    let guidance = guided.map_or(
        "Any heading and text. It stands where you added it.",
        |guided| guided.guidance,
    );
    let name = live(move || match heading.text().trim() {
        "" => "A section of your own".to_owned(),
        heading => heading.to_owned(),
    });
    view! {
        <section class="form" id=format!("form-{}", target.key()) aria-labelledby=format!("form-{}-title", target.key()) on:focusin=run(move || editor.follow(target))>
            <h2 tabindex="-1" id=format!("form-{}-title", target.key())>{name}</h2>
            <p class="form__guidance">{guidance}</p>
            <ExtraSectionFields id guided />
            {guided.is_none().then(|| view! {
                <p>
                    <Button class="button button--quiet" words="Remove this section" press=run(move || editor.remove_extra_section(id)) />
                </p>
            }).collect_any()}
        </section>
    }
}

/// "Nothing to say here", with a reason: an answer for a section that has none.
#[component]
fn NothingToSay(part: &'static Part) -> impl IntoView {
    let editor = expect_context::<Editor>();
    let section = part.section;
    let reason = Memo::new(move |_| {
        editor.document.track(DocumentPart::NothingToSay);
        let document = editor.document;
        document.with(|document| document.nothing_to_say.get(&section).cloned())
    });
    let is_marked = move || reason.with(Option::is_some);
    let is_empty = editor.is_part_empty(part);
    let reason_id = format!("nothing-{}", section.name());
    let label_for = reason_id.clone();
    view! {
            {show(move || is_marked() || is_empty.get(), move || view! {
                <div class="nothing-to-say">
                    <label class="nothing-to-say__mark">
                        <input
                            type="checkbox"
                            prop:checked=live(is_marked)
                            on:change=on_check(move |is_checked| {
                                let mark = is_checked.then(String::new);
                                editor.set_nothing_to_say(section, mark);
                            })
                        />
                        "Nothing to say here"
                    </label>
                    {
                        let (reason_id, label_for) = (reason_id.clone(), label_for.clone());
                        view! {
                            {show(is_marked, move || view! {
                                <label for=label_for.clone()>"Why there is nothing to say"</label>
                                <input
                                    type="text"
                                    id=reason_id.clone()
                                    autocomplete="off"
                                    prop:value=live(move || reason.get().unwrap_or_default())
                                    on:input=on_text(move |text| {
                                        editor.set_nothing_to_say(section, Some(text));
                                    })
                                />
    })}
                        }
                    }
                </div>
    })}
        }
}
