//! What a browser gets for a request.

use std::time::Duration;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::Response;
use tokio::sync::watch::Receiver;
use tokio::time::timeout;

use super::builder::Preview;
use super::dress::{dress, report_page};
use super::{Page, Shown};

/// Waits for a build that the page has not seen. No path of a site starts
/// with a dot, so it hides none.
const WAIT: &str = "/.vestochka/wait";

/// In shorter time than it takes proxies and browsers to give up.
const PATIENCE: Duration = Duration::from_secs(25);

const HTML: &str = "text/html; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";

pub(super) async fn answer(
    State(mut preview): State<Receiver<Preview>>,
    request: Request,
) -> Response {
    if !is_for_loopback(request.uri(), request.headers()) {
        let text = "this preview answers only to `localhost` and `127.0.0.1`\n";
        return response(StatusCode::FORBIDDEN, TEXT, text);
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return response(StatusCode::METHOD_NOT_ALLOWED, TEXT, "only GET and HEAD\n");
    }
    let current = preview
        .wait_for(Preview::is_there)
        .await
        .map(|it| it.clone());
    let Ok(current) = current else {
        return response(
            StatusCode::SERVICE_UNAVAILABLE,
            TEXT,
            "the preview has ended\n",
        );
    };
    if request.uri().path() == WAIT {
        return wait(preview, request.uri().query()).await;
    }
    let path = request.uri().path().to_owned();
    // A page is made when it is asked for.
    tokio::task::spawn_blocking(move || file(&current, &path))
        .await
        .unwrap_or_else(|_| {
            let text = "this page is a bug in vestochka; the terminal says more\n";
            response(StatusCode::INTERNAL_SERVER_ERROR, TEXT, text)
        })
}

/// A page of another site may reach this socket under its own name, by a
/// record that points to 127.0.0.1; browsers then send that name.
fn is_for_loopback(uri: &Uri, headers: &HeaderMap) -> bool {
    let mut hosts = headers
        .get_all(header::HOST)
        .iter()
        .map(|host| host.to_str().unwrap_or(""));
    let one = hosts.next().is_some_and(is_loopback) && hosts.next().is_none();
    one && uri
        .authority()
        .is_none_or(|authority| is_loopback(authority.as_str()))
}

fn is_loopback(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let name = name.to_ascii_lowercase();
    matches!(&*name, "localhost" | "127.0.0.1" | "[::1]") || name.ends_with(".localhost")
}

async fn wait(mut preview: Receiver<Preview>, query: Option<&str>) -> Response {
    let seen = query
        .and_then(|query| query.strip_prefix("seen="))
        .unwrap_or_default();
    let newer = preview.wait_for(|preview| preview.token() != seen);
    let token = match timeout(PATIENCE, newer).await {
        Ok(Ok(preview)) => preview.token(),
        Ok(Err(_)) | Err(_) => seen.to_owned(),
    };
    response(StatusCode::OK, TEXT, token)
}

fn file(preview: &Preview, path: &str) -> Response {
    let Some(site) = preview.site.as_deref() else {
        let report = preview.report.as_deref().unwrap_or_default();
        return failed(preview, report);
    };
    match find(site, path) {
        Found::File(file) => show(preview, StatusCode::OK, site.page(&file)),
        Found::Folder => moved(&format!("{path}/")),
        Found::Nothing if site.has("404.html") => {
            show(preview, StatusCode::NOT_FOUND, site.page("404.html"))
        }
        Found::Nothing => response(StatusCode::NOT_FOUND, TEXT, "there is no such page\n"),
    }
}

enum Found {
    File(String),
    /// A folder with an index, named without its last `/`: links in that
    /// index would lead astray.
    Folder,
    Nothing,
}

/// Paths of a site hold nothing that a browser would encode, so nothing is
/// decoded, and what is not word for word in the site does not exist.
fn find(site: &dyn Shown, path: &str) -> Found {
    let path = path.strip_prefix('/').unwrap_or(path);
    let is_folder = path.is_empty() || path.ends_with('/');
    let file = if is_folder {
        format!("{path}index.html")
    } else {
        path.to_owned()
    };
    if site.has(&file) {
        Found::File(file)
    } else if !is_folder && site.has(&format!("{path}/index.html")) {
        Found::Folder
    } else {
        Found::Nothing
    }
}

fn show(preview: &Preview, status: StatusCode, page: Result<Page, String>) -> Response {
    let page = match page {
        Ok(page) => page,
        Err(report) => return failed(preview, &report),
    };
    match std::str::from_utf8(&page.bytes) {
        Ok(text) if page.content_type == HTML => response(
            status,
            HTML,
            dress(text, &preview.token(), preview.report.as_deref()),
        ),
        _ => response(status, page.content_type, page.bytes),
    }
}

/// A page that holds only what is wrong.
fn failed(preview: &Preview, report: &str) -> Response {
    let page = report_page(&preview.token(), report);
    response(StatusCode::INTERNAL_SERVER_ERROR, HTML, page)
}

fn moved(to: &str) -> Response {
    let mut response = response(StatusCode::TEMPORARY_REDIRECT, TEXT, "");
    if let Ok(to) = to.parse() {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}

/// Drafts must not be kept by a cache, nor be read by the pages of another site.
fn response(status: StatusCode, content_type: &'static str, body: impl Into<Body>) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    for (name, value) in [
        (header::CONTENT_TYPE, content_type),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (
            header::HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
    ] {
        response
            .headers_mut()
            .insert(name, header::HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_computer_are_loopback() {
        for host in [
            "localhost",
            "LOCALHOST:8900",
            "127.0.0.1:1",
            "[::1]:8900",
            "[::1]",
            "a.localhost",
        ] {
            assert!(is_loopback(host), "{host}");
        }
        for host in [
            "",
            ":80",
            "example.org",
            "localhost.example.org",
            "127.0.0.1.nip.io:8900",
        ] {
            assert!(!is_loopback(host), "{host}");
        }
    }
}
