//! Where the record is in what was given, whatever its envelope.

use std::borrow::Cow;

use crate::body::Body;

/// The object that an answer or event is about, wherever its envelope has it: `{kind}`, `{data: {kind}}`,
/// `{data}`, or bare. What has an id itself is bare, whatever its `data`.
pub(super) fn subject<'a>(body: Body<'a>, kind: &str) -> Body<'a> {
    if let Some(subject) = body.object(kind) {
        return subject;
    }
    let Some(data) = body.object("data") else { return body };
    match data.object(kind) {
        Some(subject) => subject,
        None if body.member("id").is_some() => body,
        None => data,
    }
}

/// The members that may have an event's name, in the order in which the envelopes are recognised.
pub(super) fn event_name<'a>(body: &Body<'a>) -> Option<Cow<'a, str>> {
    ["event", "eventType"].iter().find_map(|name| body.string(name))
}
