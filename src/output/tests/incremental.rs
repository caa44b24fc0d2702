//! What is skipped, what is not, and that the result is that of a clean build.

use std::fs::{self, File};
use std::sync::Mutex;
use std::time::{Duration, SystemTime};

use super::super::disk::RealDisk;
use super::super::*;
use super::world::*;

const SITE: [(&str, &str); 4] = [
    ("404.html", "lost"),
    ("index.html", "home"),
    ("ru/people/a.html", "a"),
    ("ru/x.txt", "x"),
];

/// Files of an earlier day, so that no file is as young as the manifest.
fn age(world: &World) {
    for path in world.pages.keys() {
        let day_before = SystemTime::now() - Duration::from_secs(86_400);
        File::options()
            .write(true)
            .open(world.file(path))
            .unwrap()
            .set_modified(day_before)
            .unwrap();
    }
    world.build();
}

#[test]
fn a_build_gives_the_plan_and_counts_what_it_did() {
    let mut world = World::with(&SITE);
    let first = world.build();
    assert_eq!(
        names(&first.added),
        ["404.html", "index.html", "ru/people/a.html", "ru/x.txt"]
    );
    assert_eq!((first.total(), first.rendered), (4, 4));
    assert_eq!(world.output(), world.expected());

    world.put("index.html", "new home");
    world.put("en/index.html", "home");
    world.pages.remove("ru/people/a.html");
    let second = world.build();
    assert_eq!(names(&second.added), ["en/index.html"]);
    assert_eq!(names(&second.changed), ["index.html"]);
    assert_eq!(names(&second.removed), ["ru/people/a.html"]);
    assert_eq!(names(&second.unchanged), ["404.html", "ru/x.txt"]);
    assert_eq!((second.total(), second.rendered), (4, 2));
    assert_eq!(world.output(), world.expected());
}

#[test]
fn a_second_build_renders_nothing_and_touches_nothing() {
    let world = World::with(&SITE);
    world.build();
    let times = || {
        let mut files = world
            .pages
            .keys()
            .map(|path| world.file(path))
            .collect::<Vec<_>>();
        files.extend([world.target.manifest(), world.target.output().to_owned()]);
        files
            .iter()
            .map(|file| fs::metadata(file).unwrap().modified().unwrap())
            .collect::<Vec<_>>()
    };
    let before = times();
    let outcome = world.build();
    assert!(outcome.is_unchanged());
    assert_eq!(outcome.rendered, 0);
    assert_eq!(times(), before);
}

#[test]
fn a_file_with_the_same_bytes_is_not_touched_though_its_view_differs() {
    let mut world = World::with(&SITE);
    world.build();
    age(&world);
    let before = fs::metadata(world.file("index.html"))
        .unwrap()
        .modified()
        .unwrap();
    world.pages.get_mut("index.html").unwrap().0 = "another view".into();
    let outcome = world.build();
    assert!(outcome.is_unchanged());
    assert_eq!(outcome.rendered, 1);
    assert_eq!(
        fs::metadata(world.file("index.html"))
            .unwrap()
            .modified()
            .unwrap(),
        before
    );
    assert_eq!(
        world.build().rendered,
        0,
        "the new fingerprint was remembered"
    );
}

#[test]
fn a_file_that_somebody_changed_is_written_again() {
    let world = World::with(&SITE);
    world.build();
    age(&world);
    fs::write(world.file("index.html"), "defaced").unwrap();
    fs::remove_file(world.file("ru/x.txt")).unwrap();
    let outcome = world.build();
    assert_eq!(names(&outcome.changed), ["index.html"]);
    assert_eq!(names(&outcome.added), ["ru/x.txt"]);
    assert_eq!(world.output(), world.expected());
}

