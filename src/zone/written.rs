//! What people write for a zone, and which zone they mean.

use chrono::NaiveDateTime;

use super::abbreviations::{Meaning, meanings};
use super::{Offset, ZoneRules};

/// A zone: what was written for it, and what that means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    text: String,
    rule: Rule,
}

/// Where the offset of a zone comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Rule {
    /// The same all year.
    Fixed(Offset),
    /// The rules of a name of the IANA database.
    Named(String),
}

/// Which zone a text means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ZoneReading {
    /// None that is known.
    Unknown,
    /// This one.
    One(Zone),
    /// One of these, the likeliest first. The text of each is its full name, which means it alone:
    /// written in place of what was asked about, it need not be asked again.
    Several(Vec<Zone>),
}

impl Zone {
    /// UTC.
    pub fn utc() -> Self {
        Self::fixed(Offset::UTC)
    }

    /// A zone of one offset, written as that: "UTC+05:30".
    pub fn fixed(offset: Offset) -> Self {
        Self {
            text: offset.to_string(),
            rule: Rule::Fixed(offset),
        }
    }

    /// Reads what a person wrote for a zone: an offset ("UTC-5", "GMT", "+0200"), an abbreviation
    /// ("PST", "ET"), a name ("Pacific Time"), or a name of the IANA database in any case
    /// ("europe/oslo").
    pub fn read(text: &str, rules: &dyn ZoneRules) -> ZoneReading {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let zone = |text: &str, rule| Self {
            text: text.to_owned(),
            rule,
        };
        if let Some(offset) = Offset::parse(&text) {
            return ZoneReading::One(zone(&text, Rule::Fixed(offset)));
        }
        let meanings: Vec<_> = meanings(&text).collect();
        if let [one] = meanings.as_slice() {
            return one_of(one.meaning, |rule| zone(&text, rule));
        }
        if !meanings.is_empty() {
            let zones = meanings.iter().filter_map(|row| {
                let reading = one_of(row.meaning, |rule| zone(row.name, rule));
                reading.one()
            });
            return ZoneReading::Several(zones.collect());
        }
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '_' | '-' | '+');
        let name = text.replace(' ', "_");
        let starts_well = name.starts_with(|c: char| c.is_ascii_alphabetic());
        if !starts_well || !name.chars().all(is_name) {
            return ZoneReading::Unknown;
        }
        match rules.canonical(&name) {
            Some(name) => ZoneReading::One(zone(&name, Rule::Named(name.clone()))),
            None => ZoneReading::Unknown,
        }
    }

    /// The zone as it is written: as it was typed, names of the database in their usual spelling.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether both are the same zone, however it is written.
    pub fn is_same(&self, other: &Self) -> bool {
        self.rule == other.rule
    }

    /// The offset, when it is the same all year by what was written.
    pub fn fixed_offset(&self) -> Option<Offset> {
        match &self.rule {
            Rule::Fixed(offset) => Some(*offset),
            Rule::Named(_) => None,
        }
    }

    /// How far the zone is from UTC at a moment given in UTC. `None` when `rules` do not know it.
    pub fn offset_at(&self, utc: NaiveDateTime, rules: &dyn ZoneRules) -> Option<Offset> {
        match &self.rule {
            Rule::Fixed(offset) => Some(*offset),
            Rule::Named(name) => Offset::from_seconds(rules.offset_at(name, utc)?),
        }
    }

    /// The likeliest zones for the beginning of a text that is still being typed, at most `most`:
    /// names of the database in which a word begins with it.
    pub fn suggestions(text: &str, most: usize, rules: &dyn ZoneRules) -> Vec<String> {
        let wanted = text.trim().replace(' ', "_").to_ascii_lowercase();
        let begins = |name: &String| {
            let name = name.to_ascii_lowercase();
            let mut starts = name.match_indices(['/', '_']).map(|(at, _)| at + 1);
            name.starts_with(&wanted)
                || starts.any(|at| name.get(at..).is_some_and(|rest| rest.starts_with(&wanted)))
        };
        let mut names = rules.names();
        names.retain(|name| !wanted.is_empty() && begins(name));
        names.truncate(most);
        names
    }
}

