//! Idempotency keys: what makes two deliveries the same event.
//!
//! Conomy, "Handling webhooks": the key is `event + ":" + transaction.id + ":" + transaction.status`. Written
//! so, `a:b` and `c` would print like `a` and `b:c`; here `:` and `%` inside a part become `%3A` and `%25`, so
//! that ordinary ids print as documented and no two tuples share a key.

use core::fmt;

use sha2::{Digest, Sha256};

/// An idempotency key.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key(String);

impl Key {
    /// The key of a tuple. An absent part is written `%`, which no present part can be.
    ///
    /// ```
    /// use compliance_gate::idempotency::Key;
    ///
    /// let key = Key::from_parts(&[Some("payment.settled"), Some("69e0df45"), Some("SETTLED")]);
    /// assert_eq!(key.as_str(), "payment.settled:69e0df45:SETTLED");
    /// assert_eq!(Key::from_parts(&[Some("a:b"), None, Some("100%")]).as_str(), "a%3Ab:%:100%25");
    /// ```
    #[must_use]
    pub fn from_parts(parts: &[Option<&str>]) -> Self {
        let mut key = String::with_capacity(96);
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                key.push(':');
            }
            match part {
                Some(text) => push_escaped(&mut key, text),
                None => key.push(ABSENT),
            }
        }
        Self(key)
    }

    /// The key of a delivery that identifies nothing: its event and its content.
    #[must_use]
    pub fn from_content(event: Option<&str>, content_id: &ContentId) -> Self {
        let Self(mut key) = Self::from_parts(&[event]);
        key.push_str(":%sha256:");
        key.push_str(content_id.as_str());
        Self(key)
    }

    /// The key's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// SHA-256 of a signed text, lower-case hexadecimal: tells a repeat from another content under the same key.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ContentId(String);

impl ContentId {
    /// Hashes a signed text.
    #[must_use]
    pub fn of(signed_text: &str) -> Self {
        Self(hex::encode(Sha256::digest(signed_text.as_bytes())))
    }

    /// 64 lower-case hexadecimal digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ContentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn push_escaped(key: &mut String, part: &str) {
    for character in part.chars() {
        match character {
            ':' => key.push_str("%3A"),
            '%' => key.push_str("%25"),
            other => key.push(other),
        }
    }
}

const ABSENT: char = '%';
