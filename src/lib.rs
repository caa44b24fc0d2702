//! Vestochka turns a folder of Markdown files about political prisoners, and how
//! to write to them, into a static site that can be copied anywhere.
//!
//! A site goes through stages, each a module with one verb:
//!
//! ```text
//! source ─▶ record ─▶ site ─▶ check, plan ─▶ compose (view) ─▶ theme ─▶ output
//!  read     decode  assemble                    view          render    apply
//! ```
//!
//! - [`source`] reads files; nothing is understood yet. [`yaml`] and [`decode`]
//!   turn front matter into the types of [`record`].
//! - [`site`] joins them. [`state`] works out from each timeline where somebody
//!   is, and makes the one decision whether an address is shown; [`markdown`]
//!   turns bodies into HTML.
//! - [`check`] holds the site to the domain's rules.
//! - [`plan`] says which files there are to be: the whole output as data.
//! - [`compose`] makes a [`view`] for each; [`theme`] renders it with the words
//!   of [`texts`]; [`output`] writes what differs.
//!
//! What is written goes on to hosts that nobody trusts:
//!
//! ```text
//! release (trust, bundle) ─▶ publish ─▶ mirrors ─▶ verify (fetch)
//!    sign        pack         upload                 judge
//! ```
//!
//! - [`trust`] knows the signed documents and who may sign them; [`bundle`] packs
//!   archives. [`release`] makes a whole tree of both and swaps it in.
//! - [`publish`] brings it to hosts; [`verify`] says what a copy is, over the web
//!   through [`fetch`].
//!
//! [`press`] goes through all that lies between reading and writing, and is the
//! place to begin reading. [`command`] adds the two ends.
//!
//! Three things hold everywhere. Only `source` and `output` touch a site's files;
//! between them there is no clock, environment or network. The types of
//! `record`, `state` and `site` cannot be serialised, so that a private field
//! cannot reach an output by accident. And what is wrong with the content is a
//! [`problem`], collected with all the others and printed by [`report`]; an
//! `anyhow::Error` is the machine's fault.
//!
//! `docs/architecture.md` says where the next rule, page or command goes;
//! `docs/content-model.md` names every key of the content.

pub mod bundle;
pub mod check;
pub mod command;
pub mod compose;
pub mod decode;
pub mod fetch;
pub mod fit;
pub mod markdown;
pub mod output;
#[cfg(feature = "photo")]
pub mod photo;
pub mod picture;
pub mod plan;
pub mod press;
pub mod problem;
pub mod publish;
pub mod record;
pub mod release;
pub mod report;
pub mod scaffold;
pub mod search;
pub mod serve;
pub mod site;
pub mod source;
pub mod state;
pub mod texts;
pub mod theme;
pub mod transliterate;
pub mod trust;
pub mod verify;
pub mod view;
pub mod voice;
pub mod yaml;
