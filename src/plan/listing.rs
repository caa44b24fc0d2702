//! A list on its pages, and the ways between them: whoever stands on the first
//! page is two steps from everybody, and one from whoever knows the letter.

use super::Part;

/// To how many pages a page leads at most; where there are more, steps lie between.
pub const WAYS: usize = 250;

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section<K> {
    /// Which part it is.
    pub part: Part,
    /// The letters that its names begin with; empty for the first page.
    pub letters: String,
    /// Its number among parts with equal names.
    pub number: Option<u16>,
    /// What it lists, in the language's order; nothing where the parts below hold it.
    pub entries: Vec<K>,
    /// How many it holds, those of the parts below included.
    pub count: usize,
    /// How many pages below it list something.
    pages: usize,
}

impl<K> Section<K> {
    pub(super) fn new(part: Part, letters: String) -> Self {
        Section {
            part,
            letters,
            number: None,
            entries: Vec::new(),
            count: 0,
            pages: 0,
        }
    }
}

/// A list on one page or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing<K> {
    /// The pages in the order of their parts; the first is the whole list's.
    pub sections: Vec<Section<K>>,
}

impl<K> Listing<K> {
    pub(super) fn new(sections: Vec<Section<K>>) -> Self {
        let mut listing = Listing { sections };
        for at in 0..listing.sections.len() {
            let part = &listing.sections[at].part;
            let below = listing.within(part).iter().skip(1);
            let pages = below.filter(|section| !section.entries.is_empty()).count();
            listing.sections[at].pages = pages;
        }
        listing
    }

    /// The parts, each a page.
    pub fn parts(&self) -> impl Iterator<Item = Part> + '_ {
        self.sections.iter().map(|section| section.part.clone())
    }

    /// The first page.
    #[must_use]
    pub fn whole(&self) -> &Section<K> {
        &self.sections[0]
    }

    /// Whether there are several pages.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.sections.len() > 1
    }

    /// One page.
    #[must_use]
    pub fn section(&self, part: &Part) -> Option<&Section<K>> {
        let first = self.within(part).first();
        first.filter(|section| section.part == *part)
    }

    /// A page and all below it.
    fn within(&self, part: &Part) -> &[Section<K>] {
        let from = self.sections.partition_point(|other| other.part < *part);
        let rest = &self.sections[from..];
        let count = rest.partition_point(|other| other.part.0.starts_with(&part.0));
        &rest[..count]
    }

    /// The pages next below a part.
    #[must_use]
    pub fn below(&self, part: &Part) -> Vec<&Section<K>> {
        let mut rest = self.within(part).get(1..).unwrap_or_default();
        let mut below = Vec::new();
        while let Some(section) = rest.first() {
            below.push(section);
            rest = &rest[self.within(&section.part).len()..];
        }
        below
    }

    /// The pages above a part, the first page left out, from the top.
    #[must_use]
    pub fn above(&self, part: &Part) -> Vec<&Section<K>> {
        let longer = 1..part.0.len();
        longer
            .filter_map(|length| self.section(&Part(part.0[..length].to_vec())))
            .collect()
    }

    /// Under each page next below a part that lists nothing itself: every page
    /// that does, or where these are too many, steps on the way to them.
    #[must_use]
    pub fn far_below(&self, part: &Part) -> Vec<(&Section<K>, Vec<&Section<K>>)> {
        let all_fit = self.section(part).is_some_and(|it| it.pages <= WAYS);
        let ways = |section: &Section<K>| match all_fit {
            true => self.pages_of(&section.part),
            false => self.steps(section),
        };
        let below = self.below(part).into_iter();
        below
            .map(|section| (section, ways(section)))
            .filter(|(_, ways)| !ways.is_empty())
            .collect()
    }

    fn pages_of(&self, part: &Part) -> Vec<&Section<K>> {
        let below = self.within(part).iter().skip(1);
        below
            .filter(|section| !section.entries.is_empty())
            .collect()
    }

    /// The first pages below one from which every page below is one step away.
    fn steps(&self, section: &Section<K>) -> Vec<&Section<K>> {
        match section.pages <= WAYS {
            true => Vec::new(),
            false => self.steps_within(&section.part),
        }
    }

    fn steps_within(&self, part: &Part) -> Vec<&Section<K>> {
        let step = |section| match self.steps(section) {
            steps if steps.is_empty() => vec![section],
            steps => steps,
        };
        self.below(part).into_iter().flat_map(step).collect()
    }

    /// The ways into a list that has several pages: from each of them, every
    /// page below is one step away.
    #[must_use]
    pub fn ways_in(&self) -> Vec<&Section<K>> {
        self.steps_within(&Part::whole())
    }

    /// Whether the first page leads to every page that lists something.
    #[must_use]
    pub fn is_shallow(&self) -> bool {
        self.whole().pages <= WAYS
    }
}
