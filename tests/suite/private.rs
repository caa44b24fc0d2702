//! Secrets (to come).
