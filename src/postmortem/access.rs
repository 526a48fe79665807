//! Fields by name: what a reader, a writer, a check or a form needs when it is driven by a table.

use super::{Field, Item, Moment, Postmortem, RowId};

impl Postmortem {
    /// A field that holds Markdown of its own; `None` for every other field.
    pub fn prose(&self, field: Field) -> Option<&str> {
        Some(match field {
            Field::Summary => &self.summary.text,
            Field::Cause => &self.summary.cause,
            Field::WhatUsersSaw => &self.impact.what_users_saw,
            Field::Trigger => &self.analysis.trigger,
            Field::RootCause => &self.analysis.root_cause,
            Field::Detection => &self.detection.text,
            Field::Resolution => &self.resolution.text,
            Field::Conclusion => &self.conclusion.text,
            _ => return None,
        })
    }

    /// The same field, to write.
    pub fn prose_mut(&mut self, field: Field) -> Option<&mut String> {
        Some(match field {
            Field::Summary => &mut self.summary.text,
            Field::Cause => &mut self.summary.cause,
            Field::WhatUsersSaw => &mut self.impact.what_users_saw,
            Field::Trigger => &mut self.analysis.trigger,
            Field::RootCause => &mut self.analysis.root_cause,
            Field::Detection => &mut self.detection.text,
            Field::Resolution => &mut self.resolution.text,
            Field::Conclusion => &mut self.conclusion.text,
            _ => return None,
        })
    }

    /// A field that is one line of plain text, typed values by their text; `None` for every other
    /// field.
    pub fn line(&self, field: Field) -> Option<String> {
        let overview = &self.overview;
        Some(match field {
            Field::Title => overview.title.clone(),
            Field::Reference => overview.reference.clone(),
            Field::Status => overview.status.text(),
            Field::Severity => overview.severity.text(),
            Field::SeverityMeaning => overview.severity_meaning.clone(),
            Field::Authors => overview.authors.clone(),
            Field::Services => overview.services.clone(),
            Field::TimeZone => self.summary.time_zone.clone(),
            Field::AffectedShare => self.impact.affected_share.text(),
            Field::AffectedNumber => self.impact.affected_number.clone(),
            _ => return None,
        })
    }

    /// Writes a one-line field from its text; does nothing for every other field.
    pub fn set_line(&mut self, field: Field, text: &str) {
        let overview = &mut self.overview;
        match field {
            Field::Title => overview.title = text.to_owned(),
            Field::Reference => overview.reference = text.to_owned(),
            Field::Status => overview.status = text.into(),
            Field::Severity => overview.severity = text.into(),
            Field::SeverityMeaning => overview.severity_meaning = text.to_owned(),
            Field::Authors => overview.authors = text.to_owned(),
            Field::Services => overview.services = text.to_owned(),
            Field::TimeZone => self.summary.time_zone = text.to_owned(),
            Field::AffectedShare => self.impact.affected_share = text.into(),
            Field::AffectedNumber => self.impact.affected_number = text.to_owned(),
            _ => {}
        }
    }

    /// A field that is a list of texts; `None` for every other field.
    pub fn items(&self, field: Field) -> Option<&Vec<Item>> {
        Some(match field {
            Field::Figures => &self.impact.figures,
            Field::Factors => &self.analysis.factors,
            Field::Whys => &self.analysis.whys,
            Field::Improvements => &self.follow_up.improvements,
            Field::WentWell => &self.lessons.went_well,
            Field::WentBadly => &self.lessons.went_badly,
            Field::Lucky => &self.lessons.lucky,
            _ => return None,
        })
    }

    /// The same list, to write.
    pub fn items_mut(&mut self, field: Field) -> Option<&mut Vec<Item>> {
        Some(match field {
            Field::Figures => &mut self.impact.figures,
            Field::Factors => &mut self.analysis.factors,
            Field::Whys => &mut self.analysis.whys,
            Field::Improvements => &mut self.follow_up.improvements,
            Field::WentWell => &mut self.lessons.went_well,
            Field::WentBadly => &mut self.lessons.went_badly,
            Field::Lucky => &mut self.lessons.lucky,
            _ => return None,
        })
    }

    /// The identities of a list's rows, in order; none for a field that is no list.
    pub fn row_ids(&self, field: Field) -> Vec<RowId> {
        match field {
            Field::Timeline => self.timeline.events.iter().map(|event| event.id).collect(),
            Field::ActionItems => {
                let actions = &self.follow_up.action_items;
                actions.iter().map(|action| action.id).collect()
            }
            Field::Extra => {
                let sections = &self.extras.sections;
                sections.iter().map(|section| section.id).collect()
            }
            _ => {
                let items = self.items(field).into_iter().flatten();
                items.map(|item| item.id).collect()
            }
        }
    }

    /// Start or end; `None` for every other field.
    pub fn moment(&self, field: Field) -> Option<&Moment> {
        match field {
            Field::Start => Some(&self.summary.start),
            Field::End => Some(&self.summary.end),
            _ => None,
        }
    }

    /// The same moment, to write.
    pub fn moment_mut(&mut self, field: Field) -> Option<&mut Moment> {
        match field {
            Field::Start => Some(&mut self.summary.start),
            Field::End => Some(&mut self.summary.end),
            _ => None,
        }
    }

    /// Whether nothing stands in the field. Blank text and blank rows count as nothing.
    pub fn is_empty(&self, field: Field) -> bool {
        let is_blank = |text: &str| text.trim().is_empty();
        match field {
            Field::Timeline => self.timeline.events.iter().all(super::Event::is_blank),
            Field::ActionItems => self
                .follow_up
                .action_items
                .iter()
                .all(super::ActionItem::is_blank),
            Field::Extra => self
                .extras
                .sections
                .iter()
                .all(super::ExtraSection::is_blank),
            _ => {
                self.prose(field).is_none_or(is_blank)
                    && self.line(field).is_none_or(|line| is_blank(&line))
                    && self.moment(field).is_none_or(Moment::is_empty)
                    && self
                        .items(field)
                        .is_none_or(|items| items.iter().all(|item| is_blank(&item.text)))
            }
        }
    }

    /// The highest number among the identities of rows; 0 when there are none.
    pub fn highest_row_id(&mut self) -> u64 {
        let mut highest = 0;
        self.for_each_row_id(|id| highest = highest.max(id.0));
        highest
    }

    /// Gives a new identity to every row whose identity another row has already, or that has none:
    /// two rows of one identity would show each other's text.
    pub fn make_row_ids_unique(&mut self) {
        let mut next = self.highest_row_id();
        let mut seen = std::collections::BTreeSet::new();
        self.for_each_row_id(|id| {
            if id.0 == 0 || !seen.insert(*id) {
                next = next.saturating_add(1);
                *id = RowId(next);
                seen.insert(*id);
            }
        });
    }

    /// Shows `visit` the identity of every row, in document order.
    pub(crate) fn for_each_row_id(&mut self, mut visit: impl FnMut(&mut RowId)) {
        for field in Field::ALL {
            for item in self.items_mut(*field).into_iter().flatten() {
                visit(&mut item.id);
            }
        }
        self.timeline
            .events
            .iter_mut()
            .for_each(|event| visit(&mut event.id));
        self.follow_up
            .action_items
            .iter_mut()
            .for_each(|action| visit(&mut action.id));
        self.extras
            .sections
            .iter_mut()
            .for_each(|section| visit(&mut section.id));
    }
}
