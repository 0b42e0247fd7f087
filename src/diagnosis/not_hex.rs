//! Signatures with something around their digits, and those in another encoding.

use super::signer::Signed;
use super::{Cause, Kind};
use crate::delivery::{Dialect, Refused, Unverified, Verifier};
use crate::signature::Signature;

/// What is wrong with the signature, and whether the one inside is right.
pub(super) fn causes(
    unverified: Unverified<'_>,
    verifier: &Verifier,
    dialect: Dialect,
    refused: &Refused,
) -> Vec<Cause> {
    let cause = |hint| Cause::new(Kind::NotHex, true, format!("{refused}{hint}"));
    let Some((body, text)) = unverified.claimed(dialect) else { return vec![cause("")] };
    for (signature, hint) in text.split(is_around).filter_map(inside).take(MAX_TRIED) {
        if let Some(signed) = Signed::find(&body, &signature, dialect, verifier) {
            let mut causes = signed.signer.causes(Some(cause(hint)));
            // What is seen in the signature itself comes before what is wrong with the secret.
            causes.reverse();
            return causes;
        }
    }
    vec![cause("")]
}

/// A member or header may be made of signatures, each of which would be hashed for. Real ones have two at most.
const MAX_TRIED: usize = 4;

/// What is no digit of either encoding.
const fn is_around(character: char) -> bool {
    !(character.is_ascii_alphanumeric() || matches!(character, '+' | '/' | '-' | '_'))
}

/// The signature at the end of a run of digits: behind `0x` and `sha256-` too.
fn inside(run: &str) -> Option<(Signature, &'static str)> {
    let last = |digits| run.get(run.len().checked_sub(digits)?..);
    if let Some(Ok(signature)) = last(64).map(Signature::parse) {
        return Some((signature, "; the digits among them match, so something has added to the signature"));
    }
    let hint = "; as Base64 it matches, so something writes Base64 in place of these digits";
    last(43).and_then(Signature::from_base64).map(|signature| (signature, hint))
}
