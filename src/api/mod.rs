//! The one place for HTTP: typed calls, what can go wrong with them, and loading a page's
//! data. Knows no page and no sentence.

pub mod access_log;
pub mod attempt;
pub mod citizen;
mod early;
pub mod employer;
pub mod exchange;
pub mod groups;
pub mod job_plan;
mod load;
pub mod preview;
pub mod read;
pub mod retention;
#[cfg(test)]
pub(crate) mod samples;
pub mod satisfaction;
pub mod session;
pub mod staff;
pub mod waiting;

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;

use contract::paths;
use contract::problem::{ErrorCode, Problem};
use serde::Serialize;
use uuid::Uuid;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, RequestInit, Response};

pub use load::{Load, Loaded, load};
use read::Read;
pub use read::day;

/// Why a call gave no answer one can use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApiError {
    /// The server was not reached: no network, or the server is down.
    Offline,
    /// The server said no, and why.
    Problem(Box<Problem>),
    /// An answer of a shape we do not know.
    Unexpected,
}

impl ApiError {
    /// The server's code, when it said no.
    pub fn code(&self) -> Option<ErrorCode> {
        match self {
            Self::Problem(problem) => Some(problem.code),
            Self::Offline | Self::Unexpected => None,
        }
    }

    /// What there is to tell: nothing when the session has ended, which a dialog tells.
    pub fn unless_signed_out(self) -> Option<Self> {
        (self.code() != Some(ErrorCode::NotSignedIn)).then_some(self)
    }
}

/// What every call tells the frame of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The server was reached.
    Reached,
    /// The server was not reached.
    Offline,
    /// The server was reached and knows no session.
    NotSignedIn,
}

type Watcher = Rc<dyn Fn(Outcome)>;

thread_local! {
    static WATCHER: RefCell<Option<Watcher>> = const { RefCell::new(None) };
}

/// Lets the frame of the app hear of every call's outcome.
pub fn watch(watcher: impl Fn(Outcome) + 'static) {
    WATCHER.with_borrow_mut(|slot| *slot = Some(Rc::new(watcher)));
}

fn tell(outcome: Outcome) {
    if let Some(watcher) = WATCHER.with_borrow(Clone::clone) {
        watcher(outcome);
    }
}

