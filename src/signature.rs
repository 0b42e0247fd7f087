//! HMAC-SHA256 under a shared secret, written as 64 hexadecimal digits.
//!
//! Conomy, "Handling webhooks": a signature is "a 64-character hexadecimal HMAC-SHA256 digest", compared in
//! constant time. Comparison is the MAC crate's own; this module never compares bytes itself.
//!
//! ```
//! use compliance_gate::signature::{Secret, Signature};
//!
//! let secret = Secret::new(b"WEBHOOK_SECRET")?;
//! let signature = secret.sign(&["{}"]);
//! assert!(secret.verify(&["{", "}"], &Signature::parse(&signature.to_string())?));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use core::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// A shared secret, held as keyed HMAC state so that no verification keys it again. Prints as a placeholder.
#[derive(Clone)]
pub struct Secret {
    keyed: Hmac<Sha256>,
    /// The same secret without the white space around it, where that differs: only a diagnosis uses it.
    trimmed: Option<Hmac<Sha256>>,
}

impl Secret {
    /// Keys the HMAC. Any bytes will do, but an empty secret verifies everybody's deliveries and is refused.
    ///
    /// # Errors
    ///
    /// [`EmptySecret`] where `bytes` is empty.
    pub fn new(bytes: &[u8]) -> Result<Self, EmptySecret> {
        let trimmed = trimmed(bytes);
        if bytes.is_empty() {
            return Err(EmptySecret);
        }
        let differs = trimmed.len() != bytes.len() && !trimmed.is_empty();
        Ok(Self { keyed: keyed(bytes)?, trimmed: if differs { Some(keyed(trimmed)?) } else { None } })
    }

    /// Signs the concatenation of `parts`.
    #[must_use]
    pub fn sign<P: AsRef<[u8]>>(&self, parts: &[P]) -> Signature {
        Signature(fed(&self.keyed, parts).finalize().into_bytes().into())
    }

    /// Whether `signature` is this secret's over the concatenation of `parts`, in constant time.
    #[must_use]
    pub fn verify<P: AsRef<[u8]>>(&self, parts: &[P], signature: &Signature) -> bool {
        fed(&self.keyed, parts).verify_slice(&signature.0).is_ok()
    }

    /// Whether `signature` would be this secret's, had the secret no surrounding white space.
    pub(crate) fn verify_trimmed<P: AsRef<[u8]>>(&self, parts: &[P], signature: &Signature) -> bool {
        self.trimmed.as_ref().is_some_and(|keyed| fed(keyed, parts).verify_slice(&signature.0).is_ok())
    }

    pub(crate) const fn has_white_space(&self) -> bool {
        self.trimmed.is_some()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// The 32 bytes of a signature. Has no `==`: [`Secret::verify`] is the one comparison.
#[derive(Clone)]
pub struct Signature([u8; 32]);

impl Signature {
    /// Reads exactly 64 hexadecimal digits, in either case, with nothing before or after.
    ///
    /// # Errors
    ///
    /// [`NotHex`] for any other text. A truncated signature is refused, valid or not.
    pub fn parse(text: &str) -> Result<Self, NotHex> {
        Self::from_digits(text.as_bytes()).ok_or_else(|| NotHex { characters: text.chars().count() })
    }

    /// As [`parse`](Self::parse), of what may be no text.
    #[inline(never)]
    pub(crate) fn from_digits(digits: &[u8]) -> Option<Self> {
        let digits = <&[u8; 64]>::try_from(digits).ok()?.map(digit);
        let mut bytes = [0; 32];
        for (byte, [high, low]) in bytes.iter_mut().zip(digits.as_chunks::<2>().0) {
            *byte = high << 4 | low;
        }
        (digits.iter().fold(0, |all, digit| all | digit) < NO_DIGIT).then_some(Self(bytes))
    }

    /// Reads the 32 bytes in Base64, in either alphabet, without its padding: only a diagnosis takes those.
    pub(crate) fn from_base64(text: &str) -> Option<Self> {
        let (mut bytes, mut held, mut bits) = ([0; 32], 0_u32, 0);
        let mut places = bytes.iter_mut();
        for digit in text.bytes() {
            held = held << 6 | sextet(digit)?;
            bits += 6;
            if bits >= 8 {
                bits -= 8;
                let [byte, ..] = (held >> bits).to_le_bytes();
                *places.next()? = byte;
            }
        }
        let is_whole = places.next().is_none();
        is_whole.then_some(Self(bytes))
    }
}

impl fmt::Display for Signature {
    /// Lower-case hexadecimal, as the provider prints it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for Signature {
    /// A signature made here is what a forger wants, so it does not reach logs by accident.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Signature(…)")
    }
}

/// The secret has no bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EmptySecret;

impl fmt::Display for EmptySecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a secret of at least one byte, found an empty one")
    }
}

