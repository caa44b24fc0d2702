//! Builds that are stopped at every step, and the builds that mend what they left.

use std::collections::BTreeMap;
use std::fs;

use super::super::disk::RealDisk;
use super::super::*;
use super::world::*;

/// Stops a build after each number of steps until one gets through.
/// `prepare` gives a fresh world with an edit that is not built yet.
fn stop_everywhere(prepare: impl Fn() -> World, then: impl Fn(&mut World)) -> usize {
    for steps in 0.. {
        let mut world = prepare();
        let old = world.output();
        let new = world.expected();
        let stopped = world
            .apply(&StoppingDisk::after(steps), &Options::default())
            .is_err();
        every_file_is_old_or_new(&world.output(), &old, &new);
        then(&mut world);
        world.build();
        assert_eq!(
            world.output(),
            world.expected(),
            "stopped after {steps} steps"
        );
        assert_eq!(world.build().rendered, 0);
        let left = fs::read_dir(world.site.path().join(".vestochka"))
            .unwrap()
            .count();
        assert_eq!(left, 3, "a manifest, a lock and a .gitignore");
        if !stopped {
            return usize::try_from(steps).unwrap();
        }
    }
    unreachable!()
}

fn every_file_is_old_or_new(
    now: &BTreeMap<String, String>,
    old: &BTreeMap<String, String>,
    new: &BTreeMap<String, String>,
) {
    for (path, text) in now
        .iter()
        .filter(|(path, _)| !path.starts_with(".vestochka-staging"))
    {
        let whole = Some(text) == old.get(path) || Some(text) == new.get(path);
        assert!(whole || path.ends_with('/'), "{path} holds {text:?}");
    }
    for path in old.keys().filter(|path| new.contains_key(*path)) {
        assert!(now.contains_key(path), "{path} is missing");
    }
}

fn first_build() -> World {
    World::with(&[
        ("index.html", "home"),
        ("ru/index.html", "дом"),
        ("ru/people/a.html", "a"),
    ])
}

fn an_edit() -> World {
    let mut world = first_build();
    world.build();
    world.put("index.html", "a new home");
    world.put("be/people/b.html", "b");
    world.put("ru/people/c.html", "c");
    world.pages.remove("ru/people/a.html");
    world.pages.remove("ru/index.html");
    world
}

#[test]
fn a_first_build_stopped_anywhere_is_mended() {
    assert!(stop_everywhere(first_build, |_| ()) > 10);
}

#[test]
fn an_edit_stopped_anywhere_is_mended() {
    assert!(stop_everywhere(an_edit, |_| ()) > 12);
}

#[test]
fn an_edit_stopped_anywhere_and_taken_back_leaves_nothing() {
    let steps = stop_everywhere(an_edit, |world| {
        world.pages = first_build().pages;
    });
    assert!(steps > 12);
}

#[test]
fn an_edit_stopped_anywhere_and_edited_again_is_mended() {
    let steps = stop_everywhere(an_edit, |world| {
        world.put("be/people/b.html", "another b");
        world.put("ru/people/c.html", "another c");
        world.pages.remove("index.html");
    });
    assert!(steps > 12);
}

#[test]
fn a_build_that_mends_can_be_stopped_too() {
    let mut total = 0;
    for first in (0..30).step_by(3) {
        total += stop_everywhere(
            || {
                let mut world = an_edit();
                let _ = world.apply(&StoppingDisk::after(first), &Options::default());
                world.put("be/people/b.html", "another b");
                world
            },
            |world| drop(world.pages.remove("ru/people/c.html")),
        );
    }
    assert!(total > 100, "{total} stops");
}

#[test]
fn a_gate_opens_only_to_the_output_that_it_was_noted_for() {
    let gated = |inputs: &str| Options {
        gate: Some(Gate {
            inputs: Fingerprint::of([inputs.as_bytes()]),
            warnings: 0,
        }),
        ..Options::default()
    };
    let mut opened = [0, 0];
    for steps in 0..20 {
        let mut world = first_build();
        world
            .apply(&StoppingDisk::after(i64::MAX), &gated("old"))
            .unwrap();
        let old = world.output();
        world.put("added.html", "only an addition");
        let _ = world.apply(&StoppingDisk::after(steps), &gated("new"));
        // Somebody tidies up by hand: then only the journal tells of the stop.
        let _ = fs::remove_dir_all(world.target.staging());
        let manifest = Manifest::load(&world.target).unwrap().unwrap();
        if manifest.still_standing(&world.target) {
            let is_new = manifest.gate == gated("new").gate;
            let noted_for = if is_new { world.expected() } else { old };
            assert_eq!(world.output(), noted_for, "stopped after {steps} steps");
            opened[usize::from(is_new)] += 1;
        }
    }
    assert!(opened.iter().all(|&count| count > 0), "{opened:?}");
}

