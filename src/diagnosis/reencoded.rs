//! Bodies that were written anew on the way: parsed and printed by a framework, a proxy, a logger.

use super::{Cause, Kind};
use crate::body::{Numbers, Order, Scope, Strings, Style};
use crate::delivery::{Claim, Dialect, Verifier};

/// The writer whose output the signature is over, if it is one of those that are tried.
pub(super) fn cause(claim: &Claim<'_>, verifier: &Verifier) -> Option<Cause> {
    let scopes: &[Scope] = match claim.dialect {
        Dialect::Body => &[Scope::WholeBody, Scope::EventData],
        Dialect::Header => &[Scope::Raw],
    };
    let matches =
        |text: &str| verifier.keys().iter().any(|key| key.secret().verify(&[text], &claim.signature));
    let restyled = || {
        let printed = |style| {
            scopes.iter().filter_map(move |scope| claim.body.printed(*scope, style, verifier.number()))
        };
        STYLES.iter().find(|(_, style)| printed(*style).any(|text| matches(&text))).map(|(change, _)| *change)
    };
    let respaced = || {
        let text = claim.body.text();
        let trimmed = text.trim_ascii();
        let variants = [
            ("without white space around it", trimmed.to_owned()),
            ("with a newline at its end", format!("{trimmed}\n")),
            ("with a carriage return and a newline at its end", format!("{trimmed}\r\n")),
            ("with \\n line ends", lines(text).join("\n")),
            ("with \\r\\n line ends", lines(text).join("\r\n")),
        ];
        variants.into_iter().find(|(_, text)| matches(text)).map(|(change, _)| change)
    };
    let change = if claim.dialect == Dialect::Header { respaced().or_else(restyled) } else { restyled() }?;
    let message = format!(
        "the signature would match if the body were written {change}: it was parsed and printed, or otherwise \
         re-encoded, on its way here; pass the raw body as received, before any framework or proxy reads it"
    );
    Some(Cause::new(Kind::Reencoded, true, message))
}

/// The lines of a text, the last one empty where a line end closes the one before.
fn lines(text: &str) -> Vec<&str> {
    text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).collect()
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

const fn sorted(style: Style) -> Style {
    Style { order: Order::Sorted, ..style }
}

const fn listed(style: Style, names: &'static [&'static str]) -> Style {
    Style { order: Order::Listed(names), ..style }
}

const fn pretty(indent: &'static str) -> Style {
    Style { colon: ": ", indent, ..RECEIVED }
}

/// The writers that are tried, the common ones first.
const STYLES: [(&str, Style); 24] = [
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
    ("with its keys sorted", sorted(RECEIVED)),
    (
        "with its keys sorted and <, > and & escaped, as Go prints a map",
        Style { strings: Strings::Html, ..sorted(RECEIVED) },
    ),
    ("with its keys sorted and \\u escapes", sorted(ascii(RECEIVED))),
    ("with its keys sorted and Python's default separators", sorted(SPACED)),
    ("with its keys sorted, Python's default separators and \\u escapes", sorted(ascii(SPACED))),
    ("with its keys sorted, pretty-printed by two spaces", sorted(pretty("  "))),
    ("with its keys in the order the provider documents", listed(RECEIVED, BODY_DIALECT)),
    ("with its keys in the order the provider documents", listed(RECEIVED, HEADER_DIALECT)),
    ("with its keys in the documented order and \\u escapes", listed(ascii(RECEIVED), BODY_DIALECT)),
    ("with its keys in the documented order and \\u escapes", listed(ascii(RECEIVED), HEADER_DIALECT)),
    (
        "with its keys in the documented order and Python's default separators",
        listed(ascii(SPACED), BODY_DIALECT),
    ),
];

/// The order of the body dialect's sample (`/client-url`).
const BODY_DIALECT: &[&str] = &[
    "event",
    "data",
    "transaction",
    "id",
    "purchaseAmount",
    "totalAmount",
    "externalId",
    "currency",
    "status",
];

/// The order of the header dialect's samples ("Webhooks", payments and customers).
const HEADER_DIALECT: &[&str] = &[
    "eventType",
    "timestamp",
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
