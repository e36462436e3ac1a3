//! Addresses of workers: one small script for all of them, told by its query what it runs.

use web_sys::Url;

/// A worker with the hashed files that the page itself was started from; none when the page was started in another
/// way (a test).
pub(super) fn of_page() -> Option<String> {
    of(&glue()?, &link("link[rel=preload][as=fetch]")?)
}

/// A worker with other files of the page's folder, which have no hash in their names: that of the page stands in for
/// it, so that no older ones are taken from a cache.
pub fn of_files(glue: &str, wasm: &str) -> Option<String> {
    let own = self::glue()?;
    let version = own.rsplit('/').next().unwrap_or_default();
    let file = |name: &str| {
        let url = absolute(name)?;
        url.set_search(version);
        Some(url.href())
    };
    of(&file(glue)?, &file(wasm)?)
}

fn of(glue: &str, wasm: &str) -> Option<String> {
    let worker = absolute("worker.js")?;
    worker.search_params().set("glue", glue);
    worker.search_params().set("wasm", wasm);
    Some(worker.href())
}

fn glue() -> Option<String> {
    link("link[rel=modulepreload]")
}

fn link(selector: &str) -> Option<String> {
    let link = gloo::utils::document().query_selector(selector).ok()??;
    Some(absolute(&link.get_attribute("href")?)?.href())
}

fn absolute(address: &str) -> Option<Url> {
    let base = gloo::utils::document().base_uri().ok()??;
    Url::new_with_base(address, &base).ok()
}
