//! Judges one copy: the papers, the lists, every file, and what stands beside them.

use std::collections::BTreeSet;

use super::beside::{self, Beside};
use super::explain::{NOT_LISTED, Puzzle};
use super::known::{self, Known};
use super::lists::Lists;
use super::root::Root;
use super::survey::Difference;
use super::{
    Copy, Entry, Finding, Medium, Obstacle, Question, Seen, Status, Verdict, bundles, kept, lists,
    root, survey, tree_size,
};
use crate::output::SitePath;
use crate::trust::{Control, Release, Sums};

/// Judges a copy. `known` are genuine releases of the site, from this copy's
/// `r/` and from copies that were judged before; what is learnt is added.
pub fn judge(copy: &dyn Copy, question: &Question<'_>, known: &mut Vec<Known>) -> Verdict {
    let mut judge = Judge {
        copy,
        question,
        known,
        verdict: Verdict::default(),
    };
    if let Err(end) = judge.run() {
        judge.verdict.add(end);
    }
    judge.verdict.sort();
    judge.verdict
}

/// What an obstacle says of a copy as a whole, or of one of its files.
pub(super) fn of_obstacle(path: &str, obstacle: Obstacle) -> Finding {
    match obstacle {
        Obstacle::Unreachable(why) => Finding::new(Status::Unreachable, why),
        Obstacle::Blocked(why) => Finding::new(Status::Blocked, why),
        Obstacle::Missing => Finding::of(Status::Incomplete, path, "missing"),
        Obstacle::Refused(why) => Finding::of(Status::Incomplete, path, why),
        Obstacle::TooLong { .. } | Obstacle::Spent => {
            Finding::of(Status::Tampered, path, "capped: longer than what is signed")
        }
    }
}

struct Judge<'a> {
    copy: &'a dyn Copy,
    question: &'a Question<'a>,
    known: &'a mut Vec<Known>,
    verdict: Verdict,
}

/// What the medium says is there, beside the files of the list.
#[derive(Default)]
struct Standing {
    extra: Vec<SitePath>,
    bundle: BTreeSet<String>,
    control: Vec<String>,
    of_hosts: Vec<String>,
}

