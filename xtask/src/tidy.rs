//! The house rules that a machine can check: how files open, how long they are, and what has
//! no place in them.

use std::path::Path;

use crate::project::{Failure, Outcome, Project};
use crate::stamp::collect;

const LONGEST_FILE: usize = 450;
const FOLDERS: [&str; 7] = ["src", "crates", "xtask", "style", "public", "tests", "scripts"];
const CHECKED: [&str; 5] = ["rs", "ts", "scss", "mjs", "js"];

/// What must not be written, in which files, and why. The words are put together so that this
/// file does not name them itself.
const FORBIDDEN: [(&str, &str, &str); 8] = [
    ("rs", concat!("#[al", "low("), "use #[expect(…, reason = \"…\")]"),
    ("rs", concat!("#![al", "low("), "use #[expect(…, reason = \"…\")]"),
    ("rs", concat!("to", "do!("), "finish it"),
    ("rs", concat!("unimple", "mented!("), "finish it"),
    ("", concat!("FIX", "ME"), "mend it"),
    ("", concat!("TO", "DO"), "do it, or open an issue"),
    ("ts", concat!(".on", "ly("), "it would leave out the other tests"),
    ("ts", concat!(".sk", "ip("), "a test that does not run proves nothing"),
];

/// Checks every file; gives how many.
pub fn check(project: &Project) -> Outcome<usize> {
    let mut files = Vec::new();
    for folder in FOLDERS {
        collect(&project.path(folder), &mut files)?;
    }
    files.retain(|file| CHECKED.contains(&extension(file)));
    files.sort();
    let mut faults = Vec::new();
    for file in &files {
        let text = std::fs::read_to_string(file)?;
        let name = file.strip_prefix(&project.root).unwrap_or(file);
        faults.extend(
            faults_in(name, &text).into_iter().map(|fault| format!("{}: {fault}", name.display())),
        );
    }
    if faults.is_empty() { Ok(files.len()) } else { Err(Failure::new(faults.join("\n"))) }
}

fn faults_in(name: &Path, text: &str) -> Vec<String> {
    let kind = extension(name);
    let mut faults = Vec::new();
    if kind == "rs" && !text.starts_with("//!") {
        faults.push("does not open by saying what it is for (//!)".to_owned());
    }
    let lines = text.lines().count();
    if lines > LONGEST_FILE {
        faults.push(format!("{lines} lines; {LONGEST_FILE} are enough"));
    }
    for (only, words, instead) in FORBIDDEN {
        if (only.is_empty() || only == kind) && text.contains(words) {
            faults.push(format!("`{words}`: {instead}"));
        }
    }
    let untested = text.split("#[cfg(test)]").next().unwrap_or_default();
    if name.starts_with("src") && kind == "rs" && untested.contains("\"/api/") {
        faults.push("a path of the API as a string: use `contract::paths`".to_owned());
    }
    faults
}

fn extension(file: &Path) -> &str {
    file.extension().and_then(|extension| extension.to_str()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_house_rule_is_noticed() {
        let rust = std::path::PathBuf::from("src/page.rs");
        assert!(faults_in(&rust, "//! A page.\nfn a() {}\n").is_empty());
        assert_eq!(faults_in(&rust, "fn a() {}\n").len(), 1);
        assert_eq!(faults_in(&rust, "//! A page.\nconst P: &str = \"/api/x\";\n").len(), 1);
        assert_eq!(faults_in(&rust, &"//! long\n".repeat(LONGEST_FILE + 1)).len(), 1);
        let test = std::path::PathBuf::from("tests/a.spec.ts");
        assert_eq!(faults_in(&test, concat!("test.on", "ly('x')")).len(), 1);
    }
}
