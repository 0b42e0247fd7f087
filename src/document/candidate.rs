use std::borrow::Cow;

use super::kind::Provider;
use super::person::Person;
use crate::options::{InvalidOptions, Options, expected};

/// A document before it is uploaded. What is not known is left out, and then not looked at.
#[derive(Clone, Debug)]
pub struct Candidate<'a> {
    /// Whose type is meant.
    pub provider: Provider,
    /// Its type, in any case.
    pub kind: Cow<'a, str>,
    /// Whose document it is. Conomy's types do not depend on it.
    pub person: Person,
    /// The declared content type.
    pub content_type: Option<Cow<'a, str>>,
    /// The file, or at least its first [`SNIFFED_BYTES`](super::SNIFFED_BYTES) bytes.
    pub bytes: Option<&'a [u8]>,
    /// The file's size in bytes, where `bytes` is not the whole file.
    pub size: Option<u64>,
    /// What the caller accepts.
    pub policy: Policy,
}

/// What a caller accepts; the providers publish no limits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// The largest file, in bytes.
    pub max_bytes: Option<u64>,
    /// The content types accepted; `image/*` and `*/*` cover several.
    pub content_types: Option<Vec<String>>,
}

impl<'a> Candidate<'a> {
    /// A document of which nothing but the type is known.
    #[must_use]
    pub fn new(provider: Provider, kind: impl Into<Cow<'a, str>>) -> Self {
        Self {
            provider,
            kind: kind.into(),
            person: Person::default(),
            content_type: None,
            bytes: None,
            size: None,
            policy: Policy::default(),
        }
    }

    /// Reads `{ provider, type, strategy?, nationality?, usPerson?, hasIpAddress?, contentType?, size?, policy? }`,
    /// where the policy is `{ maxBytes?, contentTypes? }`.
    ///
    /// # Errors
    ///
    /// [`InvalidOptions`] where a member is missing or of another type, or no JSON object was given.
    pub fn parse(json: &'a [u8], bytes: Option<&'a [u8]>) -> Result<Self, InvalidOptions> {
        let options = Options::parse(json)?;
        let provider = options.text("provider")?.unwrap_or_default();
        let provider = Provider::ALL.into_iter().find(|known| known.as_str() == provider);
        let policy = options.object("policy")?;
        Ok(Self {
            provider: provider.ok_or(expected("provider", "conomy or connect"))?,
            kind: options.text("type")?.ok_or(expected("type", "a string"))?,
            person: Person::read(&options)?,
            content_type: options.text("contentType")?,
            bytes,
            size: options.count("size")?,
            policy: policy.as_ref().map(Policy::read).transpose()?.unwrap_or_default(),
        })
    }

    pub(super) fn size(&self) -> Option<u64> {
        let given = self.bytes.and_then(|bytes| u64::try_from(bytes.len()).ok());
        self.size.max(given)
    }
}

impl Policy {
    fn read(options: &Options<'_>) -> Result<Self, InvalidOptions> {
        Ok(Self { max_bytes: options.count("maxBytes")?, content_types: options.texts("contentTypes")? })
    }
}