#[test]
fn a_strangers_file_that_came_after_a_stop_is_safe() {
    let mut world = an_edit();
    let full = (0..20)
        .find(|&steps| {
            let world = an_edit();
            let _ = world.apply(&StoppingDisk::after(steps), &Options::default());
            world.target.journal().exists()
        })
        .unwrap();
    let _ = world.apply(&StoppingDisk::after(full), &Options::default());
    fs::create_dir(world.file("be")).unwrap();
    fs::create_dir(world.file("be/people")).unwrap();
    fs::write(world.file("be/people/b.html"), "mine").unwrap();
    assert!(
        world
            .refusal()
            .starts_with("`be/people/b.html` in the output `public` was not")
    );
    world.pages.remove("be/people/b.html");
    world.build();
    assert_eq!(
        fs::read_to_string(world.file("be/people/b.html")).unwrap(),
        "mine"
    );
}

/// A generator of numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

const EDITS: [&str; 8] = [
    "add",
    "change",
    "new view",
    "remove",
    "deface",
    "delete",
    "stop",
    "stop twice",
];

#[test]
fn after_any_edits_and_stops_the_output_is_that_of_a_clean_build() {
    let mut dice = Dice(9);
    let mut counts = BTreeMap::new();
    for _ in 0..12 {
        let mut world = first_build();
        world.build();
        for round in 0..25 {
            for _ in 0..=dice.throw(3) {
                let edit = EDITS[dice.throw(EDITS.len())];
                if make(edit, &mut world, &mut dice, round) {
                    *counts.entry(edit).or_insert(0) += 1;
                }
            }
            let told = world.dry_run();
            assert_eq!(world.build(), told);
            assert_eq!(world.output(), world.expected());
        }
    }
    for edit in EDITS {
        assert!(
            counts.get(edit).is_some_and(|&count| count > 10),
            "{edit}: {counts:?}"
        );
    }
}

fn make(edit: &str, world: &mut World, dice: &mut Dice, round: usize) -> bool {
    let paths: Vec<String> = world.pages.keys().cloned().collect();
    let Some(path) = paths
        .get(dice.throw(paths.len().max(1)))
        .filter(|_| edit != "add")
    else {
        let folder = ["", "ru/", "ru/people/", "en/cases/"][dice.throw(4)];
        world.put(
            &format!("{folder}p-{}.html", dice.throw(40)),
            &format!("text of {round}"),
        );
        return edit == "add";
    };
    match edit {
        "change" => world.put(path, &format!("changed in {round}")),
        "new view" => world.pages.get_mut(path).unwrap().0.push_str(" and more"),
        "remove" => drop(world.pages.remove(path)),
        "deface" => {
            // What only the journal knows is a stranger's once it is changed; see above.
            let manifest = Manifest::load(&world.target).unwrap().unwrap();
            let listed = manifest.entries().any(|(it, _)| it.as_str() == path);
            return listed && fs::write(world.file(path), format!("defaced in {round}")).is_ok();
        }
        "delete" => return fs::remove_file(world.file(path)).is_ok(),
        stop => {
            for _ in 0..=usize::from(stop == "stop twice") {
                let steps = i64::try_from(dice.throw(10)).unwrap();
                if world
                    .apply(&StoppingDisk::after(steps), &Options::default())
                    .is_ok()
                {
                    return false;
                }
            }
        }
    }
    true
}

#[test]
fn the_real_disk_passes_what_the_stopping_disk_counts() {
    let world = first_build();
    world
        .apply(&StoppingDisk::after(i64::MAX), &Options::default())
        .unwrap();
    let other = first_build();
    other.apply(&RealDisk, &Options::default()).unwrap();
    assert_eq!(world.output(), other.output());
}
