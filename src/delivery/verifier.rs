//! What is accepted, and the one way from an unverified body to a delivery.

use core::fmt;
use std::borrow::Cow;
use std::sync::Arc;

use super::{Delivery, Dialect, Refused};
use crate::body::{
    self, Body, Form, Malformed, PrintNumber, Room, SIGNATURE, Scope, SignedText, print_number,
};
use crate::signature::{EmptySecret, Secret, Signature};

/// The largest body read unless told otherwise, in bytes.
pub const DEFAULT_MAX_BODY_BYTES: usize = 256 * 1024;

/// The largest body a verifier can be told to read, in bytes.
pub const MAX_BODY_BYTES: usize = 32 * 1024 * 1024;

/// The most keys that are valid at once: each costs one more HMAC over a body that none of them signed.
pub const MAX_KEYS: usize = 8;

/// A secret with the id that results report.
#[derive(Clone, Debug)]
pub struct Key {
    id: Arc<str>,
    secret: Secret,
}

impl Key {
    /// Names a secret.
    ///
    /// # Errors
    ///
    /// [`EmptySecret`] where the secret has no bytes.
    pub fn new(id: &str, secret: &[u8]) -> Result<Self, EmptySecret> {
        Ok(Self { id: id.into(), secret: Secret::new(secret)? })
    }

    /// The id that results report.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The secret.
    #[must_use]
    pub const fn secret(&self) -> &Secret {
        &self.secret
    }
}

/// What a verifier accepts. The default accepts everything the provider documents.
#[derive(Clone, Debug)]
pub struct Accept {
    /// Where the signature has to be; nothing for wherever it is, a present header deciding alone.
    pub dialect: Option<Dialect>,
    /// Forms accepted in the body dialect.
    pub forms: Vec<Form>,
    /// Scopes accepted in the body dialect.
    pub scopes: Vec<Scope>,
    /// The largest body read, in bytes.
    pub max_body_bytes: usize,
}

impl Default for Accept {
    fn default() -> Self {
        Self {
            dialect: None,
            forms: vec![Form::Wire, Form::Reserialized],
            scopes: vec![Scope::WholeBody, Scope::EventData],
            max_body_bytes: DEFAULT_MAX_BODY_BYTES,
        }
    }
}

/// Keys, and what is accepted from their holder.
#[derive(Clone, Debug)]
pub struct Verifier {
    keys: Vec<Key>,
    accept: Accept,
    tried_in_body: Vec<(Scope, Form)>,
    number: PrintNumber,
}

impl Verifier {
    /// Accepts everything documented, signed by any of `keys`.
    ///
    /// # Errors
    ///
    /// As [`accepting`](Self::accepting).
    pub fn new(keys: Vec<Key>) -> Result<Self, InvalidVerifier> {
        Self::accepting(keys, Accept::default())
    }

    /// Accepts what `accept` says, signed by any of `keys`.
    ///
    /// # Errors
    ///
    /// [`InvalidVerifier`] for keys or settings under which nothing could be verified, or not told apart.
    pub fn accepting(keys: Vec<Key>, accept: Accept) -> Result<Self, InvalidVerifier> {
        Self::printing(keys, accept, print_number)
    }

    /// As [`accepting`](Self::accepting), with numbers reserialized by `number`.
    pub(crate) fn printing(
        keys: Vec<Key>,
        accept: Accept,
        number: PrintNumber,
    ) -> Result<Self, InvalidVerifier> {
        if keys.is_empty() {
            return Err(InvalidVerifier::NoKeys);
        }
        if keys.len() > MAX_KEYS {
            return Err(InvalidVerifier::TooManyKeys);
        }
        if keys.iter().enumerate().any(|(index, key)| keys.iter().take(index).any(|other| other.id == key.id))
        {
            return Err(InvalidVerifier::RepeatedKeyId);
        }
        if accept.forms.is_empty() {
            return Err(InvalidVerifier::NoForms);
        }
        if accept.scopes.is_empty() || accept.scopes.contains(&Scope::Raw) {
            return Err(InvalidVerifier::NoScopes);
        }
        if !(1..=MAX_BODY_BYTES).contains(&accept.max_body_bytes) {
            return Err(InvalidVerifier::MaxBodyBytes);
        }
        Ok(Self::valid(keys, accept, number))
    }

    /// The keys.
    #[must_use]
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// What is accepted.
    #[must_use]
    pub const fn accept(&self) -> &Accept {
        &self.accept
    }

    /// The same keys, under other settings that are known to be valid.
    pub(crate) fn with(&self, accept: Accept) -> Self {
        Self::valid(self.keys.clone(), accept, self.number)
    }

