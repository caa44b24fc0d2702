//! How long a site takes to build, beside a floor written by hand and other
//! generators, all in turns in one run.
//!
//! ```text
//! cargo bench --bench build -- [--people N] [--runs N] [--peers DIR]
//! cargo bench --bench build -- --growth 1000,3000,10000 [--runs N]
//! cargo bench --bench build -- --serve [--people N] [--runs N]
//! cargo bench --bench build -- --generate DIR [--people N] [--peers DIR]
//! ```
//!
//! `--peers` names the folder into which `benches/peers/install` put the others.
//! `--generate` writes the site, with `--peers` also in the layouts of the others,
//! and measures nothing. `docs/performance.md`
//! says what is measured and what was found.

mod copied;
mod corpus;
mod floor;
mod growth;
mod measure;
mod pages;
mod peers;
mod preview;
mod records;
mod scenario;

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use corpus::Corpus;
use measure::{Cost, Size, measure, median};
use peers::Peer;
use preview::{Edited, Preview};
use scenario::{Bench, Scenario};

/// The one that the program has, so that it is no advantage over the floor.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const PROGRAM: &str = env!("CARGO_BIN_EXE_vestochka");

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
    if let Some((site, output)) = value("--pages").zip(value("--into")) {
        return pages::build(Path::new(site), Path::new(output)).map(drop);
    }
    if let Some((tree, output)) = value("--copy").zip(value("--into")) {
        return copied::build(Path::new(tree), Path::new(output)).map(drop);
    }
    let runs = number("--runs", 5);
    let tools = value("--peers").map(Path::new);
    let corpus = Corpus {
        people: number("--people", 1_000),
    };
    if let Some(folder) = value("--generate") {
        let folder = Path::new(folder);
        corpus.write(folder)?;
        if tools.is_some() {
            peers(folder, tools, &folder.join("peers"))?;
        }
        Ok(())
    } else if let Some(sizes) = value("--growth") {
        let sizes: Result<Vec<usize>, _> = sizes.split(',').map(str::parse).collect();
        grow(&sizes.map_err(io::Error::other)?, runs)
    } else if args.iter().any(|arg| arg == "--serve") {
        preview(corpus, runs)
    } else {
        compare(corpus, runs, tools)
    }
}

/// What was measured of one way to build.
#[derive(Debug, Default)]
struct Row {
    name: String,
    costs: Vec<Cost>,
    /// What a build writes.
    written: Size,
}

impl Row {
    fn of(name: impl Into<String>) -> Self {
        Row {
            name: name.into(),
            ..Row::default()
        }
    }
}

/// Runs the floor, the peers and each scenario in turns, and prints medians and ratios.
fn compare(corpus: Corpus, runs: usize, tools: Option<&Path>) -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let mut ours = Ours::new(&folder.path().join("ours"), corpus)?;
    let (_, said) = ours.bench.command(&["check"])?;
    println!("{}", said.trim_end());
    let peers = peers(&ours.bench.site, tools, folder.path())?;
    let mut others: Vec<Row> = peers.iter().map(|(peer, _)| Row::of(peer.name())).collect();
    for _ in 0..runs {
        ours.floor()?;
        for ((peer, site), row) in peers.iter().zip(&mut others) {
            row.costs.push(peer.build(tools.unwrap_or(site), site)?);
            row.written = Size::of(&peer.output(site))?;
        }
        ours.pages()?;
        ours.scenarios()?;
    }
    println!(
        "{} people, medians of {runs} runs in turns, × the floor's",
        corpus.people
    );
    println!("| build | wall, s | CPU, s | memory, MB | × wall | × CPU | × memory | files | MB |");
    println!("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    let floor = Cost::median(&ours.rows[0].costs);
    let (first, rest) = ours.rows.split_at(1);
    for row in first.iter().chain(&others).chain(rest) {
        print_line(row, floor);
    }
    Ok(())
}

/// The peers that are there, each with a folder that holds its content.
fn peers(site: &Path, tools: Option<&Path>, folder: &Path) -> io::Result<Vec<(Peer, PathBuf)>> {
    let Some(tools) = tools else {
        println!("no other generator: `--peers DIR` names the folder that holds them");
        return Ok(Vec::new());
    };
    let records = records::read(site)?;
    let mut found = Vec::new();
    for peer in Peer::ALL {
        if !peer.is_installed(tools) {
            println!("{} is not in {}: left out", peer.name(), tools.display());
            continue;
        }
        println!("{}: {}", peer.name(), peer.version(tools)?);
        let place = folder.join(peer.name());
        peer.lay(&records, site, &place)?;
        found.push((peer, place));
    }
    Ok(found)
}

/// One site, built by the floor and by us.
struct Ours {
    bench: Bench,
    /// Where the floor and our part of the pages are written.
    elsewhere: PathBuf,
    /// The floor, the pages that others have, the scenarios, then the files of the last one copied.
    rows: Vec<Row>,
}

