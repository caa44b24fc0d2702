//! How long a site takes to build, beside a floor written by hand in the same run.
//!
//! ```text
//! cargo bench --bench build -- [--people N] [--runs N] [--generate DIR]
//! ```
//!
//! `--generate` writes the site and measures nothing. `docs/performance.md`
//! says what is measured and what was found.

mod corpus;
mod floor;
mod measure;
mod scenario;

use std::io;
use std::path::Path;
use std::process::Command;

use corpus::Corpus;
use measure::{Cost, measure};
use scenario::{Bench, Scenario};

fn main() -> io::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| {
        let at = args.iter().position(|arg| arg == name)?;
        args.get(at + 1).map(String::as_str)
    };
    let number = |name: &str, default| value(name).and_then(|n| n.parse().ok()).unwrap_or(default);
    if let Some((site, output)) = value("--floor").zip(value("--into")) {
        return floor::build(Path::new(site), Path::new(output)).map(drop);
    }
    let corpus = Corpus {
        people: number("--people", 1_000),
    };
    match value("--generate") {
        Some(folder) => corpus.write(Path::new(folder)),
        None => compare(corpus, number("--runs", 5)),
    }
}

/// Runs the floor and each scenario in turns, and prints medians and ratios.
fn compare(corpus: Corpus, runs: usize) -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let site = folder.path().join("site");
    let mut bench = Bench::new(Path::new(env!("CARGO_BIN_EXE_vestochka")), &site, corpus)?;
    let (_, said) = bench.command(&["check"])?;
    println!("{}", said.trim_end());
    let mut floor = Vec::new();
    let mut ours = vec![Vec::new(); Scenario::ALL.len()];
    for _ in 0..runs {
        floor.push(run_floor(&site, &folder.path().join("floor"))?);
        for (scenario, costs) in Scenario::ALL.into_iter().zip(&mut ours) {
            costs.push(bench.run(scenario)?.0);
        }
    }
    print_table(corpus, runs, Cost::median(&floor), &ours);
    Ok(())
}

fn run_floor(site: &Path, output: &Path) -> io::Result<Cost> {
    if output.exists() {
        std::fs::remove_dir_all(output)?;
    }
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("--floor").arg(site).arg("--into").arg(output);
    Ok(measure(command)?.0)
}

fn print_table(corpus: Corpus, runs: usize, floor: Cost, ours: &[Vec<Cost>]) {
    println!(
        "{} people, medians of {runs} runs, × the floor's",
        corpus.people
    );
    println!("| build | wall, s | CPU, s | memory, MB | × wall | × CPU | × memory |");
    println!("|---|---:|---:|---:|---:|---:|---:|");
    print_line("floor", floor, floor);
    for (scenario, costs) in Scenario::ALL.into_iter().zip(ours) {
        print_line(scenario.name(), Cost::median(costs), floor);
    }
}

fn print_line(name: &str, cost: Cost, floor: Cost) {
    let memory = |cost: Cost| cost.memory as f64 / 1e6;
    println!(
        "| {name} | {:.2} | {:.2} | {:.0} | {:.2} | {:.2} | {:.2} |",
        cost.wall,
        cost.cpu,
        memory(cost),
        cost.wall / floor.wall,
        cost.cpu / floor.cpu,
        memory(cost) / memory(floor),
    );
}
