//! Deliveries as the provider would post them, for tests and sandboxes.

use core::fmt;

use super::{Dialect, Key};
use crate::body::{Body, Malformed, SIGNATURE};
use crate::signature::Signature;

/// A signed delivery, ready to post.
#[derive(Clone)]
pub struct Posted {
    body: String,
    header: Option<Signature>,
}

impl Posted {
    /// The body.
    #[must_use]
    pub fn body(&self) -> &str {
        &self.body
    }

    /// The value of the `X-Webhook-Signature` header, in the header dialect.
    #[must_use]
    pub fn header(&self) -> Option<String> {
        self.header.as_ref().map(Signature::to_string)
    }
}

impl fmt::Debug for Posted {
    /// It has a signature that is good, and personal data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Posted").field("bytes", &self.body.len()).finish_non_exhaustive()
    }
}

/// Signs a JSON object as it stands. In the body dialect the `signature` member is added last, as the
/// provider's own signer does (`/client-url` in its API description).
///
/// # Errors
///
/// [`NotSignable`] where `unsigned` is not one JSON object, strictly read, or has a signature already.
pub fn sign(unsigned: &str, key: &Key, dialect: Dialect) -> Result<Posted, NotSignable> {
    let body = Body::parse(unsigned.as_bytes()).map_err(NotSignable::Body)?;
    let signature = key.secret().sign(&[unsigned]);
    if dialect == Dialect::Header {
        return Ok(Posted { body: unsigned.to_owned(), header: Some(signature) });
    }
    if body.member(SIGNATURE).is_some() {
        return Err(NotSignable::AlreadySigned);
    }
    // One object with white space around it: the last brace is its end.
    let (inside, end) =
        unsigned.rfind('}').and_then(|at| unsigned.split_at_checked(at)).unwrap_or((unsigned, ""));
    let comma = if body.names_except(&[]).is_empty() { "" } else { "," };
    let signed = format!("{inside}{comma}\"{SIGNATURE}\":\"{signature}\"{end}");
    // One member more may be one too many.
    Body::parse(signed.as_bytes()).map_err(NotSignable::Body)?;
    Ok(Posted { body: signed, header: None })
}

/// Why a text cannot be signed as a delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotSignable {
    /// It has a `signature` member already.
    AlreadySigned,
    /// It is no delivery.
    Body(Malformed),
}

impl fmt::Display for NotSignable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AlreadySigned => f.write_str("expected a delivery without a signature member, found one"),
            Self::Body(malformed) => malformed.fmt(f),
        }
    }
}

impl core::error::Error for NotSignable {}