impl Ours {
    fn new(folder: &Path, corpus: Corpus) -> io::Result<Self> {
        let scenarios = Scenario::ALL.map(|scenario| Row::of(format!("ours, {}", scenario.name())));
        Ok(Ours {
            bench: Bench::new(Path::new(PROGRAM), &folder.join("site"), corpus)?,
            elsewhere: folder.join("elsewhere"),
            rows: [
                Row::of("floor"),
                Row::of("ours, the pages that the others have"),
            ]
            .into_iter()
            .chain(scenarios)
            .chain([Row::of("our files, only copied")])
            .collect(),
        })
    }

    fn floor(&mut self) -> io::Result<()> {
        self.bench.forget()?;
        let site = self.bench.site.clone();
        self.build_elsewhere("--floor", &site, 0)
    }

    fn pages(&mut self) -> io::Result<()> {
        self.bench.forget()?;
        let site = self.bench.site.clone();
        self.build_elsewhere("--pages", &site, 1)
    }

    /// Builds with a part of this very program, as a process of its own.
    fn build_elsewhere(&mut self, part: &str, from: &Path, row: usize) -> io::Result<()> {
        if self.elsewhere.exists() {
            std::fs::remove_dir_all(&self.elsewhere)?;
        }
        let mut command = Command::new(std::env::current_exe()?);
        command.arg(part).arg(from);
        command.arg("--into").arg(&self.elsewhere);
        let row = &mut self.rows[row];
        row.costs.push(measure(command)?.0);
        row.written = Size::of(&self.elsewhere)?;
        Ok(())
    }

    /// Runs each scenario, then copies what there is.
    fn scenarios(&mut self) -> io::Result<()> {
        for (scenario, row) in Scenario::ALL.into_iter().zip(&mut self.rows[2..]) {
            let (cost, said) = self.bench.run(scenario)?;
            row.costs.push(cost);
            row.written = self.bench.written(&said)?;
        }
        let output = self.bench.output();
        self.build_elsewhere("--copy", &output, 2 + Scenario::ALL.len())
    }
}

/// The memory, in millions of bytes.
fn megabytes(cost: Cost) -> f64 {
    cost.memory as f64 / 1e6
}

fn print_line(row: &Row, floor: Cost) {
    let cost = Cost::median(&row.costs);
    let written = match row.written.bytes {
        0 => "–".to_owned(),
        bytes => format!("{:.1}", bytes as f64 / 1e6),
    };
    println!(
        "| {} | {:.2} | {:.2} | {:.0} | {:.2} | {:.2} | {:.2} | {} | {written} |",
        row.name,
        cost.wall,
        cost.cpu,
        megabytes(cost),
        cost.wall / floor.wall,
        cost.cpu / floor.cpu,
        megabytes(cost) / megabytes(floor),
        row.written.files,
    );
}

/// Builds sites of several sizes in turns, and prints how the cost grows.
fn grow(sizes: &[usize], runs: usize) -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let mut sites = Vec::new();
    for &people in sizes {
        let site = folder.path().join(people.to_string());
        sites.push(Ours::new(&site, Corpus { people })?);
    }
    for _ in 0..runs {
        for site in &mut sites {
            site.floor()?;
            site.pages()?;
            site.scenarios()?;
        }
    }
    println!("medians of {runs} runs in turns; cost grows as people to the power of the exponent");
    let columns = sizes.iter().map(|people| format!(" MB at {people} |"));
    let columns: String = columns.collect();
    println!("| build | exponent, wall | exponent, CPU |{columns}");
    println!("|---|---:|---:|{}", "---:|".repeat(sizes.len()));
    for index in 0..sites[0].rows.len() {
        let costs: Vec<Cost> = sites
            .iter()
            .map(|site| Cost::median(&site.rows[index].costs))
            .collect();
        let exponent = |of: fn(&Cost) -> f64| {
            let points = sizes.iter().zip(&costs);
            let points: Vec<_> = points.map(|(n, cost)| (*n as f64, of(cost))).collect();
            growth::exponent(&points).map_or("–".to_owned(), |slope| format!("{slope:.2}"))
        };
        let memory = costs
            .iter()
            .map(|cost| format!(" {:.0} |", megabytes(*cost)));
        println!(
            "| {} | {} | {} |{}",
            sites[0].rows[index].name,
            exponent(|cost| cost.wall),
            exponent(|cost| cost.cpu),
            memory.collect::<String>(),
        );
    }
    Ok(())
}

/// Saves in a site under preview, and prints how long a browser waits.
fn preview(corpus: Corpus, runs: usize) -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    corpus.write(folder.path())?;
    let preview = Preview::start(Path::new(PROGRAM), folder.path())?;
    println!("{} people, medians of {runs} saves, in s", corpus.people);
    println!("| saved | the browser is told to reload | it has the changed page |");
    println!("|---|---:|---:|");
    for (name, place) in [("text", Edited::Text), ("fact", Edited::Fact)] {
        let mut found = Vec::new();
        for run in 0..runs {
            let word = format!("{name}-{run}.");
            found.push(preview.edit(folder.path(), place, &word)?);
        }
        let told = median(found.iter().map(|it| it.told));
        let shown = median(found.iter().map(|it| it.shown));
        println!("| a {name} | {told:.3} | {shown:.3} |");
    }
    Ok(())
}
