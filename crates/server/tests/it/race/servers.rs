//! Two real server processes on one database.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A running `genvej serve`, killed without mercy when dropped.
pub struct Server {
    child: Child,
    /// Where it listens.
    pub address: String,
}

/// The binary under test: the release build when the caller names it, else this build's.
fn binary() -> PathBuf {
    std::env::var_os("GENVEJ_BIN")
        .map_or_else(|| PathBuf::from(env!("CARGO_BIN_EXE_genvej")), PathBuf::from)
}

impl Server {
    /// Starts one on a free port, with a pool of five connections.
    pub fn start(database: &str, config: &Path) -> Self {
        let mut child = Command::new(binary())
            .args(["serve", "--listen", "127.0.0.1:0", "--database", database, "--pool-size", "5"])
            .args(["--session-calls-per-minute", "100000", "--address-calls-per-minute", "1000000"])
            .args(["--public-url", "http://127.0.0.1"])
            .arg("--config")
            .arg(config)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the server starts");
        let mut first_line = String::new();
        let out = child.stdout.take().expect("its output is piped");
        BufReader::new(out).read_line(&mut first_line).expect("it says where it listens");
        let address = first_line.trim().to_owned();
        assert!(address.starts_with("http://"), "it says where it listens, not {address:?}");
        Self { child, address }
    }

    /// `kill -9`.
    pub fn kill(mut self) {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it is gone");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
