//! The day and the time, from the browser's clock in the reader's time zone.

use crate::app::clock::Time;
use crate::model::date::Date;

pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = u16::try_from(now.get_full_year()).unwrap_or(9999);
    let (month, day) =
        (u8::try_from(now.get_month() + 1).unwrap_or(1), u8::try_from(now.get_date()).unwrap_or(1));
    Date { year, month, day }
}

/// The time of day, in the reader's time zone.
pub fn time() -> Time {
    let now = js_sys::Date::new_0();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "fits until 2106")]
    let seconds = (now.get_time() / 1000.0) as u32;
    let small = |number: u32| u8::try_from(number).unwrap_or(0);
    Time { seconds, hour: small(now.get_hours()), minute: small(now.get_minutes()) }
}
