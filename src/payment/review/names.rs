use crate::wire::open_enum;

open_enum! {
    /// A payment's status.
    pub enum Status {
        /// Registered beforehand; nothing has moved.
        Attempt = "ATTEMPT",
        /// Initiated.
        Pending = "PENDING",
        /// Created, and waiting to be processed.
        Created = "CREATED",
        /// Funds are reserved.
        Authorized = "AUTHORIZED",
        /// A document is needed.
        RequiresReview = "REQUIRES_REVIEW",
        /// The capture instruction was sent.
        Captured = "CAPTURED",
        /// The rail confirmed the funds.
        Received = "RECEIVED",
        /// Reconciled and available.
        Settled = "SETTLED",
        /// Received, but cannot be reconciled.
        Unsettled = "UNSETTLED",
        /// Timed out.
        Expired = "EXPIRED",
        /// An error or a rejection.
        Failed = "FAILED",
        /// Legacy: refunds are payments of their own now.
        Refunded = "REFUNDED",
        /// A dispute was opened.
        Disputed = "DISPUTED",
        /// Cancelled before settlement.
        Reversed = "REVERSED",
    }
}

open_enum! {
    /// How far the documents of a payment's review are.
    pub enum DocumentationStatus {
        /// A document is wanted.
        PendingUpload = "PENDING_UPLOAD",
        /// A document is there, to be looked at.
        Uploaded = "UPLOADED",
        /// With the one who looks at it; only the older review page has this.
        Sent = "SENT",
        /// The review approved the payment.
        Approved = "APPROVED",
        /// The review rejected the payment.
        Rejected = "REJECTED",
    }
}

open_enum! {
    /// Why a payment is in review.
    pub enum ReviewReason {
        /// Where the money comes from has to be shown.
        SourceOfFundsRequired = "SOURCE_OF_FUNDS_REQUIRED",
    }
}

open_enum! {
    /// What kind of payment it is.
    pub enum PaymentType {
        /// A purchase.
        Purchase = "PURCHASE",
        /// Money comes into an account.
        TopupAccount = "TOPUP_ACCOUNT",
        /// Money leaves an account.
        WithdrawalAccount = "WITHDRAWAL_ACCOUNT",
        /// From account to account.
        P2p = "P2P",
        /// A collection.
        Collect = "COLLECT",
        /// A fee.
        Fee = "FEE",
        /// A remittance.
        Remittance = "REMITTANCE",
        /// Money goes back; a child of the payment it came with.
        Refund = "REFUND",
        /// A deposit by a local rail.
        LocalDeposit = "LOCAL_DEPOSIT",
    }
}

impl ReviewReason {
    /// The types of document that answer it; none where that is not known.
    #[must_use]
    pub const fn documents(&self) -> &'static [&'static str] {
        match self {
            Self::SourceOfFundsRequired => &["source_of_funds"],
            Self::Unknown(_) => &[],
        }
    }
}

impl PaymentType {
    /// Whether the money was the account's own before the payment, so that a rejection only frees it.
    #[must_use]
    pub const fn is_from_account(&self) -> bool {
        matches!(self, Self::WithdrawalAccount | Self::P2p | Self::Fee | Self::Refund)
    }
}

impl Status {
    /// Whether no other status is expected behind it. What is cancelled, as `REVERSED` is, does not go on; of `DISPUTED`
    /// nothing is said.
    #[must_use]
    pub const fn is_terminal(&self) -> bool {
        matches!(
            self,
            Self::Settled | Self::Unsettled | Self::Expired | Self::Failed | Self::Refunded | Self::Reversed
        )
    }
}
