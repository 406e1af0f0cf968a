//! The day, from the browser's clock in the reader's time zone.

use crate::model::date::Date;

pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = u16::try_from(now.get_full_year()).unwrap_or(9999);
    let (month, day) =
        (u8::try_from(now.get_month() + 1).unwrap_or(1), u8::try_from(now.get_date()).unwrap_or(1));
    Date { year, month, day }
}
