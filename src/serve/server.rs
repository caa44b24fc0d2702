//! The socket on loopback, and the threads behind it.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::mpsc;
use std::thread;

use anyhow::{Context as _, bail};
use axum::Router;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch::{self, Receiver};
use tokio::task::JoinHandle;

use super::answer::answer;
use super::builder::{Preview, follow};
use super::watch::{Signal, Watch};
use super::{Built, Options};

/// The port that is tried first.
pub const DEFAULT_PORT: u16 = 8900;

/// How many ports from there on are tried.
const TRIES: u16 = 100;

/// A running preview. It ends when this is dropped.
pub struct Server {
    address: SocketAddr,
    runtime: Option<Runtime>,
    task: JoinHandle<std::io::Result<()>>,
    stop: mpsc::Sender<Signal>,
}

impl Server {
    /// Binds the port, starts to watch, and begins the first build; requests
    /// wait for it.
    ///
    /// # Errors
    ///
    /// The port is taken, or the system does not let the folders be watched.
    pub fn start(
        options: &Options,
        build: impl FnMut() -> Built + Send + 'static,
    ) -> anyhow::Result<Self> {
        let listener = listen(options.port)?;
        let address = listener.local_addr().context("asking for the port")?;
        let (stop, signals) = mpsc::channel();
        let watch = Watch::new(options, &stop, signals)?;
        let (sender, preview) = watch::channel(Preview::default());
        let runtime = start_runtime()?;
        let task = accept(&runtime, listener, preview)?;
        thread::Builder::new()
            .name("build".to_owned())
            .spawn(move || follow(watch, build, &sender))
            .context("starting the build thread")?;
        Ok(Server {
            address,
            runtime: Some(runtime),
            task,
            stop,
        })
    }

    /// The address for browsers: `http://127.0.0.1:8900/`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// The address for sockets.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves until the process ends.
    ///
    /// # Errors
    ///
    /// The socket failed.
    pub fn wait(mut self) -> anyhow::Result<()> {
        let Some(runtime) = &self.runtime else {
            return Ok(());
        };
        let ended = runtime.block_on(&mut self.task);
        ended.context("the server stopped")?.context("serving")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A build thread that has ended already needs no telling.
        let _ = self.stop.send(Signal::Stop);
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

fn listen(port: Option<u16>) -> anyhow::Result<TcpListener> {
    let Some(port) = port else {
        return listen_near_default();
    };
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            bail!("port `{port}` is taken; choose another `--port`, or leave it out")
        }
        other => other.with_context(|| format!("opening port `{port}`")),
    }
}

fn listen_near_default() -> anyhow::Result<TcpListener> {
    let last = DEFAULT_PORT + TRIES - 1;
    for port in DEFAULT_PORT..=last {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Err(error)
                if matches!(
                    error.kind(),
                    ErrorKind::AddrInUse | ErrorKind::PermissionDenied
                ) => {}
            other => return other.with_context(|| format!("opening port `{port}`")),
        }
    }
    bail!("all ports from `{DEFAULT_PORT}` to `{last}` are taken; choose one with `--port`")
}

fn start_runtime() -> anyhow::Result<Runtime> {
    let mut builder = Builder::new_multi_thread();
    builder
        .worker_threads(2)
        .enable_all()
        .build()
        .context("starting the server")
}

fn accept(
    runtime: &Runtime,
    listener: TcpListener,
    preview: Receiver<Preview>,
) -> anyhow::Result<JoinHandle<std::io::Result<()>>> {
    let _inside = runtime.enter();
    listener.set_nonblocking(true).context("opening the port")?;
    let listener = tokio::net::TcpListener::from_std(listener).context("opening the port")?;
    let router = Router::new().fallback(answer).with_state(preview);
    Ok(runtime.spawn(axum::serve(listener, router).into_future()))
}
