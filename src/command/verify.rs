//! `vestochka verify`: whether a copy is genuine, and if not, what it is.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::sync::atomic::AtomicBool;

use super::Exit;
use super::asking::{Asking, Format, Session, anchor};
use crate::verify::{self, Judged, Status, compare, newest_mirrors, worst};

/// Say whether copies of a site are genuine
///
/// A copy is a folder, a zip archive, or a web address. The key must have come
/// another way than the copy: from a leaflet, a friend, a book. No page that a
/// mirror serves can prove that the mirror is genuine.
///
/// Nothing is read beyond the signed sizes. The highest release is remembered,
/// so that an older one is noticed.
#[derive(Debug, clap::Args)]
#[command(after_help = exit_codes())]
pub struct Args {
    /// Folders, zip archives or web addresses
    #[arg(required = true, value_name = "COPY")]
    copies: Vec<String>,

    /// The fingerprint of the root keys, a release key (`RW…`), or a file with one of them
    #[arg(long, value_name = "KEY")]
    key: String,

    /// Check the mirrors too that the newest signed list here names
    #[arg(long)]
    mirrors: bool,

    #[command(flatten)]
    asking: Asking,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Exit> {
    let stop = AtomicBool::new(false);
    let mut session = args.asking.open(anchor(&args.key)?, &stop)?;
    let mut judged = Vec::new();
    for name in &args.copies {
        judged.push(judge(&mut session, name)?);
    }
    if args.mirrors {
        for name in unvisited(&judged) {
            judged.push(judge(&mut session, &name)?);
        }
    }
    compare(&mut judged);
    session.remember(&judged)?;
    print(&judged, args.asking.format)?;
    Ok(Exit::Copy(worst(&judged)))
}

/// Prints what came of it.
pub(super) fn print(judged: &[Judged], format: Format) -> anyhow::Result<()> {
    let text = match format {
        Format::Human => verify::human(judged),
        Format::Json => verify::json(judged),
    };
    io::stdout().write_all(text.as_bytes())?;
    Ok(())
}

fn judge(session: &mut Session<'_>, name: &str) -> anyhow::Result<Judged> {
    Ok(Judged {
        verdict: session.judge(name, name)?,
        name: name.to_owned(),
        public: true,
    })
}

/// The mirrors of the newest list that have not been looked at.
fn unvisited(judged: &[Judged]) -> Vec<String> {
    let plain = |name: &str| name.trim_end_matches('/').to_owned();
    let visited: Vec<String> = judged.iter().map(|it| plain(&it.name)).collect();
    let listed = newest_mirrors(judged).map(|list| list.0.iter());
    let urls = listed
        .into_iter()
        .flatten()
        .map(|mirror| mirror.url.as_str());
    urls.filter(|url| !visited.contains(&plain(url)))
        .map(str::to_owned)
        .collect()
}

/// The statuses as they stand in the help, the worst first.
pub(super) fn exit_codes() -> String {
    let mut text =
        "Exit codes, of several copies that of the worst; from the worst to the best:\n".to_owned();
    for status in Status::all() {
        let _ = writeln!(
            text,
            "  {:>2}  {status:<12} {}",
            status.code(),
            status.meaning()
        );
    }
    text + "\n   2  the command line cannot be understood\n   3  the machine did not allow it"
}
