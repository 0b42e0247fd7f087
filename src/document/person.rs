use crate::options::{InvalidOptions, Options, expected};
use crate::wire::closed_enum;

closed_enum! {
    /// How a customer's identity is verified: "Integration Paths".
    #[derive(Default)]
    pub enum Strategy {
        /// By Connect Financial's SDK.
        CfKyc = "CF_KYC",
        /// By the integrator's own provider.
        External = "EXTERNAL",
        /// Nobody said, and nothing shows it.
        #[default]
        Unknown = "unknown",
    }
}

/// What decides which documents a person owes. Everything may be left unsaid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// How the person's identity is verified.
    pub strategy: Strategy,
    /// The country code of the person's nationality, of two or three letters. Anything else says nothing.
    pub nationality: Option<String>,
    /// Whether the person is a US person for tax purposes. This decides the tax form alone where it is said.
    pub us_person: Option<bool>,
    /// Whether the provider has an IP address of the person on file.
    pub has_ip_address: Option<bool>,
}

impl Person {
    /// Reads `{ strategy?, nationality?, usPerson?, hasIpAddress? }`.
    ///
    /// # Errors
    ///
    /// [`InvalidOptions`] where a member is of another type, or no JSON object was given.
    pub fn parse(json: &[u8]) -> Result<Self, InvalidOptions> {
        Self::read(&Options::parse(json)?)
    }

    pub(crate) fn read(options: &Options<'_>) -> Result<Self, InvalidOptions> {
        let strategy = match options.text("strategy")? {
            None => Strategy::Unknown,
            Some(name) => Strategy::ALL
                .into_iter()
                .find(|strategy| strategy.as_str() == name)
                .ok_or(expected("strategy", "CF_KYC, EXTERNAL or unknown"))?,
        };
        Ok(Self {
            strategy,
            nationality: options.owned("nationality")?,
            us_person: options.boolean("usPerson")?,
            has_ip_address: options.boolean("hasIpAddress")?,
        })
    }

    /// Whether the person files a W9 (`true`) or a W8BEN (`false`); nothing where it may be either.
    ///
    /// "W9 for US persons, W8BEN for non-US": a US national is a US person, but another national may be one too.
    #[must_use]
    pub fn files_w9(&self) -> Option<bool> {
        self.us_person.or_else(|| self.is_us_national().filter(|is_us| *is_us))
    }

    /// Whether the nationality is that of the United States; nothing where it is unsaid or no country code.
    #[must_use]
    pub fn is_us_national(&self) -> Option<bool> {
        let code = self.nationality.as_deref()?.trim_ascii();
        let is_code = matches!(code.len(), 2 | 3) && code.bytes().all(|byte| byte.is_ascii_alphabetic());
        is_code.then(|| UNITED_STATES.iter().any(|known| code.eq_ignore_ascii_case(known)))
    }
}

/// Connect Financial writes two letters, Conomy three (ISO 3166-1).
const UNITED_STATES: [&str; 2] = ["US", "USA"];
