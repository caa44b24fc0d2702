//! An index is cut by the first letters of its keys, so that each file stays small
//! and one new key changes one file.

/// Something with a key and a weight.
pub trait Keyed {
    /// What it is looked up by.
    fn key(&self) -> &str;
    /// Whose it is: what one owner has in a file stands there once.
    fn owner(&self) -> usize;
    /// How many bytes it takes in a file.
    fn weight(&self) -> usize;
}

/// What stands in one file: all whose keys begin with the prefix, but for those of
/// the groups with a longer one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group<'a, T> {
    /// The first letters of the keys.
    pub prefix: &'a str,
    /// What belongs here.
    pub items: Vec<&'a T>,
}

/// Longer names do not fit into a path.
const LONGEST: usize = 90;

/// Cuts what is sorted by key into groups of at most `room` bytes. As long as a group is
/// too heavy, those under its heaviest next letter leave it for a group of their own.
#[must_use]
pub fn cut<T: Keyed>(items: &[T], room: usize) -> Vec<Group<'_, T>> {
    let mut groups = Vec::new();
    add(&mut groups, "", items.iter().collect(), room);
    groups.sort_by_key(|group| group.prefix);
    groups
}

fn add<'a, T: Keyed>(
    groups: &mut Vec<Group<'a, T>>,
    prefix: &'a str,
    mut items: Vec<&'a T>,
    room: usize,
) {
    while weight(&items) > room && prefix.len() < LONGEST {
        let Some(below) = heaviest(prefix, &items) else {
            break;
        };
        let leaves = |item: &&T| item.key().starts_with(below);
        let (leaving, staying) = items.into_iter().partition(leaves);
        add(groups, below, leaving, room);
        items = staying;
    }
    if !items.is_empty() {
        groups.push(Group { prefix, items });
    }
}

fn weight<T: Keyed>(items: &[&T]) -> usize {
    let mut owned: Vec<(usize, usize)> = items
        .iter()
        .map(|item| (item.owner(), item.weight()))
        .collect();
    owned.sort_unstable();
    owned.dedup();
    owned.iter().map(|(_, weight)| weight).sum()
}

/// The prefix one letter longer under which most stands; the first of those that are
/// about equal, so that a little more or less does not change which one leaves.
fn heaviest<'a, T: Keyed>(prefix: &str, items: &[&'a T]) -> Option<&'a str> {
    let below = |item: &&'a T| item.key().get(..=prefix.len());
    let runs = items.chunk_by(|one, other| below(one) == below(other));
    let weighed = runs.filter_map(|run| Some((below(run.first()?)?, weight(run))));
    let heaviest = weighed
        .rev()
        .max_by_key(|(_, weight)| weight.checked_ilog2());
    heaviest.map(|(below, _)| below)
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Keyed for String {
        fn key(&self) -> &str {
            self
        }

        fn owner(&self) -> usize {
            self.as_ptr().addr()
        }

        fn weight(&self) -> usize {
            1
        }
    }

    fn keys(words: &str) -> Vec<String> {
        words.split(' ').map(Into::into).collect()
    }

    fn shown(items: &[String], room: usize) -> Vec<String> {
        let groups = cut(items, room);
        let line = |group: &Group<'_, String>| {
            let items: Vec<&str> = group.items.iter().map(|item| item.as_str()).collect();
            format!("{}: {}", group.prefix, items.join(" "))
        };
        groups.iter().map(line).collect()
    }

    #[test]
    fn what_fits_is_one_group() {
        assert_eq!(shown(&keys("anna boris"), 2), [": anna boris"]);
        assert!(shown(&[], 2).is_empty());
    }

    #[test]
    fn the_heaviest_leave_and_the_rest_stays_together() {
        let items = keys("anna boris ivan ivanov ivo olga");
        assert_eq!(
            shown(&items, 3),
            [": anna boris olga", "i: ivan ivanov ivo"]
        );
        assert_eq!(
            shown(&items, 2),
            [": boris olga", "a: anna", "iv: ivo", "iva: ivan ivanov"]
        );
    }

    #[test]
    fn a_key_that_ends_early_stays_in_the_shorter_group() {
        assert_eq!(
            shown(&keys("iv iva ivb"), 1),
            ["iv: iv", "iva: iva", "ivb: ivb"]
        );
    }

    #[test]
    fn one_more_key_changes_one_group() {
        let mut items: Vec<String> = (0..400_u32).map(|n| format!("{:04x}", n * 131)).collect();
        items.sort();
        let before = shown(&items, 40);
        items.push("0abc".into());
        items.sort();
        let after = shown(&items, 40);
        let gone = before.iter().filter(|group| !after.contains(group)).count();
        assert!(before.len() > 10 && gone == 1, "{gone} of {}", before.len());
    }

    #[test]
    fn equal_keys_end_the_cutting() {
        let same = vec!["x".repeat(200); 5];
        assert_eq!(cut(&same, 1).len(), 1);
    }
}
