//! Connect Financial's KYC: what a compliance status means, and what an event tells.
//!
//! Source: the page "KYC Compliance Flow", in the readings that DESIGN.md settles. A status is the provider's
//! word and is shown as given; what it leaves out is derived from the checks and marked so; where it disagrees
//! with itself, a [`Contradiction`](crate::step::Contradiction) says how.
//!
//! ```
//! use compliance_gate::kyc::{Context, interpret_status};
//!
//! let status = br#"{"isCompliant":false,"onboardingStatus":"PROCESSING","nextAction":"UPLOAD_DOCUMENT","checks":[
//!     {"type":"DOC_FATCA","passed":false,"required":true,"suggestedAction":"UPLOAD_DOCUMENT"}]}"#;
//! let guidance = interpret_status(status, &Context::default())?;
//! let due = &guidance.currently_due[0];
//! assert_eq!(due.check.as_str(), "DOC_FATCA");
//! assert_eq!(due.call.as_ref().map(|call| call.path.as_str()), Some("/v1/compliance/upload-doc"));
//! # Ok::<(), compliance_gate::kyc::Unreadable>(())
//! ```

pub mod check;
mod context;
mod contradiction;
pub mod event;
pub mod interpret;
mod onboarding;
mod reader;
pub mod status;

pub use context::Context;
pub use contradiction::Code;
pub use event::{KycEvent, interpret_kyc_event};
pub use interpret::{Guidance, interpret_status};
pub use onboarding::OnboardingStatus;
pub use status::{Status, Unreadable};
