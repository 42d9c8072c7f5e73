//! The checked-in description of the API is the one the server gives, so that a change of the
//! API shows in review. `UPDATE_OPENAPI=1` writes it anew.

use std::path::Path;

use genvej_server::http::router::document;

#[test]
fn the_checked_in_description_is_the_servers() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/openapi.json");
    let served = format!("{}\n", document().to_pretty_json().expect("JSON"));
    if std::env::var_os("UPDATE_OPENAPI").is_some() {
        std::fs::write(&file, &served).expect("the file can be written");
    }
    let stored = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        stored == served,
        "docs/openapi.json is out of date: run `UPDATE_OPENAPI=1 cargo test -p genvej-server \
         --test it openapi`"
    );
}
