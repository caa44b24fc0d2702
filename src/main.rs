//! The program: everything is in the library.

/// A page is thousands of small texts that live for a moment; `docs/performance.md` has what
/// this saves and what memory it costs.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    vestochka::command::run()
}
