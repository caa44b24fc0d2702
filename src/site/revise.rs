//! A record put in place of the one that its file held before, for a preview that shows
//! what is being written before a build of everything confirms it.

use std::sync::Arc;

use rayon::prelude::*;

use super::bodies::{digest, of_translation, options};
use super::people::Around;
use super::resolve::{Destinations, Resolver};
use super::{Bodies, Freshness, Person, Site};
use crate::markdown::{self, Rendered};
use crate::output::Fingerprint;
use crate::record::{Again, HasParts, Id, Kind, Parts, Record, Table, What, read_again};
use crate::source::TextFile;

/// A file that can be taken over.
struct Revised {
    read: Again,
    /// Which of the record's texts it holds, and the text as it is now.
    text: Option<(usize, Rendered, Fingerprint)>,
}

impl Site {
    /// Takes over what these files hold now, if nothing is wrong with any of them and each
    /// is the same kind of thing that it was: a published record in the same language, with a
    /// text if it had one. Returns whose files they are; nothing if it changed nothing.
    ///
    /// What follows from a record by itself follows at once, and so does everybody's state.
    /// Who belongs to which list stays as it was.
    pub fn revise(&mut self, files: &[TextFile]) -> Option<Vec<(Kind, Id)>> {
        let revised: Option<Vec<Revised>> = files.iter().map(|file| self.revised(file)).collect();
        let revised = revised?;
        let keys: Vec<(Kind, Id)> = revised
            .iter()
            .map(|it| (it.read.kind, it.read.id.clone()))
            .collect();
        for one in revised {
            self.take_over(one);
        }
        self.derive_again(&keys);
        for key in &keys {
            self.compare_with_original(key);
        }
        Some(keys)
    }

    fn revised(&mut self, file: &TextFile) -> Option<Revised> {
        let read = read_again(file)?;
        if !self.holds(&read, &file.path) {
            return None;
        }
        let texts = self.bodies(read.kind, &read.id);
        let number = texts.and_then(|texts| texts.0.iter().position(|it| it.file == file.path));
        if number.is_none() != file.body().trim().is_empty() {
            return None;
        }
        let text = match number {
            None => None,
            Some(number) => Some((
                number,
                self.rendered(file)?,
                digest(&file.path, file.body()),
            )),
        };
        Some(Revised { read, text })
    }

    /// Whether a file was already what it is now.
    fn holds(&mut self, read: &Again, file: &Arc<str>) -> bool {
        let Some((path, parts)) = self.parts(read.kind, &read.id) else {
            return false;
        };
        match &read.what {
            What::Translation(_) => parts.translations.iter().any(|it| it.body.file == *file),
            What::Record(record) => {
                let lang = &parts.common.lang;
                path == file && record.published().is_some_and(|new| new.lang == *lang)
            }
        }
    }

    fn rendered(&self, file: &TextFile) -> Option<Rendered> {
        let resolver = Resolver {
            to: &Destinations::on(self),
            file: &file.path,
        };
        let (rendered, findings) = markdown::render(file.body(), &options(&self.config), &resolver);
        findings.is_empty().then_some(rendered)
    }

    fn take_over(&mut self, Revised { read, text }: Revised) {
        let (kind, id) = (read.kind, read.id);
        let head = match read.what {
            What::Record(record) => {
                self.put(&id, record);
                None
            }
            What::Translation(new) => {
                let parts = self.parts(kind, &id);
                let all = parts.into_iter().flat_map(|(_, parts)| parts.translations);
                all.filter(|old| old.body.file == new.body.file)
                    .for_each(|old| old.clone_from(&new));
                Some(new)
            }
        };
        let texts = self.bodies.get_mut(&(kind, id)).map(|texts| &mut texts.0);
        let Some(((number, rendered, digest), texts)) = text.zip(texts) else {
            return;
        };
        let text = &mut texts[number];
        (text.rendered, text.digest) = (rendered, digest);
        if let Some(head) = head {
            (text.title, text.translator, text.of) = (head.title, head.translator, head.of);
        }
    }

    /// Puts a record in place of the one with its id, whose translations it keeps.
    fn put(&mut self, id: &Id, record: Record) {
        match record {
            Record::Prisoner(new) => {
                if let Some(person) = self.people.get_mut(id) {
                    renew(&mut person.record, new);
                }
            }
            Record::Removed(_) => {}
            Record::Facility(new) => renew_in(&mut self.facilities, id, *new),
            Record::Service(new) => renew_in(&mut self.services, id, *new),
            Record::Organisation(new) => renew_in(&mut self.organisations, id, *new),
            Record::Case(new) => renew_in(&mut self.cases, id, *new),
            Record::Rules(new) => renew_in(&mut self.rules, id, *new),
            Record::LetterDay(new) => renew_in(&mut self.calendar, id, *new),
            Record::Page(new) => renew_in(&mut self.pages, id, *new),
        }
    }

    /// Works out anew the state of those people, and everybody's if it may follow from
    /// the other records among them.
    fn derive_again(&mut self, keys: &[(Kind, Id)]) {
        let around = Around {
            facilities: &self.facilities,
            rules: &self.rules,
            organisations: &self.organisations,
            config: &self.config,
            today: self.today,
        };
        let derive = |person: &mut Person| person.derived = around.derive(&person.record);
        let reaches_all = |(kind, _): &(Kind, Id)| {
            matches!(kind, Kind::Facility | Kind::Rules | Kind::Organisation)
        };
        if keys.iter().any(reaches_all) {
            self.people
                .par_iter_mut()
                .for_each(|(_, person)| derive(person));
            return;
        }
        for (_, id) in keys.iter().filter(|(kind, _)| *kind == Kind::Prisoner) {
            self.people.get_mut(id).into_iter().for_each(derive);
        }
    }

    /// Says anew of each translation whether its original has changed since.
    fn compare_with_original(&mut self, (kind, id): &(Kind, Id)) {
        let Some(original) = self.parts(*kind, id).map(|(_, parts)| parts.body.clone()) else {
            return;
        };
        let texts = self.bodies.get_mut(&(*kind, id.clone()));
        for text in texts.into_iter().flat_map(|Bodies(texts)| texts) {
            if text.freshness != Freshness::Original {
                text.freshness = of_translation(text.of.as_ref(), original.text());
            }
        }
    }

    fn parts(&mut self, kind: Kind, id: &Id) -> Option<(&Arc<str>, Parts<'_>)> {
        match kind {
            Kind::Prisoner => {
                let person = self.people.get_mut(id)?;
                Some((&person.file, person.record.parts()))
            }
            Kind::Facility => parts_in(&mut self.facilities, id),
            Kind::Service => parts_in(&mut self.services, id),
            Kind::Organisation => parts_in(&mut self.organisations, id),
            Kind::Case => parts_in(&mut self.cases, id),
            Kind::Rules => parts_in(&mut self.rules, id),
            Kind::LetterDay => parts_in(&mut self.calendar, id),
            Kind::Page => parts_in(&mut self.pages, id),
        }
    }
}

fn parts_in<'a, T: HasParts>(
    table: &'a mut Table<T>,
    id: &Id,
) -> Option<(&'a Arc<str>, Parts<'a>)> {
    table
        .get_mut(id)
        .map(|(file, record)| (&*file, record.parts()))
}

fn renew_in<T: HasParts>(table: &mut Table<T>, id: &Id, new: T) {
    if let Some((_, old)) = table.get_mut(id) {
        renew(old, new);
    }
}

fn renew<T: HasParts>(old: &mut T, mut new: T) {
    *new.parts().translations = std::mem::take(old.parts().translations);
    *old = new;
}
