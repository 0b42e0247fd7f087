//! What a compliance status means: the next action, who takes it, what is due, what is pending, when to look
//! again.
//!
//! "Suggested Action Values" and the flows of the page are the rules. What the provider says is shown as given.
//! Only where it leaves `nextAction` out is one derived from the failed required checks, those of which it says outright
//! that they are required and failed before those that leave it open; of these the first in this order:
//!
//! 1. `CONTACT_SUPPORT`, or a denial: nothing else helps until support has.
//! 2. `RERUN_KYC`, or an expired onboarding: what is done in the old one may be lost.
//! 3. `UPDATE_PROFILE`, `START_KYC`, `COMPLETE_SDK_FLOW`, `UPLOAD_DOCUMENT`: the order of the flow's phases.
//! 4. An action that is not known: somebody has to do something.
//! 5. `WAIT`: only where there is nothing else to do.

mod answer;
mod call;
mod contradict;
mod facts;
mod guidance;
mod names;
mod step;

pub use guidance::{Due, Guidance, Pending, Phase, Poll, Source};

use super::context::Context;
use super::status::{Status, Unreadable};
use call::call;
use facts::Facts;

/// Reads a compliance status and says what it means.
///
/// # Errors
///
/// [`Unreadable`] where the text is no status, or over a limit.
pub fn interpret_status(text: &[u8], context: &Context) -> Result<Guidance, Unreadable> {
    Ok(interpret(&Status::parse(text)?, context))
}

/// Says what a compliance status means.
#[must_use]
pub fn interpret(status: &Status, context: &Context) -> Guidance {
    let facts = Facts::new(status, context);
    let (currently_due, pending_verification) = step::sorted(&facts);
    let (actor, phase) = (facts.actor(), facts.phase());
    Guidance {
        is_compliant: status.is_compliant.unwrap_or_default(),
        onboarding_status: status.onboarding.clone(),
        next_action: facts.next.action.clone(),
        next_action_source: facts.next.source,
        actor,
        phase,
        strategy: facts.strategy,
        is_terminal: facts.is_terminal(phase),
        currently_due,
        pending_verification,
        call: facts
            .next
            .action
            .as_ref()
            .filter(|_| !facts.is_pointless())
            .and_then(|action| call(action, context)),
        poll: facts.poll(phase),
        contradictions: contradict::all(&facts),
    }
}
