//! What stands close to a place in a text. Whoever looks around a place looks only so far, so that
//! a long text costs no more for each of its places.

/// At most `length` bytes before a place.
pub(super) fn before(text: &str, at: usize, length: usize) -> &str {
    let start = text.floor_char_boundary(at.saturating_sub(length));
    text.get(start..at).unwrap_or_default()
}

/// At most `length` bytes from a place on.
pub(super) fn after(text: &str, at: usize, length: usize) -> &str {
    let end = text.ceil_char_boundary(at.saturating_add(length).min(text.len()));
    text.get(at..end).unwrap_or_default()
}
