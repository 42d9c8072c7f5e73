//! Finished work is not done twice: a stamp keeps the fingerprint of what a piece of work was
//! made from, and the work is skipped while the fingerprint stays the same.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::project::{Outcome, Project};

/// The fingerprint of some inputs, and where the one of the last finished work is kept.
pub struct Stamp {
    file: PathBuf,
    fingerprint: String,
}

impl Stamp {
    /// Fingerprints files and folders of the project, by content.
    pub fn of(project: &Project, name: &str, inputs: &[&str]) -> Outcome<Self> {
        let mut files = Vec::new();
        for input in inputs {
            collect(&project.path(input), &mut files)?;
        }
        files.sort();
        let mut hasher = DefaultHasher::new();
        for file in &files {
            file.hash(&mut hasher);
            std::fs::read(file)?.hash(&mut hasher);
        }
        Ok(Self {
            file: project.scratch("stamps")?.join(name),
            fingerprint: format!("{:016x}", hasher.finish()),
        })
    }

    /// Was the work finished from the same inputs?
    pub fn is_fresh(&self) -> bool {
        std::fs::read_to_string(&self.file).is_ok_and(|stored| stored == self.fingerprint)
    }

    /// The work is finished.
    pub fn set(&self) -> Outcome {
        Ok(std::fs::write(&self.file, &self.fingerprint)?)
    }

    /// The age of the finished work, if there is any.
    pub fn age(&self) -> Option<std::time::Duration> {
        std::fs::metadata(&self.file).ok()?.modified().ok()?.elapsed().ok()
    }
}

/// Every file at or below a path, in no particular order; nothing when it does not exist.
pub fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    if path.is_dir() {
        for entry in std::fs::read_dir(path)? {
            collect(&entry?.path(), files)?;
        }
    } else if path.is_file() {
        files.push(path.to_path_buf());
    }
    Ok(())
}
