//! What tests take for the server's answers.

use contract::problem::{ErrorCode, Problem};

/// A refusal with nothing but its code.
pub fn problem(code: ErrorCode) -> Problem {
    Problem {
        kind: "about:blank".into(),
        title: String::new(),
        status: 409,
        code,
        errors: Vec::new(),
        nearest: Vec::new(),
        stored_draft: None,
    }
}
