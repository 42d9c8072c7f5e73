//! A wrong configuration stops the server before it starts, with exit code 2.

use std::path::Path;
use std::process::{Command, Output};

fn serve(arguments: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_genvej"))
        .current_dir(folder)
        .arg("serve")
        .args(arguments)
        .output()
        .expect("the binary runs")
}

#[test]
fn a_wrong_file_names_its_line_and_field() {
    let folder = tempfile::tempdir().expect("a folder");
    let right = include_str!("../../demo/municipality.toml");
    let wrong = right.replacen("video = { minutes = 30 }", "video = { minutes = 7 }", 1);
    std::fs::write(folder.path().join("wrong.toml"), wrong).expect("written");
    let output = serve(&["--config", "wrong.toml"], folder.path());
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(output.stdout, b"");
    let said = String::from_utf8_lossy(&output.stderr);
    let line = right.lines().position(|line| line.starts_with("video")).expect("a line") + 1;
    let expected =
        format!("wrong.toml, line {line}: `conversations.video.minutes` must be 5 to 240");
    assert!(said.contains(&expected), "{said}");
}

#[test]
fn wrong_command_lines_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    for arguments in [
        &[] as &[&str],
        &["--config", "missing.toml"],
        &["--now", "2026-12-01T09:00:00+01:00", "--config", "missing.toml"],
        &["--demo", "--now", "tomorrow"],
        &["--demo", "--listen", "nowhere"],
        &["--demo", "--public-url", "http://genvej.example"],
        &["--demo", "--pool-size", "0"],
    ] {
        let output = serve(arguments, folder.path());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_ne!(output.stderr, b"", "{arguments:?}");
    }
}
