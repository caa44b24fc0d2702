//! One request after another: fixed headers, redirects on the same host only, timeouts that follow from the cap.

use std::fmt;
use std::io::{self, Read};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use ureq::http::{HeaderMap, Response, header};
use ureq::{Agent, Body, BodyReader, Proxy};

use super::{Failure, Retries, WebAddress};

/// That of Tor Browser: the most common one among those that tell least.
const USER_AGENT: &str =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0";
const ACCEPT: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

const MOST_REDIRECTS: usize = 5;

/// How long a connection may stay silent.
const SILENCE: Duration = Duration::from_secs(30);

/// No answer takes longer than a week.
const LONGEST: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// Slower than this many bytes a second is no answer.
const SLOWEST: u64 = 2_000;

/// What packing may add to bytes that cannot be made smaller, and the headers of gzip.
const OVERHEAD: u64 = 4_096;

const TOO_LATE: &str = "it took too long altogether; give it more time with `--deadline SECONDS`";

const NEEDS_TOR: &str = "an onion service is reached through Tor only: start Tor and add `--proxy socks5h://127.0.0.1:9050`";

/// How to ask.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// `socks5h://127.0.0.1:9050`; names are resolved by the proxy, with `socks5` too.
    pub proxy: Option<String>,
    /// How often to ask for what fails; without it, three times.
    pub retries: Option<Retries>,
    /// How long to wait for a connection and for each part of an answer.
    pub silence: Option<Duration>,
}

/// The client; it may be used from many threads.
#[derive(Clone)]
pub struct Client {
    agent: Agent,
    retries: Retries,
    silence: Duration,
    reaches_onions: bool,
    deadline: Option<Instant>,
}

impl Client {
    /// A client.
    ///
    /// # Errors
    ///
    /// The proxy's address cannot be understood.
    pub fn new(options: &Options) -> anyhow::Result<Self> {
        let silence = options.silence.unwrap_or(SILENCE);
        let proxy = options.proxy.as_deref().map(proxy).transpose()?;
        let reaches_onions = proxy.is_some();
        let config = Agent::config_builder()
            .proxy(proxy)
            .user_agent(USER_AGENT)
            .accept(ACCEPT)
            .accept_encoding("gzip")
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(Some(silence))
            .timeout_recv_response(Some(silence))
            .timeout_per_read(Some(silence))
            .build();
        Ok(Client {
            agent: config.new_agent(),
            retries: options.retries.clone().unwrap_or_else(|| Retries::new(3)),
            silence,
            reaches_onions,
            deadline: None,
        })
    }

    /// The same client, which neither asks nor waits after a moment.
    #[must_use]
    pub fn until(&self, deadline: Instant) -> Self {
        Client {
            deadline: Some(deadline),
            ..self.clone()
        }
    }

    /// Asks for a file and lends its bytes, unpacked, to `take`; again from the
    /// start when the line breaks. How many bytes are read is up to `take`; from
    /// the number that it will read at most follows how long all may last, and how
    /// many may come before they are unpacked (see [`is_too_long`](super::is_too_long)).
    ///
    /// # Errors
    ///
    /// Why the file did not come.
    pub fn get<T>(
        &self,
        address: &WebAddress,
        most: u64,
        mut take: impl FnMut(&mut dyn Read) -> io::Result<T>,
    ) -> Result<T, Failure> {
        // Asking for the name would tell the provider which service is meant.
        if address.host().ends_with(".onion") && !self.reaches_onions {
            return Err(Failure::Unreachable(NEEDS_TOR.to_owned()));
        }
        let done = self.retries.run(
            || self.left(),
            || {
                let mut body = self.open(address, most)?;
                take(&mut body).map_err(|error| Failure::of_io(&error))
            },
        );
        done.map_err(|failure| match failure {
            Failure::Unreachable(_) if self.left().is_zero() => too_late(),
            other => other,
        })
    }

    /// How much time there is.
    fn left(&self) -> Duration {
        let left = |deadline: Instant| deadline.saturating_duration_since(Instant::now());
        self.deadline.map_or(Duration::MAX, left)
    }

    /// The answer's body, after redirects.
    fn open(&self, address: &WebAddress, most: u64) -> Result<BodyReader<'static>, Failure> {
        let mut here = address.clone();
        for _ in 0..=MOST_REDIRECTS {
            let response = self.ask(&here, most)?;
            let status = response.status().as_u16();
            if !matches!(status, 301 | 302 | 303 | 307 | 308) {
                let failure = Failure::of_status(status, pause(response.headers()));
                return failure.map_or_else(|| Ok(packed(response.into_body(), most)), Err);
            }
            here = next(&here, response.headers())?;
        }
        Err(Failure::Unreachable("it redirects in circles".to_owned()))
    }

    fn ask(&self, address: &WebAddress, most: u64) -> Result<Response<Body>, Failure> {
        let transfer = Duration::from_secs(most / SLOWEST);
        let longest = self.silence.saturating_mul(2).saturating_add(transfer);
        let longest = longest.min(LONGEST).min(self.left());
        if longest.is_zero() {
            return Err(too_late());
        }
        let request = self.agent.get(address.as_str()).config();
        let request = request.timeout_global(Some(longest)).build();
        request
            .call()
            .map_err(|error| Failure::of_transport(&error))
    }
}

/// The reader of a body, of which no more comes over the line than its bytes may need.
fn packed(body: Body, most: u64) -> BodyReader<'static> {
    let longest = most.saturating_add(most / 100).saturating_add(OVERHEAD);
    body.into_with_config().limit(longest).reader()
}

fn too_late() -> Failure {
    Failure::Unreachable(TOO_LATE.to_owned())
}

fn proxy(text: &str) -> anyhow::Result<Proxy> {
    let (scheme, rest) = text.split_once("://").unwrap_or(("http", text));
    // Whoever resolves names at home tells the provider which sites are checked.
    let scheme = match scheme.to_ascii_lowercase().as_str() {
        "socks" | "socks5" => "socks5h".to_owned(),
        "socks4" => bail!(
            "a proxy of SOCKS 4 is told no names, so that they would be resolved here; use `socks5h://{rest}`"
        ),
        other => other.to_owned(),
    };
    Proxy::new(&format!("{scheme}://{rest}")).with_context(|| {
        format!("`{text}` is no address of a proxy; it looks like `socks5h://127.0.0.1:9050`")
    })
}

fn next(here: &WebAddress, headers: &HeaderMap) -> Result<WebAddress, Failure> {
    let location = headers
        .get(header::LOCATION)
        .and_then(|it| it.to_str().ok());
    let next = location.and_then(|it| here.follow(it));
    match next {
        Some(next) if here.trusts(&next) => Ok(next),
        Some(next) => Err(Failure::Blocked(format!(
            "it sends readers on to another host, `{}`",
            next.host()
        ))),
        None => Err(Failure::Blocked(
            "it sends readers on to what is no web address".to_owned(),
        )),
    }
}

/// The seconds of `Retry-After`; its other form, a date, is not worth a clock.
fn pause(headers: &HeaderMap) -> Option<Duration> {
    let seconds = headers.get(header::RETRY_AFTER)?.to_str().ok()?;
    seconds.trim().parse().ok().map(Duration::from_secs)
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Client({:?})", self.retries)
    }
}