    fn valid(keys: Vec<Key>, accept: Accept, number: PrintNumber) -> Self {
        let is_tried = |(scope, form): &_| accept.scopes.contains(scope) && accept.forms.contains(form);
        let tried_in_body = BODY_CANDIDATES.into_iter().filter(is_tried).collect();
        Self { keys, accept, tried_in_body, number }
    }

    pub(crate) const fn number(&self) -> PrintNumber {
        self.number
    }

    /// What is tried in a dialect, in order; the first that matches is reported.
    #[must_use]
    pub fn tried(&self, dialect: Dialect) -> &[(Scope, Form)] {
        match dialect {
            Dialect::Body => &self.tried_in_body,
            Dialect::Header => Self::candidates(dialect),
        }
    }

    /// What any verifier may try in a dialect, in order.
    pub(crate) const fn candidates(dialect: Dialect) -> &'static [(Scope, Form)] {
        match dialect {
            Dialect::Body => &BODY_CANDIDATES,
            Dialect::Header => &[(Scope::Raw, Form::Wire)],
        }
    }
}

/// A body as received, whose signature nobody has looked at. All it can do is [`verify`](Self::verify).
#[derive(Clone, Copy)]
pub struct Unverified<'a> {
    body: &'a [u8],
    header: Option<&'a str>,
}

impl fmt::Debug for Unverified<'_> {
    /// It has personal data, and a signature that may be good.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unverified").field("bytes", &self.body.len()).finish_non_exhaustive()
    }
}

impl<'a> Unverified<'a> {
    /// A body without a signature header.
    #[must_use]
    pub const fn new(body: &'a [u8]) -> Self {
        Self { body, header: None }
    }

    /// Adds the value of the `X-Webhook-Signature` header; several values as HTTP joins them, by commas.
    #[must_use]
    pub const fn with_header(self, value: &'a str) -> Self {
        Self { header: Some(value), ..self }
    }

    /// The one door to a [`Delivery`].
    ///
    /// # Errors
    ///
    /// [`Refused`], which says why.
    pub fn verify(self, verifier: &Verifier) -> Result<Delivery, Refused> {
        let found = self.found_in(verifier, &mut Room::default())?;
        let Found { dialect, scope, form, key, text, uncovered } = found;
        Ok(Delivery {
            matched: Match { dialect, scope, form, key_id: Arc::clone(&key.id) },
            signed_text: String::from_utf8(text.parts().concat()).unwrap_or_default(),
            uncovered: uncovered.into_iter().map(str::to_owned).collect(),
        })
    }

    /// What verifies, found in room that is kept for the next delivery.
    pub(crate) fn found_in(self, verifier: &'a Verifier, room: &mut Room) -> Result<Found<'a>, Refused> {
        let body = self.read(verifier, room)?;
        let dialect = self.dialect(verifier);
        let signature = self.signature(dialect, &body)?;
        let found = found(dialect, &body, &signature, verifier);
        body.leave(room);
        found
    }

    pub(crate) const fn body(self) -> &'a [u8] {
        self.body
    }

    /// The body, and the text in the signature's place, whatever it is.
    pub(crate) fn claimed(self, dialect: Dialect) -> Option<(Body<'a>, Cow<'a, str>)> {
        let body = Body::parse(self.body).ok()?;
        let text = match dialect {
            Dialect::Header => self.header?.into(),
            Dialect::Body => body::string(body.member(SIGNATURE)?)?,
        };
        Some((body, text))
    }

    /// Reads the body and the signature it comes with, and verifies nothing.
    pub(crate) fn claim(self, verifier: &Verifier) -> Result<Claim<'a>, Refused> {
        let body = self.read(verifier, &mut Room::default())?;
        let dialect = self.dialect(verifier);
        let signature = self.signature(dialect, &body)?;
        Ok(Claim { dialect, body, signature })
    }

    fn read(self, verifier: &Verifier, room: &mut Room) -> Result<Body<'a>, Malformed> {
        let limit = verifier.accept.max_body_bytes;
        if self.body.len() > limit {
            return Err(Malformed::TooLarge { limit });
        }
        Body::parse_in(self.body, room)
    }

    fn dialect(self, verifier: &Verifier) -> Dialect {
        verifier.accept.dialect.unwrap_or(match self.header {
            Some(_) => Dialect::Header,
            None => Dialect::Body,
        })
    }

    fn signature(self, dialect: Dialect, body: &Body<'a>) -> Result<Signature, Refused> {
        match dialect {
            Dialect::Header => in_header(self.header),
            Dialect::Body => in_body(body),
        }
    }
}

