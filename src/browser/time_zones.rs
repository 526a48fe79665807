//! The rules of zones as the browser knows them, and the zone that the machine is in.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::zone::ZoneRules;

#[wasm_bindgen]
extern "C" {
    /// `Intl.DateTimeFormat`: js-sys has it too, but its constructor does not return the error that
    /// a zone is which the browser does not know.
    #[wasm_bindgen(js_namespace = Intl, js_name = DateTimeFormat)]
    type Format;

    #[wasm_bindgen(catch, constructor, js_namespace = Intl, js_class = "DateTimeFormat")]
    fn new(locale: &str, options: &Object) -> Result<Format, JsValue>;

    #[wasm_bindgen(catch, method, js_name = formatToParts)]
    fn parts(this: &Format, millis: f64) -> Result<Array, JsValue>;

    #[wasm_bindgen(method, js_name = resolvedOptions)]
    fn resolved_options(this: &Format) -> Object;
}

/// The rules of zones that the browser knows. Keeps what it has asked for.
#[derive(Default)]
pub struct TimeZones {
    formats: RefCell<BTreeMap<String, Option<Format>>>,
    names: OnceCell<Vec<String>>,
}

impl ZoneRules for TimeZones {
    fn offset_at(&self, name: &str, utc: NaiveDateTime) -> Option<i32> {
        let mut formats = self.formats.borrow_mut();
        if !formats.contains_key(name) {
            formats.insert(name.to_owned(), format_in(name));
        }
        let local = local_time(formats.get(name)?.as_ref()?, utc)?;
        i32::try_from((local - utc).num_seconds()).ok()
    }

    fn names(&self) -> Vec<String> {
        self.names
            .get_or_init(|| listed().unwrap_or_default())
            .clone()
    }
}

/// The name of the zone that the machine is in; `None` when the browser does not tell.
pub fn local_zone() -> Option<String> {
    let format = Format::new("en-US", &Object::new()).ok()?;
    text(&format.resolved_options(), "timeZone")
}

/// What writes a moment as the local time of a zone; `None` when the browser does not know it.
fn format_in(zone: &str) -> Option<Format> {
    let options = Object::new();
    for (name, value) in [
        ("timeZone", zone),
        ("calendar", "gregory"),
        ("numberingSystem", "latn"),
        // With 24-hour clocks of other kinds midnight is 24.
        ("hourCycle", "h23"),
        // Years before the year one count backwards.
        ("era", "short"),
        ("year", "numeric"),
        ("month", "numeric"),
        ("day", "numeric"),
        ("hour", "numeric"),
        ("minute", "numeric"),
        ("second", "numeric"),
    ] {
        Reflect::set(&options, &name.into(), &value.into()).ok()?;
    }
    Format::new("en-US", &options).ok()
}

/// The local time at a moment given in UTC, to the second: offsets were no whole minutes once.
fn local_time(format: &Format, utc: NaiveDateTime) -> Option<NaiveDateTime> {
    #[expect(clippy::cast_precision_loss, reason = "dates stay far below 2^53 ms")]
    let millis = utc.and_utc().timestamp_millis() as f64;
    let mut year: i32 = 0;
    let (mut month, mut day, mut hour, mut minute, mut second) = (0, 0, 0, 0, 0);
    let mut is_before_christ = false;
    for part in format.parts(millis).ok()?.iter() {
        let value = text(&part, "value")?;
        let number = || value.parse::<u32>().ok();
        match text(&part, "type")?.as_str() {
            "era" => is_before_christ = value.starts_with('B'),
            "year" => year = i32::try_from(number()?).ok()?,
            "month" => month = number()?,
            "day" => day = number()?,
            "hour" => hour = number()?,
            "minute" => minute = number()?,
            "second" => second = number()?,
            _ => {}
        }
    }
    if is_before_christ {
        year = 1 - year;
    }
    NaiveDate::from_ymd_opt(year, month, day)?.and_hms_opt(hour, minute, second)
}

/// `Intl.supportedValuesOf("timeZone")`, which browsers have had since 2022.
fn listed() -> Option<Vec<String>> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let values = Reflect::get(&intl, &"supportedValuesOf".into()).ok()?;
    let values: Function = values.dyn_into().ok()?;
    let names = values.call1(&intl, &"timeZone".into()).ok()?;
    let names: Array = names.dyn_into().ok()?;
    Some(names.iter().filter_map(|name| name.as_string()).collect())
}

fn text(object: &JsValue, name: &str) -> Option<String> {
    Reflect::get(object, &name.into()).ok()?.as_string()
}
