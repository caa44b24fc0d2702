//! Lets the library of stores speak through our own client, so that there is one
//! door to the web, and one kind of TLS to build.

use async_trait::async_trait;
use http_body_util::BodyExt as _;
use object_store::ClientOptions;
use object_store::client::{
    HttpClient, HttpConnector, HttpError, HttpErrorKind, HttpRequest, HttpResponse, HttpService,
};

use crate::publish::Http;

/// An answer of a store is never larger than this.
const LARGEST: u64 = 5_000_000_000;

/// Hands out our client.
#[derive(Debug, Clone)]
pub(super) struct Connector(pub(super) Http);

impl HttpConnector for Connector {
    fn connect(&self, _options: &ClientOptions) -> object_store::Result<HttpClient> {
        Ok(HttpClient::new(self.clone()))
    }
}

#[async_trait]
impl HttpService for Connector {
    /// Blocks: each thread that publishes waits for its own request and for nothing else.
    async fn call(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let (parts, body) = request.into_parts();
        let body = body.collect().await?.to_bytes().to_vec();
        let request = ureq::http::Request::from_parts(parts, body);
        let answer = self
            .0
            .send(request, LARGEST)
            .map_err(|error| HttpError::new_boxed(HttpErrorKind::Interrupted, error.into()))?;
        let mut response = HttpResponse::new(answer.body.into());
        *response.status_mut() = answer.status;
        *response.headers_mut() = answer.headers;
        Ok(response)
    }
}
