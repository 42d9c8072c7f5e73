//! What a build needs on the machine. What can be set up is set up; of the rest one clear line
//! says what to install.

use crate::process::{capture, find_on_path, program, run_logged};
use crate::project::{Failure, Outcome, Project};
use crate::stamp::Stamp;

const WASM_TARGET: &str = "wasm32-unknown-unknown";
const OLDEST_NODE: u32 = 20;

/// Programs that must be there before anything can be set up.
pub fn prerequisites() -> Outcome {
    need("cc", "a C compiler (Debian: `apt-get install build-essential`)")?;
    need("node", "Node 20 or later (https://nodejs.org)")?;
    need("npm", "npm, which comes with Node (https://nodejs.org)")?;
    let version = capture(program("node", ["--version"], &std::env::temp_dir()).arg("--"))
        .unwrap_or_default();
    match major(&version) {
        Some(found) if found < OLDEST_NODE => Err(Failure::new(format!(
            "Node {} is too old: install Node {OLDEST_NODE} or later (https://nodejs.org)",
            version.trim()
        ))),
        _ => Ok(()),
    }
}

fn need(name: &str, what: &str) -> Outcome {
    match find_on_path(name) {
        Some(_) => Ok(()),
        None => Err(Failure::new(format!("`{name}` is missing: install {what}, then try again"))),
    }
}

fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// The compiler's library for WebAssembly.
pub fn wasm_target(project: &Project) -> Outcome {
    let sysroot =
        capture(&mut program("rustc", ["--print", "sysroot"], &project.root))?.trim().to_owned();
    let library = format!("{sysroot}/lib/rustlib/{WASM_TARGET}");
    if std::path::Path::new(&library).is_dir() {
        return Ok(());
    }
    need("rustup", "rustup (https://rustup.rs)")?;
    project.progress.step("Adding the compiler's WebAssembly target", || {
        let mut command = program("rustup", ["target", "add", WASM_TARGET], &project.root);
        run_logged(project, "rustup", &mut command).map(drop)
    })
}

/// What npm gives: the design system, sass, wasm-opt, Playwright, axe.
pub fn node_modules(project: &Project) -> Outcome {
    let stamp = Stamp::of(project, "npm", &["package.json", "package-lock.json"])?;
    if stamp.is_fresh() && project.path("node_modules/.package-lock.json").is_file() {
        return Ok(());
    }
    project.progress.step("Installing npm packages", || {
        let mut command =
            program("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], &project.root);
        run_logged(project, "npm", &mut command)
    })?;
    stamp.set()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_of_node_is_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("what?"), None);
    }
}
