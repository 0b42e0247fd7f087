//! What Conomy says about payments and customers.

pub mod event;
