//! What is to be done on a host, in which order, and what is left alone.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::inventory::copy_number;
use super::{HostPath, Inventory, Phase, Tree};

/// What becomes of one path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It is new there, as far as we know.
    Add,
    /// Other bytes, or unknown ones, stand there.
    Replace,
    /// It goes.
    Remove,
}

/// One change to one path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// When.
    pub phase: Phase,
    /// What.
    pub change: Change,
    /// Where.
    pub path: HostPath,
    /// How many bytes are sent.
    pub bytes: u64,
}

/// Everything that is to be done on one host.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// In the order in which it is done.
    pub steps: Vec<Step>,
    /// How many files need not be sent.
    pub unchanged: usize,
    /// Files that no release of ours has put there; they stay.
    pub unknown: Vec<HostPath>,
}

impl Plan {
    /// Compares what is to stand on a host with what does.
    #[must_use]
    pub fn new(tree: &Tree, host: &Inventory, delete_unknown: bool) -> Self {
        let planner = Planner {
            tree,
            host,
            listed_people: listed_people(tree),
        };
        let (mut steps, unchanged) = planner.uploads();
        steps.extend(planner.removals());
        let unknown = planner.unknown();
        if delete_unknown {
            steps.extend(unknown.iter().map(|path| remove(Phase::Sweep, path)));
        }
        steps.sort_by_key(order);
        Plan {
            steps,
            unchanged,
            unknown: if delete_unknown { Vec::new() } else { unknown },
        }
    }

    /// The steps of one phase.
    pub fn phase(&self, phase: Phase) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(move |step| step.phase == phase)
    }

    /// How many files are sent.
    #[must_use]
    pub fn uploads(&self) -> usize {
        self.count(|change| change != Change::Remove)
    }

    /// How many files are removed and not replaced.
    #[must_use]
    pub fn removals(&self) -> usize {
        self.count(|change| change == Change::Remove)
    }

    /// How many bytes are sent.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.steps.iter().map(|step| step.bytes).sum()
    }

    fn count(&self, is: impl Fn(Change) -> bool) -> usize {
        self.steps.iter().filter(|step| is(step.change)).count()
    }
}

/// People before lists and the smallest first: when the line breaks, as much as
/// possible of what matters has arrived.
///
/// Of what goes, the old lists go last: they tell the next run what was to go.
fn order(step: &Step) -> (Phase, bool, bool, u64, HostPath) {
    let about_people = is_personal(step.path.as_str());
    let old_list = step.change == Change::Remove && copy_number(step.path.as_str()).is_some();
    (
        step.phase,
        old_list,
        !about_people,
        step.bytes,
        step.path.clone(),
    )
}

fn remove(phase: Phase, path: &HostPath) -> Step {
    Step {
        phase,
        change: Change::Remove,
        path: path.clone(),
        bytes: 0,
    }
}

struct Planner<'a> {
    tree: &'a Tree,
    host: &'a Inventory,
    /// Everybody who is published; none if the site does not say.
    listed_people: Option<BTreeSet<String>>,
}

impl Planner<'_> {
    fn uploads(&self) -> (Vec<Step>, usize) {
        let (mut steps, mut unchanged) = (Vec::new(), 0);
        for (path, item) in self.tree {
            let stands = self.host.believed.get(path);
            if stands == Some(&item.digest) {
                unchanged += 1;
                continue;
            }
            let withdrawn = self.is_withdrawn_first(path);
            if withdrawn {
                steps.push(remove(Phase::Withdraw, path));
            }
            let is_there =
                (stands.is_some() || self.host.ours.contains(path) || self.is_listed(path))
                    && !withdrawn;
            steps.push(Step {
                phase: Phase::of_upload(path),
                change: if is_there {
                    Change::Replace
                } else {
                    Change::Add
                },
                path: path.clone(),
                bytes: item.bytes,
            });
        }
        (steps, unchanged)
    }

    /// An old archive holds everybody whom it ever held; a page that is left of a
    /// removed person is to say so at once.
    fn is_withdrawn_first(&self, path: &HostPath) -> bool {
        let text = path.as_str();
        let archive = text.starts_with("bundle/");
        self.host.ours.contains(path) && (archive || self.is_of_removed_person(text))
    }

    fn is_of_removed_person(&self, path: &str) -> bool {
        let Some(listed) = &self.listed_people else {
            return false;
        };
        let name = path
            .split_once("/people/")
            .and_then(|(_, name)| name.strip_suffix(".html"));
        name.is_some_and(|name| {
            let id = name.strip_suffix("-story").unwrap_or(name);
            !is_list(id) && !listed.contains(id) && !listed.contains(name)
        })
    }

    fn removals(&self) -> Vec<Step> {
        let gone = self
            .host
            .ours
            .iter()
            .filter(|path| !self.tree.contains_key(*path));
        gone.map(|path| remove(self.removed_in(path.as_str()), path))
            .collect()
    }

    fn removed_in(&self, path: &str) -> Phase {
        let old_copy = copy_number(path).is_some_and(|number| Some(number) != self.host.sequence);
        if is_personal(path) || path.starts_with("bundle/") || old_copy {
            Phase::Withdraw
        } else {
            Phase::Sweep
        }
    }

    fn unknown(&self) -> Vec<HostPath> {
        let listed = self.host.listed.iter().flatten();
        listed
            .filter(|path| !self.host.ours.contains(*path) && !self.tree.contains_key(*path))
            .cloned()
            .collect()
    }

    fn is_listed(&self, path: &HostPath) -> bool {
        self.host
            .listed
            .as_ref()
            .is_some_and(|listed| listed.contains(path))
    }
}