/// The key by which the server knows a repeated attempt. One per thing to be made: keep it
/// while trying again, take a new one when what is sent changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    /// A fresh random key.
    pub fn new() -> Self {
        let mut bytes = [0_u8; 16];
        let filled = web_sys::window()
            .and_then(|window| window.crypto().ok())
            .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
        if !filled {
            bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
        }
        Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Method {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

thread_local! {
    static ABOUT: Cell<Option<Uuid>> = const { Cell::new(None) };
}

/// Whom the pages are about.
pub fn about() -> Option<Uuid> {
    ABOUT.get()
}

/// From now on the pages are about that case or person, and every call says so: another person
/// may sign in in another window, and the cookie is theirs then.
pub fn is_about(whom: Option<Uuid>) {
    ABOUT.set(whom);
}

/// Browsers send no more than this, in bytes, for a page that is going away.
const KEPT_ALIVE: usize = 60_000;

impl Method {
    const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// The text of an answer on its way. Boxed, so that every call travels the same code.
type Answer = Pin<Box<dyn Future<Output = Result<String, ApiError>>>>;

/// `GET`.
pub async fn get<T: Read>(url: &str) -> Result<T, ApiError> {
    parse(&get_text(url.to_owned()).await?)
}

fn get_text(url: String) -> Answer {
    Box::pin(async move {
        match early::take(&url).await {
            Some(answer) => judge(answer.status, answer.body),
            None => call(Method::Get, &url, None, None).await,
        }
    })
}

/// `GET` of a text that is handed on as it is.
pub async fn get_file(url: &str) -> Result<String, ApiError> {
    get_text(url.to_owned()).await
}

/// `POST` without `Idempotency-Key`: the session's own calls, and calls that make nothing.
pub async fn post_plain<T: Read>(url: &str, body: &impl Serialize) -> Result<T, ApiError> {
    let body = write(body)?;
    parse(&call(Method::Post, url, Some(body), None).await?)
}

/// `POST` of something to be made exactly once.
pub async fn post<T: Read>(
    url: &str,
    key: &IdempotencyKey,
    body: &impl Serialize,
) -> Result<T, ApiError> {
    let body = write(body)?;
    parse(&call(Method::Post, url, Some(body), Some(key)).await?)
}

/// `PUT`.
pub async fn put<T: Read>(url: &str, body: &impl Serialize) -> Result<T, ApiError> {
    let body = write(body)?;
    parse(&call(Method::Put, url, Some(body), None).await?)
}

/// `PATCH`.
pub async fn patch<T: Read>(url: &str, body: &impl Serialize) -> Result<T, ApiError> {
    let body = write(body)?;
    parse(&call(Method::Patch, url, Some(body), None).await?)
}

/// `DELETE`; the answer's body, if any, is of no interest.
pub async fn delete(url: &str) -> Result<(), ApiError> {
    call(Method::Delete, url, None, None).await.map(|_| ())
}

fn write(body: &impl Serialize) -> Result<String, ApiError> {
    serde_json::to_string(body).map_err(|_| ApiError::Unexpected)
}

fn parse<T: Read>(text: &str) -> Result<T, ApiError> {
    read::read(text).ok_or(ApiError::Unexpected)
}

fn call(method: Method, url: &str, body: Option<String>, key: Option<&IdempotencyKey>) -> Answer {
    let (url, key) = (url.to_owned(), key.cloned());
    Box::pin(async move {
        match exchange(method, &url, body, key).await {
            Ok((status, text)) => judge(status, text),
            Err(_) => {
                tell(Outcome::Offline);
                Err(ApiError::Offline)
            }
        }
    })
}

async fn exchange(
    method: Method,
    url: &str,
    body: Option<String>,
    key: Option<IdempotencyKey>,
) -> Result<(u16, String), JsValue> {
    let headers = Headers::new()?;
    headers.set("Accept", "application/json")?;
    if let Some(whom) = about() {
        headers.set(paths::ABOUT_HEADER, &whom.to_string())?;
    }
    let request = RequestInit::new();
    request.set_method(method.name());
    let small = body.as_ref().is_none_or(|body| body.len() < KEPT_ALIVE);
    if matches!(method, Method::Put | Method::Patch) && small {
        // What is saved while the page goes away is saved all the same.
        js_sys::Reflect::set(&request, &"keepalive".into(), &JsValue::TRUE)?;
    }
    if let Some(IdempotencyKey(key)) = key {
        headers.set("Idempotency-Key", &key)?;
    }
    if let Some(body) = body {
        headers.set("Content-Type", "application/json")?;
        request.set_body(&body.into());
    }
    request.set_headers(&headers);
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response = JsFuture::from(window.fetch_with_str_and_init(url, &request)).await?;
    let response: Response = response.unchecked_into();
    let text = JsFuture::from(response.text()?).await?;
    Ok((response.status(), text.as_string().unwrap_or_default()))
}

fn judge(status: u16, text: String) -> Result<String, ApiError> {
    if (200..300).contains(&status) {
        tell(Outcome::Reached);
        return Ok(text);
    }
    let mut problem: Option<Problem> = read::read(&text);
    // For this page it is as if nobody were signed in: the person it is about is not.
    if let Some(problem) = problem.as_mut().filter(|one| one.code == ErrorCode::AnotherPerson) {
        problem.code = ErrorCode::NotSignedIn;
    }
    let signed_out = problem.as_ref().is_some_and(|problem| problem.code == ErrorCode::NotSignedIn);
    tell(if signed_out { Outcome::NotSignedIn } else { Outcome::Reached });
    match problem {
        Some(problem) => Err(ApiError::Problem(Box::new(problem))),
        None => Err(ApiError::Unexpected),
    }
}
