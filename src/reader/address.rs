//! Addresses of workers: one small script for all of them, told by its query what it runs.

use web_sys::Url;

/// A worker with the hashed files that the page itself was started from; none when the page was started in another
/// way (a test).
pub(super) fn of_page() -> Option<String> {
    let worker = of(&glue()?, &link("link[rel=preload][as=fetch]", "href")?)?;
    // A page that was built in one has no such file.
    if let Some(late) = link("meta[name=lectern-late]", "content") {
        worker.search_params().set("late", &late);
    }
    Some(worker.href())
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
    Some(of(&file(glue)?, &file(wasm)?)?.href())
}

fn of(glue: &str, wasm: &str) -> Option<Url> {
    let worker = absolute("worker.js")?;
    worker.search_params().set("glue", glue);
    worker.search_params().set("wasm", wasm);
    Some(worker)
}

fn glue() -> Option<String> {
    link("link[rel=modulepreload]", "href")
}

/// A file that the page names in an attribute, as an absolute address.
fn link(selector: &str, attribute: &str) -> Option<String> {
    let link = gloo::utils::document().query_selector(selector).ok()??;
    Some(absolute(&link.get_attribute(attribute)?)?.href())
}

fn absolute(address: &str) -> Option<Url> {
    let base = gloo::utils::document().base_uri().ok()??;
    Url::new_with_base(address, &base).ok()
}
