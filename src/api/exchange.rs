//! Calls that send a file and that fetch one. Only the caseworker's area has them, so they travel
//! by a way of their own.

use chrono::NaiveDate;
use contract::case_import::{ImportReceipt, ImportReport};
use contract::export::ExportFormat;
use contract::paths;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Headers, RequestInit, Response};

use super::read::Read;
use super::{ApiError, IdempotencyKey, Outcome, judge, parse, tell};
use crate::routes::with_query;

/// What a file held when it was read: what is checked is what is imported, whatever becomes of the
/// file on the disk meanwhile.
#[derive(Clone, Debug)]
pub struct Bytes(Uint8Array);

impl Bytes {
    /// Reads a file the person has chosen.
    ///
    /// # Errors
    /// When it is gone, or may not be read.
    pub async fn read(file: &Blob) -> Result<Self, ApiError> {
        let buffer = JsFuture::from(file.array_buffer()).await;
        let buffer: ArrayBuffer = buffer.map_err(|_| ApiError::Unexpected)?.unchecked_into();
        Ok(Self(Uint8Array::new(&buffer)))
    }
}

/// What importing a file would do.
pub async fn dry_run(file: &Bytes) -> Result<ImportReport, ApiError> {
    send(paths::STAFF_CASE_IMPORT_DRY_RUNS, None, file).await
}

/// Imports a file, if it does what was reported.
pub async fn import(
    plan: String,
    key: &IdempotencyKey,
    file: &Bytes,
) -> Result<ImportReceipt, ApiError> {
    let url = with_query(paths::STAFF_CASE_IMPORTS, &[("plan", Some(plan))]);
    send(&url, Some(key), file).await
}

/// Where an export is.
pub fn export_url(
    path: &str,
    format: ExportFormat,
    (from, to): (Option<NaiveDate>, Option<NaiveDate>),
) -> String {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    let format = Some(format.as_str().to_owned());
    with_query(path, &[("format", format), ("from", day(from)), ("to", day(to))])
}

async fn send<T: Read>(
    url: &str,
    key: Option<&IdempotencyKey>,
    file: &Bytes,
) -> Result<T, ApiError> {
    let sent = async {
        let headers = Headers::new()?;
        headers.set("Accept", "application/json")?;
        headers.set("Content-Type", "text/csv")?;
        if let Some(IdempotencyKey(key)) = key {
            headers.set("Idempotency-Key", key)?;
        }
        let request = RequestInit::new();
        request.set_method("POST");
        request.set_headers(&headers);
        request.set_body(&file.0);
        let response = fetch(url, &request).await?;
        Ok::<_, JsValue>((response.status(), text_of(&response).await?))
    };
    match sent.await {
        Ok((status, text)) => parse(&judge(status, text)?),
        Err(_) => Err(offline()),
    }
}

/// Fetches a file whole. Not as text, which would lose the mark in front that spreadsheets need.
///
/// # Errors
/// When the server says no, or only half of it came.
pub async fn fetch_file(url: &str) -> Result<Blob, ApiError> {
    let fetched = async {
        let response = fetch(url, &RequestInit::new()).await?;
        if response.ok() {
            let blob = JsFuture::from(response.blob()?).await?;
            return Ok::<_, JsValue>(Ok(blob.unchecked_into()));
        }
        Ok(Err((response.status(), text_of(&response).await?)))
    };
    match fetched.await {
        Ok(Ok(blob)) => {
            tell(Outcome::Reached);
            Ok(blob)
        }
        Ok(Err((status, text))) => Err(judge(status, text).err().unwrap_or(ApiError::Unexpected)),
        Err(_) => Err(offline()),
    }
}

async fn fetch(url: &str, request: &RequestInit) -> Result<Response, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response = JsFuture::from(window.fetch_with_str_and_init(url, request)).await?;
    Ok(response.unchecked_into())
}

async fn text_of(response: &Response) -> Result<String, JsValue> {
    let text = JsFuture::from(response.text()?).await?;
    Ok(text.as_string().unwrap_or_default())
}

fn offline() -> ApiError {
    tell(Outcome::Offline);
    ApiError::Offline
}
