//! Numbers of the reserialized form: the shortest text that reads back as the same double.

/// Prints a JSON number as `JSON.stringify(JSON.parse(token))` does (ECMA-262, `Number::toString`); `null` for what no
/// double can hold.
pub(crate) type PrintNumber = fn(token: &str) -> String;

/// [`PrintNumber`] for programs without a JavaScript engine. In the wasm the engine itself prints them: the tables of
/// powers that reading and printing doubles need would be a third of what is shipped.
pub(crate) fn number(token: &str) -> String {
    let number: f64 = token.parse().unwrap_or(f64::NAN);
    if number.is_finite() {
        ryu_js::Buffer::new().format_finite(number).to_owned()
    } else {
        "null".to_owned()
    }
}
