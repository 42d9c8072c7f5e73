//! Running other programs: quietly with a log and a sign of life, or for their answer.
//! Knows nothing of what they are run for.

use std::ffi::OsStr;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use crate::project::{Failure, Outcome, Project};
use crate::report::seconds;

const SIGN_OF_LIFE: Duration = Duration::from_secs(20);
const POLL: Duration = Duration::from_millis(100);
const SHOWN_ON_FAILURE: usize = 60;

/// A program with its arguments, to be run from `folder`.
pub fn program<S: AsRef<OsStr>>(
    name: impl AsRef<OsStr>,
    arguments: impl IntoIterator<Item = S>,
    folder: &Path,
) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    command
}

/// Runs a program to its end with its output in a log; every 20 seconds a line says that it is
/// still going. Gives the log. On failure the end of the log is part of the message.
pub fn run_logged(project: &Project, name: &str, command: &mut Command) -> Outcome<String> {
    let log = project.log(name);
    let status = run_into(project, name, command, &log)?;
    let text = String::from_utf8_lossy(&std::fs::read(&log)?).into_owned();
    if status.success() {
        Ok(text)
    } else {
        Err(Failure::new(format!(
            "{}\n{name} failed ({status}); the whole output: {}",
            last_lines(&text, SHOWN_ON_FAILURE),
            log.display()
        )))
    }
}

fn run_into(
    project: &Project,
    name: &str,
    command: &mut Command,
    log: &Path,
) -> Outcome<ExitStatus> {
    let file = create_log(log)?;
    command.stdout(file.try_clone()?).stderr(file);
    let mut child = command.spawn().map_err(|error| not_started(command, &error))?;
    let began = Instant::now();
    let mut last_sign = began;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        if last_sign.elapsed() >= SIGN_OF_LIFE {
            last_sign = Instant::now();
            let text = std::fs::read(log).unwrap_or_default();
            let latest = last_lines(&String::from_utf8_lossy(&text), 1);
            let clipped: String = latest.trim().chars().take(70).collect();
            project.progress.say(format!("  {name}, {}: {clipped}", seconds(began.elapsed())));
        }
        std::thread::sleep(POLL);
    }
}

/// An empty log file, with the folder it is in.
pub fn create_log(log: &Path) -> Outcome<File> {
    if let Some(folder) = log.parent() {
        std::fs::create_dir_all(folder)?;
    }
    Ok(File::create(log)?)
}

/// Runs a program and gives what it wrote to standard output; a failure carries its stderr.
pub fn capture(command: &mut Command) -> Outcome<String> {
    let output = command.output().map_err(|error| not_started(command, &error))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(Failure::new(format!(
        "{} failed ({}): {}",
        command.get_program().to_string_lossy(),
        output.status,
        String::from_utf8_lossy(&output.stderr).trim()
    )))
}

/// Does the program exist, start, and end well?
pub fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|s| s.success())
}

/// Runs a program on the terminal, to its end.
pub fn run_attached(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(format!("{} ended with {status}", command.get_program().display())))
    }
}

/// The first folder on PATH that holds a program of that name.
pub fn find_on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// The last lines of a text.
pub fn last_lines(text: &str, count: usize) -> String {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    lines.get(lines.len().saturating_sub(count)..).unwrap_or_default().join("\n")
}

fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    Failure::new(format!("{} does not start: {error}", command.get_program().display()))
}
