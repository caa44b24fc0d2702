//! The program: everything is in the library.

/// A page is thousands of small texts that live for a moment. Where the system's own
/// allocator is slow (musl, Windows), this is the larger part of a build.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    vestochka::command::run()
}
