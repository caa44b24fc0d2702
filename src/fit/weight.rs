//! What the parts of a profile weigh, in bytes.
//!
//! The constants were measured on the demonstration in every language. They are rather too large
//! than too small: a page that is cut too early has a way to the rest, one that is too long has none.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::record::{
    Birth, Case, Event, Id, LangText, LetterRule, Recognition, RuleKey, Source, Support,
};
use crate::site::{ForPerson, Person, Site};
use crate::texts::Direction;
use crate::voice::Voice;

/// Head, style and the tags of every profile, without their words.
const FRAME: usize = 5_700;
/// What a page that is read from the right has more of style.
const RIGHT_TO_LEFT: usize = 180;
/// The way to another language, beside the id; and to a page of the menu.
const LANGUAGE: usize = 85;
const MENU: usize = 45;
/// Letters of the two sentences on where somebody stands and whether one can write. They stand
/// on the page, and for search machines in its head.
const STATE: usize = 110;
/// Letters of sentences with a date: that an address was found right and when to ask again, that
/// a rule was, and of which day the site is.
const VERIFIED: usize = 90;
const CHECKED: usize = 12;
const PINNED: usize = 55;
/// Letters of a date, and of the second one behind it in another calendar.
const DATE: usize = 12;
/// That a text is not translated yet, or is older than its original.
const NOTICE: usize = 130;
const UNTRANSLATED: usize = 60;
/// Around words in another language, and in another direction.
const OTHER_LANGUAGE: usize = 22;
const OTHER_DIRECTION: usize = 10;

/// Style and tags of the envelope, the rules and what is beside them.
const LETTER: usize = 400;
/// The tags of one part, beside its words.
const LINE: usize = 6;
const RULE: usize = 45;
const NOTE: usize = 30;
const LINK: usize = 60;
const SECTION: usize = 65;
const FACTS: usize = 40;
const ARTICLE: usize = 40;
const EVENT: usize = 75;
/// Letters of what happened: `Arrest`.
const HAPPENED: usize = 14;
const REFERENCE: usize = 25;
const SOURCE: usize = 40;
/// A date that machines can read, beside its words.
const TIME: usize = 35;
const RECOGNITION: usize = 190;
const SUPPORT: usize = 130;
/// That a country has outlawed an organisation.
const WARNING: usize = 110;
/// A portrait in place of initials, beside its words; and each newer format of it.
const PORTRAIT: usize = 40;
const FORMAT: usize = 100;

/// The words of every profile.
const WORDS: &[&str] = &[
    "skip-to-content",
    "languages",
    "to-menu",
    "leave",
    "menu",
    "home",
    "list-write",
    "list-people",
    "list-people",
    "list-countries",
    "footer-privacy",
    "sheet-link",
    "story",
    "story-more",
    "timeline",
    "timeline-more",
];
/// The words of profiles of those whose persecution goes on, for who writes to them.
const SAFETY: &[&str] = &[
    "safety",
    "safety-read",
    "safety-case",
    "safety-address",
    "safety-money",
    "safety-no-answer",
];
/// The words around an address and its rules.
const LETTERS: &[&str] = &[
    "address",
    "address-verified-by",
    "held-at",
    "letter",
    "reads",
];

/// Sizes of texts in one language.
pub(super) struct Scale<'a> {
    site: &'a Site,
    voice: &'a Voice,
    /// The bytes of some words, and their letters.
    sample: (usize, usize),
}

impl<'a> Scale<'a> {
    pub fn new(site: &'a Site, voice: &'a Voice) -> Self {
        let words = voice.texts.say("footer-privacy");
        Scale {
            site,
            voice,
            sample: (words.len(), words.chars().count().max(1)),
        }
    }
}

