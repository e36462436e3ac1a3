//! What lets the page open without a network: a service worker that knows all files, a manifest, icons.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

/// The files of `static/` that are copied as they are.
const COPIED: [&str; 4] = [
    "manifest.webmanifest",
    "icon-192.png",
    "icon-512.png",
    "icon-maskable-512.png",
];

/// What stands in `sw.js` where the version and the names of all files belong.
const VERSION: &str = "{version}";
const FILES: &str = "\"{files}\"";

/// What index.html gets: the manifest, and the picture for those who don't read it.
const LINKS: &str = r#"<link rel="manifest" href="./manifest.webmanifest"><link rel="apple-touch-icon" href="./icon-192.png"></head>"#;

/// Adds them to a folder that is otherwise complete: the service worker's version is a hash of all files in it.
///
/// # Errors
/// When a file can't be read or written, or a template has lost its places.
pub fn add(folder: &Path, statics: &Path) -> Result<()> {
    for name in COPIED {
        fs::copy(statics.join(name), folder.join(name)).with_context(|| format!("copying {name}"))?;
    }
    let index = folder.join("index.html");
    let html = fs::read_to_string(&index)?;
    ensure!(html.contains("</head>"), "index.html has no head");
    fs::write(&index, html.replacen("</head>", LINKS, 1))?;
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        // The folder's address stands for index.html, as servers have it.
        if !["index.html", "sw.js"].contains(&name.as_str()) {
            names.push(name);
        }
    }
    names.sort();
    let template = fs::read_to_string(statics.join("sw.js"))?;
    let mut hash = Sha256::new_with_prefix(&template);
    for name in names.iter().map(String::as_str).chain(["index.html"]) {
        hash.update(name);
        hash.update(fs::read(folder.join(name))?);
    }
    let version: String = hash.finalize()[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    fs::write(folder.join("sw.js"), fill(&template, &version, &names)?)?;
    Ok(())
}

/// The service worker with its version and the addresses of its files.
fn fill(template: &str, version: &str, names: &[String]) -> Result<String> {
    ensure!(
        template.contains(VERSION) && template.contains(FILES),
        "sw.js has no place for its version and its files"
    );
    let mut files = String::from("\"./\"");
    for name in names {
        files.push_str(&format!(", \"./{name}\""));
    }
    Ok(template.replacen(VERSION, version, 1).replacen(FILES, &files, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_service_worker_knows_all_files_and_a_version() {
        let names = ["a.js".to_owned(), "b.wasm".to_owned()];
        let filled = fill(r#"const V = "{version}"; const F = ["{files}"];"#, "0a1b", &names);
        assert_eq!(
            filled.expect("it has both places"),
            r#"const V = "0a1b"; const F = ["./", "./a.js", "./b.wasm"];"#
        );
        assert!(fill("const F = [];", "0a1b", &names).is_err());
    }
}
