//! The one door to the web: a request with its bytes, an answer with at most so many.

use std::time::Duration;

use anyhow::{Context as _, bail};
use ureq::Agent;
use ureq::http::{HeaderMap, Method, Request, StatusCode};

use super::secrets::redacted;

/// So many times an address may send on to another.
const MOST_REDIRECTS: u32 = 5;

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
    /// Sends a request. Only what is read may be looked for elsewhere: a change
    /// that is sent on could be made to something else, or become a question.
    ///
    /// # Errors
    ///
    /// No answer came, or a change was sent on.
    pub fn send(&self, request: Request<Vec<u8>>, cap: u64) -> anyhow::Result<Answer> {
        let (method, url) = (
            request.method().clone(),
            redacted(&request.uri().to_string()),
        );
        let reads = matches!(method, Method::GET | Method::HEAD);
        let answer = self.exchange(request, cap, reads, &url)?;
        let to = answer.headers.get("location");
        match to.filter(|_| answer.status.is_redirection() && !reads) {
            Some(to) => bail!(
                "{url} sends {method} on to `{}`; write the address in `publish.yaml` as it is now",
                redacted(&String::from_utf8_lossy(to.as_bytes()))
            ),
            None => Ok(answer),
        }
    }

    fn exchange(
        &self,
        request: Request<Vec<u8>>,
        cap: u64,
        follow: bool,
        url: &str,
    ) -> anyhow::Result<Answer> {
        let redirects = if follow { MOST_REDIRECTS } else { 0 };
        let mut response = if request.body().is_empty() && request.method() != Method::PUT {
            let request = self.agent.configure_request(request.map(|_| ()));
            self.agent.run(request.max_redirects(redirects).build())
        } else {
            let request = self.agent.configure_request(request);
            self.agent.run(request.max_redirects(redirects).build())
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
            status => bail!("{} answers {status}", redacted(url)),
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
        .with_context(|| format!("`{}` cannot be asked", redacted(url)))
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::{BufRead, BufReader, Read as _, Write as _};
    use std::net::TcpListener;
    use std::thread;

    use super::*;

    /// A server that says what a test wants, and then what it was asked: it ends
    /// when its client does.
    pub fn answering(
        answer: impl Fn(&str) -> &'static str + Send + 'static,
    ) -> (String, impl FnOnce() -> Vec<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let server = thread::spawn(move || {
            let mut asked = Vec::new();
            loop {
                let (mut stream, _) = listener.accept().unwrap();
                let Some(request) = request_line(&mut BufReader::new(&stream)) else {
                    return asked;
                };
                // The name of a part is another one each time.
                let said = answer(request.split("-part-").next().unwrap_or_default());
                asked.push(request);
                let end = "\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";
                write!(stream, "HTTP/1.1 {said}{end}").unwrap();
            }
        });
        let asked = move || {
            drop(std::net::TcpStream::connect(address).unwrap());
            server.join().unwrap()
        };
        (format!("http://{address}"), asked)
    }

    /// `METHOD PATH` of a request, whose body is read, too; none at the end.
    fn request_line(reader: &mut impl BufRead) -> Option<String> {
        let (mut first, mut length) = (None, 0);
        for line in reader.by_ref().lines() {
            let line = line.ok()?.to_lowercase();
            if line.is_empty() {
                break;
            }
            if let Some(value) = line.strip_prefix("content-length: ") {
                length = value.parse().ok()?;
            }
            first.get_or_insert(line);
        }
        std::io::copy(&mut reader.take(length), &mut std::io::sink()).ok()?;
        let line = first?;
        let (method, rest) = line.split_once(' ')?;
        let path = rest.split(' ').next()?;
        Some(format!("{} {path}", method.to_uppercase()))
    }

    #[test]
    fn no_error_repeats_a_secret_of_an_address() {
        let (url, asked) = answering(|_| "500 Oh");
        let url = url.replace("http://", "http://ghp-token@") + "/x?sig=hunter2";
        let http = Http::default();
        let said = [
            http.get(&url, None, 9).unwrap_err(),
            http.get("http://ghp-token@[/?sig=hunter2", None, 9)
                .unwrap_err(),
        ]
        .map(|error| format!("{error:#}"));
        assert!(
            said.iter()
                .all(|it| !it.contains("ghp") && !it.contains("hunter2")),
            "{said:?}"
        );
        drop(http);
        assert_eq!(asked(), ["GET /x?sig=hunter2"]);
    }
}
