//! What may come behind a `documentationStatus`: Conomy, "Handling webhooks" on review events, "Supported documents".

use serde::Serialize;

use super::DocumentationStatus;
use crate::options::{InvalidOptions, Options};

/// Whether one `documentationStatus` may come directly behind another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Transition {
    /// Whether the pages explain it, repeating itself included; nothing where a status is not known. Deliveries
    /// come late and out of order, so one that is not expected is a reason to look, and none to refuse.
    pub is_expected: Option<bool>,
    /// What may come behind the first one.
    pub next: &'static [DocumentationStatus],
}

impl Transition {
    /// From one to another; nothing is the status of a payment that was never in review.
    #[must_use]
    pub fn between(from: Option<&DocumentationStatus>, to: Option<&DocumentationStatus>) -> Self {
        let next = DocumentationStatus::behind(from);
        let are_known = [from, to].into_iter().flatten().all(DocumentationStatus::is_known);
        let is_expected = from == to || to.is_some_and(|to| next.contains(to));
        Self { is_expected: are_known.then_some(is_expected), next }
    }

    /// Reads `{ from?, to? }`.
    ///
    /// # Errors
    ///
    /// [`InvalidOptions`] where a member is no string, or no JSON object was given.
    pub fn parse(json: &[u8]) -> Result<Self, InvalidOptions> {
        let options = Options::parse(json)?;
        let status = |name| Ok(options.text(name)?.map(|name| DocumentationStatus::from(&*name)));
        Ok(Self::between(status("from")?.as_ref(), status("to")?.as_ref()))
    }
}

impl DocumentationStatus {
    /// What may come directly behind a status. A document registered without a file leaves it `PENDING_UPLOAD`, a
    /// review can be rejected before anything was uploaded ("Integration checklist", the launch tests), and a decision
    /// is final.
    #[must_use]
    pub const fn behind(status: Option<&Self>) -> &'static [Self] {
        match status {
            None => &[Self::PendingUpload, Self::Uploaded],
            Some(Self::PendingUpload) => &[Self::Uploaded, Self::Rejected],
            Some(Self::Uploaded) => &[Self::Sent, Self::Approved, Self::Rejected],
            Some(Self::Sent) => &[Self::Approved, Self::Rejected],
            Some(Self::Approved | Self::Rejected | Self::Unknown(_)) => &[],
        }
    }
}
