//! How a value is saved: what writing and reading share.
//!
//! Not serde's derive: that makes a reader and a writer of its own for every struct, a tenth of the
//! page's code, where a list of keys does. What is absent keeps its default, what nobody knows is
//! passed over, and what is of another kind than it should be is an error.

use std::collections::BTreeMap;

pub(crate) use serde_json::Value;

use super::{DraftId, Millis};
use crate::postmortem::{Choice, Entered, EventKind, Milestone, Place, RowId, Section, Typed};
use crate::template::TemplateId;

/// Something with a saved form.
pub trait Saved {
    /// Writes it as JSON behind what stands in `json`.
    fn write(&self, json: &mut String);

    /// Takes what `value` holds.
    ///
    /// # Errors
    /// [`WrongKind`] when that is something else; then it is partly taken.
    fn read(&mut self, value: Value) -> Result<(), WrongKind>;
}

/// What stands behind a key is of another kind than it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongKind {
    /// The key; empty where there is none.
    pub key: &'static str,
}

const WRONG: Result<(), WrongKind> = Err(WrongKind { key: "" });

/// Gives a struct the saved form of an object with a key for each of its members. Does not compile
/// when one of them is left out.
macro_rules! saved_record {
    ($type:ty { $($key:ident),* $(,)? }) => {
        impl $crate::draft::Saved for $type {
            fn write(&self, json: &mut String) {
                let Self { $($key),* } = self;
                $crate::draft::write_record(&[$((stringify!($key), $key)),*], json);
            }

            fn read(
                &mut self,
                value: $crate::draft::Value,
            ) -> Result<(), $crate::draft::WrongKind> {
                let Self { $($key),* } = self;
                $crate::draft::read_record(&mut [$((stringify!($key), $key)),*], value)
            }
        }
    };
}
pub(crate) use saved_record;

/// Gives a type of one unnamed member the saved form of that member.
macro_rules! saved_as_its_member {
    ($($type:ty),*) => {
        $(impl Saved for $type {
            fn write(&self, json: &mut String) {
                self.0.write(json);
            }

            fn read(&mut self, value: Value) -> Result<(), WrongKind> {
                self.0.read(value)
            }
        })*
    };
}

saved_as_its_member!(DraftId, Millis, RowId, TemplateId);

macro_rules! saved_as_a_number {
    ($($type:ty),*) => {
        $(impl Saved for $type {
            fn write(&self, json: &mut String) {
                json.push_str(&self.to_string());
            }

            fn read(&mut self, value: Value) -> Result<(), WrongKind> {
                let number = value.as_u64().and_then(|number| number.try_into().ok());
                number.map(|number| *self = number).ok_or(WrongKind { key: "" })
            }
        })*
    };
}

saved_as_a_number!(u32, u64, usize);

impl Saved for bool {
    fn write(&self, json: &mut String) {
        json.push_str(if *self { "true" } else { "false" });
    }

    fn read(&mut self, value: Value) -> Result<(), WrongKind> {
        let held = value.as_bool();
        held.map(|held| *self = held).ok_or(WrongKind { key: "" })
    }
}

impl Saved for String {
    fn write(&self, json: &mut String) {
        write_text(self, json);
    }

    fn read(&mut self, value: Value) -> Result<(), WrongKind> {
        let Value::String(text) = value else {
            return WRONG;
        };
        *self = text;
        Ok(())
    }
}

/// Saved as its text.
impl<T: Typed> Saved for Entered<T> {
    fn write(&self, json: &mut String) {
        write_text(&self.text(), json);
    }

    fn read(&mut self, value: Value) -> Result<(), WrongKind> {
        let mut text = String::new();
        text.read(value)?;
        *self = text.as_str().into();
        Ok(())
    }
}

impl Saved for EventKind {
    fn write(&self, json: &mut String) {
        write_text(&name_of(*self), json);
    }

    fn read(&mut self, value: Value) -> Result<(), WrongKind> {
        named(&value).map(|kind| *self = kind)
    }
}

impl Saved for Option<Milestone> {
    fn write(&self, json: &mut String) {
        match self {
            Some(milestone) => write_text(&name_of(*milestone), json),
            None => json.push_str("null"),
        }
    }

    fn read(&mut self, value: Value) -> Result<(), WrongKind> {
        *self = match value {
            Value::Null => None,
            value => Some(named(&value)?),
        };
        Ok(())
    }
}

/// Saved as its key.
impl Saved for Option<Place> {
    fn write(&self, json: &mut String) {
        match self {
            Some(place) => write_text(&place.key(), json),
            None => json.push_str("null"),
        }
    }

    fn read(&mut self, value: Value) -> Result<(), WrongKind> {
        *self = match value.as_str() {
            None if value.is_null() => None,
            key => Some(key.and_then(Place::from_key).ok_or(WrongKind { key: "" })?),
        };
        Ok(())
    }
}

impl<T: Saved + Default> Saved for Option<T> {
    fn write(&self, json: &mut String) {
        match self {
            Some(value) => value.write(json),
            None => json.push_str("null"),
        }
    }

    fn read(&mut self, value: Value) -> Result<(), WrongKind> {
        *self = match value {
            Value::Null => None,
            value => {
                let mut held = T::default();
                held.read(value)?;
                Some(held)
            }
        };
        Ok(())
    }
}

