//! The built app, embedded in the binary: precompressed where the browser takes it, kept for
//! ever where the name carries a hash, and `index.html` for the app's own routes. Knows the
//! first segment of those routes and nothing else about the app.

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};

use super::ApiError;
use super::encoding::{Encoding, accepted};

#[derive(RustEmbed)]
#[folder = "../../dist"]
#[allow_missing = true]
struct Dist;

/// First segments of the app's routes; `""` is the front page.
const APP_ROUTES: [&str; 13] = [
    "",
    "my",
    "book",
    "bookings",
    "equipment",
    "satisfaction",
    "waiting-list",
    "plan",
    "retention-plan",
    "groups",
    "access-log",
    "staff",
    "employer",
];
const INDEX: &str = "index.html";
/// Pages that load another part of the app than the site, by the first segments of its routes.
/// Without one, as in a development build, `index.html` finds the part itself.
const PART_PAGES: [(&str, &str); 9] = [
    ("plan", "plan.html"),
    ("retention-plan", "plan.html"),
    ("groups", "plan.html"),
    ("access-log", "plan.html"),
    ("equipment", "plan.html"),
    ("satisfaction", "plan.html"),
    ("waiting-list", "plan.html"),
    ("employer", "employer.html"),
    ("staff", "staff.html"),
];
const NOT_BUILT: &str = "The app is not part of this server: build it with `cargo xtask build`, \
                         and build the server again.\n";

/// Answers whatever no route wants: a file, a page of the app, or the app's not-found page.
pub async fn serve(request: Request) -> Response {
    let path = request.uri().path();
    if path == "/api" || path.starts_with("/api/") {
        return ApiError::NotFound.into_response();
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return ([(header::ALLOW, "GET, HEAD")], ApiError::MethodNotAllowed).into_response();
    }
    let path = path.trim_start_matches('/');
    let first = path.split('/').next().unwrap_or_default();
    if is_public(path)
        && let Some(response) = file(path, StatusCode::OK, request.headers())
    {
        return response;
    }
    let status = if APP_ROUTES.contains(&first) { StatusCode::OK } else { StatusCode::NOT_FOUND };
    let own = PART_PAGES.iter().find(|(segment, _)| *segment == first);
    own.and_then(|(_, page)| file(page, status, request.headers()))
        .or_else(|| file(INDEX, status, request.headers()))
        .unwrap_or_else(|| not_built(status))
}

/// The compressed copies are other forms of a file, not files to ask for.
fn is_public(path: &str) -> bool {
    !path.is_empty() && !path.ends_with(".br") && !path.ends_with(".gz")
}

fn not_built(status: StatusCode) -> Response {
    let plain = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    (status, plain, NOT_BUILT).into_response()
}

fn file(path: &str, status: StatusCode, asked: &HeaderMap) -> Option<Response> {
    let (content, encoding) = best_form(path, asked)?;
    let tag = etag(&content);
    let unchanged = status == StatusCode::OK && knows(asked, &tag);
    let mut response = if unchanged {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        (status, Body::from(content.data)).into_response()
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, content_type(path));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(lifetime(path)));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(header::ETAG, HeaderValue::from_str(&tag).ok()?);
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding.name()));
    }
    Some(response)
}

/// The smallest form of a file that the browser takes.
fn best_form(path: &str, asked: &HeaderMap) -> Option<(EmbeddedFile, Option<Encoding>)> {
    let plain = Dist::get(path)?;
    let compressed = accepted(asked).into_iter().find_map(|encoding| {
        let file = Dist::get(&format!("{path}{}", encoding.suffix()))?;
        Some((file, Some(encoding)))
    });
    Some(compressed.unwrap_or((plain, None)))
}

/// Each form has its own tag, as it must: their bytes differ.
fn etag(content: &EmbeddedFile) -> String {
    let hash = content.metadata.sha256_hash();
    let hex: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("\"{hex}\"")
}

fn knows(asked: &HeaderMap, tag: &str) -> bool {
    asked
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|known| known.trim().trim_start_matches("W/"))
        .any(|known| known == tag || known == "*")
}

fn content_type(path: &str) -> HeaderValue {
    let guessed = mime_guess::from_path(path).first_or_octet_stream();
    let text = match guessed.type_() {
        mime_guess::mime::TEXT => format!("{guessed}; charset=utf-8"),
        _ => guessed.to_string(),
    };
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static("application/octet-stream"))
}

/// How long a browser may keep a file without asking again.
fn lifetime(path: &str) -> &'static str {
    if is_hashed(path) {
        "public, max-age=31536000, immutable"
    } else if path.ends_with(".woff2") || path.ends_with(".svg") || path.ends_with(".png") {
        "public, max-age=86400"
    } else {
        "no-cache"
    }
}

/// Does the name carry the hash of the content, as Trunk writes it (`style-1123456789abcdef.css`)?
/// Trunk leaves the zeros out that a hash begins with.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.split(['-', '_', '.']).any(|part| {
        (12..=16).contains(&part.len())
            && part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        for name in ["genvej-app-1b2f34a5966fa1d8_bg.wasm", "style-123456789abcdef.css"] {
            assert!(is_hashed(name), "{name}");
        }
        for name in ["index.html", "boot.js", "icons/check.svg", "a-0123456789abcdeg.css"] {
            assert!(!is_hashed(name), "{name}");
        }
        assert_eq!(lifetime("index.html"), "no-cache");
    }

    #[test]
    fn a_known_tag_needs_no_body() {
        let mut headers = HeaderMap::new();
        assert!(!knows(&headers, "\"a\""));
        headers.insert(header::IF_NONE_MATCH, HeaderValue::from_static("\"b\", W/\"a\""));
        assert!(knows(&headers, "\"a\""));
    }
}
