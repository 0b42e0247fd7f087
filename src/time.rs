//! Instants, in milliseconds since 1970, and the two ways in which the providers and HTTP write them.
//!
//! Written here rather than taken from a crate: two formats, no time zones, no system clock, and a fraction of
//! the weight in wasm.

/// The last instant that JavaScript's `Date` can hold; every number up to it is exact there.
pub(crate) const MAX: i64 = 8_640_000_000_000_000;

/// The instant, or the nearest one that `Date` can hold.
pub(crate) fn bounded(instant: i64) -> i64 {
    instant.clamp(-MAX, MAX)
}

pub(crate) const SECOND: i64 = 1_000;
pub(crate) const HOUR: i64 = 3_600 * SECOND;
const DAY: i64 = 24 * HOUR;

/// Reads RFC 3339, section 5.6: a date, a time and an offset, such as `2026-04-17T15:30:00Z`.
pub(crate) fn rfc3339(text: &str) -> Option<i64> {
    let mut fields = Fields(text);
    let year = fields.digits(4)?;
    fields.literal("-")?;
    let month = fields.digits(2)?;
    fields.literal("-")?;
    let day = fields.digits(2)?;
    fields.one_of(&["T", "t", " "])?;
    let time = fields.time()?;
    let millis = fields.fraction()?;
    let offset = match fields.one_of(&["Z", "z", "+", "-"])? {
        0 | 1 => 0,
        sign => {
            let hours = fields.digits(2).filter(|hours| *hours < 24)?;
            fields.literal(":")?;
            let minutes = fields.digits(2).filter(|minutes| *minutes < 60)?;
            (hours * 60 + minutes) * 60 * SECOND * if sign == 2 { 1 } else { -1 }
        }
    };
    fields.end()?;
    Some(date(year, month, day)? + time + millis - offset)
}

/// Reads an HTTP date in the three forms of RFC 9110, section 5.6.7. `now` tells which century a year of two
/// digits is in: one that would be more than 50 years ahead is past.
pub(crate) fn http_date(text: &str, now: i64) -> Option<i64> {
    imf_fixdate(text).or_else(|| rfc850(text, now)).or_else(|| asctime(text))
}

/// `Sun, 06 Nov 1994 08:49:37 GMT`.
fn imf_fixdate(text: &str) -> Option<i64> {
    let mut fields = Fields(text);
    fields.one_of(&WEEKDAYS)?;
    fields.literal(", ")?;
    let day = fields.digits(2)?;
    fields.literal(" ")?;
    let month = fields.month()?;
    fields.literal(" ")?;
    let year = fields.digits(4)?;
    fields.literal(" ")?;
    let time = fields.time()?;
    fields.literal(" GMT")?;
    fields.end()?;
    Some(date(year, month, day)? + time)
}

/// `Sunday, 06-Nov-94 08:49:37 GMT`.
fn rfc850(text: &str, now: i64) -> Option<i64> {
    let mut fields = Fields(text);
    fields.one_of(&LONG_WEEKDAYS)?;
    fields.literal(", ")?;
    let day = fields.digits(2)?;
    fields.literal("-")?;
    let month = fields.month()?;
    fields.literal("-")?;
    let digits = fields.digits(2)?;
    fields.literal(" ")?;
    let time = fields.time()?;
    fields.literal(" GMT")?;
    fields.end()?;
    let now = bounded(now);
    let century = (1970 + now.div_euclid(MEAN_YEAR)).div_euclid(100) * 100;
    for year in [century + 100 + digits, century + digits, century - 100 + digits] {
        // A leap day has none of its like 50 years before.
        let fifty_before = date(year - 50, month, day).or_else(|| date(year - 50, month, 28));
        if let Some(midnight) = date(year, month, day)
            && fifty_before.is_some_and(|midnight| midnight + time <= now)
        {
            return Some(midnight + time);
        }
    }
    None
}

/// `Sun Nov  6 08:49:37 1994`.
fn asctime(text: &str) -> Option<i64> {
    let mut fields = Fields(text);
    fields.one_of(&WEEKDAYS)?;
    fields.literal(" ")?;
    let month = fields.month()?;
    fields.literal(" ")?;
    let day = if fields.literal(" ").is_some() { fields.digits(1)? } else { fields.digits(2)? };
    fields.literal(" ")?;
    let time = fields.time()?;
    fields.literal(" ")?;
    let year = fields.digits(4)?;
    fields.end()?;
    Some(date(year, month, day)? + time)
}

/// What is left of a text that is read from its front.
struct Fields<'a>(&'a str);

