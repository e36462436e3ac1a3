//! The page as one file that opens from a disk: `lectern.html`.
//!
//! Style sheet and scripts stand in it as they are, named in its policy by their hashes. What the page would fetch is packed
//! (gzip, base64) into blocks that no browser runs; `static/one-file.js` unpacks each and gives it an address of its own.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::small;

/// Endings of files of the folder that are packed; a name may stand at the beginning of another.
const PACKED: [&str; 3] = [".js", ".wasm", ".txt"];

/// Scripts that stand in the file as they are, or that only a served page has.
const NOT_PACKED: [&str; 6] = [
    "boot.js",
    "installed.js",
    "late.js",
    "sw.js",
    "theme.js",
    "worker.js",
];

/// Writes it from the folder of a page that is built and packed, and returns its size in bytes.
///
/// # Errors
/// When a file is missing, or index.html is not as this expects it.
pub fn write(folder: &Path, statics: &Path, to: &Path) -> Result<usize> {
    let read = |name: &str| {
        fs::read_to_string(folder.join(name)).with_context(|| format!("{} holds no {name}", folder.display()))
    };
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let is_packed = PACKED.iter().any(|ending| name.ends_with(ending));
        if is_packed && !NOT_PACKED.contains(&name.as_str()) {
            let content = fs::read(folder.join(&name))?;
            files.insert(name, content);
        }
    }
    let late = small::script(&read("late.js")?);
    let worker = small::script(&read("worker.js")?);
    files.insert("worker.js".to_owned(), worker.into_bytes());
    let unpack = small::script(&fs::read_to_string(statics.join("one-file.js"))?);
    let boot = format!("{unpack}\n{}", with_late(&late, &read("boot.js")?)?);
    let html = Page(read("index.html")?).inline(folder)?.scripts(
        &small::script(&read("theme.js")?),
        &boot,
        &files,
    )?;
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(to, &html)?;
    Ok(html.len())
}

/// A script with the one that it imports.
fn with_late(late: &str, script: &str) -> Result<String> {
    const IMPORT: &str = "import { arrange } from \"./late.js\";\n";
    ensure!(script.contains(IMPORT), "a script does not import late.js");
    Ok(format!(
        "{}\n{}",
        late.replacen("export function", "function", 1),
        small::script(&script.replacen(IMPORT, "", 1))
    ))
}

/// The page's html on its way.
struct Page(String);

impl Page {
    /// Takes out what names other files, and puts the style sheet and the icon in.
    fn inline(mut self, folder: &Path) -> Result<Page> {
        let (_, icon) = self.take("<link rel=\"icon\" ")?;
        let picture = STANDARD.encode(fs::read(folder.join(named(&icon)?))?);
        let (at, sheet) = self.take("<link rel=\"stylesheet\" ")?;
        let css = fs::read_to_string(folder.join(named(&sheet)?))?;
        ensure!(!css.contains("</style"), "the style sheet would end early");
        self.0.insert_str(
            at,
            &format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{picture}\"><style>{css}</style>"),
        );
        for other in [
            "<link rel=\"modulepreload\" ",
            "<link rel=\"preload\" ",
            "<link rel=\"manifest\" ",
            "<link rel=\"apple-touch-icon\" ",
            "<script type=\"module\" ",
            "<script src=\"theme.js\"",
        ] {
            self.take(other)?;
        }
        self.0 = self.0.replace("</script>", "");
        Ok(self)
    }

    /// Takes out a tag that begins like this; where it stood, and the tag.
    fn take(&mut self, begin: &str) -> Result<(usize, String)> {
        let at = self
            .0
            .find(begin)
            .with_context(|| format!("index.html has no {begin}"))?;
        let end = self.0[at..].find('>').context("a tag without an end")?;
        let tag: String = self.0.drain(at..=at + end).collect();
        Ok((at, tag))
    }

    /// Puts the scripts in, the packed files, and the policy that lets just these scripts run.
    fn scripts(self, theme: &str, boot: &str, files: &BTreeMap<String, Vec<u8>>) -> Result<String> {
        let mut html = self.0;
        let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
        let style = between(&html, "<style>", "</style>").map(hash)?;
        let policy = format!(
            "default-src 'none'; script-src {} {} blob: 'wasm-unsafe-eval'; style-src {style}; img-src data: blob:; connect-src blob:; worker-src blob:; base-uri 'none'; form-action 'none'",
            hash(theme),
            hash(boot)
        );
        let old = between(&html, "content=\"default-src", "\"")?.to_owned();
        html = html.replacen(&format!("default-src{old}"), &policy, 1);
        for script in [theme, boot] {
            ensure!(!script.contains("</script"), "a script would end early");
        }
        html = html.replacen("</head>", &format!("<script>{theme}</script></head>"), 1);
        let mut end = String::new();
        for (name, content) in files {
            end.push_str(&format!(
                "<script type=\"text/plain\" data-file=\"{name}\">{}</script>\n",
                STANDARD.encode(gzip(content)?)
            ));
        }
        end.push_str(&format!("<script type=\"module\">{boot}</script>\n</body>"));
        ensure!(html.contains("</body>"), "index.html has no body");
        Ok(html.replacen("</body>", &end, 1))
    }
}

/// The file that a tag names.
fn named(tag: &str) -> Result<&str> {
    between(tag, "href=\"./", "\"")
}

fn between<'a>(text: &'a str, begin: &str, end: &str) -> Result<&'a str> {
    let (_, rest) = text
        .split_once(begin)
        .with_context(|| format!("there is no {begin}"))?;
    let (found, _) = rest
        .split_once(end)
        .with_context(|| format!("{begin} has no end"))?;
    Ok(found)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(content)?;
    Ok(packed.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_lets_just_its_own_scripts_run() {
        let html = "<head><meta content=\"default-src 'none'; script-src 'self'\"><style>a{}</style></head><body></body>";
        let files = BTreeMap::from([("a.wasm".to_owned(), b"wasm".to_vec())]);
        let one = Page(html.to_owned())
            .scripts("theme", "boot", &files)
            .expect("it has all places");
        for part in [
            // printf theme | openssl dgst -sha256 -binary | base64, and so on
            "script-src 'sha256-PLggHn/x53d0RgMu8b9DOFNarbq+RkwVQRzc6MIxdZA=' ",
            "<script>theme</script></head>",
            "<script type=\"text/plain\" data-file=\"a.wasm\">",
            "<script type=\"module\">boot</script>\n</body>",
        ] {
            assert!(one.contains(part), "{part} in {one}");
        }
        assert!(!one.contains("'self'"));
    }

    #[test]
    fn a_script_that_would_end_early_is_refused() {
        let html = "<head><meta content=\"default-src\"><style></style></head><body></body>";
        let page = || Page(html.to_owned());
        assert!(page().scripts("", "\"</script>\"", &BTreeMap::new()).is_err());
        assert!(page().scripts("", "", &BTreeMap::new()).is_ok());
    }

    #[test]
    fn a_script_takes_in_what_it_imports() {
        let late = "export function arrange() {}";
        assert_eq!(
            with_late(late, "import { arrange } from \"./late.js\";\narrange();").expect("it imports it"),
            "function arrange() {}\narrange();"
        );
        assert!(with_late(late, "arrange();").is_err());
    }
}
