//! Fields by name, as something a view can show and write.

use leptos::prelude::*;
use reactive_stores::{Field as StoreField, Store};

use crate::postmortem::{
    AnalysisStoreFields, Choice, ConclusionStoreFields, DetectionStoreFields, Entered, Field,
    FollowUpStoreFields, ImpactStoreFields, Item, LessonsStoreFields, OverviewStoreFields,
    Postmortem, PostmortemStoreFields, ResolutionStoreFields, SummaryStoreFields, Typed,
};

/// A field that is a text: prose or one plain line. `None` for every other field.
pub fn text_field(document: Store<Postmortem>, field: Field) -> Option<StoreField<String>> {
    Some(match field {
        Field::Title => document.overview().title().into(),
        Field::Reference => document.overview().reference().into(),
        Field::SeverityMeaning => document.overview().severity_meaning().into(),
        Field::Authors => document.overview().authors().into(),
        Field::Services => document.overview().services().into(),
        Field::Summary => document.summary().text().into(),
        Field::TimeZone => document.summary().time_zone().into(),
        Field::Cause => document.summary().cause().into(),
        Field::WhatUsersSaw => document.impact().what_users_saw().into(),
        Field::AffectedNumber => document.impact().affected_number().into(),
        Field::Trigger => document.analysis().trigger().into(),
        Field::RootCause => document.analysis().root_cause().into(),
        Field::Detection => document.detection().text().into(),
        Field::Resolution => document.resolution().text().into(),
        Field::Conclusion => document.conclusion().text().into(),
        _ => return None,
    })
}

/// A field that is a list of texts. `None` for every other field.
pub fn items_field(document: Store<Postmortem>, field: Field) -> Option<StoreField<Vec<Item>>> {
    Some(match field {
        Field::Figures => document.impact().figures().into(),
        Field::Factors => document.analysis().factors().into(),
        Field::Whys => document.analysis().whys().into(),
        Field::Improvements => document.follow_up().improvements().into(),
        Field::WentWell => document.lessons().went_well().into(),
        Field::WentBadly => document.lessons().went_badly().into(),
        Field::Lucky => document.lessons().lucky().into(),
        _ => return None,
    })
}

/// A date, time, share or choice as an input shows and writes it, whatever its type.
#[derive(Clone, Copy)]
pub struct EnteredText {
    /// The text: canonical when understood, else as typed.
    pub text: Signal<String>,
    /// Whether something stands there that could not be understood.
    pub is_as_typed: Signal<bool>,
    /// Reads a text into the field.
    pub set: Callback<String>,
}

/// A typed field as text.
pub fn entered<T>(field: impl Into<StoreField<Entered<T>>>) -> EnteredText
where
    T: Typed + Send + Sync + 'static,
{
    let field = field.into();
    EnteredText {
        text: Signal::derive(move || field.try_with(Entered::text).unwrap_or_default()),
        is_as_typed: Signal::derive(move || {
            field
                .try_with(|entered| matches!(entered, Entered::AsTyped(_)))
                .unwrap_or_default()
        }),
        set: Callback::new(move |text: String| {
            let entered = Entered::from(text.as_str());
            if field
                .try_with_untracked(|current| *current != entered)
                .unwrap_or_default()
            {
                field.set(entered);
            }
        }),
    }
}

/// A choice that always has a value, as text.
pub fn choice<C>(field: impl Into<StoreField<C>>, default: C) -> EnteredText
where
    C: Choice + Send + Sync,
{
    let field = field.into();
    EnteredText {
        text: Signal::derive(move || field.try_get().unwrap_or(default).label().to_owned()),
        is_as_typed: Signal::stored(false),
        set: Callback::new(move |text: String| field.set(C::from_label(&text).unwrap_or(default))),
    }
}

/// A choice that may be left open, as text.
pub fn optional_choice<C>(field: impl Into<StoreField<Option<C>>>) -> EnteredText
where
    C: Choice + Send + Sync,
{
    let field = field.into();
    EnteredText {
        text: Signal::derive(move || {
            let chosen = field.try_get().flatten();
            chosen
                .map(|chosen| chosen.label().to_owned())
                .unwrap_or_default()
        }),
        is_as_typed: Signal::stored(false),
        set: Callback::new(move |text: String| field.set(C::from_label(&text))),
    }
}