/// A body that claims, by a signature of the right shape, to be a delivery.
pub(crate) struct Claim<'a> {
    pub(crate) dialect: Dialect,
    pub(crate) body: Body<'a>,
    pub(crate) signature: Signature,
}

/// The text and the key under which the signature is genuine.
fn found<'a>(
    dialect: Dialect,
    body: &Body<'a>,
    signature: &Signature,
    verifier: &'a Verifier,
) -> Result<Found<'a>, Refused> {
    let mut failed: Vec<SignedText<'_>> = Vec::new();
    for &(scope, form) in verifier.tried(dialect) {
        // The forms and scopes of most bodies are one text; none is hashed twice.
        let text = body.signed_with(scope, form, verifier.number).filter(|text| !failed.contains(text));
        let Some(text) = text else { continue };
        let parts = text.parts();
        if let Some(key) = verifier.keys.iter().find(|key| key.secret.verify(&parts, signature)) {
            let mut found = Found { dialect, scope, form, key, text, uncovered: Vec::new() };
            if scope == Scope::EventData {
                found.uncovered = body.names_except(&["event", "data", SIGNATURE]);
            }
            return Ok(found);
        }
        failed.push(text);
    }
    Err(Refused::SignatureMismatch)
}

/// What verified, and how.
pub(crate) struct Found<'a> {
    pub(crate) dialect: Dialect,
    pub(crate) scope: Scope,
    pub(crate) form: Form,
    pub(crate) key: &'a Key,
    pub(crate) text: SignedText<'a>,
    /// The names that the signature does not cover.
    pub(crate) uncovered: Vec<&'a str>,
}

/// How a delivery verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Where the signature was.
    pub dialect: Dialect,
    /// What it covers.
    pub scope: Scope,
    /// How the signed text was found.
    pub form: Form,
    /// The key that matched.
    pub key_id: Arc<str>,
}

/// Why there can be no such verifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidVerifier {
    /// The limit on bodies is out of range.
    MaxBodyBytes,
    /// No form is accepted.
    NoForms,
    /// There is no key.
    NoKeys,
    /// No scope of the body dialect is accepted.
    NoScopes,
    /// Two keys have one id.
    RepeatedKeyId,
    /// There are more than [`MAX_KEYS`] keys.
    TooManyKeys,
    /// A dialect, form or scope has a name that is none.
    UnknownName,
}

impl fmt::Display for InvalidVerifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MaxBodyBytes => write!(f, "expected maxBodyBytes to be from 1 to {MAX_BODY_BYTES}"),
            Self::NoForms => f.write_str("expected forms to name \"wire\", \"reserialized\" or both"),
            Self::NoKeys => f.write_str("expected at least one key, found none"),
            Self::NoScopes => f.write_str("expected scopes to name \"whole-body\", \"event-data\" or both"),
            Self::RepeatedKeyId => f.write_str("expected each key to have an id of its own, found one twice"),
            Self::TooManyKeys => write!(f, "expected at most {MAX_KEYS} keys, found more"),
            Self::UnknownName => f.write_str(
                "expected dialect to be \"auto\", \"body\" or \"header\", forms of \"wire\" and \"reserialized\", \
                 scopes of \"whole-body\" and \"event-data\"; found another name",
            ),
        }
    }
}

impl core::error::Error for InvalidVerifier {}

fn in_header(value: Option<&str>) -> Result<Signature, Refused> {
    let dialect = Dialect::Header;
    let value = value.ok_or(Refused::SignatureMissing { dialect })?;
    if value.contains(',') {
        return Err(Refused::SignatureRepeated);
    }
    Signature::parse(value).map_err(|problem| Refused::SignatureMalformed { dialect, problem: Some(problem) })
}

fn in_body(body: &Body<'_>) -> Result<Signature, Refused> {
    if let Some(signature) = body.quoted(SIGNATURE).and_then(Signature::from_digits) {
        return Ok(signature);
    }
    let dialect = Dialect::Body;
    let token = body.member(SIGNATURE).ok_or(Refused::SignatureMissing { dialect })?;
    let text = body::string(token).ok_or(Refused::SignatureMalformed { dialect, problem: None })?;
    Signature::parse(&text).map_err(|problem| Refused::SignatureMalformed { dialect, problem: Some(problem) })
}

/// The settled order: the whole body as received, as re-serialised, then only its `event` and `data`.
const BODY_CANDIDATES: [(Scope, Form); 4] = [
    (Scope::WholeBody, Form::Wire),
    (Scope::WholeBody, Form::Reserialized),
    (Scope::EventData, Form::Wire),
    (Scope::EventData, Form::Reserialized),
];