/// Profiles and pictures.
pub(super) fn is_personal(path: &str) -> bool {
    path.split('/')
        .any(|part| matches!(part, "people" | "photos" | "images"))
}

/// Pages of lists beside the profiles: `index`, `letter-a`, numbers.
fn is_list(id: &str) -> bool {
    id == "index"
        || id.starts_with("letter-")
        || id.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

#[derive(Deserialize)]
struct PeopleJson {
    people: Vec<PersonJson>,
}

#[derive(Deserialize)]
struct PersonJson {
    id: String,
}

fn listed_people(tree: &Tree) -> Option<BTreeSet<String>> {
    let bytes = tree.get(&HostPath::new("people.json")?)?.read().ok()?;
    let json: PeopleJson = serde_json::from_slice(&bytes).ok()?;
    Some(json.people.into_iter().map(|person| person.id).collect())
}

#[cfg(test)]
mod tests {
    use super::super::Item;
    use super::*;
    use crate::output::Digest;

    fn path(text: &str) -> HostPath {
        HostPath::new(text).unwrap()
    }

    fn tree(files: &[(&str, &str)]) -> Tree {
        files
            .iter()
            .map(|(name, text)| (path(name), Item::text(*text)))
            .collect()
    }

    fn host(sequence: u64, files: &[(&str, &str)]) -> Inventory {
        let believed = files
            .iter()
            .map(|(name, text)| (path(name), Digest::of(text.as_bytes())));
        Inventory {
            sequence: Some(sequence),
            ours: files.iter().map(|(name, _)| path(name)).collect(),
            believed: believed.collect(),
            listed: None,
        }
    }

    fn lines(plan: &Plan) -> Vec<String> {
        let sign = |step: &Step| match step.change {
            Change::Add => '+',
            Change::Replace => '~',
            Change::Remove => '-',
        };
        let line = |step: &Step| format!("{:?} {} {}", step.phase, sign(step), step.path);
        plan.steps.iter().map(line).collect()
    }

    #[test]
    fn what_may_harm_somebody_goes_first_and_the_rest_last() {
        let new = tree(&[
            ("release.txt", "2"),
            ("ru/index.html", "new"),
            ("same.css", ""),
        ]);
        let old = host(
            1,
            &[
                ("release.txt", "1"),
                ("ru/index.html", "old"),
                ("same.css", ""),
                ("ru/people/gone.html", ""),
                ("photos/gone.jpg", ""),
                ("ru/pages/gone.html", ""),
                ("r/1/SHA256SUMS", ""),
                ("r/0/SHA256SUMS", ""),
            ],
        );
        let plan = Plan::new(&new, &old, false);
        assert_eq!(
            lines(&plan),
            [
                "Withdraw - photos/gone.jpg",
                "Withdraw - ru/people/gone.html",
                "Withdraw - r/0/SHA256SUMS",
                "Pages ~ ru/index.html",
                "Release ~ release.txt",
                "Sweep - ru/pages/gone.html",
                "Sweep - r/1/SHA256SUMS",
            ]
        );
        assert_eq!((plan.unchanged, plan.uploads(), plan.removals()), (1, 2, 5));
    }

    #[test]
    fn the_page_of_a_removed_person_and_an_old_archive_are_withdrawn_before_they_are_replaced() {
        let people = r#"{"people": [{"id": "stays"}]}"#;
        let pages = [
            "ru/people/stays.html",
            "ru/people/removed.html",
            "ru/people/index.html",
        ];
        let with = |text: &'static str| -> Vec<(&str, &str)> {
            pages
                .iter()
                .map(|page| (*page, text))
                .chain([("bundle/site.zip", text)])
                .collect()
        };
        let mut new = with("new");
        new.push(("people.json", people));
        let plan = Plan::new(&tree(&new), &host(1, &with("old")), false);
        let first: Vec<String> = plan
            .phase(Phase::Withdraw)
            .map(|step| step.path.to_string())
            .collect();
        assert_eq!(first, ["ru/people/removed.html", "bundle/site.zip"]);
        assert!(lines(&plan).contains(&"Pages + ru/people/removed.html".into()));
        assert!(lines(&plan).contains(&"Pages ~ ru/people/stays.html".into()));
    }

    #[test]
    fn files_of_others_stay_unless_somebody_says_otherwise() {
        let mut inventory = host(1, &[("old.html", "")]);
        inventory.listed = Some([path("old.html"), path("diary.txt")].into());
        let kept = Plan::new(&Tree::new(), &inventory, false);
        assert_eq!(kept.unknown, [path("diary.txt")]);
        assert_eq!(lines(&kept), ["Sweep - old.html"]);
        let all = Plan::new(&Tree::new(), &inventory, true);
        assert_eq!(lines(&all), ["Sweep - diary.txt", "Sweep - old.html"]);
        assert!(all.unknown.is_empty());
    }
}
