use crate::wire::{closed_enum, open_enum};

open_enum! {
    /// The name of a Connect Financial event: the KYC guide, the KYB guide, "Notifications" and the list of
    /// subscriptions.
    pub enum Event {
        /// `POST /v1/compliance/kyc` was called.
        KycStarted = "CUSTOMER_KYC_STARTED",
        /// There are SDK links; the user has to complete the identity verification.
        KycSdkFlowRequired = "CUSTOMER_KYC_SDK_FLOW_REQUIRED",
        /// The user has finished the SDK. The guide's diagrams say `_DONE`.
        KycSdkFlowCompleted = "CUSTOMER_KYC_SDK_FLOW_COMPLETED",
        /// The final outcome.
        KycFinished = "CUSTOMER_KYC_FINISHED",
        /// KYC was run again, with a new onboarding.
        KycRestarted = "CUSTOMER_KYC_RESTARTED",
        /// The SDK links expired before the user had finished.
        KycSdkExpired = "CUSTOMER_KYC_SDK_EXPIRED",
        /// A system error during verification.
        KycError = "CUSTOMER_KYC_ERROR",
        /// The verification of a business began.
        KybStarted = "CUSTOMER_KYB_STARTED",
        /// The final outcome for a business.
        KybFinished = "CUSTOMER_KYB_FINISHED",
        /// A customer was created.
        CustomerCreated = "CUSTOMER_CREATED",
        /// A customer was changed.
        CustomerUpdated = "CUSTOMER_UPDATED",
        /// A webhook was created.
        WebhookCreated = "WEBHOOK_CREATED",
        /// A webhook was changed.
        WebhookUpdated = "WEBHOOK_UPDATED",
        /// A deposit began.
        DepositInitialized = "DEPOSIT_TRANSACTION_INITIALIZED",
        /// A deposit failed.
        DepositFailed = "DEPOSIT_TRANSACTION_FAILED",
        /// A deposit succeeded.
        DepositSucceeded = "DEPOSIT_TRANSACTION_SUCCEEDED",
        /// A withdrawal began.
        WithdrawInitialized = "WITHDRAW_TRANSACTION_INITIALIZED",
        /// A withdrawal failed.
        WithdrawFailed = "WITHDRAW_TRANSACTION_FAILED",
        /// A withdrawal succeeded.
        WithdrawSucceeded = "WITHDRAW_TRANSACTION_SUCCEEDED",
        /// A transfer between virtual accounts succeeded.
        VirtualInternalSucceeded = "VIRTUAL_INTERNAL_TRANSACTION_SUCCEEDED",
        /// A virtual account was created.
        VirtualAccountCreated = "VIRTUAL_ACCOUNT_CREATED",
        /// A transfer between accounts began.
        InternalInitialized = "INTERNAL_TRANSACTION_INITIALIZED",
        /// A trade succeeded.
        AssetTradeSuccessful = "ASSET_TRADE_SUCCESSFUL",
        /// A trade failed.
        AssetTradeFail = "ASSET_TRADE_FAIL",
        /// A loan was liquidated.
        LtvLiquidated = "LTV_LIQUIDATED",
        /// A loan is about to be liquidated.
        LtvLiquidationWarning = "LTV_LIQUIDATION_WARNING",
        /// A loan needs collateral at once.
        LtvUrgentCollateralNeeded = "LTV_URGENT_COLLATERAL_NEEDED",
        /// A loan needs collateral.
        LtvCollateralNeeded = "LTV_COLLATERAL_NEEDED",
        /// Purchases are restricted.
        LtvPurchaseRestricted = "LTV_PURCHASE_RESTRICTED",
        /// A loan nears a threshold.
        LtvThresholdWarning = "LTV_THRESHOLD_WARNING",
    }
}

closed_enum! {
    /// What an event is about.
    pub enum Family {
        /// A person's verification.
        Kyc = "kyc",
        /// A business's verification.
        Kyb = "kyb",
        /// Something else that the provider documents.
        Other = "other",
        /// Nothing known here.
        Unknown = "unknown",
    }
}

impl Event {
    /// Reads a name, in either spelling of the event that has two.
    #[must_use]
    pub fn of(name: &str) -> Self {
        if name == SDK_FLOW_DONE { Self::KycSdkFlowCompleted } else { Self::from(name) }
    }

    /// Whether `name` is an event's, in either spelling of the one that has two.
    #[must_use]
    pub fn is_documented(name: &str) -> bool {
        name == SDK_FLOW_DONE || Self::KNOWN.contains(&name)
    }

    /// What the event is about.
    #[must_use]
    pub const fn family(&self) -> Family {
        match self {
            Self::KycStarted
            | Self::KycSdkFlowRequired
            | Self::KycSdkFlowCompleted
            | Self::KycFinished
            | Self::KycRestarted
            | Self::KycSdkExpired
            | Self::KycError => Family::Kyc,
            Self::KybStarted | Self::KybFinished => Family::Kyb,
            Self::Unknown(_) => Family::Unknown,
            _ => Family::Other,
        }
    }

    /// Whether the event is about the SDK, which External KYC does not use.
    #[must_use]
    pub const fn is_about_sdk(&self) -> bool {
        matches!(self, Self::KycSdkFlowRequired | Self::KycSdkFlowCompleted | Self::KycSdkExpired)
    }
}

/// "KYC Compliance Flow", phase 3: the diagrams' name for what the table calls `_COMPLETED`.
const SDK_FLOW_DONE: &str = "CUSTOMER_KYC_SDK_FLOW_DONE";
