//! The real server, started for a check and stopped with it.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Stdio};

use crate::http;
use crate::process::{capture, create_log, program};
use crate::project::{Failure, Outcome, Project};

/// A check calls more often than a person; it is to meet the API, and not the brake before it.
const UNLIMITED: [&str; 6] = [
    "--session-calls-per-minute",
    "1000000",
    "--address-calls-per-minute",
    "1000000",
    "--sign-ins-per-minute",
    "1000000",
];

/// Where a server's data is.
pub enum Place {
    /// In a file of its own, which goes with it.
    OwnFile,
    /// In the database at that address.
    At(String),
}

/// A demo server on a free port with a database of its own; stopped when dropped.
pub struct DemoServer {
    child: Child,
    folder: PathBuf,
    /// Host and port.
    pub address: String,
}

impl DemoServer {
    /// Starts the release binary. `name` keeps servers of different checks apart.
    pub fn start(project: &Project, name: &str) -> Outcome<Self> {
        Self::filled(project, name, Place::OwnFile, &[])
    }

    /// The same on another database, after `genvej demo` with these arguments when there are any.
    pub fn filled(project: &Project, name: &str, place: Place, demo: &[&str]) -> Outcome<Self> {
        let folder = project.scratch(&format!("server-{name}"))?;
        std::fs::remove_dir_all(&folder)?;
        std::fs::create_dir_all(&folder)?;
        let log = project.log(&format!("server-{name}"));
        let database = match place {
            Place::OwnFile => format!("sqlite://{}", folder.join("demo.sqlite").display()),
            Place::At(address) => address,
        };
        if !demo.is_empty() {
            let arguments = ["demo", "--database", &database];
            capture(program(project.server_binary(), arguments, &project.root).args(demo))?;
        }
        let arguments = ["serve", "--demo", "--listen", "127.0.0.1:0", "--database", &database];
        let mut command = program(project.server_binary(), arguments, &project.root);
        command.args(UNLIMITED);
        command.stdout(Stdio::piped()).stderr(create_log(&log)?);
        let mut child = command
            .spawn()
            .map_err(|error| Failure::new(format!("the server does not start: {error}")))?;
        let line = first_line(&mut child);
        let mut server = Self { child, folder, address: String::new() };
        server.address = line.as_deref().and_then(address_in).ok_or_else(|| {
            let text = std::fs::read_to_string(&log).unwrap_or_default();
            Failure::new(format!("the server gave no address; its log:\n{text}"))
        })?;
        Ok(server)
    }

    /// Signs in as a demo persona and gives the value of the `Cookie` header.
    pub fn sign_in(&self, persona: &str) -> Outcome<String> {
        let body = format!("{{\"key\":\"{persona}\"}}");
        let answer = http::post(&self.address, "/api/session/demo", &body)?;
        let cookies: Vec<&str> =
            answer.headers("set-cookie").filter_map(|cookie| cookie.split(';').next()).collect();
        if answer.status >= 300 || cookies.is_empty() {
            return Err(Failure::new(format!(
                "signing in as {persona} was answered {}: {}",
                answer.status,
                String::from_utf8_lossy(&answer.body)
            )));
        }
        Ok(cookies.join("; "))
    }
}

impl Drop for DemoServer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn first_line(child: &mut Child) -> Option<String> {
    let mut line = String::new();
    BufReader::new(child.stdout.take()?).read_line(&mut line).ok()?;
    Some(line)
}

/// Host and port in the first line the server writes.
fn address_in(line: &str) -> Option<String> {
    let from = line.find("127.0.0.1:")?;
    let rest = line.get(from..)?;
    let end = rest.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ':'));
    Some(rest.get(..end.unwrap_or(rest.len()))?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::address_in;

    #[test]
    fn the_address_is_read_from_the_first_line() {
        assert_eq!(address_in("http://127.0.0.1:4123/\n").as_deref(), Some("127.0.0.1:4123"));
        assert_eq!(address_in("no address"), None);
    }
}
