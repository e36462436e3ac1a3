//! A static file server for the built page that writes down each request and can withhold an answer.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Result;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{Response, StatusCode, header};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// What a request gets instead of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// 404, as when a file was not uploaded.
    Missing,
    /// Nothing, until [`Site::release`].
    Held,
    /// The file, cut off from every page of another site that it opens.
    Alone,
}

/// The served page. It stops when this is dropped.
#[derive(Debug)]
pub struct Site {
    address: SocketAddr,
    shared: Arc<Shared>,
    server: JoinHandle<()>,
}

#[derive(Debug)]
struct Shared {
    folder: PathBuf,
    rules: Mutex<Vec<Rule>>,
    requests: Mutex<Vec<String>>,
    edits: Mutex<Vec<Edit>>,
    /// Counts releases.
    released: watch::Sender<u32>,
}

#[derive(Clone, Debug)]
struct Rule {
    ending: String,
    from: From,
    answer: Answer,
}

/// Words of a file that are served as other ones.
#[derive(Clone, Debug)]
struct Edit {
    name: String,
    from: String,
    to: String,
}

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum From {
    Anybody,
    Document,
    Worker,
}

impl Site {
    /// Serves a folder at a free port of this machine.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn serve(folder: &Path) -> Result<Site> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            folder: folder.to_owned(),
            rules: Mutex::default(),
            requests: Mutex::default(),
            edits: Mutex::default(),
            released: watch::Sender::new(0),
        });
        let router = Router::new().fallback(answer).with_state(Arc::clone(&shared));
        let server = tokio::spawn(async move {
            // It ends only when the task is aborted; an error here shows as a page that does not load.
            let _ended = axum::serve(listener, router).await;
        });
        Ok(Site {
            address,
            shared,
            server,
        })
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// From now on, files whose name ends so get this answer.
    pub fn answer(&self, ending: &str, answer: Answer) {
        self.rule(ending, From::Anybody, answer);
    }

    /// The same, only for what the page's worker asks for.
    pub fn answer_worker(&self, ending: &str, answer: Answer) {
        self.rule(ending, From::Worker, answer);
    }

    /// The same, only for what the page itself asks for, until [`Site::release_page`].
    pub fn answer_page(&self, ending: &str, answer: Answer) {
        self.rule(ending, From::Document, answer);
    }

    fn rule(&self, ending: &str, from: From, answer: Answer) {
        lock(&self.shared.rules).push(Rule {
            ending: ending.to_owned(),
            from,
            answer,
        });
    }

    /// Forgets all rules and lets held answers go out.
    pub fn release(&self) {
        lock(&self.shared.rules).clear();
        self.shared.released.send_modify(|count| *count += 1);
    }

    /// Forgets the rules for the page itself and lets its held answers go out.
    pub fn release_page(&self) {
        lock(&self.shared.rules).retain(|rule| rule.from != From::Document);
        self.shared.released.send_modify(|count| *count += 1);
    }

    /// From now on a file of text is served with other words, as when a new version was uploaded.
    pub fn edit(&self, name: &str, from: &str, to: &str) {
        lock(&self.shared.edits).push(Edit {
            name: name.to_owned(),
            from: from.to_owned(),
            to: to.to_owned(),
        });
    }

    /// From now on nothing is served, as when the network is off.
    pub fn stop(&self) {
        self.server.abort();
        // Connections that stand already are not the listener's.
        self.answer("", Answer::Missing);
    }

    /// The paths asked for so far, in order.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.shared.requests).clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn answer(State(shared): State<Arc<Shared>>, request: Request) -> Response<Body> {
    let path = request.uri().path().to_owned();
    // The page starts its worker when it has all of its own files: what is asked for after the worker's script is for
    // the worker. Not every browser names the worker as the referrer.
    let worker = {
        let mut requests = lock(&shared.requests);
        let started = requests.iter().any(|path| path.ends_with("/worker.js"));
        requests.push(path.clone());
        started
    };
    let asks = if worker { From::Worker } else { From::Document };
    let applies = |rule: &&Rule| path.ends_with(&rule.ending) && [From::Anybody, asks].contains(&rule.from);
    let withheld = loop {
        let mut released = shared.released.subscribe();
        let withheld = lock(&shared.rules).iter().find(applies).map(|rule| rule.answer);
        // An error means that the server is gone, and with it the request.
        if withheld != Some(Answer::Held) || released.changed().await.is_err() {
            break withheld;
        }
    };
    if withheld == Some(Answer::Missing) {
        return plain(StatusCode::NOT_FOUND);
    }
    let edits = lock(&shared.edits).clone();
    let mut response = file(&shared.folder, &path, &edits);
    if withheld == Some(Answer::Alone) {
        let alone = header::HeaderValue::from_static("same-origin");
        response.headers_mut().insert("cross-origin-opener-policy", alone);
    }
    response
}

fn file(folder: &Path, path: &str, edits: &[Edit]) -> Response<Body> {
    let name = match path.trim_start_matches('/') {
        "" => "index.html",
        name => name,
    };
    let inside = !name.split('/').any(|part| part == "..");
    let Some(bytes) = inside.then(|| std::fs::read(folder.join(name)).ok()).flatten() else {
        return plain(StatusCode::NOT_FOUND);
    };
    let edited = edits.iter().filter(|edit| edit.name == name);
    let bytes = edited.fold(bytes, |bytes, edit| {
        String::from_utf8_lossy(&bytes)
            .replace(&edit.from, &edit.to)
            .into_bytes()
    });
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static(kind(name)));
    // Each load is a first load.
    headers.insert(
        header::CACHE_CONTROL,
        header::HeaderValue::from_static("no-store"),
    );
    response
}

fn plain(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::from(status.to_string()));
    *response.status_mut() = status;
    response
}

/// The media type, without which browsers refuse modules and slow down wasm.
fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
