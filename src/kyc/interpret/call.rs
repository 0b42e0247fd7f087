use crate::kyc::check::Action;
use crate::kyc::context::Context;
use crate::step::Call;

/// The call that takes an action; nothing where no call does.
///
/// It has no body: for none of these calls do the pages publish one in full.
pub(super) fn call(action: &Action, context: &Context) -> Option<Call> {
    Some(match action {
        Action::UpdateProfile => Call::new("PATCH", "/v1/customers/", context.customer_id(), ":id", ""),
        Action::StartKyc => Call::to("POST", "/v1/compliance/kyc"),
        Action::UploadDocument => Call::to("POST", "/v1/compliance/upload-doc"),
        Action::RerunKyc => {
            let onboarding = context.onboarding_id();
            Call::new("POST", "/v1/compliance/kyc/", onboarding, ":onboardingId", "/rerun")
        }
        _ => return None,
    })
}
