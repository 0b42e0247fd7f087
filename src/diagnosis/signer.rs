//! Which key made a signature, its secret taken without the white space around it too.

use super::{Cause, Kind};
use crate::body::{Body, Form, Scope};
use crate::delivery::{Dialect, Key, Verifier};
use crate::signature::Signature;

/// The key that made a signature.
pub(super) struct Signer<'v> {
    key: &'v Key,
    /// Whether only its secret without the white space around it does.
    is_trimmed: bool,
}

impl<'v> Signer<'v> {
    /// Finds the key whose signature over a text in parts this is.
    #[inline(never)]
    pub(super) fn find(parts: &[&[u8]], signature: &Signature, verifier: &'v Verifier) -> Option<Self> {
        let by = |verifies: fn(&Key, &[&[u8]], &Signature) -> bool, is_trimmed| {
            let key = verifier.keys().iter().find(|key| verifies(key, parts, signature))?;
            Some(Self { key, is_trimmed })
        };
        by(|key, parts, signature| key.secret().verify(parts, signature), false)
            .or_else(|| by(|key, parts, signature| key.secret().verify_trimmed(parts, signature), true))
    }

    /// How often [`find`](Self::find) hashes a text that nobody signed.
    pub(super) fn hashes(verifier: &Verifier) -> usize {
        let trimmed = verifier.keys().iter().filter(|key| key.secret().has_white_space());
        verifier.keys().len() + trimmed.count()
    }

    /// The white space around its secret, and what else keeps the signature from matching.
    pub(super) fn causes(&self, other: Option<Cause>) -> Vec<Cause> {
        let space = self.is_trimmed.then(|| {
            let besides = if other.is_some() { " and the other cause undone" } else { "" };
            let message = format!(
                "the signature matches the key \"{}\" once the white space around its secret is removed{besides}; a \
                 newline at the end of a secrets file is the usual reason",
                self.key.id()
            );
            Cause::new(Kind::SecretWhitespace, true, message)
        });
        space.into_iter().chain(other).collect()
    }
}

/// What a signature is over, and by whom, whatever the verifier is set to accept.
pub(super) struct Signed<'v> {
    pub(super) scope: Scope,
    pub(super) form: Form,
    pub(super) signer: Signer<'v>,
}

impl<'v> Signed<'v> {
    #[inline(never)]
    pub(super) fn find(
        body: &Body<'_>,
        signature: &Signature,
        dialect: Dialect,
        verifier: &'v Verifier,
    ) -> Option<Self> {
        Verifier::candidates(dialect).iter().find_map(|&(scope, form)| {
            let text = body.signed_with(scope, form, verifier.number())?;
            let signer = Signer::find(&text.parts(), signature, verifier)?;
            Some(Self { scope, form, signer })
        })
    }
}
