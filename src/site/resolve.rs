//! What links and pictures in bodies lead to.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::markdown::{Designated, Link, Picture, Resolve, Trouble};
use crate::problem::did_you_mean;
use crate::record::{Config, DesignatedLinks, Id, Kind, Organisation, Records, Url};
use crate::source::PictureFile;

/// Knows every record and picture, and the file that is being rendered.
pub(super) struct Resolver<'a> {
    pub records: &'a Records,
    pub pictures: &'a BTreeMap<Arc<str>, PictureFile>,
    pub config: &'a Config,
    pub today: Date,
    pub file: &'a str,
}

impl Resolve for Resolver<'_> {
    fn link(&self, destination: &str) -> Link {
        if destination.contains(':') {
            return self.outside(destination);
        }
        match self.record(destination) {
            Ok((kind, id)) => Link::Record {
                href: page_of(kind, &id),
                page: format!("{}/{id}", kind.folder()),
            },
            Err(trouble) => Link::Dead(trouble),
        }
    }

    fn image(&self, destination: &str) -> Result<Picture, Trouble> {
        let path = join(self.file, destination);
        let Some(file) = path.as_deref().and_then(|path| self.pictures.get(path)) else {
            return Err(self.no_picture(destination));
        };
        let Some(name) = file.path.strip_prefix("content/images/") else {
            return Err(Trouble::new(
                format!("the picture `{destination}` does not stand in `content/images/`"),
                "move it there: portraits are shown by the record's `photo:`",
            ));
        };
        let (width, height) = (file.picture.width, file.picture.height);
        Ok(Picture {
            src: format!("../../images/{name}"),
            width,
            height,
        })
    }
}

impl Resolver<'_> {
    fn outside(&self, url: &str) -> Link {
        let Some(organisation) = self.designated(url) else {
            return Link::Outside { designated: None };
        };
        match self.config.designated_links {
            Some(DesignatedLinks::Omit) => Link::Omit,
            Some(DesignatedLinks::Warn) => {
                Link::Outside { designated: Some(Designated { organisation: organisation.to_string() }) }
            }
            None => Link::Dead(
                Trouble::new(
                    format!("this links to `{organisation}`, which is designated in a country of the audience"),
                    "say `designated_links: warn` or `omit` in `site.yaml`",
                )
                .rule("E6"),
            ),
        }
    }

    fn designated(&self, url: &str) -> Option<&Id> {
        let host = Url::parse(url)?.host();
        let is_it = |organisation: &Organisation| {
            organisation.is_designated(&self.config.audience, self.today)
                && organisation
                    .urls
                    .iter()
                    .any(|own| is_same_host(&host, &own.host()))
        };
        self.records
            .organisations
            .iter()
            .find(|(_, (_, organisation))| is_it(organisation))
            .map(|(id, _)| id)
    }

    /// The record that a destination names: `../people/anna.md`, `people/anna`
    /// or, where only one kind has the id, `anna`.
    fn record(&self, destination: &str) -> Result<(Kind, Id), Trouble> {
        let found = if destination.ends_with(".md") {
            self.by_file(destination)
        } else {
            self.by_id(destination)
        };
        let (kind, id) = found?;
        self.published(kind, &id, destination)?;
        Ok((kind, id))
    }

    fn by_file(&self, destination: &str) -> Result<(Kind, Id), Trouble> {
        let path = join(self.file, destination);
        let found = self
            .records
            .known
            .iter()
            .find(|(_, file)| path.as_deref() == Some(&***file));
        found
            .map(|((kind, id), _)| (*kind, id.clone()))
            .ok_or_else(|| self.no_record(destination))
    }

    fn by_id(&self, destination: &str) -> Result<(Kind, Id), Trouble> {
        let (folder, id) = match destination.rsplit_once('/') {
            Some((folder, id)) => (Some(folder.trim_start_matches("../")), id),
            None => (None, destination),
        };
        let fits = |(kind, other): &&(Kind, Id)| {
            other.as_str() == id && folder.is_none_or(|folder| kind.folder() == folder)
        };
        let mut found = self.records.known.keys().filter(fits);
        match (found.next(), found.next()) {
            (Some(key), None) => Ok(key.clone()),
            (Some((one, _)), Some((other, _))) => Err(Trouble::new(
                format!(
                    "`{destination}` is both a {} and a {}",
                    one.as_str(),
                    other.as_str()
                ),
                format!("write `{}/{id}` or `{}/{id}`", one.folder(), other.folder()),
            )),
            (None, _) => Err(self.no_record(destination)),
        }
    }

    fn published(&self, kind: Kind, id: &Id, destination: &str) -> Result<(), Trouble> {
        let records = self.records;
        if kind == Kind::Prisoner && records.removed.contains_key(id) {
            let message = format!("`{destination}` was removed");
            return Err(Trouble::new(message, "take the link out").rule("E15"));
        }
        if let Some((_, person)) = records.people.get(id).filter(|_| kind == Kind::Prisoner) {
            return if person.is_published() {
                Ok(())
            } else {
                let message = "this links to somebody who is not published";
                Err(Trouble::new(message, "take the link out").rule("E1"))
            };
        }
        if records.drafts.contains(&(kind, id.clone())) {
            let message = format!("`{destination}` is a draft, which has no page");
            return Err(Trouble::new(
                message,
                "take the link out, or publish the draft",
            ));
        }
        Ok(())
    }

    fn no_record(&self, destination: &str) -> Trouble {
        let last = destination.rsplit('/').next().unwrap_or(destination);
        let id = last.strip_suffix(".md").unwrap_or(last);
        let ids = self.records.known.keys().map(|(_, id)| id.as_str());
        let hint = did_you_mean(id, ids).unwrap_or_else(|| {
            "link to a record by its id, or by the relative path of its file".into()
        });
        Trouble::new(format!("there is no record `{destination}`"), hint)
    }

    fn no_picture(&self, destination: &str) -> Trouble {
        let names = self
            .pictures
            .keys()
            .map(|path| path.rsplit('/').next().unwrap_or(path));
        let last = destination.rsplit('/').next().unwrap_or(destination);
        let hint = did_you_mean(last, names)
            .unwrap_or_else(|| "put it into `content/images/` and write the relative path".into());
        Trouble::new(format!("there is no picture `{destination}`"), hint)
    }
}

/// A record's page, as seen from another's. Letter dates share one.
fn page_of(kind: Kind, id: &Id) -> String {
    match kind {
        Kind::LetterDay => "../calendar/index.html".into(),
        _ => format!("../{}/{id}.html", kind.folder()),
    }
}

/// A host itself, or one below it.
pub fn is_same_host(host: &str, own: &str) -> bool {
    host == own
        || host
            .strip_suffix(own)
            .is_some_and(|before| before.ends_with('.'))
}

/// A relative path, as seen from a file; none if it leads out of the site.
fn join(file: &str, relative: &str) -> Option<String> {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_paths_are_joined_within_the_site() {
        let file = "content/people/anna.md";
        assert_eq!(
            join(file, "../pages/safety.md").unwrap(),
            "content/pages/safety.md"
        );
        assert_eq!(join(file, "./boris.md").unwrap(), "content/people/boris.md");
        assert_eq!(join(file, "../../../../x"), None);
    }

    #[test]
    fn a_host_below_another_is_the_same_and_a_longer_word_is_not() {
        assert!(is_same_host("ru.example.org", "example.org"));
        assert!(!is_same_host("badexample.org", "example.org"));
    }
}