impl Scale<'_> {
    /// Head and style, name and state, menu and footer.
    pub fn frame(&self, person: &Person) -> usize {
        let site = self.site;
        let others = site.config.languages.len().saturating_sub(1);
        let languages = others * (LANGUAGE + person.id.as_str().len());
        let pages = site.pages.iter();
        let menu = pages.filter(|(_, (_, page))| page.menu.is_some());
        let menu =
            menu.map(|(id, (_, page))| MENU + id.as_str().len() + self.of(Some(&page.title)));
        let name = self.voice.name(&person.id).short.len();
        let right_to_left = if self.is_right_to_left() {
            RIGHT_TO_LEFT
        } else {
            0
        };
        FRAME
            + right_to_left
            + self.words(WORDS)
            + languages
            + menu.sum::<usize>()
            + 2 * (name + self.of(Some(&site.config.title)))
            + 2 * (self.letters(STATE) + self.date())
            + self.of(site.config.how_to_find_us.as_ref())
            + self.of(person.record.about.as_ref())
            + site
                .config
                .date
                .map_or(0, |_| self.letters(PINNED) + self.date())
            + self
                .voice
                .texts
                .reviewed()
                .map_or_else(|| self.words(&["unreviewed"]), |_| 0)
            + site
                .signing
                .newest()
                .map_or(0, |_| LINK + self.words(&["verify-link"]))
            + if person.derived.folded.custody.is_over() {
                0
            } else {
                self.words(SAFETY)
            }
    }

    /// A photograph's words stand on its page, and its formats are named there.
    pub fn portrait(&self, person: &Person) -> usize {
        let portrait = person.record.photo.as_ref().zip(self.site.portrait(person));
        portrait.map_or(0, |(photo, portrait)| {
            let words = [&photo.credit, &photo.licence].into_iter().flatten();
            PORTRAIT
                + FORMAT * portrait.newer.len()
                + self.of(photo.alt.as_ref())
                + words.map(String::len).sum::<usize>()
        })
    }

    /// How to write, if one may.
    pub fn letter(&self, person: &Person) -> usize {
        if !person.derived.one_may_write() {
            return 0;
        }
        let envelope = person.derived.envelope.iter().flat_map(|it| &it.lines);
        let facility = self.site.shown_facility(person);
        let services = facility.map_or(&[][..], |(_, facility)| &facility.channels);
        let rules = self.site.letter_rules(person);
        let rule = |key: RuleKey, rule: &LetterRule| {
            let practice = rule.practice.as_ref();
            RULE + self.words(&[&crate::texts::id("rule", key.as_str())])
                + self.of(Some(&rule.text))
                + practice.map_or(0, |text| {
                    RULE + self.words(&["in-practice"]) + self.of(Some(text))
                })
        };
        LETTER
            + self.words(LETTERS)
            + self.letters(VERIFIED)
            + 3 * self.date()
            + envelope.map(|line| LINE + line.len()).sum::<usize>()
            + facility.map_or(0, |(id, facility)| {
                LINK + id.as_str().len()
                    + self.of(Some(facility.short.as_ref().unwrap_or(&facility.name)))
            })
            + services.iter().map(|id| self.service(id)).sum::<usize>()
            + if services.is_empty() {
                0
            } else {
                self.words(&["services", "services-intro"])
            }
            + rules
                .iter()
                .map(|found| rule(found.key, found.rule))
                .sum::<usize>()
            + person
                .record
                .interests
                .as_ref()
                .map_or(self.letters(30), |text| self.of(Some(text)))
    }

    fn service(&self, id: &Id) -> usize {
        let name = self
            .site
            .service(id)
            .map_or(0, |service| self.of(Some(&service.name)));
        LINK + id.as_str().len() + name
    }

    /// Where the rules come from: each source and day once, and the ways there.
    pub fn notes(&self, person: &Person) -> usize {
        let rules = self.site.letter_rules(person);
        let notes: BTreeSet<(Option<&str>, Option<Date>)> = rules
            .iter()
            .map(|found| {
                (
                    found.source().map(|source| source.id.as_str()),
                    found.rule.checked,
                )
            })
            .collect();
        let sources = rules.iter().filter_map(ForPerson::source);
        let sources: BTreeMap<&str, &Source> = sources.map(|it| (it.id.as_str(), it)).collect();
        let note = |(source, checked): &(Option<&str>, Option<Date>)| {
            let source = source.and_then(|id| sources.get(id));
            NOTE + source.map_or(0, |source| self.titled(source))
                + checked.map_or(0, |_| self.letters(CHECKED) + self.date())
        };
        REFERENCE * rules.len() + notes.iter().map(note).sum::<usize>()
    }

    /// Birth, other names, region, articles and cases.
    pub fn facts(&self, person: &Person) -> usize {
        let record = &person.record;
        let region = self
            .site
            .shown_facility(person)
            .and_then(|(_, facility)| facility.region.as_ref());
        let cases = record
            .cases
            .iter()
            .filter_map(|id| Some((id, self.site.case(id)?)));
        let case = |(id, case): (&Id, &Case)| LINK + id.as_str().len() + self.of(Some(&case.name));
        let is_public =
            |birth: &&Birth| birth.public_year().is_some() || birth.public_day().is_some();
        let (birth, also) = if person.derived.minor_protected {
            (None, &[][..])
        } else {
            (
                record.birth.as_ref().filter(is_public),
                &record.names.also[..],
            )
        };
        FACTS
            + self.words(&["in-short", "birth", "also", "region", "articles", "cases"])
            + birth.map_or(0, |_| 2 * self.date())
            + also
                .iter()
                .map(|name| OTHER_LANGUAGE + name.len())
                .sum::<usize>()
            + region.map_or(0, |_| LINK + self.letters(30))
            + person
                .articles()
                .into_iter()
                .map(|it| self.article(it))
                .sum::<usize>()
            + cases.map(case).sum::<usize>()
    }

    /// Recognitions, links for support and sources.
    pub fn context(&self, person: &Person) -> usize {
        let record = &person.record;
        let recognition = |it: &Recognition| {
            RECOGNITION
                + REFERENCE * it.source.0.len()
                + self.of(it.title.as_ref())
                + self.warning(it.organisation.as_ref())
        };
        let sources = record.common.sources.iter().map(|it| self.source(it));
        let support = record.support.iter().map(|it| self.support(it));
        let recognitions = record.recognitions.iter().map(recognition);
        self.section("sources", sources)
            + self.section("support", support)
            + self.section("recognitions", recognitions)
    }

    pub fn event(&self, event: &Event) -> usize {
        let texts = [&event.sentence, &event.place, &event.note];
        let texts: usize = texts.into_iter().map(|it| self.of(it.as_ref())).sum();
        let articles: usize = event.articles.iter().map(|it| self.article(it)).sum();
        EVENT
            + self.letters(HAPPENED)
            + self.date()
            + texts
            + articles
            + REFERENCE * event.source.0.len()
    }

    fn source(&self, source: &Source) -> usize {
        let lang = source
            .lang
            .as_ref()
            .filter(|lang| **lang != self.voice.lang);
        SOURCE
            + self.titled(source)
            + self.of(source.publisher.as_ref())
            + source.date.map_or(0, |_| TIME + self.date())
            + lang.map_or(0, |_| self.letters(HAPPENED))
    }

    fn article(&self, words: &str) -> usize {
        ARTICLE + self.direction() + 2 * words.len()
    }

    /// A heading with what stands below it, if anything does.
    fn section(&self, heading: &str, parts: impl Iterator<Item = usize>) -> usize {
        let parts: usize = parts.sum();
        if parts == 0 {
            0
        } else {
            SECTION + self.words(&[heading]) + parts
        }
    }

    /// What stands beside an organisation that readers must be warned of.
    fn warning(&self, id: Option<&Id>) -> usize {
        let site = self.site;
        let organisation = id.and_then(|id| site.organisation(id));
        let is_designated = organisation.is_some_and(|organisation| {
            organisation.is_designated(&site.config.audience, site.today)
        });
        if is_designated {
            self.letters(WARNING)
        } else {
            0
        }
    }

    /// That a text stands there in another language than the page's.
    pub fn untranslated(&self) -> usize {
        NOTICE + self.letters(UNTRANSLATED)
    }

    /// A source as a link.
    fn titled(&self, source: &Source) -> usize {
        let url = source.url.as_ref().map_or(0, |url| url.as_str().len());
        url + self.of(source.title.as_ref())
    }

    fn support(&self, support: &Support) -> usize {
        let warning = self.warning(support.organisation.as_ref());
        SUPPORT + support.url.as_str().len() + self.of(support.title.as_ref()) + warning
    }

    /// What an editor wrote, marked where it is in another language.
    fn of(&self, text: Option<&LangText>) -> usize {
        let order = &self.site.config.languages;
        text.map_or(0, |text| {
            let picked = text.pick(&self.voice.lang, order);
            let mark = picked
                .other
                .map_or(0, |_| OTHER_LANGUAGE + self.direction());
            picked.text.len() + mark
        })
    }

    /// What the theme says.
    fn words(&self, ids: &[&str]) -> usize {
        ids.iter().map(|id| self.voice.texts.len_of(id)).sum()
    }

    /// The bytes of so many letters.
    fn letters(&self, count: usize) -> usize {
        let (bytes, letters) = self.sample;
        count * bytes / letters
    }

    fn date(&self) -> usize {
        let dates = if self.voice.texts.language().has_solar_dates() {
            2
        } else {
            1
        };
        dates * self.letters(DATE)
    }

    /// The mark of another direction: most of what is not translated has another one.
    fn direction(&self) -> usize {
        if self.is_right_to_left() {
            OTHER_DIRECTION
        } else {
            0
        }
    }

    fn is_right_to_left(&self) -> bool {
        self.voice.texts.language().direction() == Direction::Rtl
    }
}
