//! A bucket of an object store: S3 and what speaks like it, Google, Azure.

mod connector;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use anyhow::{Context as _, bail, ensure};
use futures_util::TryStreamExt as _;
use object_store::aws::AmazonS3Builder;
use object_store::azure::MicrosoftAzureBuilder;
use object_store::gcp::GoogleCloudStorageBuilder;
use object_store::path::Path;
use object_store::{
    Attribute, Attributes, Error, ObjectStore, ObjectStoreExt as _, PutMode, PutOptions,
    RetryConfig, UpdateVersion,
};
use tokio::runtime::{Builder, Runtime};

use super::Target;
use crate::publish::{Environment, HostPath, Item, headers, lock};
use crate::trust::Control;
use connector::Connector;

/// A bucket, or a folder in one.
#[derive(Debug)]
pub struct Store {
    url: String,
    folder: Path,
    store: Arc<dyn ObjectStore>,
    runtime: Runtime,
    /// The version of `release.txt` that was read last: only that one may be replaced.
    seen: Mutex<Option<PutMode>>,
    keeps_versions: AtomicBool,
}

/// What `publish.yaml` says of a bucket.
struct Bucket<'a> {
    url: &'a str,
    endpoint: Option<&'a str>,
    region: Option<&'a str>,
    variables: &'a BTreeMap<String, String>,
    connector: Connector,
}

impl Store {
    /// Opens a bucket with the credentials of the environment.
    ///
    /// # Errors
    ///
    /// There are none, or the address is not that of a store.
    pub fn open(
        url: &str,
        endpoint: Option<&str>,
        region: Option<&str>,
        environment: &Environment,
    ) -> anyhow::Result<Self> {
        let bucket = Bucket {
            url,
            endpoint,
            region,
            variables: &environment.variables,
            connector: Connector(environment.http.clone()),
        };
        let (scheme, rest) = url.split_once("://").unwrap_or(("", url));
        let folder = rest.split_once('/').map_or("", |(_, folder)| folder);
        Ok(Store {
            url: url.to_owned(),
            folder: Path::parse(folder.trim_matches('/')).context("the folder in the bucket")?,
            store: bucket.build(scheme).context("opening the bucket")?,
            runtime: Builder::new_multi_thread()
                .worker_threads(1)
                .enable_all()
                .build()
                .context("starting threads")?,
            seen: Mutex::default(),
            keeps_versions: AtomicBool::new(false),
        })
    }

    fn object(&self, path: &HostPath) -> anyhow::Result<Path> {
        let folder = self.folder.as_ref();
        let slash = if folder.is_empty() { "" } else { "/" };
        Path::parse(format!("{folder}{slash}{path}")).with_context(|| format!("naming `{path}`"))
    }

    fn see(&self, path: &HostPath, mode: PutMode) {
        if path.as_str() == Control::Release.name() {
            *lock(&self.seen) = Some(mode);
        }
    }

    /// `release.txt` is put only over the one that was looked at.
    fn mode(&self, path: &HostPath) -> PutMode {
        let seen = lock(&self.seen).clone();
        let is_release = path.as_str() == Control::Release.name();
        seen.filter(|_| is_release).unwrap_or_default()
    }

    fn send(&self, path: &HostPath, bytes: Vec<u8>, mode: PutMode) -> Result<(), Error> {
        let object = self.object(path).map_err(|error| Error::Generic {
            store: "bucket",
            source: error.into(),
        })?;
        let attributes = Attributes::from_iter([
            (Attribute::ContentType, headers::content_type(path)),
            (Attribute::CacheControl, headers::cache_control(path)),
        ]);
        let options = PutOptions {
            mode,
            attributes,
            ..PutOptions::default()
        };
        let sent = self.store.put_opts(&object, bytes.into(), options);
        let versioned = self.runtime.block_on(sent)?.version;
        if versioned.is_some_and(|version| version != "null") {
            self.keeps_versions.store(true, Ordering::Relaxed);
        }
        Ok(())
    }
}

/// A builder with all that the builders of the library have in common; they share no trait.
macro_rules! opened {
    ($bucket:expr, $builder:ty, $prefix:literal) => {{
        let mut builder = <$builder>::new().with_url($bucket.url);
        for (key, value) in $bucket.settings($prefix) {
            if let Ok(key) = key.parse() {
                builder = builder.with_config(key, value);
            }
        }
        builder
            .with_http_connector($bucket.connector.clone())
            .with_retry(retry())
    }};
}

