//! What is not ours is left alone, and what is in the way is named.

use std::fs;

use super::world::*;

#[test]
fn a_folder_that_is_not_empty_is_refused_without_a_manifest() {
    let world = World::with(&[("index.html", "home")]);
    fs::create_dir(world.target.output()).unwrap();
    fs::write(world.file("thesis.txt"), "ten years of work").unwrap();
    assert_eq!(
        world.refusal(),
        "the output `public` is not empty, and there is no record of what vestochka wrote there; \
         choose another `--output`, or empty the folder"
    );
    assert_eq!(world.output()["thesis.txt"], "ten years of work");
    assert_eq!(world.output().len(), 1);
}

#[test]
fn an_empty_folder_is_taken() {
    let world = World::with(&[("index.html", "home")]);
    fs::create_dir(world.target.output()).unwrap();
    world.build();
    assert_eq!(world.output(), world.expected());
}

#[test]
fn a_broken_manifest_is_no_manifest() {
    let world = World::with(&[("index.html", "home")]);
    world.build();
    let manifest = world.target.manifest();
    let text = fs::read_to_string(&manifest).unwrap();
    fs::write(&manifest, &text[..text.len() - 9]).unwrap();
    assert!(world.refusal().contains("no record"));
    fs::write(&manifest, [0xff, 0xfe]).unwrap();
    assert!(world.refusal().contains("no record"));
}

#[test]
fn strangers_files_survive_beside_ours_and_so_do_their_folders() {
    let mut world = World::with(&[
        ("index.html", "home"),
        ("ru/a.html", "a"),
        ("en/a.html", "a"),
    ]);
    world.build();
    fs::write(world.file("ru/notes.txt"), "mine").unwrap();
    fs::create_dir(world.file("empty")).unwrap();
    world.pages.retain(|path, _| path == "index.html");
    world.build();
    let output = world.output();
    assert_eq!(
        output.keys().collect::<Vec<_>>(),
        ["empty/", "index.html", "ru/notes.txt"]
    );
}

#[test]
fn every_strangers_file_in_the_way_is_named_and_nothing_changes() {
    let mut world = World::with(&[("index.html", "home")]);
    world.build();
    fs::write(world.file("about.html"), "mine").unwrap();
    fs::create_dir(world.file("people.json")).unwrap();
    world.put("index.html", "new home");
    world.put("about.html", "about");
    world.put("people.json", "[]");
    let before = world.output();
    assert_eq!(
        world.refusal(),
        "`about.html` in the output `public` was not written by vestochka, and a page has to \
         stand there; move it away, or choose another `--output`\n\
         `people.json` in the output `public` was not written by vestochka, and a page has to \
         stand there; move it away, or choose another `--output`"
    );
    assert_eq!(world.output(), before);
}

#[test]
fn the_staging_folder_of_nobody_is_not_emptied() {
    let world = World::with(&[("index.html", "home")]);
    fs::create_dir_all(world.target.staging()).unwrap();
    fs::write(world.target.staging().join("notes.txt"), "mine").unwrap();
    fs::write(world.target.staging().join("17"), "half a pa").unwrap();
    world.build();
    let output = world.output();
    assert_eq!(
        output.keys().collect::<Vec<_>>(),
        [".vestochka-staging/notes.txt", "index.html"]
    );
}

#[test]
fn a_second_build_into_one_output_is_told_to_wait() {
    let world = World::with(&[("index.html", "home")]);
    world.build();
    let lock = super::super::lock::Lock::take(&world.target).unwrap();
    assert_eq!(
        world.refusal(),
        "another build is writing to `public`; wait until it ends"
    );
    drop(lock);
    world.build();
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn nothing_is_written_through_a_linked_folder() {
        let mut world = World::with(&[("ru/a.html", "a")]);
        world.build();
        let elsewhere = world.site.path().join("elsewhere");
        fs::rename(world.file("ru"), &elsewhere).unwrap();
        symlink(&elsewhere, world.file("ru")).unwrap();
        world.put("ru/a.html", "changed");
        world.put("ru/b.html", "b");
        assert_eq!(
            world.refusal(),
            "`ru` in the output `public` is no folder, and a folder has to stand there; \
             move it away, or choose another `--output`"
        );
        assert_eq!(tree(&elsewhere), [("a.html".into(), "a".into())].into());
    }

    #[test]
    fn nothing_is_removed_through_a_linked_folder() {
        let mut world = World::with(&[("index.html", "home"), ("ru/people/a.html", "a")]);
        world.build();
        let elsewhere = world.site.path().join("elsewhere");
        fs::rename(world.file("ru"), &elsewhere).unwrap();
        symlink(&elsewhere, world.file("ru")).unwrap();
        world.pages.remove("ru/people/a.html");
        assert!(world.build().removed.is_empty());
        assert_eq!(
            tree(&elsewhere),
            [("people/a.html".into(), "a".into())].into()
        );
    }

    #[test]
    fn a_link_in_place_of_our_file_is_replaced_and_its_end_is_not_touched() {
        let mut world = World::with(&[("index.html", "home")]);
        world.build();
        let elsewhere = world.site.path().join("elsewhere");
        fs::write(&elsewhere, "home").unwrap();
        fs::remove_file(world.file("index.html")).unwrap();
        symlink(&elsewhere, world.file("index.html")).unwrap();
        world.put("index.html", "new home");
        world.build();
        assert_eq!(world.output(), world.expected());
        assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "home");
    }

    #[test]
    fn a_linked_staging_folder_is_refused() {
        let world = World::with(&[("index.html", "home")]);
        let elsewhere = world.site.path().join("elsewhere");
        fs::create_dir(&elsewhere).unwrap();
        fs::write(elsewhere.join("1"), "mine").unwrap();
        fs::create_dir(world.target.output()).unwrap();
        symlink(&elsewhere, world.target.staging()).unwrap();
        assert!(world.refusal().contains(".vestochka-staging is in the way"));
        assert_eq!(tree(&elsewhere), [("1".into(), "mine".into())].into());
    }
}
