//! What a site says about its releases: where its mirrors are, and which keys sign it.

use jiff::civil::Date;

use crate::output::SitePath;
use crate::problem::{Place, Problem};
use crate::record::Id;
use crate::source::{KEYS, MIRROR_STATUS, TextFile};
use crate::trust::{Distrust, Fault, KeyFiles, KeySet, MirrorStatus, Mirrors};

/// Mirrors and keys; both may be missing.
#[derive(Debug, Default)]
pub struct Signing {
    /// The public mirrors.
    pub mirrors: Mirrors,
    /// What they were when they were last checked.
    pub mirror_status: Option<MirrorStatus>,
    /// The key sets that follow from one another, the oldest first; none for a
    /// site that makes no releases.
    pub sets: Vec<KeySet>,
    /// The files of these sets and their signatures, as a release has them.
    pub keys: KeyFiles,
}

impl Signing {
    /// The key set that releases are signed under.
    #[must_use]
    pub fn newest(&self) -> Option<&KeySet> {
        self.sets.last()
    }

    /// The paths of its key files in a released tree.
    pub fn key_paths(&self) -> impl Iterator<Item = SitePath> {
        let path = |name: &String| SitePath::new(&format!("keys/{name}")).ok();
        self.keys.0.keys().filter_map(path)
    }
}

/// Reads the site's `mirrors.txt`, its `mirror-status.json` and `keys/`.
pub(super) fn read(files: &[TextFile], site: &Id, today: Date) -> (Signing, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut given = KeyFiles::default();
    let (mut mirrors, mut mirror_status) = (Mirrors::default(), None);
    for file in files {
        let bytes = file.text.as_bytes();
        let read = if let Some(name) = file.path.strip_prefix(KEYS) {
            given.0.insert(name.to_owned(), bytes.to_vec());
            Ok(())
        } else if &*file.path == MIRROR_STATUS {
            MirrorStatus::parse(bytes).map(|status| mirror_status = Some(status))
        } else {
            Mirrors::parse(bytes).map(|list| mirrors = list)
        };
        problems.extend(
            read.err()
                .map(|fault| problem(&file.path, &file.text, &fault)),
        );
    }
    let sets = follow(&given, site, &mut problems);
    let keys = files_of(&sets, &given);
    problems.extend(unused(&given, &keys, &sets));
    problems.extend(sets.last().and_then(|set| expired(set, today)));
    let signing = Signing {
        mirrors,
        mirror_status,
        sets,
        keys,
    };
    (signing, problems)
}

/// The sets from the first to the last that is signed by enough root keys. A
/// set that still waits for a signature is not used yet.
fn follow(given: &KeyFiles, site: &Id, problems: &mut Vec<Problem>) -> Vec<KeySet> {
    let mut sets: Vec<KeySet> = Vec::new();
    for number in given.numbers() {
        let path = format!("{KEYS}{}", KeyFiles::set_name(number));
        let text = String::from_utf8_lossy(
            given
                .0
                .get(&KeyFiles::set_name(number))
                .map_or(&[], Vec::as_slice),
        );
        let set = match given.set(number) {
            Ok(Some((set, _))) => set,
            Ok(None) => continue,
            Err(Distrust::Document(_, fault)) => {
                problems.push(problem(&path, &text, &fault));
                break;
            }
            Err(other) => {
                problems.push(Problem::error(path, Place::File, other.to_string()));
                break;
            }
        };
        if let Some(problem) = misfit(&set, site, sets.last()) {
            problems.push(Problem::error(path, Place::File, problem));
            break;
        }
        let before = sets.last().unwrap_or(&set);
        if let Err(distrust) = given.approve(&set, &before.roots) {
            let hint = "sign it with `vestochka keys sign`; until then it is not used";
            problems.push(Problem::warning(path, Place::File, distrust.to_string()).hint(hint));
            break;
        }
        sets.push(set);
    }
    sets
}

fn misfit(set: &KeySet, site: &Id, before: Option<&KeySet>) -> Option<String> {
    if set.site != *site {
        return Some(format!("this key set is for the site `{}`", set.site));
    }
    let expected = before.map_or(1, |before| before.number + 1);
    (set.number != expected).then(|| format!("there is no key set {expected} before this one"))
}

fn files_of(sets: &[KeySet], given: &KeyFiles) -> KeyFiles {
    let mut names = Vec::new();
    let mut before: Option<&KeySet> = None;
    for set in sets {
        names.push(KeyFiles::set_name(set.number));
        let roots = [&before.unwrap_or(set).roots, &set.roots];
        let signers = roots.iter().flat_map(|roots| given.signers(set, roots));
        names.extend(signers.map(|root| KeyFiles::signature_name(set.number, root.id())));
        before = Some(set);
    }
    let file = |name: String| given.0.get(&name).cloned().map(|bytes| (name, bytes));
    KeyFiles(names.into_iter().filter_map(file).collect())
}

/// Files of `keys/` that are neither a set in use nor a signature over one, nor
/// those of a set that waits.
fn unused<'a>(
    given: &'a KeyFiles,
    used: &'a KeyFiles,
    sets: &[KeySet],
) -> impl Iterator<Item = Problem> + 'a {
    let waiting = format!("{}.", sets.last().map_or(1, |set| set.number + 1));
    let odd = move |name: &&String| !used.0.contains_key(*name) && !name.starts_with(&waiting);
    given.0.keys().filter(odd).map(|name| {
        let message = "this is no key set in use, and no signature over one";
        Problem::warning(format!("{KEYS}{name}"), Place::File, message)
            .hint("take it out; key sets are made with `vestochka keys rotate`")
    })
}

fn expired(set: &KeySet, today: Date) -> Option<Problem> {
    let path = format!("{KEYS}{}", KeyFiles::set_name(set.number));
    let message = format!("this key set expired on {}", set.expires);
    let problem = Problem::warning(path, Place::File, message)
        .hint("make the next one with `vestochka keys rotate`; without it no release can be made");
    (set.expires < today).then_some(problem)
}

fn problem(path: &str, text: &str, fault: &Fault) -> Problem {
    let mut problem = Problem::error(path, place(text, fault), fault.message.clone());
    problem.hint.clone_from(&fault.hint);
    problem
}

fn place(text: &str, fault: &Fault) -> Place {
    let before: usize = text
        .split_inclusive('\n')
        .take(fault.line - 1)
        .map(str::len)
        .sum();
    let line = text[before..].lines().next().unwrap_or_default();
    let skip: usize = line
        .chars()
        .take(fault.column - 1)
        .map(char::len_utf8)
        .sum();
    Place::Bytes {
        start: before + skip,
        end: before + line.len(),
    }
}
