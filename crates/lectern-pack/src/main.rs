//! `lectern-pack page FOLDER`: what is done to a page that Trunk has just built for release, in its folder.
//! `lectern-pack one-file FOLDER FILE`: the page of such a folder as one file.

use std::path::Path;

use anyhow::{Result, bail};
use lectern_pack::{built, offline, one_file};

fn main() -> Result<()> {
    let statics = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../static");
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["page", folder] => {
            let folder = Path::new(folder);
            built::part(folder)?;
            offline::add(folder, &statics)
        }
        ["one-file", folder, file] => {
            let bytes = one_file::write(Path::new(folder), &statics, Path::new(file))?;
            println!("{file}: {bytes} bytes");
            Ok(())
        }
        _ => bail!("usage: lectern-pack page FOLDER | one-file FOLDER FILE"),
    }
}
