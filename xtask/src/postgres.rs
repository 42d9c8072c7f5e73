//! A PostgreSQL of the tests' own: made in a temporary folder, on a free port of this machine,
//! gone afterwards, also after a failure.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use crate::apt;
use crate::process::{self, capture, program, succeeds};
use crate::project::{Failure, Outcome, Project};

const FOLDER: &str = "genvej-postgres-";
const PATIENCE: Duration = Duration::from_secs(30);

/// A running cluster; stopped and deleted when dropped.
pub struct Cluster {
    child: Child,
    programs: PathBuf,
    folder: PathBuf,
    port: u16,
}

impl Cluster {
    /// Makes and starts one.
    pub fn start(project: &Project) -> Outcome<Self> {
        let programs = apt::postgresql(project)?;
        project.progress.step("Starting a PostgreSQL for the tests", || {
            remove_left_behind(&programs);
            let folder = std::env::temp_dir().join(format!("{FOLDER}{}", std::process::id()));
            create(&programs, &folder)?;
            let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
            let child = spawn(project, &programs, &folder, port)?;
            let mut cluster = Self { child, programs: programs.clone(), folder, port };
            cluster.wait_until_ready(project)?;
            Ok(cluster)
        })
    }

    /// Where the tests find it. They create databases of their own in it.
    pub fn url(&self) -> String {
        format!("postgres://genvej@127.0.0.1:{}/postgres", self.port)
    }

    /// Makes a database of that name, and says where it is.
    pub fn database(&self, name: &str) -> Outcome<String> {
        let mut command = as_database_user(&self.programs.join("createdb"));
        command.args(["-h", "127.0.0.1", "-p", &self.port.to_string(), "-U", "genvej", name]);
        capture(&mut command)?;
        Ok(format!("postgres://genvej@127.0.0.1:{}/{name}", self.port))
    }

    fn wait_until_ready(&mut self, project: &Project) -> Outcome {
        let began = Instant::now();
        let log = project.log("postgres");
        while began.elapsed() < PATIENCE {
            let text = std::fs::read_to_string(&log)?;
            if text.contains("ready to accept connections") {
                return Ok(());
            }
            if let Some(status) = self.child.try_wait()? {
                return Err(Failure::new(format!("PostgreSQL ended at once ({status}):\n{text}")));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(Failure::new(format!("PostgreSQL was not ready in time; see {}", log.display())))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        stop(&self.programs, &self.folder);
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn create(programs: &Path, folder: &Path) -> Outcome {
    let mut command = as_database_user(&programs.join("initdb"));
    command.arg("-D").arg(folder).args([
        "--username=genvej",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C",
        "--no-sync",
    ]);
    capture(&mut command).map(drop)
}

/// In the foreground and in this process group, so that Ctrl-C ends it too.
fn spawn(project: &Project, programs: &Path, folder: &Path, port: u16) -> Outcome<Child> {
    let mut command = as_database_user(&programs.join("postgres"));
    command.arg("-D").arg(folder).args(["-p", &port.to_string()]);
    command.arg("-c").arg(format!("unix_socket_directories={}", folder.display()));
    command.args(["-c", "listen_addresses=127.0.0.1", "-c", "max_connections=300"]);
    let log = process::create_log(&project.log("postgres"))?;
    command.stdout(log.try_clone()?).stderr(log);
    Ok(command.spawn()?)
}

fn stop(programs: &Path, folder: &Path) {
    let mut command = as_database_user(&programs.join("pg_ctl"));
    command.args(["stop", "-m", "immediate", "-D"]).arg(folder);
    succeeds(&mut command);
}

/// Clusters of runs that were killed before they could tidy up.
fn remove_left_behind(programs: &Path) {
    let Ok(entries) = std::fs::read_dir(std::env::temp_dir()) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(owner) = name.strip_prefix(FOLDER) else { continue };
        if !Path::new("/proc").join(owner).exists() {
            stop(programs, &entry.path());
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

/// PostgreSQL refuses to run as root; Debian's package brings the user `postgres`.
fn as_database_user(file: &Path) -> Command {
    let temporary = std::env::temp_dir();
    if apt::is_root() {
        let mut command = program("runuser", ["-u", "postgres", "--"], &temporary);
        command.arg(file);
        command
    } else {
        program(file, [""; 0], &temporary)
    }
}
