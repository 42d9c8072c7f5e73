//! What the tests need from the system beyond the build: Chromium, PostgreSQL, Python.
//! Installed from Debian's packages when that is allowed; else one line says what to install.

use std::path::{Path, PathBuf};

use crate::process::{capture, find_on_path, program, run_logged, succeeds};
use crate::project::{Failure, Outcome, Project};

/// Chromium for the browser tests.
pub fn chromium(project: &Project) -> Outcome<PathBuf> {
    found_or_installed(project, "Chromium", &["chromium"], find_chromium)
}

/// The folder of PostgreSQL's server programs.
pub fn postgresql(project: &Project) -> Outcome<PathBuf> {
    found_or_installed(project, "PostgreSQL", &["postgresql"], find_postgresql)
}

/// A Python that can make a virtual environment.
pub fn python(project: &Project) -> Outcome<PathBuf> {
    let find = || {
        let python = find_on_path("python3")?;
        let check = ["-c", "import venv, ensurepip"];
        succeeds(&mut program(&python, check, Path::new("/"))).then_some(python)
    };
    found_or_installed(project, "Python", &["python3", "python3-venv"], find)
}

fn find_chromium() -> Option<PathBuf> {
    let named = std::env::var_os("GENVEJ_CHROMIUM").map(PathBuf::from).filter(|p| p.is_file());
    named.or_else(|| {
        ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]
            .into_iter()
            .find_map(find_on_path)
    })
}

fn find_postgresql() -> Option<PathBuf> {
    if let Some(initdb) = find_on_path("initdb") {
        // A link on PATH says where the other programs are.
        return initdb.canonicalize().ok()?.parent().map(Path::to_path_buf);
    }
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut folders: Vec<PathBuf> = versions
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .filter(|bin| bin.join("initdb").is_file())
        .collect();
    folders.sort_by_key(|bin| {
        let version = bin.parent().and_then(Path::file_name).unwrap_or_default();
        version.to_string_lossy().parse::<u32>().unwrap_or_default()
    });
    folders.pop()
}

fn found_or_installed(
    project: &Project,
    what: &str,
    packages: &[&str],
    find: impl Fn() -> Option<PathBuf>,
) -> Outcome<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    let by_hand = format!("{what} is missing: `sudo apt-get install {}`", packages.join(" "));
    let Some(apt) = apt_get() else {
        return Err(Failure::new(by_hand));
    };
    project.progress.step(&format!("Installing {what} from Debian's packages"), || {
        let install = format!(
            "DEBIAN_FRONTEND=noninteractive; export DEBIAN_FRONTEND; {apt} update && \
             {apt} install --yes --no-install-recommends {}",
            packages.join(" ")
        );
        run_logged(project, "apt-get", &mut program("sh", ["-c", &install], &project.root))
    })?;
    find().ok_or_else(|| Failure::new(by_hand))
}

/// How `apt-get` may be called here without asking anybody, if it may.
fn apt_get() -> Option<&'static str> {
    find_on_path("apt-get")?;
    if is_root() {
        return Some("apt-get");
    }
    succeeds(&mut program("sudo", ["-n", "true"], Path::new("/"))).then_some("sudo -n -E apt-get")
}

/// Does this command run as root?
pub fn is_root() -> bool {
    capture(&mut program("id", ["-u"], Path::new("/"))).is_ok_and(|id| id.trim() == "0")
}