impl Fields<'_> {
    fn literal(&mut self, literal: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(literal)?;
        Some(())
    }

    /// Passes one of `literals`, and gives its place among them.
    fn one_of(&mut self, literals: &[&str]) -> Option<usize> {
        let place = literals.iter().position(|literal| self.0.starts_with(literal))?;
        self.literal(literals.get(place)?)?;
        Some(place)
    }

    fn digits(&mut self, count: usize) -> Option<i64> {
        let (digits, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
    }

    fn month(&mut self) -> Option<i64> {
        i64::try_from(self.one_of(&MONTHS)? + 1).ok()
    }

    /// `hh:mm:ss`; second 60 is a leap second, which is the next minute's first.
    fn time(&mut self) -> Option<i64> {
        let hours = self.digits(2).filter(|hours| *hours < 24)?;
        self.literal(":")?;
        let minutes = self.digits(2).filter(|minutes| *minutes < 60)?;
        self.literal(":")?;
        let seconds = self.digits(2).filter(|seconds| *seconds <= 60)?;
        Some(((hours * 60 + minutes) * 60 + seconds) * SECOND)
    }

    /// The milliseconds of `.123456`; none where there is no fraction.
    fn fraction(&mut self) -> Option<i64> {
        if self.literal(".").is_none() {
            return Some(0);
        }
        let end = self.0.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.0.len());
        let (digits, rest) = self.0.split_at_checked(end).filter(|(digits, _)| !digits.is_empty())?;
        self.0 = rest;
        Some(digits.bytes().chain(*b"000").take(3).fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0')))
    }

    fn end(&self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}

/// Midnight of a day of the Gregorian calendar. Years begin in March here, so that the leap day is a year's last.
fn date(year: i64, month: i64, day: i64) -> Option<i64> {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if !(1..=length).contains(&day) {
        return None;
    }
    let year = if month > 2 { year } else { year - 1 };
    let month = (month + 9) % 12;
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    let days = year * 365 + leap_days + (month * 153 + 2) / 5 + day - 1;
    Some((days - DAYS_TO_1970) * DAY)
}

/// From 1 March of year 0 to 1 January 1970.
const DAYS_TO_1970: i64 = 719_468;
/// 365.2425 days.
const MEAN_YEAR: i64 = 31_556_952 * SECOND;
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const LONG_WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_776_439_800_000;

    #[test]
    fn timestamps() {
        // `date -u -d TEXT +%s` of GNU coreutils gave the seconds.
        let table = [
            ("1970-01-01T00:00:00Z", Some(0)),
            ("2026-04-17T15:30:00Z", Some(NOW)),
            ("2026-04-17t15:30:00.5z", Some(NOW + 500)),
            ("2026-04-17 15:30:00.123987Z", Some(NOW + 123)),
            ("2026-04-17T12:30:00-03:00", Some(NOW)),
            ("2026-04-17T21:15:00+05:45", Some(NOW)),
            ("2000-02-29T23:59:60Z", Some(951_868_800_000)),
            ("2024-02-29T00:00:00Z", Some(1_709_164_800_000)),
            ("1969-12-31T23:59:59.999Z", Some(-1)),
            ("0000-03-01T00:00:00Z", Some(-62_162_035_200_000)),
            ("9999-12-31T23:59:59Z", Some(253_402_300_799_000)),
            ("2100-02-29T00:00:00Z", None),
            ("2026-13-01T00:00:00Z", None),
            ("2026-00-01T00:00:00Z", None),
            ("2026-04-31T00:00:00Z", None),
            ("2026-04-00T00:00:00Z", None),
            ("2026-04-17T24:00:00Z", None),
            ("2026-04-17T15:30:00", None),
            ("2026-04-17T15:30:00.Z", None),
            ("2026-04-17T15:30:00+24:00", None),
            ("2026-04-17T15:30:00Zx", None),
            ("2026-04-17", None),
            ("+026-04-17T15:30:00Z", None),
            ("é026-04-17T15:30:00Z", None),
            ("", None),
        ];
        for (text, expected) in table {
            assert_eq!(rfc3339(text), expected, "{text}");
        }
    }

    #[test]
    fn http_dates() {
        // RFC 9110, section 5.6.7: the same instant in three forms.
        for text in
            ["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"]
        {
            assert_eq!(http_date(text, NOW), Some(784_111_777_000), "{text}");
        }
        let table = [
            ("Friday, 17-Apr-26 15:30:00 GMT", Some(NOW)),
            ("Friday, 17-Apr-76 15:30:00 GMT", Some(3_354_363_000_000)),
            ("Saturday, 17-Apr-77 15:30:00 GMT", Some(230_139_000_000)),
            ("Fri Apr 17 15:30:00 2026", Some(NOW)),
            // Ahead it would be by 50 years and eight months, and by less.
            ("Friday, 31-Dec-76 15:30:00 GMT", Some(220_894_200_000)),
            ("Saturday, 29-Feb-76 15:30:00 GMT", Some(3_350_215_800_000)),
            ("Fri, 17 Apr 2026 15:30:00 UTC", None),
            ("Fri, 17 Apr 2026 15:30:00", None),
            ("17 Apr 2026 15:30:00 GMT", None),
            ("Fri, 31 Apr 2026 15:30:00 GMT", None),
            ("2026-04-17T15:30:00Z", None),
            ("soon", None),
        ];
        for (text, expected) in table {
            assert_eq!(http_date(text, NOW), expected, "{text}");
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn days_follow_each_other(day in -719_468_i64..2_932_896) {
            // Hinnant's inverse, civil_from_days, written from its paper's formulas.
            let days = day + DAYS_TO_1970;
            let era = days.div_euclid(146_097);
            let of_era = days.rem_euclid(146_097);
            let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
            let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
            let shifted = (5 * of_year + 2) / 153;
            let in_month = of_year - (153 * shifted + 2) / 5 + 1;
            let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
            let year = year_of_era + era * 400 + i64::from(month <= 2);
            proptest::prop_assert_eq!(date(year, month, in_month), Some(day * DAY));
            let text = format!("{year:04}-{month:02}-{in_month:02}T00:00:00Z");
            if (0..=9999).contains(&year) {
                proptest::prop_assert_eq!(rfc3339(&text), Some(day * DAY), "{}", text);
            }
        }

        #[test]
        fn no_text_is_too_odd(
            text in "(\\PC*|Sunday, [0-3][0-9]-(Feb|Nov|Dec)-[0-9]{2} 08:49:37 GMT)",
            now in proptest::num::i64::ANY,
        ) {
            let _ = (rfc3339(&text), http_date(&text, now));
        }
    }
}
