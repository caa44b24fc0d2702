//! Several copies together: one that lags behind another is stale, and the newest list of mirrors counts.

use super::{Finding, Status, Verdict};
use crate::trust::Mirrors;

/// A copy and what came of judging it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The folder, file or address, as it was given.
    pub name: String,
    /// Whether it may be named in logs and status files.
    pub public: bool,
    /// What came of it.
    pub verdict: Verdict,
}

/// Holds copies of one site against one another. What is signed counts, also
/// of a copy that was tampered with: there is such a release. But a copy that
/// lacks the newest key set may be signed by a key that this set revokes.
pub fn compare(judged: &mut [Judged]) {
    let newest: Vec<Option<Newest>> = judged.iter().map(|it| Newest::beside(judged, it)).collect();
    for (it, newest) in judged.iter_mut().zip(newest) {
        let behind = newest.and_then(|newest| newest.ahead_of(&it.verdict));
        if let Some(what) = behind {
            it.verdict.add(Finding::new(Status::Stale, what));
            it.verdict.sort();
        }
    }
}

/// The newest key set among the copies of a site, and the newest release among
/// the copies that have it.
#[derive(Debug, Clone, Copy)]
struct Newest {
    keys: Option<u64>,
    sequence: u64,
}

impl Newest {
    fn beside(judged: &[Judged], copy: &Judged) -> Option<Self> {
        let site = |it: &Verdict| it.release.as_ref().map(|release| release.site.clone());
        let own = site(&copy.verdict)?;
        let verdicts = judged.iter().map(|it| &it.verdict);
        let same: Vec<&Verdict> = verdicts
            .filter(|it| site(it).as_ref() == Some(&own))
            .collect();
        let keys = same.iter().map(|it| it.keys).max()?;
        let current = same.iter().filter(|it| it.keys == keys);
        let sequence = current.map(|it| it.newest).max()?;
        Some(Newest { keys, sequence })
    }

    /// What a copy lacks.
    fn ahead_of(self, verdict: &Verdict) -> Option<String> {
        if verdict.keys < self.keys {
            let (own, newest) = (verdict.keys?, self.keys?);
            return Some(format!(
                "behind: key set {own}, and another copy has {newest}, which may revoke a key"
            ));
        }
        let (own, newest) = (verdict.newest, self.sequence);
        let text = || format!("behind: release {own}, and another copy has {newest}");
        (own < newest).then(text)
    }
}

/// The worst status of all.
#[must_use]
pub fn worst(judged: &[Judged]) -> Status {
    let statuses = judged.iter().map(|it| it.verdict.status());
    statuses.max().unwrap_or(Status::Genuine)
}

/// The signed list of mirrors of the newest release that has one here.
#[must_use]
pub fn newest_mirrors(judged: &[Judged]) -> Option<&Mirrors> {
    let lists = judged.iter().filter_map(|it| {
        let release = it.verdict.release.as_ref()?;
        let age = (it.verdict.keys, release.sequence);
        Some((age, it.verdict.mirrors.as_ref()?))
    });
    lists.max_by_key(|(age, _)| *age).map(|it| it.1)
}
