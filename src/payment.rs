//! What Conomy says about payments and customers, and what follows from it.

pub mod audit;
pub mod customer;
pub mod event;
pub mod limits;
pub mod review;
mod step;

pub use step::{Actor, Call, Contradiction};
