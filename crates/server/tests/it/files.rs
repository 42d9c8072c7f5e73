//! The built app over HTTP. What is inside it depends on whether it was built, so these tests
//! take whatever is there.

use axum::body::Body;
use axum::http::{Method, header};
use genvej_server::config::ServerOverrides;

use crate::support::{Answer, Client, on_sqlite_with};

async fn get(client: &Client, path: &str, headers: &[(header::HeaderName, &str)]) -> Answer {
    let mut request = client.request(Method::GET, path);
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    client.call(request.body(Body::empty()).expect("a request")).await
}

#[tokio::test]
async fn the_apps_routes_are_pages_and_others_are_not_found() {
    on_sqlite_with(ServerOverrides::default(), async |app| {
        let client = app.anonymous();
        for (path, status) in [
            ("/", 200),
            ("/my", 200),
            ("/book/phone?week=2026-12-07", 200),
            ("/staff/calendar", 200),
            ("/nothing", 404),
            ("/index.html.br", 404),
            ("/../Cargo.toml", 404),
            ("/%2e%2e/Cargo.toml", 404),
            ("/api", 404),
        ] {
            let answer = get(&client, path, &[]).await;
            assert_eq!(answer.status, status, "{path}");
            assert!(!answer.text.contains("[package]"), "{path}");
        }
        assert_eq!(client.send(Method::POST, "/my", None).await.code(), "method_not_allowed");
    })
    .await;
}

#[tokio::test]
async fn files_are_compressed_and_kept_as_their_names_allow() {
    on_sqlite_with(ServerOverrides::default(), async |app| {
        let client = app.anonymous();
        let page = get(&client, "/", &[]).await;
        if !page.header("content-type").starts_with("text/html") {
            println!("skipped: the app has not been built");
            return;
        }
        assert_eq!(page.header("cache-control"), "no-cache");
        assert_eq!(page.header("vary"), "accept-encoding");
        let tag = page.header("etag");
        let known = get(&client, "/", &[(header::IF_NONE_MATCH, tag)]).await;
        assert_eq!((known.status, known.text.as_str()), (304, ""));
        let head = client.send(Method::HEAD, "/", None).await;
        assert_eq!((head.status, head.text.as_str()), (200, ""));
        let hashed = page.text.split('"').find(|part| part.ends_with(".css"));
        let hashed = hashed.expect("the page has a style sheet");
        let path = format!("/{}", hashed.trim_start_matches('/'));
        let dist = concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist");
        for (accepted, encoding, suffix) in
            [("br, gzip", "br", ".br"), ("gzip", "gzip", ".gz"), ("identity", "", "")]
        {
            let style = get(&client, &path, &[(header::ACCEPT_ENCODING, accepted)]).await;
            assert_eq!(style.status, 200, "{path}");
            assert_eq!(style.header("content-encoding"), encoding);
            let lies_ready = std::fs::read(format!("{dist}{path}{suffix}")).expect("it was built");
            assert!(style.body == lies_ready, "{accepted}: as it was compressed, and only once");
            assert_eq!(style.header("content-type"), "text/css; charset=utf-8");
            assert_eq!(style.header("cache-control"), "public, max-age=31536000, immutable");
        }
    })
    .await;
}
