//! Trunk and wasm-bindgen in the versions the project wants: found on PATH, or in the tools
//! folder, or installed there once.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use crate::process::{capture, find_on_path, program, run_logged};
use crate::project::{Failure, Outcome, Project};

const TRUNK: &str = "0.21.14";

struct Tool<'a> {
    /// The crate that holds it.
    package: &'a str,
    /// The program.
    binary: &'a str,
    version: String,
    /// How `cargo install` is to build it.
    options: &'a [&'a str],
}

/// PATH with the tools and `node_modules/.bin` in front, after installing what is missing.
pub fn path_with_tools(project: &Project) -> Outcome<OsString> {
    let trunk = Tool {
        package: "trunk",
        binary: "trunk",
        version: TRUNK.to_owned(),
        // It fetches nothing: without its TLS half it builds much sooner.
        options: &["--locked", "--no-default-features"],
    };
    // Without `--locked`: the lock file published with wasm-bindgen-cli holds versions that
    // this compiler no longer builds.
    let bindgen = Tool {
        package: "wasm-bindgen-cli",
        binary: "wasm-bindgen",
        version: project.locked_version("wasm-bindgen")?,
        options: &[],
    };
    let mut folders = vec![project.path("node_modules/.bin")];
    for tool in [trunk, bindgen] {
        folders.extend(ready(project, &tool)?);
    }
    folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    std::env::join_paths(folders).map_err(|error| Failure::new(error.to_string()))
}

/// The folder to put in front of PATH; nothing when PATH already has the right version.
fn ready(project: &Project, tool: &Tool<'_>) -> Outcome<Option<PathBuf>> {
    if find_on_path(tool.binary).is_some_and(|file| has_version(&file, &tool.version)) {
        return Ok(None);
    }
    let root = project.tools.join(format!("{}-{}", tool.package, tool.version));
    let folder = root.join("bin");
    if !has_version(&folder.join(tool.binary), &tool.version) {
        install(project, tool, &root)?;
    }
    Ok(Some(folder))
}

fn has_version(file: &PathBuf, version: &str) -> bool {
    capture(Command::new(file).arg("--version"))
        .is_ok_and(|answer| answer.split_whitespace().any(|word| word == version))
}

fn install(project: &Project, tool: &Tool<'_>, root: &std::path::Path) -> Outcome {
    let what = format!("Building {} {} (some minutes, once)", tool.package, tool.version);
    // One folder for both tools: they share much, and an interrupted build goes on.
    let scratch = project.tools.join("build");
    project.progress.step(&what, || {
        let mut command = program("cargo", ["install", tool.package], &project.root);
        command
            .args(["--version", &tool.version])
            .args(tool.options)
            .arg("--root")
            .arg(root)
            .arg("--target-dir")
            .arg(&scratch)
            .env("CARGO_PROFILE_RELEASE_LTO", "false")
            // Built far longer than they run.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        run_logged(project, tool.package, &mut command)
    })?;
    if tool.package == "wasm-bindgen-cli" {
        // Only room: another checkout may be building its own in there.
        let _kept = std::fs::remove_dir_all(&scratch);
    }
    Ok(())
}
