//! The few HTTP calls the commands make to the project's own server: HTTP/1.0 over a socket.
//! Not for anything else.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::project::{Failure, Outcome};

const PATIENCE: Duration = Duration::from_secs(10);

/// An answer of the server.
pub struct Answer {
    /// The status.
    pub status: u16,
    head: String,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    /// The values of a header, in order.
    pub fn headers<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.head.lines().skip(1).filter_map(move |line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

/// `GET` a path.
pub fn get(address: &str, path: &str) -> Outcome<Answer> {
    exchange(address, &format!("GET {path} HTTP/1.0\r\nHost: {address}\r\n\r\n"))
}

/// `GET` a path, signed in.
pub fn get_as(address: &str, path: &str, cookie: &str) -> Outcome<Answer> {
    let head = format!("GET {path} HTTP/1.0\r\nHost: {address}\r\nCookie: {cookie}\r\n\r\n");
    exchange(address, &head)
}

/// `POST` JSON as one of the server's own pages would.
pub fn post(address: &str, path: &str, json: &str) -> Outcome<Answer> {
    exchange(
        address,
        &format!(
            "POST {path} HTTP/1.0\r\nHost: {address}\r\nOrigin: http://{address}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{json}",
            json.len()
        ),
    )
}

fn exchange(address: &str, request: &str) -> Outcome<Answer> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.write_all(request.as_bytes())?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    parse(&bytes).ok_or_else(|| Failure::new("the server's answer is not HTTP"))
}

fn parse(bytes: &[u8]) -> Option<Answer> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(bytes.get(..end)?).into_owned();
    let status = head.split_whitespace().nth(1)?.parse().ok()?;
    Some(Answer { status, head, body: bytes.get(end + 4..)?.to_vec() })
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn an_answer_is_taken_apart() {
        let answer =
            parse(b"HTTP/1.0 200 OK\r\nset-cookie: a=1\r\nSet-Cookie: b=2\r\n\r\nbody").unwrap();
        assert_eq!(answer.status, 200);
        assert_eq!(answer.headers("Set-Cookie").collect::<Vec<_>>(), ["a=1", "b=2"]);
        assert_eq!(answer.body, b"body");
    }
}
