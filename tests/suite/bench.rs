//! The benchmark on a small site, so that it cannot rot.

use std::path::Path;

use super::site::{read_tree, run_in};

#[path = "../../benches/corpus/mod.rs"]
mod corpus;
#[path = "../../benches/floor.rs"]
mod floor;
#[path = "../../benches/measure.rs"]
mod measure;
#[path = "../../benches/scenario.rs"]
mod scenario;

use corpus::Corpus;
use scenario::{Bench, Scenario};

const PEOPLE: usize = 20;

fn bench(site: &Path) -> Bench {
    let program = Path::new(env!("CARGO_BIN_EXE_vestochka"));
    Bench::new(program, site, Corpus { people: PEOPLE }).unwrap()
}

#[test]
fn a_generated_site_has_nothing_to_complain_of() {
    let site = tempfile::tempdir().unwrap();
    // Enough people that every kind of story comes up.
    Corpus { people: 150 }.write(site.path()).unwrap();
    let ran = run_in(site.path(), &["check"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
}

#[test]
fn a_generated_site_is_the_same_each_time_and_grows_by_adding() {
    let files = |people: usize| -> Vec<corpus::File> { Corpus { people }.files().collect() };
    assert_eq!(files(PEOPLE), files(PEOPLE));
    let mut paths: Vec<String> = files(13_000).into_iter().map(|(path, _)| path).collect();
    let all = paths.len();
    paths.sort();
    paths.dedup();
    assert_eq!(paths.len(), all, "two files have one name");
}

#[test]
fn each_scenario_builds_what_a_clean_build_gives() {
    let folder = tempfile::tempdir().unwrap();
    let mut bench = bench(folder.path());
    for scenario in Scenario::ALL {
        let (cost, _) = bench.run(scenario).unwrap();
        assert!(cost.wall > 0.0);
        let incremental = read_tree(&bench.output());
        bench.run(Scenario::Clean).unwrap();
        assert!(
            incremental == read_tree(&bench.output()),
            "{}",
            scenario.name()
        );
    }
}

#[test]
fn the_floor_writes_a_page_for_each_record_and_language() {
    let (site, output) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    Corpus { people: PEOPLE }.write(site.path()).unwrap();
    let pages = floor::build(site.path(), output.path()).unwrap();
    let written = read_tree(output.path());
    assert_eq!(written.len(), pages);
    let profiles = written.keys().filter(|path| path.starts_with("ru/people/"));
    assert_eq!(profiles.count(), PEOPLE);
}
