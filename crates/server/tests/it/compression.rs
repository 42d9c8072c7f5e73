//! What travels compressed, and that it is the same.

use std::io::Read;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Method, header};
use contract::paths;
use flate2::read::GzDecoder;
use genvej_server::http::compression::WORTH_IT;

use crate::support::{Answer, Client, TestApp};

const CASES: &str = "/api/staff/cases";

async fn get(client: &Client, path: &str, accepted: &str) -> Answer {
    let request = client.request(Method::GET, path).header(header::ACCEPT_ENCODING, accepted);
    client.call(request.body(Body::empty()).expect("a request")).await
}

fn unpacked(answer: &Answer) -> Vec<u8> {
    let mut plain = Vec::new();
    GzDecoder::new(&*answer.body).read_to_end(&mut plain).expect("gzip");
    plain
}

on_both_databases!(a_long_list_travels_compressed_and_is_the_same, async |app: TestApp| {
    genvej_server::demo::add_crowd(&app.state, 1_000).await.expect("a thousand cases");
    let leader = app.caseworker("team-leader").await;
    let timed = async |accepted: &str| {
        let mut best = Duration::MAX;
        let mut answer = get(&leader, CASES, accepted).await;
        for _ in 0..5 {
            let began = Instant::now();
            answer = get(&leader, CASES, accepted).await;
            best = best.min(began.elapsed());
        }
        (answer, best)
    };
    let (plain, plain_time) = timed("identity").await;
    assert_eq!((plain.status, plain.header("content-encoding")), (200, ""));
    for accepted in ["gzip, deflate, br, zstd", "gzip", "br;q=0.1, gzip;q=1.0"] {
        let (small, time) = timed(accepted).await;
        assert_eq!((small.status, small.header("content-encoding")), (200, "gzip"), "{accepted}");
        assert_eq!(small.header("content-type"), "application/json");
        assert_eq!(small.header("cache-control"), "no-store");
        assert!(small.header("vary").contains("accept-encoding"), "{}", small.header("vary"));
        assert!(unpacked(&small) == plain.body, "the same to the byte");
        let (before, after) = (plain.body.len(), small.body.len());
        println!("{before} bytes in {plain_time:?}, {after} bytes in {time:?}");
        assert!(after * 6 < before, "{before} bytes became {after}");
        let ratio = time.as_secs_f64() / plain_time.as_secs_f64();
        assert!(ratio < 2.0, "compressing takes {ratio:.2} times what the list does without");
    }
});

on_both_databases!(
    what_is_small_or_not_wanted_compressed_travels_as_it_is,
    async |app: TestApp| {
        let leader = app.caseworker("team-leader").await;
        let session = get(&leader, paths::SESSION, "gzip").await;
        assert_eq!(session.header("content-encoding"), "");
        assert!(session.json["signed_in"].is_object());
        for refused in ["", "identity", "gzip;q=0", "br", "zstd"] {
            let answer = get(&leader, CASES, refused).await;
            assert_eq!((answer.status, answer.header("content-encoding")), (200, ""), "{refused}");
            assert!(answer.json.is_array(), "{refused}");
        }
        // A secret in a body: the key that locks up what is typed.
        let key = get(&app.citizen("booked").await, paths::CITIZEN_DRAFT_KEY, "gzip").await;
        assert_eq!((key.status, key.header("content-encoding")), (200, ""));
        assert!((key.body.len() as u64) * 4 < WORTH_IT, "far from being compressed");
    }
);
