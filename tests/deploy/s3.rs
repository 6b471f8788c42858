//! A real S3 server inside the test, with faults in the middle: its protocol is s3s, its files are in a folder.

use crate::market::tree;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use object_store::aws::AmazonS3Builder;
use object_store::prefix::PrefixStore;
use s3s::auth::SimpleAuth;
use s3s::service::{S3Service, S3ServiceBuilder};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;

pub(crate) const KEY: &str = "kunci-uji";
pub(crate) const SECRET: &str = "rahasia-uji";
pub(crate) const BUCKET: &str = "pasar";
/// Where in the bucket the site is.
pub(crate) const PREFIX: &str = "situs/uji";

/// What the server does with a request of that number, counted from its last [`Server::meet`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    None,
    /// Answers 500 to this one and every third after it.
    Now500(usize),
    /// Cuts the connection of this one and every third after it.
    Cut(usize),
    /// Never answers this one.
    Silent(usize),
    /// Answers 500 from this one on.
    Always500(usize),
}

struct Faults {
    fault: Mutex<Fault>,
    seen: AtomicUsize,
    silent: Sender<()>,
}

pub(crate) struct Server {
    root: PathBuf,
    pub(crate) address: SocketAddr,
    faults: Arc<Faults>,
    silent: Receiver<()>,
}

impl Server {
    /// Starts a server with an empty bucket in that folder; it ends with the test's process.
    pub(crate) fn start(home: &Path) -> Self {
        let root = home.join("s3");
        fs::create_dir_all(root.join(BUCKET)).expect("a bucket");
        let mut builder = S3ServiceBuilder::new(s3s_fs::FileSystem::new(&root).expect("files"));
        builder.set_auth(SimpleAuth::from_single(KEY, SECRET));
        let service = builder.build();
        let (silent, waiting) = channel();
        let fault = Mutex::new(Fault::None);
        let faults = Arc::new(Faults { fault, seen: AtomicUsize::new(0), silent });
        let (started, address) = channel();
        let own = faults.clone();
        std::thread::spawn(move || {
            crate::site::block_on(serve(service, own, started)).expect("served");
        });
        Self { root, address: address.recv().expect("an address"), faults, silent: waiting }
    }

    /// Everything the server has.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        tree(&self.root)
    }

    /// Makes the server have just that.
    pub(crate) fn restore(&self, files: &BTreeMap<String, Vec<u8>>) {
        fs::remove_dir_all(&self.root).expect("emptied");
        for (name, bytes) in files {
            let path = self.root.join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, bytes).expect("written");
        }
    }

    /// From now on requests are counted anew, and this is what happens to them.
    pub(crate) fn meet(&self, fault: Fault) {
        *self.faults.fault.lock().expect("a lock") = fault;
        self.faults.seen.store(0, Ordering::SeqCst);
    }

    /// How many requests there were since then.
    pub(crate) fn seen(&self) -> usize {
        self.faults.seen.load(Ordering::SeqCst)
    }

    /// Waits until the server keeps silent.
    pub(crate) fn wait_for_silence(&self) {
        self.silent.recv_timeout(std::time::Duration::from_secs(60)).expect("the silent request");
    }

    /// The site in the bucket as a visitor reads it.
    pub(crate) fn visitor(&self) -> PrefixStore<object_store::aws::AmazonS3> {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let store = AmazonS3Builder::new()
            .with_endpoint(format!("http://{}", self.address))
            .with_allow_http(true)
            .with_bucket_name(BUCKET)
            .with_access_key_id(KEY)
            .with_secret_access_key(SECRET)
            .build();
        PrefixStore::new(store.expect("a store"), PREFIX)
    }
}

async fn serve(
    service: S3Service,
    faults: Arc<Faults>,
    started: Sender<SocketAddr>,
) -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    started.send(listener.local_addr()?).expect("somebody waits");
    loop {
        let (socket, _) = listener.accept().await?;
        let (service, faults) = (service.clone(), faults.clone());
        let answers = service_fn(move |request| answer(service.clone(), faults.clone(), request));
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(socket), answers));
    }
}

async fn answer(
    service: S3Service,
    faults: Arc<Faults>,
    request: Request<Incoming>,
) -> io::Result<Response<s3s::Body>> {
    let number = faults.seen.fetch_add(1, Ordering::SeqCst) + 1;
    let fault = *faults.fault.lock().expect("a lock");
    let every_third = |first: usize| number >= first && (number - first).is_multiple_of(3);
    match fault {
        Fault::Now500(first) if every_third(first) => Ok(broken()),
        Fault::Always500(first) if number >= first => Ok(broken()),
        Fault::Cut(first) if every_third(first) => Err(io::ErrorKind::ConnectionReset.into()),
        Fault::Silent(at) if number == at => {
            faults.silent.send(()).expect("the test waits");
            std::future::pending().await
        }
        _ => service
            .call(request.map(s3s::Body::from))
            .await
            .map_err(|error| io::Error::other(format!("{error:?}"))),
    }
}

fn broken() -> Response<s3s::Body> {
    let mut answer = Response::new(s3s::Body::empty());
    *answer.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    answer
}
