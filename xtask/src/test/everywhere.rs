//! `cargo xtask test --all`: what is slow and seldom changes, each package built and used as somebody else would.

use anyhow::Result;

use crate::shell::{self, Shell};
use crate::test::tally::Tally;
use crate::{browsers, dist, javascript, python};

/// Builds and tries all packages.
pub(crate) fn run(shell: &Shell, tally: &mut Tally) {
    tally.step("the recipes for hosting", || hosting(shell));
    tally.step("the package for JavaScript", || javascript::test(shell));
    tally.step("the package for Python", || python::test(shell));
    tally.step("the command line as a Debian package", || debian(shell));
    tally.step("the recipes for many articles", || {
        python::recipes(shell, &shell.root().join("target/dist/lectern"))
    });
}

fn debian(shell: &Shell) -> Result<()> {
    let Some(package) = dist::build(shell)? else {
        println!("skipped: dpkg-deb is not on PATH");
        return Ok(());
    };
    shell::run(shell.command("packages/debian/test.sh").arg(package))
}

/// The built page as nginx and Caddy send it.
fn hosting(shell: &Shell) -> Result<()> {
    let servers = ["nginx", "caddy", "brotli"];
    if servers.iter().any(|name| shell.find(name).is_none()) {
        let packages = ["nginx", "libnginx-mod-http-brotli-static", "caddy", "brotli"];
        if let Err(error) = browsers::debian(shell, "the test of hosting needs", &packages) {
            println!("{error:#}; it skips what is not there");
        }
    }
    let mut node = shell.command("node");
    node.args(["--test", "packages/hosting/test.mjs"]);
    shell::run(node.env("LECTERN_DIST", shell.root().join("dist")))
}
