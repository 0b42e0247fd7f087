//! The limits that the provider has agreed with an account, checked before a payment is submitted.
//!
//! Conomy, "Integration checklist": confirm the review threshold for each currency, the minimum for each rail and
//! the caps for each level, and show users the cap before they submit. The provider publishes no figure: all of
//! them are the caller's. Amounts are decimal text and are compared as such, digit by digit.
//!
//! The provider also has limits over rolling windows. Those need a history, so nothing here knows them.
//!
//! ```
//! use compliance_gate::payment::limits::{Limits, Verdict};
//!
//! let limits = Limits::parse(br#"{"COP": {"minimum": "1000", "reviewThreshold": "500000.00", "caps": {"BASIC": "2000000"}}}"#)?;
//! let answer = limits.check(br#"{"type":"TOPUP_ACCOUNT","currency":"COP","totalAmount":"500000","operationLevel":"BASIC","isDocumented":false}"#)?;
//! assert_eq!(answer.verdict, Verdict::Review);
//! assert_eq!(answer.findings[0].code.as_str(), "review_expected");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod amount;
mod invalid;

pub use amount::Amount;
pub use invalid::InvalidLimits;

use std::borrow::Cow;

use serde::Serialize;

use super::customer::Level;
use super::review::PaymentType;
use crate::body::{self, Body, Malformed};
use crate::message::joined;
use crate::wire::closed_enum;

/// What the caller knows of its limits, by currency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    currencies: Vec<(String, Currency)>,
}

/// The limits of one currency. What is absent is not configured.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Currency {
    /// The least that a payment may have.
    pub minimum: Option<Amount>,
    /// The least for one type of payment by its name, in place of `minimum`: rails differ.
    pub minimums: Vec<(String, Amount)>,
    /// From what on a payment of a customer that is not documented is reviewed.
    pub review_threshold: Option<Amount>,
    /// The most that a payment may have, for each level by its name.
    pub caps: Vec<(String, Amount)>,
}

/// What is to be expected of a payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// All findings in a word: the gravest.
    pub verdict: Verdict,
    /// Everything found.
    pub findings: Vec<Finding>,
}

