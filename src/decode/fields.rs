//! The keys of one map: each asked for by name, the rest reported.

use super::value::{Decode, Trail, Value};
use crate::problem::{Problem, did_you_mean};
use crate::yaml::{Map, Node};

/// A map whose keys are being read. [`Fields::end`] reports keys nobody asked for.
#[derive(Debug)]
pub struct Fields<'a> {
    value: Value<'a>,
    map: &'a Map,
    asked: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(value: Value<'a>, map: &'a Map) -> Self {
        Fields {
            value,
            map,
            asked: Vec::with_capacity(16),
        }
    }

    /// The map as a value, for problems that concern all of it.
    #[must_use]
    pub fn value(&self) -> Value<'a> {
        self.value
    }

    /// Whether the key is there with a value.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.node(key).is_some()
    }

    /// The value of a key that may be missing or empty.
    pub fn get<T: Decode>(&mut self, key: &'static str) -> Option<T> {
        self.with(key, T::decode).flatten()
    }

    /// The value of a key that must be there.
    pub fn need<T: Decode>(&mut self, key: &'static str) -> Option<T> {
        if self.has(key) {
            return self.get(key);
        }
        self.asked.push(key);
        self.missing(key)
    }

    /// A list that may be missing.
    pub fn list<T: Decode>(&mut self, key: &'static str) -> Vec<T> {
        self.with(key, |value| value.list())
            .flatten()
            .unwrap_or_default()
    }

    /// `true` or `false`, `false` if missing.
    pub fn flag(&mut self, key: &'static str) -> bool {
        self.get(key).unwrap_or(false)
    }

    /// Gives a key's value to a function, if it is there.
    pub fn with<T>(&mut self, key: &'static str, read: impl FnOnce(Value<'_>) -> T) -> Option<T> {
        self.asked.push(key);
        let trail = Trail::Key(self.value.trail, key);
        let node = self.node(key)?;
        Some(read(Value {
            node,
            trail: &trail,
            file: self.value.file,
        }))
    }

    /// Reports an error at a key's value (or the map, if it is missing).
    pub fn error(&self, key: &str, message: impl Into<String>, hint: &str) {
        let trail = Trail::Key(self.value.trail, key);
        let value = self.node(key).map_or(self.value, |node| Value {
            node,
            trail: &trail,
            file: self.value.file,
        });
        value.error_hint::<()>(message, hint);
    }

    /// Reports every key that was not asked for.
    pub fn end(self) {
        for (key, _) in self.map {
            if !self.asked.contains(&key.as_str()) {
                self.unknown(key);
            }
        }
    }

    fn unknown(&self, key: &str) {
        let mut problem = self.at_key(key, format!("unknown key `{key}`"));
        problem.hint = did_you_mean(key, self.asked.iter().copied())
            .or_else(|| Some("delete it; notes for editors stand under `private:`".into()));
        self.value.report(problem);
    }

    /// A template leaves keys empty: the caret goes to the key if it is there.
    fn missing<T>(&self, key: &str) -> Option<T> {
        if self.map.iter().any(|(name, _)| name == key) {
            let message = format!("`{key}` has no value");
            self.value
                .report(self.at_key(key, message).hint("write one behind it"));
            return None;
        }
        let message = format!("the key `{key}` is missing");
        self.value.error_hint(message, format!("add `{key}:`"))
    }

    fn at_key(&self, key: &str, message: String) -> Problem {
        let trail = Trail::Key(self.value.trail, key);
        let there = Value {
            trail: &trail,
            ..self.value
        };
        there.problem(message).at_key()
    }

    fn node(&self, key: &str) -> Option<&'a Node> {
        let (_, node) = self.map.iter().find(|(name, _)| name == key)?;
        (*node != Node::Null).then_some(node)
    }
}
