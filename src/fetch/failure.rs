//! Why a file did not come, told apart by whose doing it is.

use std::fmt;
use std::io;
use std::time::Duration;

/// Why a file did not come over the web.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The host says that there is no such file.
    Missing,
    /// The host keeps it back; with its HTTP status.
    Refused(u16),
    /// Something between us and the host, or the host itself, answers in its place.
    Blocked(String),
    /// It may come when it is asked for again, not before this pause.
    Transient {
        /// What happened.
        what: String,
        /// The host's own wish.
        pause: Option<Duration>,
    },
    /// The host cannot be reached.
    Unreachable(String),
}

impl Failure {
    /// A status other than success; `None` for one that is fine.
    pub(super) fn of_status(status: u16, pause: Option<Duration>) -> Option<Failure> {
        let transient = || Failure::Transient {
            what: format!("the host answers with HTTP status {status}"),
            pause,
        };
        match status {
            200 => None,
            404 | 410 => Some(Failure::Missing),
            511 => Some(Failure::Blocked(
                "the network asks to sign in first (HTTP status 511)".to_owned(),
            )),
            408 | 425 | 429 | 500 | 502 | 503 | 504 | 520..=527 => Some(transient()),
            _ => Some(Failure::Refused(status)),
        }
    }

    pub(super) fn of_transport(error: &ureq::Error) -> Failure {
        match error {
            ureq::Error::Io(error) => Failure::of_io(error),
            ureq::Error::Rustls(error) => of_tls(error),
            ureq::Error::HostNotFound => {
                Failure::Unreachable("its name is not known (DNS)".to_owned())
            }
            ureq::Error::Timeout(_) | ureq::Error::ConnectionFailed => transient(error),
            ureq::Error::Protocol(_)
            | ureq::Error::BadUri(_)
            | ureq::Error::Http(_)
            | ureq::Error::LargeResponseHeader(..) => {
                Failure::Unreachable(format!("it does not speak HTTP: {error}"))
            }
            _ => transient(error),
        }
    }

    /// What a failed read from the network means.
    pub(super) fn of_io(error: &io::Error) -> Failure {
        let inner = error.get_ref();
        if let Some(tls) = inner.and_then(|it| it.downcast_ref::<rustls::Error>()) {
            return of_tls(tls);
        }
        if let Some(http) = inner.and_then(|it| it.downcast_ref::<ureq::Error>()) {
            return Failure::of_transport(http);
        }
        transient(error)
    }
}

/// Whether a body was given up since more came over the line than was to come.
#[must_use]
pub fn is_too_long(error: &io::Error) -> bool {
    let inner = error.get_ref();
    let http = inner.and_then(|it| it.downcast_ref::<ureq::Error>());
    matches!(http, Some(ureq::Error::BodyExceedsLimit(_)))
}

/// A certificate for somebody else is the work of whoever answers in the host's place.
fn of_tls(error: &rustls::Error) -> Failure {
    match error {
        rustls::Error::InvalidCertificate(_) => Failure::Blocked(format!(
            "its certificate is not that of the host ({error}); somebody may stand in between, or your clock is wrong"
        )),
        _ => Failure::Unreachable(format!("no secure connection: {error}")),
    }
}

fn transient(error: &dyn fmt::Display) -> Failure {
    Failure::Transient {
        what: error.to_string(),
        pause: None,
    }
}

#[cfg(test)]
mod tests {
    use rustls::CertificateError;

    use super::*;

    #[test]
    fn a_certificate_for_another_name_is_a_block() {
        let error = rustls::Error::InvalidCertificate(CertificateError::NotValidForName);
        let failure = Failure::of_transport(&ureq::Error::Io(io::Error::other(error)));
        assert!(matches!(failure, Failure::Blocked(_)), "{failure:?}");
    }

    #[test]
    fn statuses_are_told_apart() {
        let pause = Some(Duration::from_secs(3));
        assert_eq!(Failure::of_status(200, None), None);
        assert_eq!(Failure::of_status(404, None), Some(Failure::Missing));
        for refused in [401, 403, 451, 206, 999] {
            let expected = Some(Failure::Refused(refused));
            assert_eq!(Failure::of_status(refused, None), expected);
        }
        assert!(matches!(
            Failure::of_status(503, pause),
            Some(Failure::Transient { pause: Some(_), .. })
        ));
        assert!(matches!(
            Failure::of_status(511, None),
            Some(Failure::Blocked(_))
        ));
    }
}
