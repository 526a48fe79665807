//! The document as it will look, block by block; a long timeline in pieces.

use leptos::prelude::*;

use super::chunks::{ChunkKey, Chunks};
use super::derived::target_of;
use super::document::Part;
use super::open_draft::{Editor, Target};
use crate::markdown::{self, Piece, Written};
use crate::postmortem::{Field, Place, Section};
use crate::template::{self, layout};

/// A piece of a block of the document that is shown in pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PieceKey {
    /// What stands before the events.
    Head,
    /// The events of a chunk.
    Events(ChunkKey),
    /// What stands after the events.
    Tail,
}

impl Editor {
    /// The safe HTML of a block.
    pub fn html(self, target: Target) -> Memo<String> {
        let written = self.written(target);
        Memo::new(move |_| written.with(markdown::to_html))
    }

    /// The part of the template that a block is, when the timeline stands in it.
    pub fn part_with_timeline(self, target: Target) -> Option<&'static template::Part> {
        let part = self.template_untracked().part_of(Field::Timeline)?;
        (target == Target::Part(part.section)).then_some(part)
    }

    /// The pieces of the block that holds the timeline; none while it is short enough to be shown as
    /// one.
    pub fn pieces(self, chunks: Memo<Chunks>) -> Memo<Vec<PieceKey>> {
        Memo::new(move |_| {
            let chunks = chunks.read();
            if !chunks.are_several() {
                return Vec::new();
            }
            let events = chunks.keys().into_iter().map(PieceKey::Events);
            let head = std::iter::once(PieceKey::Head);
            head.chain(events).chain([PieceKey::Tail]).collect()
        })
    }

    /// The safe HTML of a piece. Follows only what stands in it.
    pub fn piece_html(
        self,
        part: &'static template::Part,
        chunks: Memo<Chunks>,
        key: PieceKey,
    ) -> Memo<String> {
        let chunk = match key {
            PieceKey::Events(key) => Some(self.chunk(chunks, key)),
            PieceKey::Head | PieceKey::Tail => None,
        };
        Memo::new(move |_| {
            let piece = match (key, chunk) {
                (PieceKey::Events(_), Some(chunk)) => {
                    let chunk = chunk.read();
                    for id in &chunk.ids {
                        self.document.track(Place::row(Field::Timeline, *id));
                    }
                    Piece::Events(chunk.start..chunk.start.saturating_add(chunk.ids.len()))
                }
                (PieceKey::Tail, _) => Piece::Tail,
                _ => Piece::Head,
            };
            if !matches!(piece, Piece::Events(_)) {
                self.document.track(Part::NothingToSay);
                self.document.track(Part::Field(Field::TimeZone));
                for section in part
                    .sections()
                    .filter(|section| *section != Section::Timeline)
                {
                    self.document.track(Part::Section(section));
                }
            }
            let template = self.template();
            let written = self
                .document
                .with(|document| markdown::write_piece(document, template, part, piece));
            markdown::to_html(&written)
        })
    }

    /// One block of the document, written; empty when it is not part of the document yet. Follows
    /// only the fields that stand in it.
    fn written(self, target: Target) -> Memo<Written> {
        Memo::new(move |_| {
            let template = self.template();
            self.track_target(target);
            self.document.with(|document| {
                let blocks = layout(document, template);
                let block = blocks.iter().find(|block| target_of(block) == Some(target));
                block
                    .map(|block| markdown::write_block(document, template, block))
                    .unwrap_or_default()
            })
        })
    }

    fn track_target(self, target: Target) {
        let Target::Part(section) = target else {
            self.document.track(Part::Extras);
            return;
        };
        self.document.track(Part::NothingToSay);
        let Some(part) = self.template().part(section) else {
            return;
        };
        for section in part.sections() {
            self.document.track(Part::Section(section));
            if section == Section::Timeline {
                self.document.track(Part::Field(Field::TimeZone));
            }
        }
    }
}
