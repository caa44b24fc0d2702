//! What is to be done on a host, in which order, and what is left alone.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::role::Role;
use super::{HostPath, Inventory, Phase, Tree};
use crate::plan::Subject;

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
    /// Whether what the host held before must not be found in its history.
    pub forget: bool,
    /// Whether the host may hold files of the site that nothing names.
    pub is_blind: bool,
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
        let (parts, unknown): (Vec<_>, Vec<_>) = planner
            .unknown()
            .partition(|path| Role::of(path) == Role::Part);
        // Another run may be at it still: after the release it has lost anyway.
        steps.extend(parts.iter().map(|path| remove(Phase::Sweep, path)));
        if delete_unknown {
            steps.extend(unknown.iter().map(|path| remove(Phase::Sweep, path)));
        }
        steps.sort_by_key(order);
        let is_withdrawn =
            |step: &Step| step.change == Change::Remove && Role::of(&step.path).is_personal();
        Plan {
            forget: host.is_doubtful || steps.iter().any(is_withdrawn),
            is_blind: host.is_blind,
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
    let role = Role::of(&step.path);
    let is_list = matches!(role, Role::Copy(_) | Role::ArchiveList);
    (
        step.phase,
        step.change == Change::Remove && is_list,
        !matches!(role, Role::Of(_)),
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
        let must_go = match Role::of(path) {
            Role::Archive | Role::ArchiveList => true,
            Role::Of(Subject::Person(id)) => {
                let people = self.listed_people.as_ref();
                let name = path.name().trim_end_matches(".html");
                people.is_some_and(|all| !all.contains(id) && !all.contains(name))
            }
            _ => false,
        };
        must_go && self.host.ours.contains(path)
    }

    fn removals(&self) -> Vec<Step> {
        let gone = self
            .host
            .ours
            .iter()
            .filter(|path| !self.tree.contains_key(*path));
        gone.map(|path| remove(self.removed_in(path), path))
            .collect()
    }

    fn removed_in(&self, path: &HostPath) -> Phase {
        match Role::of(path) {
            Role::Copy(number) if Some(number) != self.host.sequence => Phase::Withdraw,
            role if role.is_personal() => Phase::Withdraw,
            _ => Phase::Sweep,
        }
    }

    fn unknown(&self) -> impl Iterator<Item = HostPath> {
        let listed = self.host.listed.iter().flatten();
        listed
            .filter(|path| !self.host.ours.contains(*path) && !self.tree.contains_key(*path))
            .cloned()
    }

    fn is_listed(&self, path: &HostPath) -> bool {
        self.host
            .listed
            .as_ref()
            .is_some_and(|listed| listed.contains(path))
    }
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
            ..Inventory::default()
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
            "ru/people/letter-ivan.html",
            "ru/people/2024-01.html",
            "ru/people/index.html",
            "ru/people/letter-03.html",
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
        let removed = ["ru/people/2024-01.html", "ru/people/letter-ivan.html"];
        assert_eq!(first, [removed[0], removed[1], "bundle/site.zip"]);
        assert!(lines(&plan).contains(&"Pages + ru/people/letter-ivan.html".into()));
        assert!(lines(&plan).contains(&"Pages ~ ru/people/letter-03.html".into()));
        assert!(plan.forget);
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

    #[test]
    fn what_a_killed_run_left_goes_at_once_if_it_is_ours_and_else_after_the_release() {
        let part = "vestochka-part-0123456789abcdef-1";
        let mut inventory = host(1, &[(part, "")]);
        let other = ["vestochka-part-fedcba9876543210-0", "ru/.rsync-part/a.html"].map(path);
        inventory.listed = Some([path(part), other[0].clone(), other[1].clone()].into());
        let plan = Plan::new(&Tree::new(), &inventory, false);
        assert_eq!(
            lines(&plan),
            [
                format!("Withdraw - {part}"),
                "Sweep - ru/.rsync-part/a.html".into(),
                "Sweep - vestochka-part-fedcba9876543210-0".into(),
            ]
        );
        assert_eq!(plan.unknown, []);
    }
}
