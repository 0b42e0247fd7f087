//! What Conomy says about payments and customers, and what follows from it.

pub mod audit;
pub mod customer;
pub mod event;
pub mod limits;
mod record;
pub mod review;
