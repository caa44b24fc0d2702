//! The signed root of a copy: what follows from the key, or why nothing does.

use super::papers::Papers;
use super::{Copy, Finding, Limits, Medium, Obstacle, Question, Status, Verdict};
use crate::fetch::looks_like_html;
use crate::output::SitePath;
use crate::trust::{Anchor, Control, Distrust, KeyFiles, KeyId, KeySet, Release, Trusted};

/// A release that follows from the key.
pub(super) struct Root {
    pub(super) papers: Papers,
    pub(super) trusted: Trusted,
    pub(super) release: Release,
}

impl Root {
    /// The keys that the newest key set revokes.
    pub(super) fn revoked(&self) -> Vec<KeyId> {
        let set = self.trusted.newest();
        let revoked = set.map_or(&[][..], |set| &set.revoked);
        revoked.iter().map(|it| it.key).collect()
    }
}

/// Reads the papers, and believes what follows from the key.
pub(super) fn read(
    copy: &dyn Copy,
    question: &Question<'_>,
    verdict: &mut Verdict,
) -> Result<Root, Finding> {
    let papers = Papers::read(copy, "").map_err(|it| no_release(copy, it))?;
    let root = believe(copy, papers, question, verdict)?;
    verdict.keys = root.trusted.newest().map(|set| set.number);
    refuse_expired_keys(&root.trusted, question)?;
    refuse_other_site(&root.release, question)?;
    check_key_file(copy, &root, verdict)?;
    Ok(root)
}

/// What it means that there is no `release.txt`.
fn no_release(copy: &dyn Copy, obstacle: Obstacle) -> Finding {
    let web = copy.medium() == Medium::Web;
    let name = Control::Release.name();
    match obstacle {
        Obstacle::Blocked(why) => Finding::new(Status::Blocked, why),
        Obstacle::Unreachable(why) => Finding::new(Status::Unreachable, why),
        Obstacle::Refused(why) if web => Finding::of(Status::Blocked, name, why),
        Obstacle::TooLong { html: true, .. } => page_instead(copy),
        Obstacle::TooLong { cap, .. } => {
            let what = format!("capped: it is longer than {cap} bytes, and no release is");
            Finding::of(Status::Unsigned, name, what)
        }
        Obstacle::Refused(why) => Finding::of(Status::Unsigned, name, why),
        Obstacle::Missing | Obstacle::Spent => Finding::new(Status::Unsigned, missing(copy)),
    }
}

fn missing(copy: &dyn Copy) -> &'static str {
    let name = Control::Release.name();
    let listed = copy.list().ok().flatten().unwrap_or_default();
    if listed.iter().any(|it| it.path.eq_ignore_ascii_case(name)) {
        "no signature: `release.txt` is there with capitals in its name; copy the files anew to a place that keeps names as they are"
    } else {
        "no signature: there is no `release.txt`"
    }
}

fn page_instead(copy: &dyn Copy) -> Finding {
    if copy.medium() == Medium::Web {
        let what = "a page comes instead of `release.txt`: a block page, a network that asks to sign in, or a host that answers with its own page for what it does not have";
        Finding::new(Status::Blocked, what)
    } else {
        let what =
            "no signature: `release.txt` is a web page; whoever made this copy got a block page";
        Finding::new(Status::Unsigned, what)
    }
}

fn believe(
    copy: &dyn Copy,
    papers: Papers,
    question: &Question<'_>,
    verdict: &mut Verdict,
) -> Result<Root, Finding> {
    let distrust = match papers.believe(&question.anchor) {
        Ok((trusted, release)) => {
            return Ok(Root {
                papers,
                trusted,
                release,
            });
        }
        Err(distrust) => distrust,
    };
    if looks_like_html(&papers.release) {
        return Err(page_instead(copy));
    }
    if let Some(root) = with_lf(&papers, &question.anchor) {
        let advice = super::Alteration::Crlf.advice();
        verdict.add(Finding::of(
            Status::Tampered,
            Control::Release.name(),
            advice,
        ));
        return Ok(root);
    }
    if let Some(root) = torn(copy, &papers, question, verdict)? {
        let what = "it has the signature of the next release already";
        verdict.add(Finding::of(Status::Updating, Control::Release.name(), what));
        return Ok(root);
    }
    Err(of_distrust(distrust))
}

/// A careless upload turns LF into CRLF in the papers too.
fn with_lf(papers: &Papers, anchor: &Anchor) -> Option<Root> {
    let papers = papers.with_lf();
    let (trusted, release) = papers.believe(anchor).ok()?;
    Some(Root {
        papers,
        trusted,
        release,
    })
}

