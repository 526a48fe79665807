//! What the time is, and how the person's own locale writes it.

use chrono::NaiveDate;
use js_sys::{Date, Math};
use wasm_bindgen::JsValue;

use crate::draft::{DraftId, Millis};

/// Now.
pub fn now() -> Millis {
    millis(Date::now())
}

/// The date of today in the machine's zone; `None` only where its clock is out of all bounds.
pub fn today() -> Option<NaiveDate> {
    let now = Date::new_0();
    let year = i32::try_from(now.get_full_year()).ok()?;
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date())
}

/// How far the machine's clock is ahead of UTC now.
pub fn minutes_ahead_of_utc() -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "at most a day")]
    let behind = Date::new_0().get_timezone_offset() as i32;
    -behind
}

/// A moment as the person's locale writes it, to the minute, in the machine's zone.
pub fn date_and_time(at: Millis) -> String {
    #[expect(clippy::cast_precision_loss, reason = "dates stay far below 2^53 ms")]
    let date = Date::new(&JsValue::from_f64(at.0 as f64));
    let options = js_sys::Object::new();
    for (name, value) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        // Setting a property of a fresh object cannot fail.
        let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
    }
    String::from(date.to_locale_string("default", &options))
}

/// An identifier that no other draft has: the time, and chance.
pub fn new_draft_id() -> DraftId {
    let chance = Math::random() * f64::from(u32::MAX);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "0 to u32::MAX"
    )]
    let chance = chance as u32;
    DraftId(format!("{:x}-{chance:08x}", now().0))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float to u64 saturates, and the time is a whole number of milliseconds"
)]
fn millis(at: f64) -> Millis {
    Millis(at as u64)
}