closed_enum! {
    /// What becomes of a payment, as far as the configured limits tell. In order of gravity.
    #[derive(PartialOrd, Ord)]
    pub enum Verdict {
        /// Every limit that matters is configured, and none stands against it.
        Allowed = "allowed",
        /// A limit that would matter is not configured, or the payment lacks what it is compared by.
        Unknown = "unknown",
        /// It will be held until a document is approved.
        Review = "review",
        /// It will be refused.
        Refused = "refused",
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// What was found.
    pub code: Code,
    /// The configured limit, as it was written.
    pub limit: Option<String>,
    /// How the provider refuses: nothing where it does not, or not in a documented way.
    pub refusal: Option<Refusal>,
    /// A sentence for people.
    pub message: String,
}

closed_enum! {
    /// What a check can find.
    #[non_exhaustive]
    pub enum Code {
        /// The amount is no decimal text.
        AmountInvalid = "amount_invalid",
        /// The payment names no currency, or one without limits.
        CurrencyNotConfigured = "currency_not_configured",
        /// There is no minimum for this type of payment.
        MinimumNotConfigured = "minimum_not_configured",
        /// The amount is below the minimum.
        BelowMinimum = "below_minimum",
        /// The amount reaches the threshold: it is reviewed unless the customer is documented.
        ReviewExpected = "review_expected",
        /// There is no threshold, and the customer is not documented.
        ThresholdNotConfigured = "threshold_not_configured",
        /// The amount is over the cap of the customer's level.
        OverCap = "over_cap",
        /// There is no cap for this level.
        LevelNotConfigured = "level_not_configured",
        /// The customer's level is the one of who is blocked.
        LevelBlocked = "level_blocked",
    }
}

closed_enum! {
    /// How the provider refuses an amount below the minimum.
    pub enum Refusal {
        /// The call is answered `21 failedPrecondition`: withdrawals.
        FailedPrecondition = "failed_precondition",
        /// The rail keeps the money: no payment is made, and no webhook tells of it. Top-ups. One page says instead that
        /// it is refunded.
        RejectedAtRail = "rejected_at_rail",
    }
}

impl Code {
    const fn verdict(self) -> Verdict {
        match self {
            Self::AmountInvalid | Self::BelowMinimum | Self::OverCap | Self::LevelBlocked => Verdict::Refused,
            Self::ReviewExpected => Verdict::Review,
            Self::CurrencyNotConfigured
            | Self::MinimumNotConfigured
            | Self::ThresholdNotConfigured
            | Self::LevelNotConfigured => Verdict::Unknown,
        }
    }
}

impl Limits {
    /// Reads `{currency: {minimum?, minimums?: {type: amount}, reviewThreshold?, caps?: {level: amount}}}`.
    ///
    /// # Errors
    ///
    /// [`InvalidLimits`] where it is not that: a limit that is misread would be no limit.
    pub fn parse(json: &[u8]) -> Result<Self, InvalidLimits> {
        let body = Body::parse(json)?;
        let mut currencies = Vec::new();
        for (name, token) in body.entries() {
            let name = body::string(name).unwrap_or_default().into_owned();
            let limits = Currency::read(&object(token, &name)?, &name)?;
            currencies.push((name, limits));
        }
        Ok(Self { currencies })
    }

    /// The limits of a currency.
    #[must_use]
    pub fn currency(&self, name: &str) -> Option<&Currency> {
        self.currencies.iter().find(|(known, _)| known == name).map(|(_, currency)| currency)
    }

    /// Checks a payment that is to be submitted: `{type, currency, totalAmount or amount, operationLevel,
    /// isDocumented}`.
    ///
    /// # Errors
    ///
    /// [`Malformed`] where `payment` is not one JSON object, strictly read.
    pub fn check(&self, payment: &[u8]) -> Result<Answer, Malformed> {
        let findings = self.findings(&Intent::read(&Body::parse(payment)?));
        let verdict = findings.iter().map(|finding| finding.code.verdict()).max();
        Ok(Answer { verdict: verdict.unwrap_or(Verdict::Allowed), findings })
    }

    fn findings(&self, intent: &Intent<'_>) -> Vec<Finding> {
        let mut findings = Vec::new();
        if intent.amount.is_none() {
            let message =
                "expected totalAmount or amount as decimal text or a number that is not negative, found none";
            findings.push(Finding::new(Code::AmountInvalid, None, &[message]));
        }
        if intent.level == Some(Level::Inactive) {
            let message = "expected a customer who is not blocked, found level INACTIVE";
            findings.push(Finding::new(Code::LevelBlocked, None, &[message]));
        }
        let Some(limits) = intent.currency.as_deref().and_then(|name| self.currency(name)) else {
            let message = match &intent.currency {
                Some(name) => &["expected limits for ", name, ", found none; ask the provider for them"][..],
                None => &["expected the payment's currency, found none"],
            };
            findings.push(Finding::new(Code::CurrencyNotConfigured, None, message));
            return findings;
        };
        if let Some(amount) = &intent.amount {
            findings.extend(limits.below_minimum(amount, intent.kind.as_ref()));
            findings.extend(limits.review(amount, intent.is_documented));
            findings.extend(limits.over_cap(amount, intent.level.as_ref()));
        }
        findings
    }
}

impl Currency {
    fn read(limits: &Body<'_>, at: &str) -> Result<Self, InvalidLimits> {
        let one = |name: &str| match given(limits, name) {
            None => Ok(None),
            Some(token) => amount_at(token, &[at, ".", name]).map(Some),
        };
        Ok(Self {
            minimum: one("minimum")?,
            minimums: named(limits, "minimums", at)?,
            review_threshold: one("reviewThreshold")?,
            caps: named(limits, "caps", at)?,
        })
    }

    fn below_minimum(&self, amount: &Amount, kind: Option<&PaymentType>) -> Option<Finding> {
        let own = kind.and_then(|kind| self.minimums.iter().find(|(known, _)| known == kind.as_str()));
        let Some(minimum) = own.map(|(_, minimum)| minimum).or(self.minimum.as_ref()) else {
            let message = "expected a minimum for this type of payment, found none";
            return Some(Finding::new(Code::MinimumNotConfigured, None, &[message]));
        };
        if amount >= minimum {
            return None;
        }
        let (refusal, what) = match kind {
            Some(PaymentType::WithdrawalAccount) => {
                (Some(Refusal::FailedPrecondition), "; the call is answered 21 failedPrecondition")
            }
            Some(PaymentType::TopupAccount | PaymentType::LocalDeposit) => {
                (Some(Refusal::RejectedAtRail), "; the rail rejects it, and no webhook tells of it")
            }
            _ => (None, ""),
        };
        let message = ["expected at least ", minimum.as_str(), ", found ", amount.as_str(), what];
        Some(Finding { refusal, ..Finding::new(Code::BelowMinimum, Some(minimum), &message) })
    }

    fn review(&self, amount: &Amount, is_documented: Option<bool>) -> Option<Finding> {
        if is_documented == Some(true) {
            return None;
        }
        let Some(threshold) = &self.review_threshold else {
            let message = "expected a review threshold for a customer that is not documented, found none";
            return Some(Finding::new(Code::ThresholdNotConfigured, None, &[message]));
        };
        if amount < threshold {
            return None;
        }
        let message = [
            "expected less than ",
            threshold.as_str(),
            " of a customer that is not documented, found ",
            amount.as_str(),
            "; the payment is held until a document is approved",
        ];
        Some(Finding::new(Code::ReviewExpected, Some(threshold), &message))
    }

    fn over_cap(&self, amount: &Amount, level: Option<&Level>) -> Option<Finding> {
        // Who is blocked has no cap.
        if level == Some(&Level::Inactive) {
            return None;
        }
        let Some((level, cap)) =
            self.caps.iter().find(|(known, _)| Some(known.as_str()) == level.map(Level::as_str))
        else {
            let message = match level {
                Some(level) => &["expected a cap for level ", level.as_str(), ", found none"][..],
                None => &["expected the customer's level, found none"],
            };
            return Some(Finding::new(Code::LevelNotConfigured, None, message));
        };
        let message = ["expected at most ", cap.as_str(), " at level ", level, ", found ", amount.as_str()];
        (amount > cap).then(|| Finding::new(Code::OverCap, Some(cap), &message))
    }
}

impl Finding {
    /// The message comes in parts.
    fn new(code: Code, limit: Option<&Amount>, message: &[&str]) -> Self {
        let limit = limit.map(|limit| limit.as_str().to_owned());
        Self { code, limit, refusal: None, message: joined(message) }
    }
}

/// A payment that is to be submitted. Of another type than expected counts as absent.
struct Intent<'a> {
    kind: Option<PaymentType>,
    currency: Option<Cow<'a, str>>,
    amount: Option<Amount>,
    level: Option<Level>,
    is_documented: Option<bool>,
}

