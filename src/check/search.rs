//! One search for all needles of all rules: each text is read once.
//!
//! With ten thousand people, looking for each of their facts in each text would
//! be a hundred million searches. Here all facts are one automaton.

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use rayon::prelude::*;

use super::folded::{fold, is_word};
use super::passage::Passage;
use crate::record::Id;

/// What is searched.
#[derive(Debug, Clone)]
pub struct Needle<'a> {
    /// For which rule.
    pub rule: &'static str,
    /// The words, folded.
    pub text: String,
    /// How it must stand in a text.
    pub form: Form,
    /// Whom it gives away.
    pub who: Option<&'a Id>,
    /// What it is, in words that may be printed.
    pub what: &'static str,
    /// Where it counts.
    pub scope: Scope,
}

/// How a needle must stand in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As whole words.
    Words,
    /// As the beginning of a word, of which at most so many letters follow.
    Stem(usize),
    /// As the beginning of a word of any length.
    Start,
}

/// In which texts a needle counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// In every text.
    Everywhere,
    /// In texts that may be about the person: see [`Passage::people`].
    About,
    /// In the person's own record.
    Own,
}

/// A needle in a text.
#[derive(Debug, Clone)]
pub struct Hit<'a, 'p> {
    /// What was found.
    pub needle: &'p Needle<'a>,
    /// Where.
    pub passage: &'p Passage<'a>,
    /// Bytes of the passage's folded text, to the end of the word.
    pub range: Range<usize>,
}

impl Hit<'_, '_> {
    /// The words that were found.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.passage.text[self.range.clone()]
    }
}

/// The needles of all rules.
#[derive(Debug, Default)]
pub struct Needles<'a> {
    list: Vec<Needle<'a>>,
}

impl<'a> Needles<'a> {
    /// Adds a needle; its text is folded here. One without letters or digits is passed over.
    pub fn add(&mut self, needle: Needle<'a>) {
        let text = fold(&needle.text);
        if text.chars().any(char::is_alphanumeric) {
            self.list.push(Needle { text, ..needle });
        }
    }

    /// One search for all of them.
    #[must_use]
    pub fn search(&self) -> Search<'a, '_> {
        let mut by_text: BTreeMap<&str, Vec<&Needle<'a>>> = BTreeMap::new();
        for needle in &self.list {
            by_text.entry(&needle.text).or_default().push(needle);
        }
        let (patterns, needles): (Vec<&str>, Vec<Vec<&Needle<'a>>>) = by_text.into_iter().unzip();
        // Building fails only beyond two thousand million states.
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(&patterns)
            .ok();
        Search { automaton, needles }
    }
}

/// Needles, ready to be found.
pub struct Search<'a, 'p> {
    automaton: Option<AhoCorasick>,
    /// For each pattern, the needles with that text.
    needles: Vec<Vec<&'p Needle<'a>>>,
}

impl<'a, 'p> Search<'a, 'p> {
    /// Whether any needle stands and counts in a text.
    #[must_use]
    pub fn finds_any_in(&self, passage: &Passage<'a>) -> bool {
        self.found_in(passage).next().is_some()
    }

    /// Every place where a needle stands and counts, in the order of the passages.
    #[must_use]
    pub fn hits(&self, passages: &'p [Passage<'a>]) -> Vec<Hit<'a, 'p>> {
        let in_passage = |passage| {
            self.found_in(passage).map(move |(needle, range)| Hit {
                needle,
                passage,
                range,
            })
        };
        passages.par_iter().flat_map_iter(in_passage).collect()
    }

    fn found_in<'t>(
        &'t self,
        passage: &'t Passage<'a>,
    ) -> impl Iterator<Item = (&'p Needle<'a>, Range<usize>)> + 't {
        let automaton = self.automaton.iter();
        let found = automaton.flat_map(|it| it.find_overlapping_iter(&passage.text));
        found.flat_map(move |found| {
            let same = self.needles[found.pattern().as_usize()].iter();
            same.filter(|needle| needle.counts_in(passage))
                .filter_map(move |needle| {
                    let range = needle.form.fits(&passage.text, found.range())?;
                    Some((*needle, range))
                })
        })
    }
}

impl Needle<'_> {
    fn counts_in(&self, passage: &Passage<'_>) -> bool {
        match (self.scope, self.who) {
            (Scope::Everywhere, _) | (_, None) => true,
            (Scope::About, Some(who)) => passage.people.contains(who),
            (Scope::Own, Some(who)) => passage.is_of(who),
        }
    }
}

impl Form {
    /// The range to the end of the word, if a needle there stands as it must.
    fn fits(self, text: &str, range: Range<usize>) -> Option<Range<usize>> {
        let starts = !is_word(text[range.clone()].chars().next()?)
            || text[..range.start]
                .chars()
                .next_back()
                .is_none_or(|c| !is_word(c));
        let goes_on = text[..range.end].chars().next_back().is_some_and(is_word);
        let tail: usize = match goes_on {
            true => text[range.end..]
                .chars()
                .take_while(|c| is_word(*c))
                .map(char::len_utf8)
                .sum(),
            false => 0,
        };
        let end = range.end + tail;
        let letters = text[range.end..end].chars().count();
        let ends = match self {
            Form::Words => letters == 0,
            Form::Stem(most) => letters <= most,
            Form::Start => true,
        };
        (starts && ends).then_some(range.start..end)
    }
}
