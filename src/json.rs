//! Prints results as JSON.
//!
//! What crosses to JavaScript is printed here, not by `serde_json`: everything but the walk over the fields is
//! compiled once and not for each type, which halves what printing weighs in the wasm. It prints what this
//! crate's results hold: objects, arrays, texts, whole numbers, seconds to the thousandth, booleans and null.
//!
//! ```
//! use compliance_gate::document::{Person, required_documents};
//! use compliance_gate::json::to_json;
//!
//! let printed = to_json(&required_documents(&Person::default())[1])?;
//! let expected = r#"{"check":"DOC_SOURCE_OF_FUNDS","documents":{"anyOf":["SOURCE_OF_FUNDS"]},"condition":null}"#;
//! assert_eq!(printed, expected);
//! # Ok::<(), compliance_gate::json::Unprintable>(())
//! ```

use core::fmt;
use core::time::Duration;

use serde::ser::{
    self, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};

use crate::message::{push_digits, push_hex};

/// Prints a value.
///
/// # Errors
///
/// [`Unprintable`] where it holds what no result holds: numbers below zero with a fraction, bytes, or variants with fields.
pub fn to_json(value: &(impl Serialize + ?Sized)) -> Result<String, Unprintable> {
    let mut printer = Printer::new();
    value.serialize(&mut printer)?;
    Ok(printer.out)
}

/// A value that is not printed here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unprintable;

impl fmt::Display for Unprintable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected objects, arrays, texts, numbers, booleans and null, found something else")
    }
}

impl core::error::Error for Unprintable {}

impl ser::Error for Unprintable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

struct Printer {
    out: String,
}

impl Printer {
    #[inline(never)]
    fn new() -> Self {
        Self { out: String::with_capacity(1024) }
    }

    #[inline(never)]
    fn text(&mut self, text: &str) {
        self.mark('"');
        let mut rest = text;
        let is_escaped = |byte: u8| byte < b' ' || matches!(byte, b'"' | b'\\');
        while let Some(at) = rest.bytes().position(is_escaped) {
            let (plain, escaped) = rest.split_at_checked(at).unwrap_or_default();
            self.out.push_str(plain);
            self.out.push_str("\\u00");
            push_hex(&mut self.out, escaped.bytes().next().unwrap_or_default().into(), 2);
            rest = escaped.get(1..).unwrap_or_default();
        }
        self.out.push_str(rest);
        self.mark('"');
    }

    fn number(&mut self, number: u64) {
        push_digits(&mut self.out, number);
    }

    /// What stands before an element: nothing where it is the first.
    #[inline(never)]
    fn comma(&mut self) {
        if !matches!(self.out.as_bytes().last(), Some(b'{' | b'[')) {
            self.out.push(',');
        }
    }

    #[inline(never)]
    fn name(&mut self, name: &'static str) {
        self.comma();
        // A field's, so nothing in it wants escaping.
        self.mark('"');
        self.out.push_str(name);
        self.out.push_str("\":");
    }

    /// What is between the marks of objects, arrays and texts.
    #[inline(never)]
    fn mark(&mut self, mark: char) {
        self.out.push(mark);
    }

    fn open(&mut self, opening: char, closing: char) -> Open<'_> {
        self.mark(opening);
        Open { printer: self, closing }
    }
}

/// An object or array that is open.
struct Open<'a> {
    printer: &'a mut Printer,
    closing: char,
}

impl Open<'_> {
    fn element(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), Unprintable> {
        self.printer.comma();
        value.serialize(&mut *self.printer)
    }

    fn close(self) {
        self.printer.mark(self.closing);
    }
}

type Never = Impossible<(), Unprintable>;

macro_rules! numbers {
    ($($method:ident: $type:ty,)+) => {
        $( fn $method(self, number: $type) -> Result<(), Unprintable> {
            if u64::try_from(number).is_err() {
                self.out.push('-');
            }
            let size = u64::try_from(number).or_else(|_| u64::try_from(i128::from(number).unsigned_abs()));
            self.number(size.map_err(|_| Unprintable)?);
            Ok(())
        } )+
    };
}

impl<'a> Serializer for &'a mut Printer {
    type Ok = ();
    type Error = Unprintable;
    type SerializeSeq = Open<'a>;
    type SerializeTuple = Open<'a>;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Open<'a>;
    type SerializeStruct = Open<'a>;
    type SerializeStructVariant = Never;

    numbers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
    }

    fn serialize_bool(self, value: bool) -> Result<(), Unprintable> {
        self.out.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), Unprintable> {
        self.text(text);
        Ok(())
    }

    fn serialize_char(self, character: char) -> Result<(), Unprintable> {
        self.text(character.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Unprintable> {
        self.out.push_str("null");
        Ok(())
    }

    fn serialize_unit(self) -> Result<(), Unprintable> {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unprintable> {
        self.serialize_none()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unprintable> {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<(), Unprintable> {
        self.serialize_str(name)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unprintable> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'a>, Unprintable> {
        Ok(self.open('[', ']'))
    }

    fn serialize_tuple(self, _: usize) -> Result<Open<'a>, Unprintable> {
        Ok(self.open('[', ']'))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Open<'a>, Unprintable> {
        Ok(self.open('{', '}'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'a>, Unprintable> {
        Ok(self.open('{', '}'))
    }

    fn serialize_f32(self, _: f32) -> Result<(), Unprintable> {
        Err(Unprintable)
    }

    /// To the thousandth, which is all that a time is told to.
    fn serialize_f64(self, number: f64) -> Result<(), Unprintable> {
        let number = Duration::try_from_secs_f64(number).map_err(|_| Unprintable)?;
        self.number(number.as_secs());
        let thousandths = number.subsec_millis();
        if thousandths > 0 {
            self.out.push('.');
            for place in [100, 10, 1] {
                self.out.extend(char::from_digit(thousandths / place % 10, 10));
            }
        }
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Unprintable> {
        Err(Unprintable)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Unprintable> {
        Err(Unprintable)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Never, Unprintable> {
        Err(Unprintable)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Never, Unprintable> {
        Err(Unprintable)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Never, Unprintable> {
        Err(Unprintable)
    }
}

impl SerializeSeq for Open<'_> {
    type Ok = ();
    type Error = Unprintable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unprintable> {
        self.element(value)
    }

    fn end(self) -> Result<(), Unprintable> {
        self.close();
        Ok(())
    }
}

impl SerializeTuple for Open<'_> {
    type Ok = ();
    type Error = Unprintable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unprintable> {
        self.element(value)
    }

    fn end(self) -> Result<(), Unprintable> {
        self.close();
        Ok(())
    }
}

impl SerializeMap for Open<'_> {
    type Ok = ();
    type Error = Unprintable;

    /// What is no text is no name.
    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> Result<(), Unprintable> {
        self.element(name)?;
        if self.printer.out.ends_with('"') { Ok(()) } else { Err(Unprintable) }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unprintable> {
        self.printer.out.push(':');
        value.serialize(&mut *self.printer)
    }

    fn end(self) -> Result<(), Unprintable> {
        self.close();
        Ok(())
    }
}

impl SerializeStruct for Open<'_> {
    type Ok = ();
    type Error = Unprintable;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Unprintable> {
        self.printer.name(name);
        value.serialize(&mut *self.printer)
    }

    fn end(self) -> Result<(), Unprintable> {
        self.close();
        Ok(())
    }
}
