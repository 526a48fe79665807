//! Abbreviations and names of zones as people write them. No table of rules: each stands for an
//! offset, or for the place whose clocks it follows.
//!
//! The offsets are those of the abbreviations in the IANA database; which place a general name means
//! ("Eastern Time") is that of Unicode CLDR's metazones.

/// What an abbreviation or a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Minutes ahead of UTC, all year.
    Minutes(i16),
    /// Whatever the clocks of a place show.
    Place(&'static str),
}

/// One meaning of an abbreviation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Abbreviation {
    /// The abbreviation, in capitals; empty for a name that has none.
    pub(super) short: &'static str,
    /// What it abbreviates, unlike that of any other meaning.
    pub(super) name: &'static str,
    pub(super) meaning: Meaning,
}

/// Every meaning that a text has as an abbreviation, or the one that it has as a name. In any case.
pub(super) fn meanings(text: &str) -> impl Iterator<Item = &'static Abbreviation> {
    ABBREVIATIONS.iter().filter(move |row| {
        let is_short = !text.is_empty() && row.short.eq_ignore_ascii_case(text);
        is_short || is_name(row.name, text)
    })
}

/// Whether a text is a name, or a common variant of it: "Indian Standard Time", "Eastern time".
fn is_name(name: &str, text: &str) -> bool {
    let usual = |word: &str| match word.to_ascii_lowercase().as_str() {
        "indian" => "india".to_owned(),
        "african" => "africa".to_owned(),
        "australia" => "australian".to_owned(),
        word => word.to_owned(),
    };
    let words = |text: &str| text.split(' ').map(usual).collect::<Vec<_>>();
    text.contains(' ') && words(name) == words(text)
}

const fn minutes(short: &'static str, name: &'static str, minutes: i16) -> Abbreviation {
    Abbreviation {
        short,
        name,
        meaning: Meaning::Minutes(minutes),
    }
}

const fn place(short: &'static str, name: &'static str, place: &'static str) -> Abbreviation {
    Abbreviation {
        short,
        name,
        meaning: Meaning::Place(place),
    }
}

