//! What the fuzzer did: how many inputs of each kind were accepted and refused.

use std::collections::BTreeMap;
use std::ffi::c_int;
use std::sync::Mutex;

#[derive(Default)]
struct Counts {
    accepted: u64,
    refused: u64,
}

static COUNTS: Mutex<BTreeMap<&str, Counts>> = Mutex::new(BTreeMap::new());

unsafe extern "C" {
    safe fn atexit(call: extern "C" fn()) -> c_int;
}

/// The fuzzer ends the process itself, so nothing behind its loop would run.
pub fn print_at_exit() {
    atexit(print);
}

/// Counts one input.
pub fn add(path: &'static str, accepted: bool) {
    let Ok(mut counts) = COUNTS.lock() else {
        return;
    };
    let of = counts.entry(path).or_default();
    *(if accepted {
        &mut of.accepted
    } else {
        &mut of.refused
    }) += 1;
}

extern "C" fn print() {
    let Ok(counts) = COUNTS.lock() else { return };
    for (path, of) in counts.iter() {
        eprintln!(
            "counted: {path}: {} accepted, {} refused",
            of.accepted, of.refused
        );
    }
}

/// Shows that a panic would be noticed, when it is asked for.
pub fn planted_fault(accepted: bool) {
    if !accepted && std::env::var_os("VESTOCHKA_PLANTED_FAULT").is_some() {
        panic!("the planted fault");
    }
}
