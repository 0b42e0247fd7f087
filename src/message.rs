//! Messages, put together from their parts. What formats in the standard library also aligns, pads and panics, which
//! weighs more in a small wasm than all that is said.

/// The parts, one behind the other.
#[inline(never)]
pub(crate) fn joined(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}

/// Names in a list: `a, b, c`.
pub(crate) fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut list = String::new();
    for (place, name) in names.into_iter().enumerate() {
        if place > 0 {
            list.push_str(", ");
        }
        list.push_str(name);
    }
    list
}

/// A whole number in decimal digits; what is no `u64` is the largest there is.
#[inline(never)]
pub(crate) fn digits(number: impl TryInto<u64>) -> String {
    let mut text = String::new();
    push_digits(&mut text, number.try_into().unwrap_or(u64::MAX));
    text
}

/// Appends a number in decimal digits.
#[inline(never)]
pub(crate) fn push_digits(text: &mut String, number: u64) {
    let (tens, digit) = (number / 10, u8::try_from(number % 10).unwrap_or_default());
    if tens > 0 {
        push_digits(text, tens);
    }
    text.push(char::from(b'0' + digit));
}

/// Appends so many hexadecimal digits of a number, the last ones, as capitals.
#[inline(never)]
pub(crate) fn push_hex(text: &mut String, number: u32, digits: u32) {
    for place in (0..digits).rev() {
        let digit = char::from_digit((number >> (4 * place)) & 0xf, 16).unwrap_or('0');
        text.push(digit.to_ascii_uppercase());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_become_one_text() {
        assert_eq!(joined(&["a", "", "b"]), "ab");
        assert_eq!(listed(["a", "b", "c"]), "a, b, c");
        assert_eq!(listed(["", "a"]), ", a");
        assert_eq!(listed([]), "");
    }

    #[test]
    fn numbers_are_written_as_the_standard_library_does() {
        for number in [0, 7, 10, 99, 100, 10_203, u64::MAX] {
            assert_eq!(digits(number), number.to_string());
        }
        assert_eq!(digits(-1), u64::MAX.to_string());
        for number in [0, 0x0a, 0xff, 0xfeff] {
            let mut text = String::new();
            push_hex(&mut text, number, 4);
            assert_eq!(text, format!("{number:04X}"));
        }
    }
}