impl ZoneReading {
    /// The zone, when there is one alone.
    pub fn one(self) -> Option<Zone> {
        match self {
            Self::One(zone) => Some(zone),
            Self::Unknown | Self::Several(_) => None,
        }
    }
}

fn one_of(meaning: Meaning, zone: impl Fn(Rule) -> Zone) -> ZoneReading {
    let rule = match meaning {
        Meaning::Minutes(minutes) => match Offset::from_seconds(i32::from(minutes) * 60) {
            Some(offset) => Rule::Fixed(offset),
            None => return ZoneReading::Unknown,
        },
        Meaning::Place(name) => Rule::Named(name.to_owned()),
    };
    ZoneReading::One(zone(rule))
}

/// A name of the database in its usual spelling: "America/Port_of_Spain". Right for every name that
/// a list of them may leave out because it is another one's old or new name.
pub(super) fn spelled(name: &str) -> String {
    let mut spelled = String::new();
    for part in name.split_inclusive(['/', '_', '-']) {
        let lower = part.to_ascii_lowercase();
        let word = lower.trim_end_matches(['/', '_', '-']);
        let is_capitals = name.len() <= 3 || matches!(word, "us" | "gmt" | "utc" | "uct");
        if is_capitals {
            spelled.push_str(&part.to_ascii_uppercase());
        } else if matches!(word, "of" | "es" | "au") {
            spelled.push_str(&lower);
        } else {
            let mut letters = lower.chars();
            spelled.extend(letters.next().map(|first| first.to_ascii_uppercase()));
            spelled.push_str(letters.as_str());
        }
    }
    spelled
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    struct Oslo;

    impl ZoneRules for Oslo {
        fn offset_at(&self, name: &str, _: NaiveDateTime) -> Option<i32> {
            name.eq_ignore_ascii_case("Europe/Oslo").then_some(3600)
        }
    }

    #[test]
    fn a_zone_is_read_as_it_is_written() {
        let utc = NaiveDate::default().into();
        for (text, written, seconds) in [
            ("UTC-5", "UTC-5", -18_000),
            ("est", "est", -18_000),
            ("Pacific  standard time", "Pacific standard time", -28_800),
            ("WAT", "WAT", 3600),
            ("west african time", "west african time", 3600),
            ("europe/oslo", "Europe/Oslo", 3600),
        ] {
            let zone = Zone::read(text, &Oslo).one().unwrap();
            assert_eq!(zone.text(), written);
            let offset = zone.offset_at(utc, &Oslo).unwrap();
            assert_eq!(offset.seconds(), seconds, "{text}");
        }
        for text in ["", "soon", "Europe/Atlantis", "Europe/Oslo!", "5"] {
            assert_eq!(Zone::read(text, &Oslo), ZoneReading::Unknown, "{text}");
        }
    }

    #[test]
    fn what_an_ambiguous_abbreviation_may_mean_is_asked_once() {
        for text in ["IST", "bst", "CST", "AST"] {
            let ZoneReading::Several(zones) = Zone::read(text, &Oslo) else {
                panic!("{text} has one reading");
            };
            assert!(zones.len() > 1, "{text}");
            for zone in zones {
                assert_eq!(Zone::read(zone.text(), &Oslo), ZoneReading::One(zone));
            }
        }
    }

    #[test]
    fn names_that_no_list_holds_are_spelled_as_usual() {
        for name in [
            "Asia/Ho_Chi_Minh",
            "America/Port_of_Spain",
            "America/Port-au-Prince",
            "US/Eastern",
            "Japan",
            "GB",
            "Etc/UTC",
        ] {
            assert_eq!(spelled(&name.to_ascii_lowercase()), name);
        }
    }
}
