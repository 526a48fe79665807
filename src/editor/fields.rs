//! The text of one input, as something a view can show and write.

use super::document::Document;
use super::open_draft::Editor;
use crate::postmortem::{Facet, Place, Spot};

/// The text of one input, whatever its type. Copies share it.
#[derive(Clone, Copy)]
pub struct Entry {
    document: Document,
    spot: Spot,
}

impl Entry {
    /// The text: canonical when understood, else as typed.
    pub fn text(self) -> String {
        self.document.track(self.spot.place);
        self.document
            .with(|postmortem| postmortem.text_at(self.spot))
    }

    /// Which of the texts of its place it is.
    pub fn facet(self) -> Facet {
        self.spot.facet
    }

    /// Whether something stands there that could not be understood.
    pub fn is_as_typed(self) -> bool {
        self.document.track(self.spot.place);
        self.document
            .with(|postmortem| postmortem.is_as_typed_at(self.spot))
    }

    /// Whether a text, typed there, would mean what stands there now.
    pub fn means(self, typed: &str) -> bool {
        !typed.is_empty()
            && self
                .document
                .with(|postmortem| postmortem.means_at(self.spot, typed))
    }

    /// Takes a text as it was typed.
    pub fn set(self, text: &str) {
        self.document.edit(self.spot.place, |postmortem| {
            postmortem.enter_at(self.spot, text).then_some(())
        });
    }
}

impl Editor {
    /// The only or main text of a place.
    pub fn entry(self, place: Place) -> Entry {
        self.facet(place, Facet::Text)
    }

    /// One of the texts of a place.
    pub fn facet(self, place: Place, facet: Facet) -> Entry {
        Entry {
            document: self.document,
            spot: Spot { place, facet },
        }
    }
}
