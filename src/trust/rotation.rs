//! The next key set: what stays, what comes, what is revoked.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{KeyId, KeySet, PublicKey, ReleaseKey, Revoked};
use crate::record::Id;

/// In days: how long a key set may count.
pub const LONGEST: i64 = 366;

/// What is to be different in the next key set.
#[derive(Debug, Clone, Default)]
pub struct Rotation {
    /// The root keys, if they are to change: three.
    pub roots: Vec<PublicKey>,
    /// Release keys that come, or get new days.
    pub release: Vec<PublicKey>,
    /// Release keys that go, without suspicion.
    pub retire: Vec<KeyId>,
    /// Keys that are not to be believed any more.
    pub revoke: Vec<KeyId>,
    /// The last day of the set, and of the release keys that come; 364 days
    /// after today if none is given.
    pub expires: Option<Date>,
}

impl Rotation {
    /// Makes the set that follows the newest one, or the first.
    ///
    /// # Errors
    ///
    /// In words, why there can be no such set.
    pub fn next(&self, site: &Id, newest: Option<&KeySet>, today: Date) -> Result<KeySet, String> {
        let expires = self.expires(today)?;
        let roots = self.next_roots(newest)?;
        let set = KeySet {
            site: site.clone(),
            number: newest.map_or(1, |set| set.number + 1),
            expires,
            roots,
            release: self.next_release(newest, today, expires),
            revoked: self.next_revoked(newest, today)?,
        };
        // What cannot be read back is refused here, in the words of the reader.
        KeySet::parse(set.to_text().as_bytes()).map_err(|fault| fault.message)
    }

    fn expires(&self, today: Date) -> Result<Date, String> {
        let last = |days: i64| today.saturating_add(days.days());
        let expires = self.expires.unwrap_or_else(|| last(364));
        if expires <= today || expires > last(LONGEST) {
            return Err(format!(
                "a key set counts for at most a year: `{expires}` does not lie in the year after {today}"
            ));
        }
        Ok(expires)
    }

    fn next_roots(&self, newest: Option<&KeySet>) -> Result<[PublicKey; 3], String> {
        let mut roots = self.roots.clone();
        if let (true, Some(newest)) = (roots.is_empty(), newest) {
            return Ok(newest.roots.clone());
        }
        roots.sort_by_key(ToString::to_string);
        let found = roots.len();
        roots
            .try_into()
            .map_err(|_| format!("there are three root keys, and {found} are given"))
    }

    fn next_release(&self, newest: Option<&KeySet>, today: Date, until: Date) -> Vec<ReleaseKey> {
        let goes = |id: KeyId| {
            self.retire.contains(&id)
                || self.revoke.contains(&id)
                || self.release.iter().any(|key| key.id() == id)
        };
        let old = newest.map_or(&[][..], |set| &set.release);
        let stays = old
            .iter()
            .filter(|it| it.until >= today && !goes(it.key.id()));
        let first_day = |key: &PublicKey| {
            let known = old.iter().find(|it| it.key == *key);
            known.map_or(today, |it| it.from)
        };
        let comes = self.release.iter().map(|key| ReleaseKey {
            key: key.clone(),
            from: first_day(key),
            until,
        });
        stays.cloned().chain(comes).collect()
    }

    fn next_revoked(&self, newest: Option<&KeySet>, today: Date) -> Result<Vec<Revoked>, String> {
        let mut revoked = newest.map_or_else(Vec::new, |set| set.revoked.clone());
        for id in &self.revoke {
            let known = newest.is_some_and(|set| set.release.iter().any(|it| it.key.id() == *id));
            if !known {
                return Err(format!("no release key in use has the id `{id}`"));
            }
            revoked.push(Revoked {
                key: *id,
                date: today,
            });
        }
        Ok(revoked)
    }
}
