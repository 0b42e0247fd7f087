//! A delivery: from a received body to what its signature covers, and nothing else.
//!
//! Conomy documents two dialects, a `signature` member in the body and an `X-Webhook-Signature` header, and two
//! wordings of what the body's signature covers. A [`Verifier`] tries those it is told to accept, and the
//! [`Delivery`] says which one held.
//!
//! ```
//! use compliance_gate::delivery::{Dialect, Key, Unverified, Verifier, sign};
//!
//! let key = Key::new("current", b"WEBHOOK_SECRET")?;
//! let posted = sign(r#"{"event":"payment.settled","data":{}}"#, &key, Dialect::Body)?;
//! let verifier = Verifier::new(vec![key])?;
//!
//! let delivery = Unverified::new(posted.body().as_bytes()).verify(&verifier)?;
//! assert_eq!(delivery.signed_text(), r#"{"event":"payment.settled","data":{}}"#);
//! assert_eq!(delivery.key_id(), "current");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod refused;
mod sign;
mod verifier;

pub use refused::Refused;
pub use sign::{NotSignable, Posted, sign};
pub(crate) use verifier::Claim;
#[cfg(target_arch = "wasm32")]
pub(crate) use verifier::Found;
pub use verifier::{
    Accept, DEFAULT_MAX_BODY_BYTES, InvalidVerifier, Key, MAX_BODY_BYTES, MAX_KEYS, Match, Unverified,
    Verifier,
};

use core::fmt;

use crate::body::{Form, Malformed, Scope};
use crate::envelope::Envelope;
use crate::idempotency::{self, ContentId};

/// Where the signature of a delivery is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// The body's `signature` member.
    Body,
    /// The `X-Webhook-Signature` header.
    Header,
}

impl Dialect {
    /// Every dialect.
    pub const ALL: [Self; 2] = [Self::Body, Self::Header];

    /// The name in results and options.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Header => "header",
        }
    }
}

/// The header that carries the signature in the header dialect.
pub const SIGNATURE_HEADER: &str = "X-Webhook-Signature";

/// A verified delivery. It owns its text: the received body may go.
#[derive(Clone)]
pub struct Delivery {
    matched: Match,
    signed_text: String,
    uncovered: Vec<String>,
}

impl Delivery {
    /// How the delivery verified.
    #[must_use]
    pub const fn matched(&self) -> &Match {
        &self.matched
    }

    /// Where the signature was.
    #[must_use]
    pub const fn dialect(&self) -> Dialect {
        self.matched.dialect
    }

    /// What it covers.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        self.matched.scope
    }

    /// How the signed text was found.
    #[must_use]
    pub const fn form(&self) -> Form {
        self.matched.form
    }

    /// The id of the key that matched.
    #[must_use]
    pub fn key_id(&self) -> &str {
        &self.matched.key_id
    }

    /// The exact text that was signed: one JSON object, and the only part of the body to act on.
    #[must_use]
    pub fn signed_text(&self) -> &str {
        &self.signed_text
    }

    /// The names of top-level members that the signature does not cover, each as the JSON string it was
    /// received as.
    #[must_use]
    pub fn uncovered(&self) -> &[String] {
        &self.uncovered
    }

    /// The event and its subject.
    ///
    /// # Errors
    ///
    /// None in practice: the signed text was read strictly when it was verified.
    pub fn envelope(&self) -> Result<Envelope<'_>, Malformed> {
        Envelope::parse(&self.signed_text)
    }

    /// What makes two deliveries the same event.
    ///
    /// # Errors
    ///
    /// As [`envelope`](Self::envelope).
    pub fn idempotency_key(&self) -> Result<idempotency::Key, Malformed> {
        Ok(self.envelope()?.idempotency_key())
    }

    /// Tells a repeat from another content under the same key.
    #[must_use]
    pub fn content_id(&self) -> ContentId {
        ContentId::of(&self.signed_text)
    }
}

impl fmt::Debug for Delivery {
    /// The text is personal data, so it does not reach logs by accident.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Delivery")
            .field("matched", &self.matched)
            .field("bytes", &self.signed_text.len())
            .finish_non_exhaustive()
    }
}
