//! The benchmark on a small site, so that it cannot rot.

use std::collections::BTreeSet;
use std::path::Path;

use super::site::{read_tree, run_in};

#[path = "../../benches/corpus/mod.rs"]
pub mod corpus;
#[path = "../../benches/floor.rs"]
mod floor;
#[path = "../../benches/measure.rs"]
mod measure;
#[path = "../../benches/scenario.rs"]
mod scenario;

use corpus::Corpus;
use measure::Cost;
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
fn a_generated_site_is_the_same_each_time_and_nobody_has_the_file_of_another() {
    let files = || -> Vec<corpus::File> { Corpus { people: PEOPLE }.files().collect() };
    assert_eq!(files(), files());
    let many = 20_000;
    let paths: BTreeSet<String> = (0..many).map(corpus::person_file).collect();
    assert_eq!(paths.len(), many);
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

#[test]
fn a_median_is_taken_of_each_cost_by_itself() {
    let cost = |wall, cpu, memory| Cost { wall, cpu, memory };
    let median = Cost::median(&[cost(3.0, 10.0, 5), cost(1.0, 30.0, 4), cost(2.0, 20.0, 9)]);
    assert_eq!((median.wall, median.cpu, median.memory), (2.0, 20.0, 5));
}
