//! Documents: which ones a person owes, and whether one would do.
//!
//! Connect Financial, "Required Documents for External KYC" and "Check Types", names five type codes and the
//! checks that ask for them; Conomy, "Supported documents", names five types of its own. Which tax form a person
//! files is not a question of nationality, but of being a US person: see [`Person`].
//!
//! ```
//! use compliance_gate::document::{Candidate, Person, Provider, Strategy, required_documents, validate_document};
//!
//! let person = Person { strategy: Strategy::External, us_person: Some(false), ..Person::default() };
//! let wanted = required_documents(&person);
//! assert_eq!(wanted[2].check, "DOC_FATCA");
//! assert_eq!(wanted[2].documents.any_of[0].as_str(), "W8BEN");
//!
//! let candidate = Candidate { person, ..Candidate::new(Provider::Connect, "w9") };
//! let validation = validate_document(&candidate);
//! assert!(!validation.ok);
//! assert_eq!(validation.alternatives, ["W8BEN"]);
//! ```

mod candidate;
mod content;
mod kind;
mod person;
mod problem;
mod requirement;
mod validate;

pub use candidate::{Candidate, Policy};
pub use content::SNIFFED_BYTES;
pub use kind::{ConnectType, ConomyType, Provider};
pub use person::{Person, Strategy};
pub use problem::{Code, Problem, Severity};
pub use requirement::{AnyOf, Condition, Requirement, documents_for_check, required_documents};
pub use validate::{Validation, validate_document};
