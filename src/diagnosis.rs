//! Why a delivery fails, most specific cause first.
//!
//! A cause is proved where it is seen in the delivery itself, or where undoing it makes the signature match; where
//! nothing proves anything, what is left is a wrong key or altered content. No message has a secret or an expected signature in it.

mod not_hex;
mod reencoded;
mod signer;

use core::fmt;

use crate::delivery::{Accept, Dialect, Match, Refused, Unverified, Verifier};

use signer::Signed;

/// What [`diagnose`] found.
#[derive(Clone, Debug)]
pub struct Diagnosis {
    outcome: Result<Match, Refused>,
    causes: Vec<Cause>,
}

impl Diagnosis {
    /// How the delivery verifies, or what refuses it.
    ///
    /// # Errors
    ///
    /// What [`Unverified::verify`] gives.
    pub const fn outcome(&self) -> Result<&Match, &Refused> {
        self.outcome.as_ref()
    }

    /// The causes, most specific first; none where the delivery verifies.
    #[must_use]
    pub fn causes(&self) -> &[Cause] {
        &self.causes
    }
}

impl fmt::Display for Diagnosis {
    /// One sentence: how it verifies, or the most specific cause.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.outcome, self.causes.first()) {
            (Ok(matched), _) => write!(
                f,
                "verified with the key \"{}\": {} dialect, scope {}, form {}",
                matched.key_id,
                matched.dialect.as_str(),
                matched.scope.as_str(),
                matched.form.as_str()
            ),
            (Err(_), Some(cause)) => cause.fmt(f),
            (Err(refused), None) => refused.fmt(f),
        }
    }
}

/// One reason why a delivery may fail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    kind: Kind,
    proved: bool,
    message: String,
}

impl Cause {
    /// The kind of cause.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// Whether the cause is certain: seen in the delivery itself, or the signature matches once it is undone.
    #[must_use]
    pub const fn is_proved(&self) -> bool {
        self.proved
    }

    fn new(kind: Kind, proved: bool, message: impl Into<String>) -> Self {
        Self { kind, proved, message: message.into() }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// The kinds of cause, most specific first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// The body is no delivery at all.
    Unreadable,
    /// There is no signature.
    NoSignature,
    /// The signature is not 64 hexadecimal digits.
    NotHex,
    /// The configured secret has white space around it.
    SecretWhitespace,
    /// The signature is right, but not where, or not over what, the verifier is told to accept.
    NotAllowed,
    /// The body was written anew between the provider and here.
    Reencoded,
    /// None of the above.
    WrongKeyOrAltered,
}

impl Kind {
    /// The stable code.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::NoSignature => "no_signature",
            Self::NotHex => "not_64_hex",
            Self::SecretWhitespace => "secret_whitespace",
            Self::NotAllowed => "not_allowed",
            Self::Reencoded => "reencoded",
            Self::WrongKeyOrAltered => "wrong_key_or_altered",
        }
    }
}

/// Verifies, and where that fails says why.
#[must_use]
pub fn diagnose(unverified: Unverified<'_>, verifier: &Verifier) -> Diagnosis {
    match unverified.verify(verifier) {
        Ok(delivery) => Diagnosis { outcome: Ok(delivery.matched().clone()), causes: Vec::new() },
        Err(refused) => {
            let causes = causes(unverified, verifier, &refused);
            Diagnosis { outcome: Err(refused), causes }
        }
    }
}

fn causes(unverified: Unverified<'_>, verifier: &Verifier, refused: &Refused) -> Vec<Cause> {
    match refused {
        Refused::Body(malformed) => {
            vec![Cause::new(Kind::Unreadable, true, unreadable(unverified, malformed))]
        }
        Refused::SignatureMissing { dialect } => {
            let mut causes = elsewhere(unverified, verifier, *dialect);
            causes.push(Cause::new(Kind::NoSignature, true, no_signature(*dialect)));
            causes
        }
        Refused::SignatureMalformed { dialect, .. } => not_hex(unverified, verifier, *dialect, refused),
        Refused::SignatureRepeated => not_hex(unverified, verifier, Dialect::Header, refused),
        Refused::SignatureMismatch => mismatch(unverified, verifier),
    }
}

