//! What links and pictures in bodies lead to.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::Site;
use crate::markdown::{Designated, Link, Picture, Resolve, Trouble};
use crate::problem::did_you_mean;
use crate::record::{Config, DesignatedLinks, Id, Kind, Organisation, Records, Table, Url};
use crate::source::PictureFile;

/// Everything that a link or a picture may lead to.
pub(super) struct Destinations<'a> {
    known: &'a BTreeMap<(Kind, Id), Arc<str>>,
    standing: Box<StandingOf<'a>>,
    pictures: &'a BTreeMap<Arc<str>, PictureFile>,
    /// The hosts of organisations to which one links at a risk.
    designated: Vec<(String, &'a Id)>,
    links: Option<DesignatedLinks>,
}

type StandingOf<'a> = dyn Fn(Kind, &Id) -> Standing + Sync + 'a;

/// What a record is to whoever links to it.
enum Standing {
    Published,
    /// A person whom nothing may name.
    Unpublished,
    Draft,
    Removed,
}

impl<'a> Destinations<'a> {
    /// Those of records that are being joined.
    pub fn among(
        records: &'a Records,
        pictures: &'a BTreeMap<Arc<str>, PictureFile>,
        config: &Config,
        today: Date,
    ) -> Self {
        let standing = |kind, id: &Id| match records.people.get(id) {
            _ if kind == Kind::Prisoner && records.removed.contains_key(id) => Standing::Removed,
            Some((_, person)) if kind == Kind::Prisoner && !person.is_published() => {
                Standing::Unpublished
            }
            _ if records.drafts.contains(&(kind, id.clone())) => Standing::Draft,
            _ => Standing::Published,
        };
        Destinations {
            known: &records.known,
            standing: Box::new(standing),
            pictures,
            designated: designated_hosts(&records.organisations, config, today),
            links: config.designated_links,
        }
    }

    /// Those of a site whose records all could be read.
    pub fn on(site: &'a Site) -> Self {
        Destinations {
            known: &site.known,
            standing: Box::new(|kind, id| site.standing(kind, id)),
            pictures: &site.pictures,
            designated: designated_hosts(&site.organisations, &site.config, site.today),
            links: site.config.designated_links,
        }
    }
}

impl Site {
    fn standing(&self, kind: Kind, id: &Id) -> Standing {
        let is_published = match kind {
            Kind::Prisoner if self.removed.contains_key(id) => return Standing::Removed,
            Kind::Prisoner if self.drafts.contains_key(id) => return Standing::Unpublished,
            Kind::Prisoner => self.people.contains_key(id),
            Kind::Facility => self.facilities.contains_key(id),
            Kind::Service => self.services.contains_key(id),
            Kind::Organisation => self.organisations.contains_key(id),
            Kind::Case => self.cases.contains_key(id),
            Kind::Rules => self.rules.contains_key(id),
            Kind::LetterDay => self.calendar.contains_key(id),
            Kind::Page => self.pages.contains_key(id),
        };
        if is_published {
            Standing::Published
        } else {
            Standing::Draft
        }
    }
}

fn designated_hosts<'a>(
    organisations: &'a Table<Organisation>,
    config: &Config,
    today: Date,
) -> Vec<(String, &'a Id)> {
    let hosts = organisations.iter().filter_map(|(id, (_, organisation))| {
        let is_it = organisation.is_designated(&config.audience, today);
        is_it.then(|| organisation.urls.iter().map(move |url| (url.host(), id)))
    });
    hosts.flatten().collect()
}

/// Knows every destination, and the file that is being rendered.
pub(super) struct Resolver<'a> {
    pub to: &'a Destinations<'a>,
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
        let Some(file) = path.as_deref().and_then(|path| self.to.pictures.get(path)) else {
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
        match self.to.links {
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
        let designated = self.to.designated.iter();
        let mut fitting = designated.filter(|(own, _)| is_same_host(&host, own));
        fitting.next().map(|(_, id)| *id)
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
        let found = path.as_deref().and_then(|path| {
            let key = named_by(path)?;
            (**self.to.known.get(&key)? == *path).then_some(key)
        });
        found.ok_or_else(|| self.no_record(destination))
    }

    fn by_id(&self, destination: &str) -> Result<(Kind, Id), Trouble> {
        let (folder, id) = match destination.rsplit_once('/') {
            Some((folder, id)) => (Some(folder.trim_start_matches("../")), id),
            None => (None, destination),
        };
        let kinds = Kind::ALL
            .into_iter()
            .filter(|kind| folder.is_none_or(|folder| kind.folder() == folder));
        let id = Id::parse(id).ok_or_else(|| self.no_record(destination))?;
        let mut found = kinds.filter(|kind| self.to.known.contains_key(&(*kind, id.clone())));
        match (found.next(), found.next()) {
            (Some(kind), None) => Ok((kind, id)),
            (Some(one), Some(other)) => Err(Trouble::new(
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
        let trouble = match (self.to.standing)(kind, id) {
            Standing::Published => return Ok(()),
            Standing::Removed => {
                Trouble::new(format!("`{destination}` was removed"), "take the link out")
                    .rule("E15")
            }
            Standing::Unpublished => {
                let message = "this links to somebody who is not published";
                Trouble::new(message, "take the link out").rule("E1")
            }
            Standing::Draft => Trouble::new(
                format!("`{destination}` is a draft, which has no page"),
                "take the link out, or publish the draft",
            ),
        };
        Err(trouble)
    }

    fn no_record(&self, destination: &str) -> Trouble {
        let last = destination.rsplit('/').next().unwrap_or(destination);
        let id = last.strip_suffix(".md").unwrap_or(last);
        let ids = self.to.known.keys().map(|(_, id)| id.as_str());
        let hint = did_you_mean(id, ids).unwrap_or_else(|| {
            "link to a record by its id, or by the relative path of its file".into()
        });
        Trouble::new(format!("there is no record `{destination}`"), hint)
    }

    fn no_picture(&self, destination: &str) -> Trouble {
        let names = self
            .to
            .pictures
            .keys()
            .map(|path| path.rsplit('/').next().unwrap_or(path));
        let last = destination.rsplit('/').next().unwrap_or(destination);
        let hint = did_you_mean(last, names)
            .unwrap_or_else(|| "put it into `content/images/` and write the relative path".into());
        Trouble::new(format!("there is no picture `{destination}`"), hint)
    }
}

/// The record whose file would have this path: `content/people/any/folder/anna.md`.
fn named_by(path: &str) -> Option<(Kind, Id)> {
    let (folder, rest) = path.strip_prefix("content/")?.split_once('/')?;
    let kind = Kind::ALL.into_iter().find(|kind| kind.folder() == folder)?;
    let name = rest.rsplit('/').next()?;
    Some((kind, Id::parse(name.strip_suffix(".md")?)?))
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