#[test]
fn a_file_as_young_as_the_manifest_is_read_before_it_is_trusted() {
    let world = World::with(&SITE);
    world.build();
    let file = world.file("index.html");
    let time = fs::metadata(&file).unwrap().modified().unwrap();
    let set = |file: &std::path::Path| {
        File::options()
            .write(true)
            .open(file)
            .unwrap()
            .set_modified(time)
            .unwrap();
    };
    set(&world.target.manifest());
    fs::write(&file, "hume").unwrap();
    set(&file);
    assert!(
        !Manifest::load(&world.target)
            .unwrap()
            .unwrap()
            .still_standing(&world.target)
    );
    assert_eq!(names(&world.build().changed), ["index.html"]);
    assert_eq!(world.output(), world.expected());
}

#[test]
fn one_thread_and_many_give_the_same() {
    let mut world = World::new();
    for number in 0..300 {
        world.put(
            &format!("ru/people/p-{number}.html"),
            &"text ".repeat(number),
        );
    }
    world.pages.get_mut("ru/people/p-7.html").unwrap().1 = None;
    world.pages.get_mut("ru/people/p-200.html").unwrap().1 = None;
    let broken = world.plan();
    for number in [7, 200] {
        world.put(&format!("ru/people/p-{number}.html"), "mended");
    }
    let run = |threads: usize| {
        let world = World {
            pages: world.pages.clone(),
            ..World::new()
        };
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| {
            let options = Options::default();
            let failure = apply(&broken, &Press::default(), &world.target, &options).unwrap_err();
            (failure.to_string(), world.build(), world.output())
        })
    };
    let one = run(1);
    assert_eq!(one.2, world.expected());
    assert_eq!(run(8), one);
}

#[test]
fn all_problems_are_collected_and_the_last_good_output_stays() {
    let mut world = World::with(&SITE);
    world.build();
    let good = world.output();
    world.put("index.html", "new home");
    world.pages.remove("ru/x.txt");
    for path in ["404.html", "new.html"] {
        world.pages.insert(path.into(), ("broken".into(), None));
    }
    let Failure::Problems(problems) = world.apply(&RealDisk, &Options::default()).unwrap_err()
    else {
        panic!("rendering failed, not the machine");
    };
    let files: Vec<&str> = problems.iter().map(|problem| &*problem.file).collect();
    assert_eq!(files, ["404.html", "new.html"]);
    assert_eq!(world.output(), good);
}

#[test]
fn a_dry_run_tells_the_same_and_writes_nothing_at_all() {
    let mut world = World::with(&SITE);
    let before = tree(world.site.path());
    let told = world.dry_run();
    assert_eq!(tree(world.site.path()), before);
    assert_eq!(told, world.build());

    world.put("index.html", "new home");
    world.pages.remove("ru/people/a.html");
    fs::write(world.file("ru/x.txt"), "defaced").unwrap();
    let before = tree(world.site.path());
    let told = world.dry_run();
    assert_eq!(tree(world.site.path()), before);
    assert_eq!(told, world.build());
}

#[test]
fn a_gate_is_remembered_until_a_file_falls() {
    let world = World::with(&SITE);
    let gate = Some(Gate {
        inputs: Fingerprint::of([b"all inputs".as_slice()]),
        warnings: 2,
    });
    world
        .apply(
            &RealDisk,
            &Options {
                gate,
                ..Options::default()
            },
        )
        .unwrap();
    let manifest = Manifest::load(&world.target).unwrap().unwrap();
    assert_eq!(manifest.gate, gate);
    assert_eq!(manifest.entries().count(), 4);
    assert!(manifest.still_standing(&world.target));
    fs::remove_file(world.file("ru/x.txt")).unwrap();
    assert!(!manifest.still_standing(&world.target));
}

#[test]
fn progress_counts_every_file_once() {
    let world = World::with(&SITE);
    let heard = Mutex::new(Vec::new());
    let hear = |done, total| heard.lock().unwrap().push((done, total));
    world
        .apply(
            &RealDisk,
            &Options {
                progress: Some(&hear),
                ..Options::default()
            },
        )
        .unwrap();
    let mut heard = heard.into_inner().unwrap();
    heard.sort_unstable();
    assert_eq!(heard, [(1, 4), (2, 4), (3, 4), (4, 4)]);
}