impl Bucket<'_> {
    fn build(&self, scheme: &str) -> anyhow::Result<Arc<dyn ObjectStore>> {
        Ok(match scheme {
            "s3" | "s3a" => self.s3()?,
            "gs" => Arc::new(opened!(self, GoogleCloudStorageBuilder, "GOOGLE_").build()?),
            "az" | "azure" | "abfs" | "abfss" => {
                Arc::new(opened!(self, MicrosoftAzureBuilder, "AZURE_").build()?)
            }
            _ => bail!(
                "`{}` is no store that is known here; `s3://`, `gs://` and `az://` are",
                self.url
            ),
        })
    }

    fn s3(&self) -> anyhow::Result<Arc<dyn ObjectStore>> {
        let known = [
            "AWS_ACCESS_KEY_ID",
            "AWS_WEB_IDENTITY_TOKEN_FILE",
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
        ];
        // Without them the library would ask the addresses of a cloud's own machines, and wait.
        ensure!(
            known.iter().any(|name| self.variables.contains_key(*name)),
            "there are no credentials for `{}`; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE",
            self.url
        );
        let mut builder = opened!(self, AmazonS3Builder, "AWS_").with_allow_http(true);
        if let Some(endpoint) = self.endpoint {
            builder = builder.with_endpoint(endpoint);
        }
        if let Some(region) = self.region {
            builder = builder.with_region(region);
        }
        Ok(Arc::new(builder.build()?))
    }

    /// Variables of one store, as the library calls them.
    fn settings<'v>(&'v self, prefix: &'static str) -> impl Iterator<Item = (String, &'v str)> {
        let own = self
            .variables
            .iter()
            .filter(move |(name, _)| name.starts_with(prefix));
        own.map(|(name, value)| (name.to_ascii_lowercase(), value.as_str()))
    }
}

/// We try again ourselves, with the hash checked once more.
fn retry() -> RetryConfig {
    RetryConfig {
        max_retries: 1,
        retry_timeout: Duration::from_secs(30),
        ..RetryConfig::default()
    }
}

impl Target for Store {
    fn address(&self) -> String {
        self.url.clone()
    }

    fn read(&self, path: &HostPath, cap: u64) -> anyhow::Result<Option<Vec<u8>>> {
        let object = self.object(path)?;
        self.runtime.block_on(async {
            let found = match self.store.get(&object).await {
                Ok(found) => found,
                Err(Error::NotFound { .. }) => {
                    self.see(path, PutMode::Create);
                    return Ok(None);
                }
                Err(error) => return Err(error).with_context(|| format!("reading `{path}`")),
            };
            self.see(path, version(&found.meta));
            if found.meta.size > cap {
                return Ok(None);
            }
            let bytes = found
                .bytes()
                .await
                .with_context(|| format!("reading `{path}`"))?;
            Ok(Some(bytes.to_vec()))
        })
    }

    fn list(&self) -> anyhow::Result<Option<BTreeSet<HostPath>>> {
        let folder = (!self.folder.as_ref().is_empty()).then_some(&self.folder);
        let found = self.store.list(folder).try_collect::<Vec<_>>();
        let found = self.runtime.block_on(found).context("listing the bucket")?;
        let inner = |object: &Path| {
            let inner = object.as_ref().strip_prefix(self.folder.as_ref())?;
            HostPath::new(inner.trim_start_matches('/'))
        };
        Ok(Some(
            found
                .iter()
                .filter_map(|meta| inner(&meta.location))
                .collect(),
        ))
    }

    fn put(&self, path: &HostPath, item: &Item) -> anyhow::Result<()> {
        let bytes = item.read()?;
        match self.send(path, bytes.clone(), self.mode(path)) {
            Err(Error::Precondition { .. } | Error::AlreadyExists { .. }) => {
                bail!("somebody else has published to this bucket meanwhile")
            }
            // Some stores know no conditions; then it is only as sure as elsewhere.
            Err(Error::NotImplemented { .. }) => Ok(self.send(path, bytes, PutMode::Overwrite)?),
            done => Ok(done?),
        }
    }

    fn warnings(&self) -> Vec<String> {
        let warning = "the bucket keeps old versions, also of what was withdrawn; switch versioning off and delete them";
        let keeps = self.keeps_versions.load(Ordering::Relaxed);
        keeps.then(|| warning.to_owned()).into_iter().collect()
    }

    fn delete(&self, path: &HostPath) -> anyhow::Result<()> {
        let object = self.object(path)?;
        match self.runtime.block_on(self.store.delete(&object)) {
            Ok(()) | Err(Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

fn version(meta: &object_store::ObjectMeta) -> PutMode {
    PutMode::Update(UpdateVersion {
        e_tag: meta.e_tag.clone(),
        version: meta.version.clone(),
    })
}
