//! stub
use std::collections::BTreeMap;
use crate::problem::Problem; use crate::site::Site; use crate::source::Sources;
pub fn run(_: &Site, _: &Sources) -> Vec<Problem> { vec![] }
pub fn theme_requests(_: &str, _: &str) -> Vec<Problem> { vec![] }
pub fn explain(_: &str) -> Option<&'static str> { None }
pub fn ids() -> impl Iterator<Item = &'static str> { ["E1"].into_iter() }
pub fn title(_: &str) -> Option<&'static str> { None }
pub fn secrets_of(_: Option<&Site>, _: &Sources, _: &[Problem]) -> BTreeMap<String, Vec<String>> { BTreeMap::new() }
