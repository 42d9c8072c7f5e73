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
        &["--demo", "--behind-proxy", "true"],
        &["--demo", "--database", "mysql://genvej:hemmeligt@db/genvej"],
        &["--demo", "--now", "2019-12-01T09:00:00+01:00"],
    ] {
        let output = serve(arguments, folder.path());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_ne!(output.stderr, b"", "{arguments:?}");
    }
}

#[test]
fn a_wrong_flag_or_variable_is_blamed_on_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    let right = include_str!("../../demo/municipality.toml");
    std::fs::write(folder.path().join("right.toml"), right).expect("written");
    let said = |output: Output| {
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let by_flag = said(serve(&["--config", "right.toml", "--session-minutes", "0"], folder.path()));
    assert!(by_flag.contains("--session-minutes: `server.session_minutes` must"), "{by_flag}");
    assert!(by_flag.contains("`server.public_url` must say the address"), "{by_flag}");
    let by_variable = Command::new(env!("CARGO_BIN_EXE_genvej"))
        .current_dir(folder.path())
        .args(["serve", "--demo"])
        .env("GENVEJ_SESSION_MINUTES", "0")
        .output()
        .expect("the binary runs");
    let by_variable = said(by_variable);
    let expected = "GENVEJ_SESSION_MINUTES: `server.session_minutes` must be 1 to 720";
    assert!(by_variable.contains(expected), "{by_variable}");
}

#[test]
fn a_database_that_cannot_be_opened_keeps_its_password() {
    let folder = tempfile::tempdir().expect("a folder");
    for address in ["postgres://u:hemmeligt@127.0.0.1:99999/x", "postgres://u:hemmeligt#@db/x"] {
        let output = serve(&["--demo", "--database", address], folder.path());
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("cannot open the database"), "{said}");
        assert!(!said.contains("hemmeligt"), "{said}");
    }
}
