//! Decoding: from a tree of YAML values to a record, field by field.
//!
//! One bad field hides no other: each gives its own [`Problem`](crate::problem::Problem), with the route
//! by which its place is found when it is printed.

mod fields;
mod value;

pub use fields::Fields;
pub use value::{Decode, File, Value};
