//! What users and the business felt.

use super::{Entered, Item, Typed};

/// What users saw, how many they were, and what else was counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Impact {
    /// What users saw and could not do: Markdown.
    pub what_users_saw: String,
    /// The share of users affected.
    pub affected_share: Entered<Percent>,
    /// The number affected, with its unit, as written: `about 12,000 customers`.
    pub affected_number: String,
    /// Other figures: failed requests, support cases, money.
    pub figures: Vec<Item>,
}

/// A share from 0 to 100 per cent, kept in hundredths of a per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent {
    hundredths: u16,
}

impl Percent {
    /// The share in per cent.
    pub fn value(self) -> f64 {
        f64::from(self.hundredths) / 100.0
    }

    /// A share of `hundredths` of a per cent; `None` above 10,000.
    pub fn from_hundredths(hundredths: u16) -> Option<Self> {
        (hundredths <= 10_000).then_some(Self { hundredths })
    }
}

impl Typed for Percent {
    /// Understands "80", "80%", "80 %", "99.95 percent" and "0,5 %", with at most two decimals.
    fn parse(text: &str) -> Option<Self> {
        let lower = text.trim().to_ascii_lowercase();
        let number = ["%", "percent", "per cent"]
            .iter()
            .find_map(|unit| lower.strip_suffix(unit))
            .unwrap_or(&lower)
            .trim_end();
        let (whole, decimals) = number.split_once(['.', ',']).unwrap_or((number, "0"));
        let is_digits = |part: &str, most: usize| {
            (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !is_digits(whole, 3) || !is_digits(decimals, 2) {
            return None;
        }
        let scale = if decimals.len() == 1 { 10 } else { 1 };
        let hundredths = whole.parse::<u16>().ok()?.checked_mul(100)?;
        Self::from_hundredths(hundredths.checked_add(decimals.parse::<u16>().ok()? * scale)?)
    }

    fn canonical(&self) -> String {
        let (whole, rest) = (self.hundredths / 100, self.hundredths % 100);
        match (rest, rest % 10) {
            (0, _) => format!("{whole}%"),
            (_, 0) => format!("{whole}.{}%", rest / 10),
            _ => format!("{whole}.{rest:02}%"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_read_in_the_ways_people_type_it() {
        for (typed, shown) in [
            ("80", "80%"),
            ("80 %", "80%"),
            ("99.95 percent", "99.95%"),
            ("0,5%", "0.5%"),
            ("12.05", "12.05%"),
            ("100%", "100%"),
        ] {
            assert_eq!(
                Percent::parse(typed)
                    .map(|share| share.canonical())
                    .as_deref(),
                Some(shown)
            );
        }
        for typed in ["101", "-3", "about 20%", "<1%", "1.234", "", "%", "700"] {
            assert_eq!(Percent::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn every_share_is_read_back_from_its_canonical_spelling() {
        for share in (0..=10_000).filter_map(Percent::from_hundredths) {
            assert_eq!(Percent::parse(&share.canonical()), Some(share));
        }
    }
}