impl core::error::Error for EmptySecret {}

/// The signature is not 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotHex {
    /// How many characters there were instead.
    pub characters: usize,
}

impl fmt::Display for NotHex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.characters {
            64 => f.write_str("expected 64 hexadecimal digits, found 64 characters that are not all digits"),
            n => write!(f, "expected 64 hexadecimal digits, found {n} characters"),
        }
    }
}

impl core::error::Error for NotHex {}

/// What a hexadecimal digit stands for, without a branch that random digits would mispredict: that costs more than
/// a tenth of verifying a short body.
const fn digit(byte: u8) -> u8 {
    let (number, letter) = (byte.wrapping_sub(b'0'), (byte | 0x20).wrapping_sub(b'a'));
    let (is_number, is_letter) = (mask(number < 10), mask(letter < 6));
    (number & is_number) | (letter.wrapping_add(10) & is_letter) | (NO_DIGIT & !(is_number | is_letter))
}

/// What a digit of Base64 stands for (RFC 4648, sections 4 and 5).
fn sextet(byte: u8) -> Option<u32> {
    let value = match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    };
    Some(value.into())
}

const fn mask(condition: bool) -> u8 {
    if condition { u8::MAX } else { 0 }
}

const NO_DIGIT: u8 = 16;

/// A secret without the white space around it: as text, where it is UTF-8, and then without a byte order mark too.
fn trimmed(secret: &[u8]) -> &[u8] {
    let is_around = |character: char| character.is_whitespace() || character == '\u{feff}';
    let Ok(mut text) = str::from_utf8(secret) else { return secret.trim_ascii() };
    while let Some(rest) = text.strip_prefix(is_around).or_else(|| text.strip_suffix(is_around)) {
        text = rest;
    }
    text.as_bytes()
}

fn keyed(bytes: &[u8]) -> Result<Hmac<Sha256>, EmptySecret> {
    // HMAC takes a key of any length; the error exists for MACs that do not.
    Hmac::new_from_slice(bytes).map_err(|_| EmptySecret)
}

fn fed<P: AsRef<[u8]>>(keyed: &Hmac<Sha256>, parts: &[P]) -> Hmac<Sha256> {
    let mut mac = keyed.clone();
    for part in parts.iter().map(P::as_ref).filter(|part| !part.is_empty()) {
        mac.update(part);
    }
    mac
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trimmed_secret_is_for_diagnosis_alone() {
        let (exact, padded) =
            (Secret::new(b"key").expect("not empty"), Secret::new(b" key\n").expect("not empty"));
        let signature = exact.sign(&["text"]);
        assert!(!padded.verify(&["text"], &signature));
        assert!(padded.verify_trimmed(&["text"], &signature));
        for padded in ["\u{a0}key", "\u{feff}key\n", "\u{b}key\u{b}", "\u{2028} key\u{3000}"] {
            let padded = Secret::new(padded.as_bytes()).expect("not empty");
            assert!(padded.verify_trimmed(&["text"], &signature));
        }
        let binary = Secret::new(b"\xff").expect("not empty").sign(&["text"]);
        assert!(
            Secret::new(b"\xff\n").expect("not empty").verify_trimmed(&["text"], &binary),
            "bytes are trimmed too"
        );
        assert!(!exact.verify_trimmed(&["text"], &signature), "nothing was trimmed");
        assert!(!Secret::new(b" \n").expect("not empty").verify_trimmed(&["text"], &signature));
    }
}
