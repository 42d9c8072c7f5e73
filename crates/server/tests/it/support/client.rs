//! A client of the application: one person's browser, without the browser.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, header};
use contract::paths::{PREVIEW_HEADER, STAFF_PREVIEWS};
use genvej_server::clock::Clock;
use serde_json::Value;
use tower::ServiceExt;

/// Somebody who calls the server.
#[derive(Clone)]
pub struct Client {
    router: Router,
    cookie: Option<String>,
    preview: Option<String>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// Status.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// Body as it came.
    pub body: Vec<u8>,
    /// Body as text.
    pub text: String,
    /// Body as JSON; null when it is not.
    pub json: Value,
}

impl Answer {
    /// One header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("ASCII"))
    }

    /// The stable code of a refusal, which must be a refusal as agreed.
    pub fn code(&self) -> &str {
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.text);
        assert_eq!(self.json["status"], self.status);
        self.json["code"].as_str().expect("a code")
    }
}

impl Client {
    /// A client with the cookie that a `Set-Cookie` gave, if any.
    pub fn new(router: Router, set_cookie: Option<String>) -> Self {
        let mut client = Self { router, cookie: None, preview: None };
        client.keep(set_cookie.as_deref());
        client
    }

    /// Signs in as somebody of the demonstration and keeps the cookie.
    pub async fn sign_in(&mut self, key: &str) -> Answer {
        let body = serde_json::json!({ "key": key });
        let answer = self.send(Method::POST, "/api/session/demo", Some(&body)).await;
        self.keep(answer.headers.get(header::SET_COOKIE).and_then(|value| value.to_str().ok()));
        answer
    }

    /// Opens a preview and makes the same browser's calls in it.
    pub async fn opens_preview(&self, body: &Value) -> Self {
        let (status, preview) = self.post(STAFF_PREVIEWS, body).await;
        assert_eq!(status, 201, "{preview}");
        self.in_preview(preview["id"].as_str().expect("an id"))
    }

    /// The same browser's calls in a preview.
    pub fn in_preview(&self, id: &str) -> Self {
        Self { preview: Some(id.to_owned()), ..self.clone() }
    }

    /// The same browser at another server of the same database.
    pub fn at(&self, app: &super::TestApp) -> Self {
        Self { router: app.router.clone(), ..self.clone() }
    }

    /// Signed in as another client is.
    pub fn with_cookie_of(&self, other: &Self) -> Self {
        Self { cookie: other.cookie.clone(), ..self.clone() }
    }

    /// What this client would send as its cookie.
    pub fn cookie(&self) -> &str {
        self.cookie.as_deref().expect("a cookie")
    }

    /// `GET`.
    pub async fn get(&self, path: &str) -> (u16, Value) {
        short(self.send(Method::GET, path, None).await)
    }

    /// `POST` with a fresh `Idempotency-Key`.
    pub async fn post(&self, path: &str, body: &Value) -> (u16, Value) {
        short(self.send(Method::POST, path, Some(body)).await)
    }

    /// `POST` with an `Idempotency-Key` of the test's own.
    pub async fn post_with_key(&self, path: &str, key: &str, body: &Value) -> (u16, Value) {
        let request = self.request(Method::POST, path).header("idempotency-key", key);
        let request = request.header(header::CONTENT_TYPE, "application/json");
        short(self.call(request.body(Body::from(body.to_string())).expect("a request")).await)
    }

    /// `POST` of a file of cases, with a fresh `Idempotency-Key`.
    pub async fn post_csv(&self, path: &str, file: impl Into<Body>) -> Answer {
        self.post_csv_with_key(path, &Clock::system().new_id().to_string(), file).await
    }

    /// The same with an `Idempotency-Key` of the test's own.
    pub async fn post_csv_with_key(&self, path: &str, key: &str, file: impl Into<Body>) -> Answer {
        let request = self.request(Method::POST, path).header("idempotency-key", key);
        let request = request.header(header::CONTENT_TYPE, "text/csv; charset=utf-8");
        self.call(request.body(file.into()).expect("a request")).await
    }

    /// `PUT`.
    pub async fn put(&self, path: &str, body: &Value) -> (u16, Value) {
        short(self.send(Method::PUT, path, Some(body)).await)
    }

    /// `PATCH`.
    pub async fn patch(&self, path: &str, body: &Value) -> (u16, Value) {
        short(self.send(Method::PATCH, path, Some(body)).await)
    }

    /// `DELETE`.
    pub async fn delete(&self, path: &str) -> (u16, Value) {
        short(self.send(Method::DELETE, path, None).await)
    }

    /// Any call; a `POST` gets a fresh `Idempotency-Key`.
    pub async fn send(&self, method: Method, path: &str, body: Option<&Value>) -> Answer {
        let mut request = self.request(method.clone(), path);
        if method == Method::POST {
            let key = Clock::system().new_id().to_string();
            request = request.header("idempotency-key", key);
        }
        let request = match body {
            Some(body) => request
                .header(header::CONTENT_TYPE, "application/json")
                .body(Body::from(body.to_string())),
            None => request.body(Body::empty()),
        };
        self.call(request.expect("a request")).await
    }

    /// A request with this client's cookie, to be made as the test wants it.
    pub fn request(&self, method: Method, path: &str) -> axum::http::request::Builder {
        let request = Request::builder().method(method).uri(path).header("host", "127.0.0.1:8080");
        let request = match &self.preview {
            Some(preview) => request.header(PREVIEW_HEADER, preview),
            None => request,
        };
        match &self.cookie {
            Some(cookie) => request.header(header::COOKIE, cookie),
            None => request,
        }
    }

    /// Sends a request as it is.
    pub async fn call(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.expect("no error comes out");
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = axum::body::to_bytes(response.into_body(), usize::MAX).await.expect("a body");
        let text = String::from_utf8_lossy(&body).into_owned();
        let json = serde_json::from_str(&text).unwrap_or(Value::Null);
        Answer { status, headers, body: body.into(), text, json }
    }

    fn keep(&mut self, set_cookie: Option<&str>) {
        if let Some(pair) = set_cookie.and_then(|text| text.split(';').next()) {
            self.cookie = Some(pair.to_owned());
        }
    }
}

fn short(answer: Answer) -> (u16, Value) {
    (answer.status, answer.json)
}
