//! Bodies that were written anew on the way: parsed and printed by a framework, a proxy, a logger.

use super::signer::Signer;
use super::{Cause, Kind};
use crate::body::{Numbers, Order, Scope, Strings, Style};
use crate::delivery::{Claim, Dialect, Verifier};

/// The writer whose output the signature is over, if it is one of those that are tried; else whether the body looks
/// as if it had been sorted.
pub(super) fn causes(claim: &Claim<'_>, verifier: &Verifier) -> Vec<Cause> {
    let search = Search { claim, verifier, tried: Vec::new(), work: 0 };
    if let Some((change, signer)) = search.run() {
        let message = format!(
            "the signature would match if the body were written {change}: it was parsed and printed, or otherwise \
             re-encoded, on its way here; {RAW}"
        );
        return signer.causes(Some(Cause::new(Kind::Reencoded, true, message)));
    }
    if !is_sorted(claim, verifier) {
        return Vec::new();
    }
    let message = format!(
        "the body's keys are sorted, which is no order the provider documents: something may have sorted them on its \
         way here; {RAW}"
    );
    vec![Cause::new(Kind::Reencoded, false, message)]
}

/// Tries one text after the other, none of them twice.
struct Search<'c, 'v> {
    claim: &'c Claim<'c>,
    verifier: &'v Verifier,
    tried: Vec<u64>,
    work: usize,
}

impl<'v> Search<'_, 'v> {
    fn run(mut self) -> Option<(String, Signer<'v>)> {
        if self.claim.dialect == Dialect::Header {
            let text = self.claim.body.text();
            let trimmed = text.trim_ascii();
            let respaced = [
                ("without white space around it", trimmed, ""),
                ("with a newline at its end", trimmed, "\n"),
                ("with a carriage return and a newline at its end", trimmed, "\r\n"),
                ("with \\n line ends", &lines(text).join("\n"), ""),
                ("with \\r\\n line ends", &lines(text).join("\r\n"), ""),
            ];
            for (change, text, end) in respaced {
                if let Some(signer) = self.signer(&[text.as_bytes(), end.as_bytes()]) {
                    return Some((change.to_owned(), signer));
                }
            }
        }
        for (ordered, order) in &ORDERS {
            for (written, style) in &WRITERS {
                let order = if matches!(order, Order::Received) { style.order } else { *order };
                for scope in scopes(self.claim.dialect) {
                    let style = Style { order, ..*style };
                    let text = self.claim.body.printed(*scope, style, self.verifier.number());
                    if let Some(signer) = self.signer(&[text.unwrap_or_default().as_bytes()]) {
                        return Some((format!("{ordered}{written}"), signer));
                    }
                    if self.work > MAX_WORK {
                        return None;
                    }
                }
            }
        }
        None
    }

    fn signer(&mut self, parts: &[&[u8]]) -> Option<Signer<'v>> {
        let (length, mark) = marked(parts);
        self.work += length;
        if self.tried.contains(&mark) {
            return None;
        }
        self.tried.push(mark);
        self.work += length * Signer::hashes(self.verifier);
        Signer::find(parts, &self.claim.signature, self.verifier)
    }
}

/// The bytes that are printed and hashed at most. Bodies like the provider's take a thirtieth of it under all keys; it is
/// reached by large ones made to differ in every style.
const MAX_WORK: usize = 48 << 20;

const RAW: &str = "pass the raw body as received, before any framework or proxy reads it";

/// The lines of a text, the last one empty where a line end closes the one before.
fn lines(text: &str) -> Vec<&str> {
    text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).collect()
}

const fn scopes(dialect: Dialect) -> &'static [Scope] {
    match dialect {
        Dialect::Body => &[Scope::WholeBody, Scope::EventData],
        Dialect::Header => &[Scope::Raw],
    }
}

