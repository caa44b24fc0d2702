//! The one door to the web: a request with its bytes, an answer with at most so many.

use std::time::Duration;

use anyhow::Context as _;
use ureq::Agent;
use ureq::http::{HeaderMap, Method, Request, StatusCode};

/// What a server said.
#[derive(Debug)]
pub struct Answer {
    /// The status, errors included.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, cut to what was asked for and one byte.
    pub body: Vec<u8>,
}

/// A client for one run.
#[derive(Debug, Clone)]
pub struct Http {
    agent: Agent,
}

impl Default for Http {
    fn default() -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .allow_non_standard_methods(true)
            .user_agent("")
            .accept_encoding("identity")
            .timeout_connect(Some(Duration::from_secs(30)))
            .timeout_recv_response(Some(Duration::from_secs(120)))
            .build();
        Http {
            agent: config.into(),
        }
    }
}

impl Http {
    /// Sends a request.
    ///
    /// # Errors
    ///
    /// No answer came.
    pub fn send(&self, request: Request<Vec<u8>>, cap: u64) -> anyhow::Result<Answer> {
        let url = request.uri().to_string();
        let mut response = if request.body().is_empty() && request.method() != Method::PUT {
            self.agent.run(request.map(|_| ()))
        } else {
            self.agent.run(request)
        }
        .with_context(|| format!("asking {url}"))?;
        let reader = response.body_mut().as_reader();
        let mut body = Vec::new();
        std::io::Read::read_to_end(
            &mut std::io::Read::take(reader, cap.saturating_add(1)),
            &mut body,
        )
        .with_context(|| format!("reading {url}"))?;
        Ok(Answer {
            status: response.status(),
            headers: response.headers().clone(),
            body,
        })
    }

    /// What stands at an address; none if nothing does, or more than `cap` bytes.
    ///
    /// # Errors
    ///
    /// No answer came, or one that says neither yes nor no.
    pub fn get(
        &self,
        url: &str,
        authorization: Option<&str>,
        cap: u64,
    ) -> anyhow::Result<Option<Vec<u8>>> {
        let request = request(Method::GET, url, authorization)?;
        let answer = self.send(request, cap)?;
        match answer.status {
            StatusCode::OK => Ok(Some(answer.body).filter(|body| body.len() as u64 <= cap)),
            StatusCode::NOT_FOUND | StatusCode::GONE => Ok(None),
            status => anyhow::bail!("{url} answers {status}"),
        }
    }
}

/// A request without a body, which asks caches for what is there now.
///
/// # Errors
///
/// The address cannot be one.
pub fn request(
    method: Method,
    url: &str,
    authorization: Option<&str>,
) -> anyhow::Result<Request<Vec<u8>>> {
    let mut builder = Request::builder()
        .method(method)
        .uri(url)
        .header("cache-control", "no-cache");
    if let Some(authorization) = authorization {
        builder = builder.header("authorization", authorization);
    }
    builder
        .body(Vec::new())
        .with_context(|| format!("`{url}` cannot be asked"))
}
