//! Long lists in chunks: what is far from the screen need not be in the page, and a change in one
//! chunk is none in the others.
//!
//! Where a chunk begins follows from the identities of its rows and not from their number, so that
//! a row which comes or goes leaves the other chunks as they are.

use std::ops::Range;

use leptos::prelude::*;

use super::open_draft::Editor;
use crate::browser;
use crate::postmortem::{Field, Place, RowId};

/// The longest list that is one chunk.
const MOST_IN_ONE: usize = 64;
/// A chunk begins with each row whose identity is a multiple of this.
const EVERY: u64 = 32;

/// About how high a row is that was not seen yet.
const ROW_HEIGHT_PX: f64 = 128.0;

/// Which chunk of a list: the identity of its first row; of the first chunk, which is always there,
/// none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ChunkKey(Option<RowId>);

impl ChunkKey {
    /// The chunk in identifiers.
    pub fn text(self) -> String {
        self.0.map_or_else(String::new, |id| id.0.to_string())
    }
}

/// The rows of a list, in chunks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chunks {
    ids: Vec<RowId>,
    /// Where each chunk begins, in order.
    starts: Vec<(ChunkKey, usize)>,
}

/// The rows of one chunk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chunk {
    /// The rows in order.
    pub ids: Vec<RowId>,
    /// How many rows of the list stand before them.
    pub start: usize,
    /// Whether the list ends with them.
    pub is_last: bool,
}

impl Chunks {
    fn new(ids: Vec<RowId>) -> Self {
        let begins = |(at, id): (usize, &RowId)| {
            let begins = ids.len() > MOST_IN_ONE && at > 0 && id.0 % EVERY == 0;
            begins.then_some((ChunkKey(Some(*id)), at))
        };
        let first = (ChunkKey(None), 0);
        let others = ids.iter().enumerate().filter_map(begins);
        let starts = std::iter::once(first).chain(others).collect();
        Self { ids, starts }
    }

    /// The chunks in order.
    pub fn keys(&self) -> Vec<ChunkKey> {
        self.starts.iter().map(|(key, _)| *key).collect()
    }

    /// Whether there is more than one.
    pub fn are_several(&self) -> bool {
        self.starts.len() > 1
    }

    /// Which rows of the list a chunk holds, from 0; none where there is no such chunk.
    pub fn range(&self, key: ChunkKey) -> Range<usize> {
        let Some(at) = self.starts.iter().position(|(other, _)| *other == key) else {
            return 0..0;
        };
        let start = |at: usize| self.starts.get(at).map(|(_, start)| *start);
        let end = start(at.saturating_add(1)).unwrap_or(self.ids.len());
        start(at).unwrap_or(end)..end
    }

    fn chunk(&self, key: ChunkKey) -> Chunk {
        let range = self.range(key);
        Chunk {
            start: range.start,
            is_last: range.end == self.ids.len(),
            ids: self.ids.get(range).unwrap_or_default().to_vec(),
        }
    }
}

impl Editor {
    /// The rows of a list, in chunks.
    pub fn chunks(self, field: Field) -> Memo<Chunks> {
        Memo::new(move |_| {
            self.document.track(Place::field(field));
            Chunks::new(self.document.with(|postmortem| postmortem.row_ids(field)))
        })
    }

    /// The rows of one chunk.
    pub fn chunk(self, chunks: Memo<Chunks>, key: ChunkKey) -> Memo<Chunk> {
        Memo::new(move |_| chunks.with(|chunks| chunks.chunk(key)))
    }

    /// Whether a chunk, shown in the element with that identifier, is to be in the page: near the
    /// screen, or with the row that the person is led to. A short list always is.
    pub fn nearness_of(self, id: &str, chunks: Memo<Chunks>, chunk: Memo<Chunk>) -> Memo<bool> {
        let is_long = Memo::new(move |_| chunks.read().are_several());
        let is_seen = RwSignal::new(false);
        let watch = StoredValue::new_local(None);
        let id = id.to_owned();
        Effect::new(move |_| {
            if !is_long.get() {
                watch.set_value(None);
                return;
            }
            let id = id.clone();
            browser::after_paint(move || {
                let count = chunk.try_with_untracked(|chunk| chunk.ids.len());
                let Some(count) = count.and_then(|count| u32::try_from(count).ok()) else {
                    return;
                };
                let follow = move |is_near| {
                    let _ = is_seen.try_set(is_near);
                };
                let height_px = f64::from(count) * ROW_HEIGHT_PX;
                let _ = watch.try_update_value(|watch| {
                    *watch = browser::watch_nearness(&id, height_px, follow);
                });
            });
        });
        Memo::new(move |_| {
            let is_wanted = || {
                let wanted = self.wanted.get();
                wanted.is_some_and(|id| chunk.read().ids.contains(&id))
            };
            !is_long.get() || is_seen.get() || is_wanted()
        })
    }
}