/// Where one abbreviation has several meanings, the one that is meant most often comes first.
#[rustfmt::skip]
const ABBREVIATIONS: &[Abbreviation] = &[
    minutes("UTC", "Coordinated Universal Time", 0),
    minutes("GMT", "Greenwich Mean Time", 0),
    // North America
    place("PT", "Pacific Time", "America/Los_Angeles"),
    minutes("PST", "Pacific Standard Time", -480),
    minutes("PDT", "Pacific Daylight Time", -420),
    place("MT", "Mountain Time", "America/Denver"),
    minutes("MST", "Mountain Standard Time", -420),
    minutes("MDT", "Mountain Daylight Time", -360),
    place("CT", "Central Time", "America/Chicago"),
    minutes("CST", "Central Standard Time", -360),
    minutes("CST", "China Standard Time", 480),
    minutes("CST", "Cuba Standard Time", -300),
    minutes("CDT", "Central Daylight Time", -300),
    place("ET", "Eastern Time", "America/New_York"),
    minutes("EST", "Eastern Standard Time", -300),
    minutes("EDT", "Eastern Daylight Time", -240),
    place("", "Atlantic Time", "America/Halifax"),
    minutes("AST", "Atlantic Standard Time", -240),
    minutes("AST", "Arabia Standard Time", 180),
    minutes("ADT", "Atlantic Daylight Time", -180),
    minutes("NST", "Newfoundland Standard Time", -210),
    minutes("NDT", "Newfoundland Daylight Time", -150),
    place("AKT", "Alaska Time", "America/Anchorage"),
    minutes("AKST", "Alaska Standard Time", -540),
    minutes("AKDT", "Alaska Daylight Time", -480),
    minutes("HST", "Hawaii Standard Time", -600),
    // South America
    minutes("BRT", "Brasilia Time", -180),
    minutes("ART", "Argentina Time", -180),
    minutes("UYT", "Uruguay Time", -180),
    minutes("CLT", "Chile Standard Time", -240),
    minutes("CLST", "Chile Summer Time", -180),
    minutes("COT", "Colombia Time", -300),
    minutes("PET", "Peru Time", -300),
    minutes("VET", "Venezuela Time", -240),
    minutes("BOT", "Bolivia Time", -240),
    minutes("AMT", "Amazon Time", -240),
    minutes("AMT", "Armenia Time", 240),
    // Europe
    minutes("WET", "Western European Time", 0),
    minutes("WEST", "Western European Summer Time", 60),
    minutes("BST", "British Summer Time", 60),
    minutes("BST", "Bangladesh Standard Time", 360),
    minutes("BST", "Bougainville Standard Time", 660),
    minutes("CET", "Central European Time", 60),
    minutes("CEST", "Central European Summer Time", 120),
    minutes("MET", "Middle European Time", 60),
    minutes("MEST", "Middle European Summer Time", 120),
    minutes("MEZ", "Mitteleuropäische Zeit", 60),
    minutes("MESZ", "Mitteleuropäische Sommerzeit", 120),
    minutes("EET", "Eastern European Time", 120),
    minutes("EEST", "Eastern European Summer Time", 180),
    minutes("MSK", "Moscow Time", 180),
    minutes("TRT", "Türkiye Time", 180),
    place("", "UK Time", "Europe/London"),
    // Africa
    minutes("WAT", "West Africa Time", 60),
    minutes("WAST", "West Africa Summer Time", 120),
    minutes("CAT", "Central Africa Time", 120),
    minutes("SAST", "South Africa Standard Time", 120),
    minutes("EAT", "East Africa Time", 180),
    // Asia
    minutes("IST", "India Standard Time", 330),
    minutes("IST", "Irish Standard Time", 60),
    minutes("IST", "Israel Standard Time", 120),
    minutes("IDT", "Israel Daylight Time", 180),
    minutes("GST", "Gulf Standard Time", 240),
    minutes("IRST", "Iran Standard Time", 210),
    minutes("AFT", "Afghanistan Time", 270),
    minutes("PKT", "Pakistan Standard Time", 300),
    minutes("NPT", "Nepal Time", 345),
    minutes("MMT", "Myanmar Time", 390),
    minutes("ICT", "Indochina Time", 420),
    minutes("WIB", "Western Indonesia Time", 420),
    minutes("WITA", "Central Indonesia Time", 480),
    minutes("WIT", "Eastern Indonesia Time", 540),
    minutes("SGT", "Singapore Time", 480),
    minutes("SST", "Singapore Standard Time", 480),
    minutes("SST", "Samoa Standard Time", -660),
    minutes("MYT", "Malaysia Time", 480),
    minutes("HKT", "Hong Kong Time", 480),
    minutes("PHT", "Philippine Time", 480),
    minutes("JST", "Japan Standard Time", 540),
    minutes("KST", "Korea Standard Time", 540),
    // Oceania
    minutes("WST", "Western Standard Time", 480),
    minutes("WST", "West Samoa Time", 780),
    minutes("AWST", "Australian Western Standard Time", 480),
    minutes("ACST", "Australian Central Standard Time", 570),
    minutes("ACDT", "Australian Central Daylight Time", 630),
    place("AET", "Australian Eastern Time", "Australia/Sydney"),
    minutes("AEST", "Australian Eastern Standard Time", 600),
    minutes("AEDT", "Australian Eastern Daylight Time", 660),
    place("NZT", "New Zealand Time", "Pacific/Auckland"),
    minutes("NZST", "New Zealand Standard Time", 720),
    minutes("NZDT", "New Zealand Daylight Time", 780),
    minutes("CHST", "Chamorro Standard Time", 600),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_name_is_one_meaning_and_no_abbreviation() {
        let mut names = BTreeSet::new();
        for row in ABBREVIATIONS {
            assert!(names.insert(row.name), "{} twice", row.name);
            assert_eq!(meanings(row.name).count(), 1, "{}", row.name);
            assert_eq!(row.short, row.short.to_ascii_uppercase());
        }
    }
}
