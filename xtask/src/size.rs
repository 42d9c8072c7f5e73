//! What a first visit to the booking page downloads, against its budget; and what the app must
//! not grow by: crates that cost more than they give.

use std::collections::BTreeSet;
use std::path::Path;

use crate::build;
use crate::process::{capture, program};
use crate::project::{Failure, Outcome, Project};
use crate::report::kilobytes;

const BUDGET: u64 = 200_000;
const FONT_BUDGET: u64 = 60_000;
const FONT_FILES: usize = 2;

/// Crates that were measured as too dear for a phone, unless leptos itself brings them.
const TOO_DEAR: [&str; 5] = ["tokio", "regex", "idna", "url", "chrono-tz"];

/// Scripts that the start script names and does not download on a first visit: what forms need,
/// and what a caseworker's view of a citizen's pages does.
const LATER: [&str; 2] = ["keep.js", "preview.js"];

struct Download {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

impl Download {
    fn is_font(&self) -> bool {
        self.name.ends_with(".woff2")
    }
}

/// Builds what is missing, then checks.
pub fn command(project: &Project) -> Outcome {
    build::app(project)?;
    println!("{}", check(project)?);
    Ok(())
}

/// The table of sizes; fails above the budget.
pub fn check(project: &Project) -> Outcome<String> {
    let downloads = first_visit(&project.path("dist"))?;
    let (fonts, rest): (Vec<_>, Vec<_>) = downloads.into_iter().partition(Download::is_font);
    let brotli: u64 = rest.iter().map(|file| file.brotli).sum();
    let font_bytes: u64 = fonts.iter().map(|file| file.brotli).sum();
    let table = format!(
        "{}\n{}{}",
        row("file", "raw", "gzip", "brotli"),
        rows(&rest, "without fonts"),
        rows(&fonts, "fonts"),
    );
    let mut faults = dear_crates(project)?;
    if brotli > BUDGET {
        faults.push(format!("{} is above the budget of {}", kilobytes(brotli), kilobytes(BUDGET)));
    }
    if font_bytes > FONT_BUDGET || fonts.len() > FONT_FILES {
        faults.push(format!(
            "{} font files of {} are above {FONT_FILES} files of {}",
            fonts.len(),
            kilobytes(font_bytes),
            kilobytes(FONT_BUDGET)
        ));
    }
    if faults.is_empty() {
        let parts = other_parts(&project.path("dist"))?;
        Ok(format!("{table}{parts}{} of {} brotli", kilobytes(brotli), kilobytes(BUDGET)))
    } else {
        Err(Failure::new(format!("{table}{}", faults.join("\n"))))
    }
}

/// The parts of the app that have pages of their own, for information.
fn other_parts(dist: &Path) -> Outcome<String> {
    let mut names = BTreeSet::new();
    for page in ["plan.html", "employer.html", "staff.html"] {
        let text = std::fs::read_to_string(dist.join(page))?;
        names.extend(named_files(&text, dist).into_iter().filter(|name| name.ends_with(".wasm")));
    }
    let parts: Outcome<Vec<Download>> = names.iter().map(|name| download(dist, name)).collect();
    Ok(parts?.iter().map(|part| format!("{}\n", row_of(part))).collect())
}

/// The page, and every file of ours that it or its style sheets name.
fn first_visit(dist: &Path) -> Outcome<Vec<Download>> {
    let page = std::fs::read_to_string(dist.join("index.html"))?;
    let mut names: BTreeSet<String> = named_files(&page, dist);
    for style in names.clone().iter().filter(|name| name.ends_with(".css")) {
        names.extend(named_files(&std::fs::read_to_string(dist.join(style))?, dist));
    }
    let scripts: Vec<String> = names.iter().filter(|name| name.ends_with(".js")).cloned().collect();
    for script in scripts {
        let named = named_files(&std::fs::read_to_string(dist.join(script))?, dist);
        names.extend(named.into_iter().filter(|name| !LATER.contains(&name.as_str())));
    }
    names.insert("index.html".to_owned());
    names.iter().map(|name| download(dist, name)).collect()
}

/// Names in a text that are files of the built app.
fn named_files(text: &str, dist: &Path) -> BTreeSet<String> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || "-_./".contains(c)))
        .map(|word| word.trim_start_matches(['.', '/']))
        .filter(|word| word.contains('.') && dist.join(word).is_file())
        .map(str::to_owned)
        .collect()
}

fn download(dist: &Path, name: &str) -> Outcome<Download> {
    let size = |suffix: &str| std::fs::metadata(dist.join(format!("{name}{suffix}")));
    let raw = size("")?.len();
    Ok(Download {
        name: name.to_owned(),
        raw,
        gzip: size(".gz").map_or(raw, |file| file.len()),
        brotli: size(".br").map_or(raw, |file| file.len()),
    })
}

fn rows(files: &[Download], what: &str) -> String {
    let sum = |part: fn(&Download) -> u64| kilobytes(files.iter().map(part).sum());
    let lines: Vec<String> = files
        .iter()
        .map(row_of)
        .chain([row(what, &sum(|f| f.raw), &sum(|f| f.gzip), &sum(|f| f.brotli))])
        .collect();
    format!("{}\n", lines.join("\n"))
}

fn row_of(file: &Download) -> String {
    row(&file.name, &kilobytes(file.raw), &kilobytes(file.gzip), &kilobytes(file.brotli))
}

fn row(name: &str, raw: &str, gzip: &str, brotli: &str) -> String {
    format!("  {name:<44}{raw:>12}{gzip:>12}{brotli:>12}")
}

fn dear_crates(project: &Project) -> Outcome<Vec<String>> {
    let app = crates_below(project, "genvej-app")?;
    let framework = crates_below(project, "leptos")?;
    Ok(TOO_DEAR
        .into_iter()
        .filter(|name| app.contains(*name) && !framework.contains(*name))
        .map(|name| format!("the app depends on {name}, which is too dear for a phone"))
        .collect())
}

fn crates_below(project: &Project, package: &str) -> Outcome<BTreeSet<String>> {
    let arguments = [
        "tree",
        "--locked",
        "--package",
        package,
        "--target",
        "wasm32-unknown-unknown",
        "--edges",
        "normal",
        "--prefix",
        "none",
    ];
    let tree = capture(&mut program("cargo", arguments, &project.root))?;
    Ok(tree.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect())
}
