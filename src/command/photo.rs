//! `vestochka photo`: somebody's portrait in the three formats of the site.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::workshop::Material;
use super::{Exit, print};
use crate::output::whole_file;
use crate::photo::{self, Focus, Portrait, PortraitFile};
use crate::problem::did_you_mean;
use crate::record::{self, Id, Kind, Prisoner, Records};
use crate::report::on_one_line;
use crate::state;

/// Make somebody's portrait from a picture, small and without its metadata
///
/// Reads a JPEG, PNG or WebP; turns it upright; cuts it to four to five; scales it to
/// 320 × 400 pixels, or less where the picture is smaller; and writes it into the site
/// as `content/photos/ID.jpg`, `ID.webp` and `ID.avif`, of at most 14, 8 and 5 kB.
/// Nothing of what the file says beside the picture (place, time, camera, comments)
/// is in them. The picture itself stays where it is, which must be outside of the
/// site's folder. docs/photos.md says more.
///
/// Examples:
///   vestochka photo anna-obraztsova ~/Pictures/anna.jpg
///   vestochka photo anna-obraztsova ~/Pictures/anna.jpg --focus 60%,25%
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// Whose portrait: the name of the file in `content/people/`, without `.md`
    id: String,

    /// The picture, outside of the site's folder
    file: PathBuf,

    /// The point that shall be in the middle, from the left and from the top: `0.5,0.4`
    /// (the default) or `50%,40%`
    #[arg(long, value_name = "X,Y", allow_hyphen_values = true)]
    focus: Option<Focus>,
}

pub(super) fn run(site: &Path, args: &Args) -> anyhow::Result<Exit> {
    let material = Material::read(site, None)?;
    let (records, _) = record::read(material.sources());
    let (id, person) = match person(&records, &material, &args.id) {
        Ok(person) => person,
        Err(refused) => return Ok(fail(Exit::Usage, &refused)),
    };
    let shown = on_one_line(&args.file.to_string_lossy());
    let bytes = read(&args.file).with_context(|| shown.clone())?;
    if is_within(&args.file, site)? {
        let words = format!(
            "{shown}: this file lies in the site's folder, where it would be committed with all that it says; \
             move it to another folder, delete it here, and run the command again"
        );
        return Ok(fail(Exit::Problems, &words));
    }
    match photo::make(&bytes, args.focus.unwrap_or_default()) {
        Ok(portrait) => {
            write(site, id, &portrait)?;
            tell(id, person, &portrait);
            Ok(Exit::Success)
        }
        Err(refusal) => {
            let words = format!("{shown}: {}; {}", refusal.message, refusal.hint);
            Ok(fail(Exit::Problems, &words))
        }
    }
}

fn fail(exit: Exit, words: &str) -> Exit {
    print::note(&format!("error: {words}"));
    exit
}

/// Somebody who may have a portrait.
fn person<'a>(
    records: &'a Records,
    material: &Material,
    wanted: &str,
) -> Result<(&'a Id, &'a Prisoner), String> {
    let found = records.people.iter().find(|(id, _)| id.as_str() == wanted);
    let Some((id, (_, person))) = found else {
        return Err(nobody(records, wanted));
    };
    let facility = |id: &Id| records.facilities.get(id).map(|(_, it)| it.kind);
    let today = material
        .today
        .ok_or("this folder is not a site with a `site.yaml` that can be read")?;
    if state::is_protected(person, &facility, today) {
        return Err(format!(
            "`{wanted}` was under 18 at arrest, or may have been: no photo is shown, and none may stand in the content (E16)"
        ));
    }
    Ok((id, person))
}

fn nobody(records: &Records, wanted: &str) -> String {
    let people = records
        .known
        .keys()
        .filter(|(kind, _)| *kind == Kind::Prisoner);
    let ids: Vec<&str> = people.map(|(_, id)| id.as_str()).collect();
    if ids.contains(&wanted) {
        return format!(
            "the record of `{wanted}` has an error, or says that the person was removed; run `vestochka check`"
        );
    }
    let hint = did_you_mean(wanted, ids).unwrap_or_else(|| {
        "write the name of a file in `content/people/`, without `.md`; `vestochka new prisoner NAME` makes one".into()
    });
    format!("there is no person `{}`; {hint}", on_one_line(wanted))
}

/// The file, or as much of it as shows that it is too large.
fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(photo::LARGEST_FILE + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn is_within(file: &Path, site: &Path) -> anyhow::Result<bool> {
    let place = |path: &Path| {
        path.canonicalize()
            .with_context(|| path.display().to_string())
    };
    Ok(place(file)?.starts_with(place(site)?))
}

fn path(id: &Id, file: &PortraitFile) -> String {
    format!("content/photos/{id}.{}", file.kind.extension())
}

/// Writes the files where one differs. The newer formats go first and come last: a
/// run that is killed leaves a portrait with fewer formats, never two portraits.
fn write(site: &Path, id: &Id, portrait: &Portrait) -> anyhow::Result<()> {
    let files: Vec<_> = portrait
        .files
        .iter()
        .map(|file| (site.join(path(id, file)), &file.bytes))
        .collect();
    if files
        .iter()
        .all(|(path, bytes)| fs::read(path).is_ok_and(|there| there == **bytes))
    {
        return Ok(());
    }
    for (path, _) in files.iter().skip(1).filter(|(path, _)| path.exists()) {
        fs::remove_file(path).with_context(|| path.display().to_string())?;
    }
    files
        .iter()
        .try_for_each(|(path, bytes)| whole_file::write(path, bytes))
}

fn tell(id: &Id, person: &Prisoner, portrait: &Portrait) {
    print::say(&format!(
        "the portrait of {id} has {} × {} pixels",
        portrait.width, portrait.height
    ));
    for file in &portrait.files {
        let (path, bytes, quality) = (path(id, file), file.bytes.len(), file.quality);
        print::say(&format!("  {path}  {bytes} bytes, quality {quality}"));
    }
    for note in &portrait.notes {
        print::say(&format!("note: {note}"));
    }
    print::say(&format!("\n{}", next(id, person)));
    print::say(
        "\nLook at the three files before you commit them. The original stays where it is: never put it into the site's folder.",
    );
}

/// What is left to do in the record.
fn next(id: &Id, person: &Prisoner) -> String {
    let record = format!("content/people/{id}.md");
    let file = format!("{id}.jpg");
    match &person.photo {
        Some(photo) if photo.file == file => format!("{record} names it already."),
        Some(photo) => format!(
            "{record} names `{}`: write `file: {file}` there, and delete that file if nobody else uses it.",
            on_one_line(&photo.file)
        ),
        None => format!(
            "Put this between the lines `---` of {record}, with your words for the dots:\n\n\
             photo:\n  file: {file}\n  alt: …      # what is to be seen, for those who do not see it\n  \
             credit: …   # who made it\n  licence: …  # why it may be shown here"
        ),
    }
}
