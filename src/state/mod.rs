//! State: where a prisoner is and whether one may write, worked out from the
//! timeline, and the one decision whether an address is shown.
//!
//! Everything here is a pure function; the build date is an argument. The rules
//! in plain words stand in `docs/state.md`.

mod decide;
mod derive;
mod effect;
pub mod envelope;
mod fold;
mod inherit;
mod minor;
mod sequence;
mod verification;

pub use decide::{Decision, Facts, Intermediation, Reason, Via, Whereabouts, decide};
pub use derive::{Derived, Places, derive};
pub use effect::{After, Arrival, EFFECTS, Effect, States, arrival, effect};
pub use envelope::{Envelope, Missing};
pub use fold::{Doubts, Folded, fold};
pub use inherit::{Inherited, Level, correspondence, letter_rules};
pub use minor::{adult_consent_counts, is_protected};
pub use sequence::Misfit;
pub use verification::{Staleness, Verification};

#[cfg(test)]
mod tests;
