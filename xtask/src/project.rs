//! Where things are, and which versions of the tools the project wants.
//! Knows the folder layout; runs nothing.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::report::Progress;

/// What a step gives, or the one thing to tell the person at the terminal.
pub type Outcome<T = ()> = Result<T, Failure>;

/// Why a command stopped, in words for a person.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    /// A failure with its message.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

/// The checked-out project and the progress shown to the person waiting.
pub struct Project {
    /// Its root folder.
    pub root: PathBuf,
    /// Where tools are kept between checkouts.
    pub tools: PathBuf,
    /// Lines on the terminal.
    pub progress: Progress,
}

impl Project {
    /// The project this command was compiled in.
    pub fn find() -> Outcome<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .ok_or_else(|| Failure::new("xtask lies outside a project"))?
            .to_path_buf();
        Ok(Self { root, tools: tools_folder()?, progress: Progress::start() })
    }

    /// A path inside the project.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The release binary of the server.
    pub fn server_binary(&self) -> PathBuf {
        self.path("target/release/genvej")
    }

    /// Where the output of a program that runs in the background is kept.
    pub fn log(&self, name: &str) -> PathBuf {
        self.path("target/xtask/logs").join(format!("{name}.log"))
    }

    /// A folder for what a command leaves behind for itself, created when missing.
    pub fn scratch(&self, name: &str) -> Outcome<PathBuf> {
        let folder = self.path("target/xtask").join(name);
        std::fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    /// The version of a crate in `Cargo.lock`.
    pub fn locked_version(&self, name: &str) -> Outcome<String> {
        let lock = std::fs::read_to_string(self.path("Cargo.lock"))?;
        locked_version(&lock, name)
            .ok_or_else(|| Failure::new(format!("Cargo.lock does not name {name}")))
    }
}

fn tools_folder() -> Outcome<PathBuf> {
    if let Some(folder) = std::env::var_os("GENVEJ_TOOLS") {
        return Ok(std::path::absolute(PathBuf::from(folder))?);
    }
    let cache = std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cache")))
        .ok_or_else(|| {
            Failure::new("no home folder: set GENVEJ_TOOLS to a folder for the tools")
        })?;
    Ok(cache.join("genvej/tools"))
}

fn locked_version(lock: &str, name: &str) -> Option<String> {
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{name}\""));
    lines.next()?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn a_version_is_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-x\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "trunk"), None);
    }
}