impl Saved for Section {
    fn write(&self, json: &mut String) {
        let key = SECTION_KEYS.iter().find(|(section, _)| section == self);
        write_text(key.map_or("", |(_, key)| key), json);
    }

    fn read(&mut self, value: Value) -> Result<(), WrongKind> {
        let section = value.as_str().and_then(section_of);
        section
            .map(|section| *self = section)
            .ok_or(WrongKind { key: "" })
    }
}

impl<T: Saved + Default> Saved for Vec<T> {
    fn write(&self, json: &mut String) {
        json.push('[');
        for (index, row) in self.iter().enumerate() {
            if index > 0 {
                json.push(',');
            }
            row.write(json);
        }
        json.push(']');
    }

    fn read(&mut self, value: Value) -> Result<(), WrongKind> {
        let Value::Array(values) = value else {
            return WRONG;
        };
        for value in values {
            let mut row = T::default();
            row.read(value)?;
            self.push(row);
        }
        Ok(())
    }
}

const SECTION_KEYS: &[(Section, &str)] = &[
    (Section::Overview, "overview"),
    (Section::Summary, "summary"),
    (Section::Impact, "impact"),
    (Section::Timeline, "timeline"),
    (Section::Trigger, "trigger"),
    (Section::Analysis, "analysis"),
    (Section::Factors, "factors"),
    (Section::Whys, "whys"),
    (Section::Detection, "detection"),
    (Section::Resolution, "resolution"),
    (Section::Improvements, "improvements"),
    (Section::FollowUp, "follow-up"),
    (Section::Lessons, "lessons"),
    (Section::WentBadly, "went-badly"),
    (Section::Luck, "luck"),
    (Section::Conclusion, "conclusion"),
];

impl Saved for BTreeMap<Section, String> {
    fn write(&self, json: &mut String) {
        let keys = SECTION_KEYS.iter();
        let members: Vec<(&'static str, &dyn Saved)> = keys
            .filter_map(|(section, key)| Some((*key, self.get(section)? as &dyn Saved)))
            .collect();
        write_record(&members, json);
    }

    fn read(&mut self, value: Value) -> Result<(), WrongKind> {
        let Value::Object(values) = value else {
            return WRONG;
        };
        for (key, value) in values {
            let section = section_of(&key).ok_or(WrongKind { key: "" })?;
            self.entry(section).or_default().read(value)?;
        }
        Ok(())
    }
}

fn section_of(key: &str) -> Option<Section> {
    let mut keys = SECTION_KEYS.iter();
    keys.find(|(_, of)| *of == key).map(|(section, _)| *section)
}

/// A choice in the saved form: its label in lower case, words joined by hyphens.
fn name_of(choice: impl Choice) -> String {
    choice.label().to_ascii_lowercase().replace(' ', "-")
}

fn named<C: Choice>(value: &Value) -> Result<C, WrongKind> {
    let text = value.as_str().unwrap_or_default();
    let mut choices = C::ALL.iter().copied();
    choices
        .find(|choice| name_of(*choice) == text)
        .ok_or(WrongKind { key: "" })
}

pub(crate) fn write_record(members: &[(&'static str, &dyn Saved)], json: &mut String) {
    json.push('{');
    for (index, (key, member)) in members.iter().enumerate() {
        if index > 0 {
            json.push(',');
        }
        write_text(key, json);
        json.push(':');
        member.write(json);
    }
    json.push('}');
}

pub(crate) fn read_record(
    members: &mut [(&'static str, &mut dyn Saved)],
    mut value: Value,
) -> Result<(), WrongKind> {
    if !value.is_object() {
        return WRONG;
    }
    for (key, member) in members {
        if let Some(held) = value.get_mut(*key) {
            let inner = member.read(held.take());
            inner.map_err(|wrong| {
                if wrong.key.is_empty() {
                    WrongKind { key }
                } else {
                    wrong
                }
            })?;
        }
    }
    Ok(())
}

/// Writes a text as a JSON string.
fn write_text(text: &str, json: &mut String) {
    json.push('"');
    for letter in text.chars() {
        match letter {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            letter if letter < ' ' => json.push_str(&format!("\\u{:04x}", u32::from(letter))),
            letter => json.push(letter),
        }
    }
    json.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_written_as_json_whatever_stands_in_it() {
        let all: String = ('\0'..='\u{2fff}').chain(['\u{feff}', '🚒']).collect();
        let mut json = String::new();
        write_text(&all, &mut json);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), all);
    }

    #[test]
    fn every_choice_has_a_name_that_is_read_again() {
        for kind in EventKind::ALL {
            assert_eq!(named(&Value::String(name_of(*kind))), Ok(*kind));
        }
        assert_eq!(name_of(EventKind::DeadEnd), "dead-end");
        assert_eq!(named::<EventKind>(&Value::Null), Err(WrongKind { key: "" }));
        for section in Section::ALL {
            let mut json = String::new();
            section.write(&mut json);
            assert_eq!(section_of(json.trim_matches('"')), Some(*section));
        }
        let mut json = String::new();
        BTreeMap::<Section, String>::new().write(&mut json);
        assert_eq!(json, "{}");
    }

    #[test]
    fn a_value_of_another_kind_is_named_by_its_key() {
        let value = serde_json::json!({"overview": {"title": 3}});
        let mut document = crate::postmortem::Postmortem::default();
        assert_eq!(document.read(value), Err(WrongKind { key: "title" }));
    }
}
