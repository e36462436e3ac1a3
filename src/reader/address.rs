//! Addresses of workers: one small script for all of them, told by its query what it runs.

use web_sys::Url;

/// A worker with files of the page's folder that have no hash in their names: that of the page stands in for
/// it, so that no older ones are taken from a cache. None when the page was started in another way (a test).
pub fn of_files(glue: &str, wasm: &str) -> Option<String> {
    let own = page_glue()?;
    let version = own.rsplit('/').next().unwrap_or_default();
    let worker = absolute("worker.js")?;
    for (what, name) in [("glue", glue), ("wasm", wasm)] {
        let file = absolute(name)?;
        file.set_search(version);
        worker.search_params().set(what, &file.href());
    }
    Some(worker.href())
}

/// The script that the page itself was started from.
fn page_glue() -> Option<String> {
    let link = gloo::utils::document()
        .query_selector("link[rel=modulepreload]")
        .ok()??;
    Some(absolute(&link.get_attribute("href")?)?.href())
}

fn absolute(address: &str) -> Option<Url> {
    let base = gloo::utils::document().base_uri().ok()??;
    Url::new_with_base(address, &base).ok()
}
