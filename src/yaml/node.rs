//! A YAML value, with its keys in file order and duplicates kept.

use std::fmt;

use serde::de::{
    Deserialize, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use crate::problem::{Route, Step};

/// The entries of a map, in the order of the file.
pub type Map = Vec<(String, Node)>;

/// A YAML value.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// `null`, `~` or nothing.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i128),
    /// Any other number.
    Float(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A map.
    Map(Map),
}

/// A key that a map holds more than once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    /// The route, ending with the key.
    pub route: Route,
    /// How many keys of that name stand before it.
    pub earlier: usize,
}

impl Node {
    /// The value of a key, if this is a map that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        let Node::Map(map) = self else { return None };
        map.iter()
            .find(|(name, _)| name == key)
            .map(|(_, node)| node)
    }

    /// What kind of value this is, in words.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Node::Null => "nothing",
            Node::Bool(_) => "`true` or `false`",
            Node::Integer(_) | Node::Float(_) => "a number",
            Node::Text(_) => "a text",
            Node::List(_) => "a list",
            Node::Map(_) => "a map",
        }
    }

    /// All duplicate keys, in file order.
    #[must_use]
    pub fn duplicates(&self) -> Vec<Duplicate> {
        let mut found = Vec::new();
        find_duplicates(self, &Route::default(), &mut found);
        found
    }

    /// Every scalar below this node, as text.
    #[must_use]
    pub fn scalars(&self) -> Vec<String> {
        match self {
            Node::Null | Node::Bool(_) => Vec::new(),
            Node::Integer(number) => vec![number.to_string()],
            Node::Float(number) => vec![number.to_string()],
            Node::Text(text) => vec![text.clone()],
            Node::List(items) => items.iter().flat_map(Node::scalars).collect(),
            Node::Map(map) => map.iter().flat_map(|(_, node)| node.scalars()).collect(),
        }
    }
}

fn find_duplicates(node: &Node, route: &Route, found: &mut Vec<Duplicate>) {
    let children: Vec<(Step, &Node)> = match node {
        Node::List(items) => items
            .iter()
            .enumerate()
            .map(|(i, n)| (i.into(), n))
            .collect(),
        Node::Map(map) => map.iter().map(|(k, n)| (k.as_str().into(), n)).collect(),
        _ => return,
    };
    for (position, (step, child)) in children.iter().enumerate() {
        let here = route.clone().then(step.clone());
        let earlier = children[..position]
            .iter()
            .filter(|(other, _)| other == step)
            .count();
        if earlier > 0 {
            found.push(Duplicate {
                route: here.clone(),
                earlier,
            });
        }
        find_duplicates(child, &here, found);
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Integer(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Integer(value.into()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Node, E> {
        Ok(Node::Integer(value))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Node, E> {
        Ok(i128::try_from(value).map_or(Node::Text(value.to_string()), Node::Integer))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Float(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Node, E> {
        Ok(Node::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut map = Vec::new();
        while let Some(key) = entries.next_key::<KeyText>()? {
            map.push((key.0, entries.next_value()?));
        }
        Ok(Node::Map(map))
    }

    // A tag (`!secret x`) says nothing here: the value below it is read.
    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Node, A::Error> {
        let (_, value) = data.variant::<KeyText>()?;
        value.newtype_variant()
    }
}

/// A key as text, whatever YAML takes it for (`1`, `true`).
pub(super) struct KeyText(pub String);

impl<'de> Deserialize<'de> for KeyText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let node = Node::deserialize(deserializer)?;
        Ok(KeyText(match node {
            Node::Text(text) => text,
            Node::Bool(value) => value.to_string(),
            other => other.scalars().join(" "),
        }))
    }
}
