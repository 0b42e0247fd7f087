use serde::Serialize;

use crate::kyc::check::Action;
use crate::kyc::context::Context;

/// A call of the provider's API.
///
/// It has no body: for none of these calls do the pages publish one in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Call {
    /// The HTTP method.
    pub method: &'static str,
    /// The path, with ids filled in where they are known, and as `:customerId` or `:onboardingId` where not.
    pub path: String,
}

impl Call {
    /// The call that takes an action; nothing where no call does.
    #[must_use]
    pub fn of(action: &Action, context: &Context) -> Option<Self> {
        let (method, path) = match action {
            Action::UpdateProfile => {
                ("PATCH", format!("/v1/customers/{}", segment(context.customer_id(), ":customerId")))
            }
            Action::StartKyc => ("POST", "/v1/compliance/kyc".to_owned()),
            Action::UploadDocument => ("POST", "/v1/compliance/upload-doc".to_owned()),
            Action::RerunKyc => {
                let onboarding = segment(context.onboarding_id(), ":onboardingId");
                ("POST", format!("/v1/compliance/kyc/{onboarding}/rerun"))
            }
            _ => return None,
        };
        Some(Self { method, path })
    }
}

/// An id as one segment of a path. One that a URL parser would take for a step up or nothing stays unfilled.
fn segment(id: Option<&str>, placeholder: &str) -> String {
    let Some(id) = id.filter(|id| !matches!(*id, "" | "." | "..")) else { return placeholder.to_owned() };
    let mut segment = String::with_capacity(id.len());
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            segment.push(char::from(byte));
        } else {
            segment.push('%');
            segment.push_str(&hex::encode_upper([byte]));
        }
    }
    segment
}
