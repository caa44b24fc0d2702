//! A careful HTTP client: every answer is capped, nothing is told to the host, and a host's own pages are not mistaken for the site's.
//!
//! It sends no cookies, no `Referer`, and the headers of a common browser, so that a
//! host has little to tell a checker from a reader by. Certificates are judged by
//! the roots compiled in: a root that a state made people install is not among them.

mod address;
mod client;
mod failure;
mod html;
mod retries;

pub use address::WebAddress;
pub use client::{Client, Options};
pub use failure::{Failure, is_too_long};
pub use html::looks_like_html;
pub use retries::Retries;
