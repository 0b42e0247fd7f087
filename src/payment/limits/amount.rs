use core::cmp::Ordering;
use core::fmt;

use crate::body::plain;

/// A decimal amount as the provider writes them, `^\d+(\.\d+)?$`: as many digits as it has, none of them rounded.
///
/// ```
/// use compliance_gate::payment::limits::Amount;
///
/// let amount = |text| Amount::parse(text).unwrap();
/// assert_eq!(amount("0100.50"), amount("100.5"));
/// assert!(amount("9007199254740993") > amount("9007199254740992.999"));
/// assert!(Amount::parse("1e3").is_none());
/// ```
#[derive(Clone, Debug)]
pub struct Amount {
    text: String,
}

impl Amount {
    /// Reads an amount; nothing where `text` is not one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        (is_digits(whole) && is_digits(fraction)).then(|| Self { text: text.to_owned() })
    }

    /// Reads a JSON number; nothing where it is negative. JavaScript prints large and small ones with an exponent.
    #[must_use]
    pub fn from_number(token: &str) -> Option<Self> {
        plain(token).map(|text| Self { text: text.into_owned() })
    }

    /// As it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The digits that count, before and behind the point.
    #[inline(never)]
    fn parts(&self) -> (&[u8], &[u8]) {
        let (whole, fraction) = self.text.split_once('.').unwrap_or((&self.text, ""));
        let (mut whole, mut fraction) = (whole.as_bytes(), fraction.as_bytes());
        while let [b'0', rest @ ..] = whole {
            whole = rest;
        }
        while let [rest @ .., b'0'] = fraction {
            fraction = rest;
        }
        (whole, fraction)
    }
}

impl Ord for Amount {
    fn cmp(&self, other: &Self) -> Ordering {
        let ((whole, fraction), (other_whole, other_fraction)) = (self.parts(), other.parts());
        // Without leading zeros the longer number is the larger one; behind the point, text order is the order.
        (whole.len(), whole, fraction).cmp(&(other_whole.len(), other_whole, other_fraction))
    }
}

impl PartialOrd for Amount {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Amount {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Amount {}

impl fmt::Display for Amount {
    /// As it was written.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
