//! A store that stops at its n-th operation, as one does for a process that was killed there, or fails only that one.

use async_trait::async_trait;
use futures_util::stream::BoxStream;
use futures_util::{StreamExt, stream};
use object_store::memory::InMemory;
use object_store::path::Path;
use object_store::{
    CopyOptions, Error, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta,
    ObjectStore, ObjectStoreExt, PutMultipartOptions, PutOptions, PutPayload, PutResult, Result,
};
use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// What happens at the n-th operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It is not done, nor anything after it: killed before it.
    Before,
    /// It is done, but its answer does not arrive, nor is anything done after it: killed behind it.
    After,
    /// It alone is not done: a passing fault.
    Once,
}

/// What somebody else does meanwhile.
#[derive(Clone)]
struct Beside {
    at: usize,
    work: Arc<dyn Fn() + Send + Sync>,
}

impl fmt::Debug for Beside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "beside {}", self.at)
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Failing {
    store: Arc<InMemory>,
    fault: Fault,
    at: usize,
    count: Arc<AtomicUsize>,
    beside: Option<Beside>,
    /// Addresses in the order in which they were written.
    pub(crate) written: Arc<Mutex<Vec<String>>>,
}

impl Failing {
    pub(crate) fn new(store: &Arc<InMemory>, fault: Fault, at: usize) -> Self {
        let (count, written) = Default::default();
        Self { store: store.clone(), fault, at, count, beside: None, written }
    }

    /// Lets somebody else do something right before the operation of that number.
    pub(crate) fn beside(self, at: usize, work: impl Fn() + Send + Sync + 'static) -> Self {
        Self { beside: Some(Beside { at, work: Arc::new(work) }), ..self }
    }

    /// How many operations were asked for.
    pub(crate) fn count(&self) -> usize {
        self.count.load(Ordering::SeqCst)
    }

    /// Does an operation, or not.
    async fn step<T>(&self, work: impl Future<Output = Result<T>>) -> Result<T> {
        let number = self.count.fetch_add(1, Ordering::SeqCst) + 1;
        if let Some(beside) = self.beside.clone().filter(|beside| beside.at == number) {
            // On a thread of its own, since it brings its own runtime.
            std::thread::spawn(move || (beside.work)()).join().expect("done beside");
        }
        let stopped = || Error::Generic { store: "failing", source: "stopped".into() };
        match self.fault {
            Fault::Before if number >= self.at => Err(stopped()),
            Fault::Once if number == self.at => Err(stopped()),
            Fault::After if number > self.at => Err(stopped()),
            Fault::After if number == self.at => work.await.and(Err(stopped())),
            _ => work.await,
        }
    }
}

impl fmt::Display for Failing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "failing({:?} {})", self.fault, self.at)
    }
}

#[async_trait]
impl ObjectStore for Failing {
    async fn put_opts(
        &self,
        to: &Path,
        bytes: PutPayload,
        options: PutOptions,
    ) -> Result<PutResult> {
        self.written.lock().expect("a lock").push(to.to_string());
        self.step(self.store.put_opts(to, bytes, options)).await
    }

    async fn put_multipart_opts(
        &self,
        to: &Path,
        options: PutMultipartOptions,
    ) -> Result<Box<dyn MultipartUpload>> {
        self.step(self.store.put_multipart_opts(to, options)).await
    }

    async fn get_opts(&self, from: &Path, options: GetOptions) -> Result<GetResult> {
        self.step(self.store.get_opts(from, options)).await
    }

    fn delete_stream(
        &self,
        paths: BoxStream<'static, Result<Path>>,
    ) -> BoxStream<'static, Result<Path>> {
        let this = self.clone();
        paths
            .then(move |path| {
                let this = this.clone();
                async move {
                    let path = path?;
                    this.step(this.store.delete(&path)).await.map(|()| path)
                }
            })
            .boxed()
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        let (this, prefix) = (self.clone(), prefix.cloned());
        stream::once(async move {
            let all = this.store.list(prefix.as_ref()).collect::<Vec<_>>();
            match this.step(async { Ok(all.await) }).await {
                Ok(all) => all,
                Err(error) => vec![Err(error)],
            }
        })
        .flat_map(stream::iter)
        .boxed()
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        self.step(self.store.list_with_delimiter(prefix)).await
    }

    async fn copy_opts(&self, from: &Path, to: &Path, options: CopyOptions) -> Result<()> {
        self.step(self.store.copy_opts(from, to, options)).await
    }
}
