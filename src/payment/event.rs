//! The events Conomy publishes, by name.
//!
//! Sources: "Handling webhooks", the webhook references of both dialects, the review, refund and push-deposit
//! pages. New names "may appear at any time" and are [`Event::Unknown`].

use crate::wire::open_enum;

open_enum! {
    /// The name of a Conomy event.
    pub enum Event {
        /// A transaction became `CAPTURED`.
        TransactionCaptured = "Transaction.Captured",
        /// A transaction became `RECEIVED`.
        TransactionReceived = "Transaction.Received",
        /// A transaction became `FAILED`.
        TransactionFailed = "Transaction.Failed",
        /// Legacy: a transaction changed its status, whichever it is.
        TransactionStatusChanged = "transaction.status_changed",
        /// A payment reached `SETTLED`.
        PaymentSettled = "payment.settled",
        /// A payment was received but cannot be reconciled.
        PaymentUnsettled = "payment.unsettled",
        /// A payment reached `EXPIRED`.
        PaymentExpired = "payment.expired",
        /// A payment moved to `REQUIRES_REVIEW`.
        PaymentRequiresReview = "payment.requiresReview",
        /// A review was approved; the payment goes on.
        PaymentReviewApproved = "payment.reviewApproved",
        /// A review was rejected; the payment failed.
        PaymentReviewRejected = "payment.reviewRejected",
        /// A review ended, sent beside the event that says how.
        PaymentReviewResolved = "payment.reviewResolved",
        /// A refund was registered.
        PaymentRefundCreated = "payment.refund.created",
        /// The rail accepted a refund.
        PaymentRefundCaptured = "payment.refund.captured",
        /// A refund settled.
        PaymentRefundSettled = "payment.refund.settled",
        /// A refund was refused.
        PaymentRefundFailed = "payment.refund.failed",
        /// A payment attempt was registered.
        PurchaseAttempted = "purchase.attempted",
        /// A pay-in was not matched and awaits assignment.
        PurchasePendingAssignment = "purchase.pendingAssignment",
        /// Less was received than expected.
        PurchaseUnderpaid = "purchase.underpaid",
        /// More was received than expected.
        PurchaseOverpaid = "purchase.overpaid",
        /// A customer's level changed, or its first document was approved.
        CustomerLevelChanged = "customer.levelChanged",
    }
}

impl Event {
    /// Whether the event is about a customer rather than a transaction.
    #[must_use]
    pub const fn is_about_customer(&self) -> bool {
        matches!(self, Self::CustomerLevelChanged)
    }

    /// Whether an event of this name is known, without making one.
    #[must_use]
    pub fn is_documented(name: &str) -> bool {
        Self::KNOWN.contains(&name)
    }

    /// Whether an event of this name is about a customer, without making one.
    #[must_use]
    pub fn is_customers(name: &str) -> bool {
        name == Self::CustomerLevelChanged.as_str()
    }
}
