//! stub
use std::path::Path;
use super::Exit;
/// Serve
#[derive(Debug, clap::Args)]
pub struct Args {}
pub(super) fn run(_: &Path, _: &Args) -> anyhow::Result<Exit> { Ok(Exit::Success) }
