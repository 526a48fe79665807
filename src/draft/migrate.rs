//! Steps from each version of the saved form to the next. A step, once released, never changes;
//! each has a record of its old version in `tests/drafts` that stays for ever.

use serde_json::Value;

/// What turns a record of one version into one of the next; the first is from version 1 to 2.
const STEPS: &[fn(Value) -> Value] = &[without_key_rows, without_waivers];

/// Brings a record of version `schema` to the current one.
pub(super) fn to_current(record: Value, schema: u32) -> Value {
    let done = usize::try_from(schema.saturating_sub(1)).unwrap_or(usize::MAX);
    STEPS
        .iter()
        .skip(done)
        .fold(record, |record, step| step(record))
}

/// From 1 to 2: rows of the timeline may be key, and none was. A version of its own all the same,
/// for the editor of before would lose the marks of a record that it saved anew.
fn without_key_rows(record: Value) -> Value {
    record
}

/// From 2 to 3: findings may be waived, and none was. A version of its own for the same reason.
fn without_waivers(record: Value) -> Value {
    record
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_step_from_every_version_to_the_next() {
        assert_eq!(STEPS.len() + 1, crate::draft::SCHEMA as usize);
    }
}
