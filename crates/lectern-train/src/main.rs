//! `lectern-train predict CORPUS`: writes what the embedded model finds in a corpus, a line an article.

use anyhow::{Result, bail};
use lectern_train::{corpus, predict};
use std::path::Path;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["predict", folder] => {
            for article in corpus::read(Path::new(folder))? {
                println!("{}", predict::line(&article.name, &article.prepared));
            }
            Ok(())
        }
        _ => bail!("usage: lectern-train predict CORPUS"),
    }
}