impl<'a> Intent<'a> {
    fn read(payment: &Body<'a>) -> Self {
        Self {
            kind: payment.string("type").map(|name| PaymentType::from(&*name)),
            currency: payment.string("currency"),
            amount: ["totalAmount", "amount"].iter().find_map(|name| given(payment, name)).and_then(amount),
            level: payment.string("operationLevel").map(|name| Level::from(&*name)),
            is_documented: payment.flag("isDocumented"),
        }
    }
}

/// A member that says something: null is the same as absent.
fn given<'a>(body: &Body<'a>, name: &str) -> Option<&'a str> {
    body.member(name).filter(|token| *token != "null")
}

/// An amount as text, or as a number, whose own digits are then taken: neither passes through a binary fraction.
fn amount(token: &str) -> Option<Amount> {
    match body::string(token) {
        Some(text) => Amount::parse(&text),
        None => Amount::from_number(token),
    }
}

fn amount_at(token: &str, at: &[&str]) -> Result<Amount, InvalidLimits> {
    amount(token).ok_or_else(|| InvalidLimits::NotDecimal { at: joined(at) })
}

fn object<'a>(token: &'a str, at: &str) -> Result<Body<'a>, InvalidLimits> {
    if token.starts_with('{') {
        Ok(Body::parse(token.as_bytes())?)
    } else {
        Err(InvalidLimits::NotObject { at: at.to_owned() })
    }
}

/// The amounts that a member names; none where it is absent.
fn named(limits: &Body<'_>, member: &str, at: &str) -> Result<Vec<(String, Amount)>, InvalidLimits> {
    let mut amounts = Vec::new();
    if let Some(token) = given(limits, member) {
        let at = joined(&[at, ".", member]);
        for (name, token) in object(token, &at)?.entries() {
            let name = body::string(name).unwrap_or_default().into_owned();
            let amount = amount_at(token, &[&at, ".", &name])?;
            amounts.push((name, amount));
        }
    }
    Ok(amounts)
}
