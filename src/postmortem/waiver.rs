//! What a person says does not apply: a check's name, where, and why.
//!
//! A waiver names a check and does not know it: which findings it covers is for the checks to say.

use super::{Place, Postmortem, RowId, one_line};

/// A statement that what a check finds does not apply here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiver {
    /// The name of the check, or its code, as typed: letters, digits and hyphens.
    pub check: String,
    /// The field or the row that it is about; `None` for all of the document. A row that is gone is
    /// [`RowId`] 0 in the normal form, which no row has.
    pub place: Option<Place>,
    /// Why it does not apply: one line of plain text. Without one nothing is waived.
    pub reason: String,
}

impl Postmortem {
    /// Which row of its field a place is, from one on; `None` for a field as a whole, 0 for a row
    /// that is not there.
    pub(crate) fn position_of(&self, place: Place) -> Option<usize> {
        let row = place.row?;
        let mut rows = self.row_ids(place.field).into_iter();
        let is_named = row != RowId::default();
        let position = rows.position(|id| is_named && id == row);
        Some(position.map_or(0, |position| position + 1))
    }

    /// The place of the row at a position, as [`Self::position_of`] counts them.
    pub(crate) fn place_at(&self, place: Place, position: Option<usize>) -> Place {
        let Some(position) = position else {
            return Place::field(place.field);
        };
        let index = position.checked_sub(1);
        let rows = self.row_ids(place.field);
        let row = index.and_then(|index| rows.get(index)).copied();
        Place::row(place.field, row.unwrap_or_default())
    }

    /// Puts the waivers in their normal form, but for the identities of rows.
    pub(super) fn tidy_waivers(&mut self) {
        for waiver in &mut self.waivers {
            waiver.reason = one_line(&waiver.reason);
            let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
            waiver.check = waiver.check.replace(|c: char| !is_part(c), "-");
        }
        self.waivers.retain(|waiver| !waiver.check.is_empty());
    }

    /// Which row of its field each waiver is about, before the rows get other identities.
    pub(super) fn waived_positions(&self) -> Vec<Option<usize>> {
        let waivers = self.waivers.iter();
        let positions = waivers.map(|waiver| self.position_of(waiver.place?));
        positions.collect()
    }

    /// Makes each waiver about the row at its position again.
    pub(super) fn waive_at(&mut self, positions: Vec<Option<usize>>) {
        let mut waivers = std::mem::take(&mut self.waivers);
        for (waiver, position) in waivers.iter_mut().zip(positions) {
            waiver.place = waiver.place.map(|place| self.place_at(place, position));
        }
        self.waivers = waivers;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postmortem::{Field, Item};

    #[test]
    fn a_waiver_stays_with_its_row_when_rows_are_numbered_anew() {
        let mut document = Postmortem::default();
        for (id, text) in [(7, " "), (9, "one"), (4, "two")] {
            document.analysis.factors.push(Item {
                id: RowId(id),
                text: text.to_owned(),
            });
        }
        let waiver = |row| Waiver {
            check: "a check".to_owned(),
            place: Some(Place::row(Field::Factors, RowId(row))),
            reason: " said\nabove ".to_owned(),
        };
        document.waivers = vec![waiver(4), waiver(7), waiver(0), waiver(99)];
        let waivers = document.normalised().waivers;
        let rows: Vec<_> = waivers
            .iter()
            .map(|waiver| waiver.place.and_then(|place| place.row))
            .collect();
        assert_eq!(rows, [2, 0, 0, 0].map(|row| Some(RowId(row))));
        assert_eq!(waivers[0].check, "a-check");
        assert_eq!(waivers[0].reason, "said above");
    }
}