/// Between the uploads of a signature and of its `release.txt`, both are genuine
/// and do not fit; each stands in `r/` with the other half.
fn torn(
    copy: &dyn Copy,
    papers: &Papers,
    question: &Question<'_>,
    verdict: &mut Verdict,
) -> Result<Option<Root>, Finding> {
    let Ok(claimed) = Release::parse(&papers.release) else {
        return Ok(None);
    };
    if copy.medium() == Medium::Archive {
        return Ok(None);
    }
    let own = kept(copy, papers, claimed.sequence, verdict);
    let Some(own) = own.filter(|own| own.release == papers.release) else {
        return Ok(None);
    };
    let near = [claimed.sequence.saturating_add(1), claimed.sequence - 1];
    let is_other_half = |number: u64| {
        let other = kept(copy, papers, number, verdict);
        other.is_some_and(|it| {
            it.signature == papers.signature && it.believe(&question.anchor).is_ok()
        })
    };
    if !near.into_iter().any(is_other_half) {
        return Ok(None);
    }
    let (trusted, release) = own.believe(&question.anchor).map_err(of_distrust)?;
    Ok(Some(Root {
        papers: own,
        trusted,
        release,
    }))
}

/// The papers of a release in `r/`. That they do not come excuses nothing.
fn kept(copy: &dyn Copy, papers: &Papers, number: u64, verdict: &mut Verdict) -> Option<Papers> {
    match Papers::kept(copy, number, &papers.keys) {
        Err(Obstacle::Unreachable(why)) => {
            verdict.add(Finding::new(Status::Unreachable, why));
            None
        }
        found => found.ok(),
    }
}

fn of_distrust(distrust: Distrust) -> Finding {
    let what = distrust.to_string();
    match distrust {
        Distrust::Changed(_) => Finding::of(Status::Tampered, Control::Release.name(), what),
        Distrust::WrongSite(_) => Finding::new(Status::WrongSite, what),
        Distrust::OtherKey(_) => Finding::new(Status::Unsigned, format!("unknown key: {what}")),
        Distrust::Revoked(..) => Finding::new(Status::Unsigned, format!("revoked key: {what}")),
        Distrust::NoSignature => Finding::new(Status::Unsigned, format!("no signature: {what}")),
        Distrust::TooFewSignatures { .. } => {
            Finding::new(Status::Unsigned, format!("too few root signatures: {what}"))
        }
        Distrust::OtherRoots => Finding::new(Status::Unsigned, format!("unknown key: {what}")),
        _ => Finding::new(Status::Unsigned, what),
    }
}

fn refuse_expired_keys(trusted: &Trusted, question: &Question<'_>) -> Result<(), Finding> {
    let Some(set) = trusted.newest() else {
        return Ok(());
    };
    let end = set.expires.tomorrow().ok();
    let end = end.and_then(|day| day.to_zoned(jiff::tz::TimeZone::UTC).ok());
    match end {
        Some(end) if question.is_over(end.timestamp()) => {
            let what = format!(
                "expired key set: key set {} counted until {}; the editors have to publish a new one",
                set.number, set.expires
            );
            Err(Finding::new(Status::Unsigned, what))
        }
        _ => Ok(()),
    }
}

fn refuse_other_site(release: &Release, question: &Question<'_>) -> Result<(), Finding> {
    match &question.site {
        Some(expected) if *expected != release.site => {
            let what = format!("it is of the site `{}`, not `{expected}`", release.site);
            Err(Finding::new(Status::WrongSite, what))
        }
        _ => Ok(()),
    }
}

/// With a release key alone, no chain has read the key set that the release names.
fn check_key_file(copy: &dyn Copy, root: &Root, verdict: &mut Verdict) -> Result<(), Finding> {
    if root.trusted.newest().is_some() {
        return Ok(());
    }
    let keys = root.release.keys;
    let name = format!("keys/{}", KeyFiles::set_name(keys.number));
    verdict.notes.push(
        "a release key cannot follow a rotation and hears of no revocation; the fingerprint of the root keys can".to_owned(),
    );
    let Ok(path) = SitePath::new(&name) else {
        return Ok(());
    };
    let finding = match copy.read(&path, &Limits::whole(KeySet::LARGEST)) {
        Ok(piece) if piece.file.digest == keys.digest => return Ok(()),
        Ok(_) | Err(Obstacle::TooLong { .. }) => {
            Finding::of(Status::Tampered, name, "it is not the signed key set")
        }
        Err(obstacle) => super::judge::of_obstacle(&name, obstacle),
    };
    verdict.add(finding);
    Ok(())
}
