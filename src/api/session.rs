//! Calls about who is signed in.

use contract::paths;
use contract::session::{DemoPersona, DemoSignIn, Session};

use super::{ApiError, delete, get, post_plain};

/// Who am I?
pub async fn current() -> Result<Session, ApiError> {
    get(paths::SESSION).await
}

/// Stay signed in; then who am I, and for how long?
pub async fn extend() -> Result<Session, ApiError> {
    let () = post_plain(paths::SESSION_EXTENSION, &()).await?;
    current().await
}

/// Sign out.
pub async fn sign_out() -> Result<(), ApiError> {
    delete(paths::SESSION).await
}

/// The people of the demonstration.
pub async fn demo_personas() -> Result<Vec<DemoPersona>, ApiError> {
    get(paths::SESSION_DEMO).await
}

/// Sign in as one of them; then who am I?
pub async fn demo_sign_in(key: &str) -> Result<Session, ApiError> {
    let () = post_plain(paths::SESSION_DEMO, &DemoSignIn { key: key.to_owned() }).await?;
    current().await
}