/// How long a text is, and what tells it from others (FNV-1a). Where two had one mark, one would not be tried.
fn marked(parts: &[&[u8]]) -> (usize, u64) {
    let (mut length, mut mark) = (0, 0xcbf2_9ce4_8422_2325);
    for part in parts {
        length += part.len();
        for byte in *part {
            mark = (mark ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    (length, mark)
}

/// Whether the body's members are sorted at every level, and in no order that is documented.
fn is_sorted(claim: &Claim<'_>, verifier: &Verifier) -> bool {
    let scope = scopes(claim.dialect).first().copied().unwrap_or(Scope::Raw);
    let printed = |order| claim.body.printed(scope, Style { order, ..RECEIVED }, verifier.number());
    let received = printed(Order::Received);
    printed(Order::Sorted) == received
        && !ORDERS
            .iter()
            .any(|(_, order)| matches!(order, Order::Listed { .. }) && printed(*order) == received)
}
const RECEIVED: Style = Style {
    comma: ",",
    colon: ":",
    indent: "",
    order: Order::Received,
    strings: Strings::EcmaScript,
    numbers: Numbers::Received,
};

const SPACED: Style = Style { comma: ", ", colon: ": ", ..RECEIVED };

const fn ascii(style: Style) -> Style {
    Style { strings: Strings::Ascii, ..style }
}

const fn pretty(indent: &'static str) -> Style {
    Style { colon: ": ", indent, ..RECEIVED }
}

/// The writers that are tried, the common ones first.
const WRITERS: [(&str, Style); 13] = [
    ("without white space between its tokens", Style { strings: Strings::Received, ..RECEIVED }),
    ("without \\u escapes and other escapes that JSON does not need, and without white space", RECEIVED),
    (
        "as JSON.stringify prints it",
        Style { order: Order::EcmaScript, numbers: Numbers::EcmaScript, ..RECEIVED },
    ),
    ("with Python's default separators", SPACED),
    ("with Python's default separators and \\u escapes", ascii(SPACED)),
    ("with \\u escapes for all but ASCII", ascii(RECEIVED)),
    ("with \\u escapes and \\/, as PHP prints it", Style { strings: Strings::AsciiAndSlash, ..RECEIVED }),
    ("with <, > and & escaped, as Go prints it", Style { strings: Strings::Html, ..RECEIVED }),
    ("pretty-printed by two spaces", pretty("  ")),
    ("pretty-printed by four spaces", pretty("    ")),
    ("pretty-printed by tabs", pretty("\t")),
    ("pretty-printed by two spaces, with \\u escapes", ascii(pretty("  "))),
    ("pretty-printed by four spaces, with \\u escapes", ascii(pretty("    "))),
];

/// The orders that are tried. The documented ones are those of both dialects' samples inside, and outside with the
/// `timestamp` before or behind what the event is about: only the header dialect's sample has one.
const ORDERS: [(&str, Order); 6] = [
    ("", Order::Received),
    ("with its keys sorted, ", Order::Sorted),
    (DOCUMENTED, Order::Listed { outside: TIMESTAMP_BEFORE, inside: BODY_DIALECT }),
    (DOCUMENTED, Order::Listed { outside: TIMESTAMP_BEFORE, inside: HEADER_DIALECT }),
    (DOCUMENTED, Order::Listed { outside: TIMESTAMP_BEHIND, inside: BODY_DIALECT }),
    (DOCUMENTED, Order::Listed { outside: TIMESTAMP_BEHIND, inside: HEADER_DIALECT }),
];

const DOCUMENTED: &str = "with its keys in the order the provider documents, ";

const TIMESTAMP_BEFORE: &[&str] =
    &["event", "eventType", "type", "timestamp", "data", "transaction", "customer", "identity"];

const TIMESTAMP_BEHIND: &[&str] =
    &["event", "eventType", "type", "data", "transaction", "customer", "identity", "timestamp"];

/// The order of the body dialect's sample (`/client-url`), and of the sample in "KYC Compliance Flow", whose names it
/// does not have.
const BODY_DIALECT: &[&str] = &[
    "transaction",
    "id",
    "purchaseAmount",
    "totalAmount",
    "externalId",
    "currency",
    "customerId",
    "status",
    "onboardingId",
];

/// The order of the header dialect's samples ("Webhooks", payments and customers).
const HEADER_DIALECT: &[&str] = &[
    "Webhooks",
    "transaction",
    "customer",
    "identity",
    "id",
    "externalId",
    "status",
    "totalAmount",
    "currency",
    "type",
    "parentPaymentId",
    "relatedPaymentId",
    "customerId",
    "settledAt",
    "expiredAt",
    "unsettledAt",
    "unsettledReason",
    "settlementBatchId",
    "documentationStatus",
    "clientId",
    "firstName",
    "lastName",
    "email",
    "documentNumber",
    "operationLevel",
    "autoCreated",
    "documentsCount",
];
