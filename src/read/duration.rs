//! Durations such as `90s`, `20m` and `1h30m`.

/// The seconds of a duration: numbers with `h`, `m`, `s`, each at most once and in this order.
pub fn seconds(text: &str) -> Option<u32> {
    let mut rest = text.trim();
    let mut total: u32 = 0;
    for (unit, length) in [('h', 3600), ('m', 60), ('s', 1)] {
        if let Some((number, behind)) = rest.split_once(unit) {
            let plain = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
            let number: u32 = plain.then(|| number.parse().ok()).flatten()?;
            total = total.checked_add(number.checked_mul(length)?)?;
            rest = behind;
        }
    }
    (rest.is_empty() && total > 0).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn reads_hours_minutes_seconds() {
        assert_eq!(seconds("90s"), Some(90));
        assert_eq!(seconds("20m"), Some(1200));
        assert_eq!(seconds("1h30m"), Some(5400));
        for bad in ["", "20", "m", "-5m", "5m1h", "1 h", "99999999h", "0s"] {
            assert_eq!(seconds(bad), None, "{bad}");
        }
    }
}
