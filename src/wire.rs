//! How sets of names are declared: once, in a table.
//!
//! The providers' are open, with unknown names kept verbatim. Both providers promise that new names appear without notice
//! ("Handling webhooks", the additive contract), so an unknown name is a value like any other and never an error. Those
//! of our own results are closed.

/// Declares an enum over the names a provider uses on the wire, open for names it has not published.
///
/// Each variant is written once, beside its wire name. Reading is `From<&str>`, printing is `as_str` and serde's
/// `Serialize`; what was read prints as it was.
macro_rules! open_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $wire:literal, )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        // Not a niche in the length of `Unknown`: to compare and to clone it takes half as much code in the wasm.
        #[repr(u8)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$variant_meta])* $variant, )+
            /// A name this version does not know, verbatim.
            Unknown(String),
        }

        impl $name {
            /// Every name in the table, in its order.
            pub const KNOWN: &'static [&'static str] = &[$($wire),+];

            /// What stands for each of them.
            const VARIANTS: &'static [Self] = &[$(Self::$variant),+];

            /// The name as it is on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    Self::Unknown(name) => name,
                    known => known.listed().unwrap_or_default(),
                }
            }

            /// Apart from [`as_str`](Self::as_str), so that the compiler makes a table of it and not a jump for each name.
            #[inline(never)]
            const fn listed(&self) -> Option<&'static str> {
                match self {
                    $( Self::$variant => Some($wire), )+
                    Self::Unknown(_) => None,
                }
            }

            /// Whether the name is in the table.
            #[must_use]
            pub const fn is_known(&self) -> bool {
                !matches!(self, Self::Unknown(_))
            }
        }

        impl From<&str> for $name {
            fn from(name: &str) -> Self {
                match $crate::wire::place(name, Self::KNOWN).and_then(|place| Self::VARIANTS.get(place)) {
                    Some(known) => known.clone(),
                    None => Self::Unknown(name.to_owned()),
                }
            }
        }

        $crate::wire::printed_by_name!($name);
    };
}

/// Declares an enum over names of our own, in results and options.
///
/// Each variant is written once, beside its name, which is `as_str`, and what `Display` and serde's `Serialize` print.
/// Derived, printing would have a place in the code for each name, where this has a table.
macro_rules! closed_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $word:literal, )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $( $(#[$variant_meta])* $variant, )+
        }

        impl $name {
            /// Every one of them, in the table's order.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$variant),+];

            /// The name in results and options.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $( Self::$variant => $word, )+
                }
            }
        }

        $crate::wire::printed_by_name!($name);
    };
}

/// A value is printed as its `as_str`, by `Display` and by serde.
macro_rules! printed_by_name {
    ($name:ident) => {
        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

pub(crate) use {closed_enum, open_enum, printed_by_name};

/// Where a name is in a table. Compiled once: a `match` of names is a chain of comparisons for each set.
#[inline(never)]
pub(crate) fn place(name: &str, names: &[&str]) -> Option<usize> {
    names.iter().position(|known| *known == name)
}

/// A name as its table spells it, where that differs only in case.
pub(crate) fn in_any_case<'a>(name: &'a str, names: &[&'a str]) -> &'a str {
    names.iter().find(|known| known.eq_ignore_ascii_case(name)).copied().unwrap_or(name)
}

#[cfg(test)]
#[allow(unreachable_pub, reason = "the macro declares public enums, and a test has no use for one")]
mod tests {
    open_enum! {
        /// A set of two.
        pub enum Letter {
            /// The first.
            A = "a",
            /// The second.
            B = "b",
        }
    }

    closed_enum! {
        /// A set of two.
        #[derive(PartialOrd)]
        pub enum Size {
            /// The first.
            Small = "small",
            /// The second.
            VeryLarge = "very_large",
        }
    }

    #[test]
    fn names_of_our_own_print_as_their_table_has_them() {
        assert_eq!(Size::ALL.iter().map(|size| size.as_str()).collect::<Vec<_>>(), ["small", "very_large"]);
        assert_eq!(Size::VeryLarge.to_string(), "very_large");
        assert_eq!(serde_json::to_string(&Size::ALL).ok().as_deref(), Some(r#"["small","very_large"]"#));
        assert!(Size::Small < Size::VeryLarge);
    }

    #[test]
    fn a_table_spells_what_differs_only_in_case() {
        assert_eq!(super::in_any_case("B", Letter::KNOWN), "b");
        assert_eq!(super::in_any_case("C", Letter::KNOWN), "C");
    }

    #[test]
    fn known_and_unknown_names_print_as_they_were_read() {
        for name in ["a", "b", "A", "", "c"] {
            assert_eq!(Letter::from(name).as_str(), name);
        }
        assert_eq!(serde_json::to_string(&Letter::from("c\n")).ok().as_deref(), Some(r#""c\n""#));
        assert!(Letter::from("a").is_known());
        assert!(!Letter::from("A").is_known());
        assert_eq!(Letter::KNOWN, ["a", "b"]);
    }
}
