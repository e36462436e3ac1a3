//! Dates in the interface's language.

use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;

use super::Strings;

impl Strings {
    /// An ISO 8601 date or date and time in words; the value itself where it is neither. Times without a zone
    /// are shown as they stand.
    pub fn date(&self, iso: &str) -> String {
        let (day, time) = iso.split_at_checked(10).unwrap_or((iso, ""));
        let date = Date::new(&JsValue::from_str(day));
        if date.get_time().is_nan() {
            return iso.to_owned();
        }
        let options = Object::new();
        for (name, value) in [
            ("timeZone", "UTC"),
            ("day", "numeric"),
            ("month", "long"),
            ("year", "numeric"),
        ] {
            // Setting a property of a new plain object does not fail.
            let _ = Reflect::set(&options, &name.into(), &value.into());
        }
        let (locale, joint) = match self.language().word() {
            "en" => ("en-GB", ", "),
            other => (other, " "),
        };
        let day = String::from(date.to_locale_date_string(locale, &options));
        match time.get(1..6).filter(|clock| clock.as_bytes()[2] == b':') {
            Some(clock) => format!("{day}{joint}{clock}"),
            None => day,
        }
    }
}
