//! Any other page.

use super::{Body, Common, LangText, Translation};
use crate::decode::{Decode, Value};

/// A page of text.
#[derive(Debug, Clone)]
pub struct Page {
    /// Sources, waivers and the like.
    pub common: Common,
    /// Its title.
    pub title: LangText,
    /// Its place in the site's menu.
    pub menu: Option<u32>,
    /// The text.
    pub body: Body,
    /// The text in other languages.
    pub translations: Vec<Translation>,
}

impl Decode for Page {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let common = Common::read(&mut f);
        let (title, menu) = (f.need("title"), f.get("menu"));
        f.end();
        Some(Page {
            common,
            title: title?,
            menu,
            body: Body::default(),
            translations: Vec::new(),
        })
    }
}