impl Judge<'_> {
    fn run(&mut self) -> Result<(), Finding> {
        let root = root::read(self.copy, self.question, &mut self.verdict)?;
        self.verdict.release = Some(root.release.clone());
        self.verdict.newest = root.release.sequence;
        self.judge_time(&root.release);
        self.judge_files(&root);
        // A signature counts, whatever became of the files.
        self.judge_age(&root);
        Ok(())
    }

    /// Goes on as far as it can: what does not come must not hide what did.
    fn judge_files(&mut self, root: &Root) {
        let mut lists = lists::read(self.copy, root);
        self.note_case(&lists);
        self.add_all(std::mem::take(&mut lists.findings));
        self.verdict.mirrors = lists.mirrors.take();
        let Some(sums) = lists.sums.take() else {
            return self.explain(root, lists.differing, Vec::new());
        };
        let survey = survey::run(self.copy, &sums, root.release.tree, self.question);
        (self.verdict.files, self.verdict.bytes) = (survey.files, survey.bytes);
        self.add_all(tree_size::check(&root.release, &sums, &survey));
        self.add_all(survey.obstacles.into_iter().map(whole));
        let mut standing = self.look_beside(&sums, lists.renamed);
        let differing = [lists.differing, survey.differing].concat();
        self.learn(root, &sums);
        self.explain(root, differing, std::mem::take(&mut standing.extra));
        if !survey.gave_up {
            self.judge_rest(root, &standing);
        }
    }

    /// What is no page: archives, the papers of other releases, files of the host.
    fn judge_rest(&mut self, root: &Root, standing: &Standing) {
        let found = [
            bundles::check(self.copy, root, self.question, &standing.bundle),
            kept::check(self.copy, root, self.question, &standing.control),
            beside::check_hosts(self.copy, &standing.of_hosts),
        ];
        for found in found {
            match found {
                Ok(findings) => self.add_all(findings),
                Err(obstacle) => self.verdict.add(whole(obstacle)),
            }
        }
    }

    fn add_all(&mut self, findings: impl IntoIterator<Item = Finding>) {
        for finding in findings {
            self.verdict.add(finding);
        }
    }

    fn judge_time(&mut self, release: &Release) {
        let (now, expires) = (self.question.now, release.expires);
        if self.question.is_over(expires) {
            let what =
                format!("expired on {expires}; whoever serves it may hold back a newer release");
            self.verdict.add(Finding::new(Status::Stale, what));
        } else if now > expires {
            self.verdict.notes.push(format!(
                "expired on {expires}, less than two days ago: a clock may be wrong by as much"
            ));
        }
        if self.question.is_ahead(release.created) {
            self.verdict.notes.push(format!(
                "made on {}, which is still to come: the clock of this computer may be wrong",
                release.created
            ));
        }
    }

    /// Compares with what was seen before, and says what to remember.
    fn judge_age(&mut self, root: &Root) {
        let newest = self.verdict.newest;
        let keys = self.verdict.keys.unwrap_or_default();
        let site = &root.release.site;
        if let Some(seen) = self.question.seen.iter().find(|it| it.site == *site) {
            if newest < seen.sequence && !root.revoked().contains(&seen.signer) {
                let what = format!("release {newest}, and {} was seen before", seen.sequence);
                self.verdict.add(Finding::new(Status::RolledBack, what));
            }
            if self.verdict.keys.is_some() && keys < seen.keys {
                let what = format!("key set {keys}, and {} was seen before", seen.keys);
                self.verdict.add(Finding::new(Status::RolledBack, what));
            }
        }
        // Of a release that is only half there, the own one is proven.
        self.verdict.seen = root.papers.signer().map(|signer| Seen {
            site: root.release.site.clone(),
            sequence: root.release.sequence,
            keys,
            signer,
            revoked: root.revoked(),
        });
    }

    fn learn(&mut self, root: &Root, sums: &Sums) {
        let Some(signer) = root.papers.signer() else {
            return;
        };
        let known = Known {
            release: root.release.clone(),
            sums: sums.clone(),
            signer,
        };
        // Signed by another key it is another one: that key may be revoked.
        if !self.known.contains(&known) {
            self.known.push(known);
        }
    }

    fn explain(&mut self, root: &Root, differing: Vec<Difference>, extra: Vec<SitePath>) {
        if differing.is_empty() && extra.is_empty() {
            return;
        }
        let anchor = &self.question.anchor;
        if let Err(obstacle) = known::gather(self.copy, anchor, root, self.known) {
            self.verdict.add(whole(obstacle));
            let what = "the papers of other releases in `r/` did not come: if the copy is being updated, that cannot be seen";
            self.verdict.notes.push(what.to_owned());
        }
        let revoked = root.revoked();
        let known = self.known.iter();
        let known: Vec<&Known> = known.filter(|it| !revoked.contains(&it.signer)).collect();
        let explained = Puzzle::new(self.copy, &root.release, differing, extra, known).solve();
        self.add_all(explained.findings);
        self.verdict.newest = explained.newest.unwrap_or(self.verdict.newest);
    }

    /// Sorts what the list does not have.
    fn look_beside(&mut self, sums: &Sums, renamed: Option<&str>) -> Standing {
        let mut standing = Standing::default();
        for entry in self.entries() {
            let listed = sums.entries.contains_key(entry.path.as_str());
            if entry.oddity.is_none() && (listed || renamed == Some(&entry.path)) {
                continue;
            }
            match (entry.oddity, beside::kind_of(&entry.path)) {
                (Some(oddity), _) => self.add_odd(&entry, oddity),
                (None, Beside::Control) => standing.control.push(entry.path),
                (None, Beside::Bundle) => drop(standing.bundle.insert(entry.path)),
                (None, Beside::Host) => standing.of_hosts.push(entry.path),
                (None, Beside::Extra) => match SitePath::new(&entry.path) {
                    Ok(path) => standing.extra.push(path),
                    Err(_) => self.add_extra(&entry.path, sums),
                },
            }
        }
        let note = beside::note_on_hosts(&standing.of_hosts);
        self.verdict.notes.extend(note);
        standing
    }

    /// What the copy holds, where it can be listed.
    fn entries(&mut self) -> Vec<Entry> {
        match self.copy.list() {
            Ok(entries) => entries.unwrap_or_default(),
            Err(obstacle) => {
                self.verdict.add(whole(obstacle));
                Vec::new()
            }
        }
    }

    /// In an archive, what a careful program would not unpack was put there to do harm.
    fn add_odd(&mut self, entry: &Entry, oddity: &str) {
        let status = match self.copy.medium() {
            Medium::Archive => Status::Tampered,
            Medium::Folder | Medium::Web => Status::ExtraFiles,
        };
        self.verdict.add(Finding::of(status, &entry.path, oddity));
    }

    fn add_extra(&mut self, path: &str, sums: &Sums) {
        let folded = path.to_ascii_lowercase();
        let what = if sums.entries.contains_key(folded.as_str()) {
            "the copy changed small letters of its name into capitals"
        } else {
            NOT_LISTED
        };
        self.verdict
            .add(Finding::of(Status::ExtraFiles, path, what));
    }

    fn note_case(&mut self, lists: &Lists) {
        if let Some(name) = lists.renamed {
            let what = format!(
                "it is there as `{name}`: the copy changed capitals of names into small letters; upload it anew to a place that keeps them"
            );
            self.verdict
                .add(Finding::of(Status::Incomplete, Control::Sums.name(), what));
        }
    }
}

fn whole(obstacle: Obstacle) -> Finding {
    of_obstacle("", obstacle)
}