fn not_hex(
    unverified: Unverified<'_>,
    verifier: &Verifier,
    dialect: Dialect,
    refused: &Refused,
) -> Vec<Cause> {
    let mut causes = not_hex::causes(unverified, verifier, dialect, refused);
    causes.extend(elsewhere(unverified, verifier, dialect));
    causes
}

fn mismatch(unverified: Unverified<'_>, verifier: &Verifier) -> Vec<Cause> {
    let Ok(claim) = unverified.claim(verifier) else { return Vec::new() };
    let signed = Signed::find(&claim.body, &claim.signature, claim.dialect, verifier);
    let mut causes = signed
        .map_or(Vec::new(), |signed| signed.signer.causes(not_allowed(&signed, verifier, claim.dialect)));
    if causes.is_empty() {
        causes = elsewhere(unverified, verifier, claim.dialect);
    }
    if causes.is_empty() {
        causes = reencoded::causes(&claim, verifier);
    }
    if !causes.iter().any(Cause::is_proved) {
        let message = "no change that is known to happen on the way explains it: either none of the keys is the one \
                       this webhook is signed with (another environment's, or one rotated since), or the content was \
                       altered after it was signed";
        causes.push(Cause::new(Kind::WrongKeyOrAltered, false, message));
    }
    causes
}

fn no_signature(dialect: Dialect) -> String {
    let missing = Refused::SignatureMissing { dialect };
    format!(
        "{missing}; the provider signs only where a secretKey is configured for the webhook, so see the webhook's \
         settings in its dashboard, and whether something on the way drops it"
    )
}

fn unreadable(unverified: Unverified<'_>, malformed: &impl fmt::Display) -> String {
    let hint = match unverified.body() {
        [0x1f, 0x8b, ..] => "; the body is compressed (gzip): decompress it first",
        [b'"', ..] => "; the body is a JSON string: it may have been serialised twice",
        b"[object Object]" => "; the body was parsed, then printed as text: pass the raw body instead",
        _ => "",
    };
    format!("{malformed}{hint}")
}

/// Whether the verifier is set not to accept what a signature is over.
fn not_allowed(signed: &Signed<'_>, verifier: &Verifier, dialect: Dialect) -> Option<Cause> {
    if verifier.tried(dialect).contains(&(signed.scope, signed.form)) {
        return None;
    }
    let (scope, form) = (signed.scope.as_str(), signed.form.as_str());
    let message = format!(
        "the signature is right over the scope \"{scope}\" in the form \"{form}\", which this verifier is not set to accept"
    );
    Some(Cause::new(Kind::NotAllowed, true, message))
}

/// Whether there is a right signature in the place where the verifier did not look.
fn elsewhere(unverified: Unverified<'_>, verifier: &Verifier, dialect: Dialect) -> Vec<Cause> {
    let other = match dialect {
        Dialect::Body => Dialect::Header,
        Dialect::Header => Dialect::Body,
    };
    let message = match (verifier.accept().dialect, other) {
        (None, _) => {
            "the body's signature member is right, but the X-Webhook-Signature header is there too and decides alone"
        }
        (Some(_), Dialect::Body) => {
            "the body's signature member is right, but this verifier is set to the header dialect"
        }
        (Some(_), Dialect::Header) => {
            "the X-Webhook-Signature header is right, but this verifier is set to the body dialect"
        }
    };
    let accept = Accept { dialect: Some(other), ..verifier.accept().clone() };
    let Ok(claim) = unverified.claim(&verifier.with(accept)) else { return Vec::new() };
    let signed = Signed::find(&claim.body, &claim.signature, other, verifier);
    signed
        .map_or(Vec::new(), |signed| signed.signer.causes(Some(Cause::new(Kind::NotAllowed, true, message))))
}
