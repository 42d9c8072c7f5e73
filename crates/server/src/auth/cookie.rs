//! The session cookie: the only place where a session's secret exists outside the browser's
//! memory of it. Knows nothing of who the session belongs to.

use axum::http::{HeaderMap, HeaderValue, header};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::config::Address;

/// Name over https; the prefix makes browsers insist on `Secure`, `Path=/` and no domain.
pub const SECURE_NAME: &str = "__Host-genvej";
/// Name over plain http on loopback.
pub const PLAIN_NAME: &str = "genvej";

/// The secret of a session. Prints as nothing.
pub struct SessionToken([u8; 32]);

impl std::fmt::Debug for SessionToken {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("SessionToken")
    }
}

impl SessionToken {
    /// A token of fresh random bytes.
    pub fn new(random: [u8; 32]) -> Self {
        Self(random)
    }

    /// The token in a request's cookies, if there is one of the right shape.
    pub fn from_headers(headers: &HeaderMap, address: Address) -> Option<Self> {
        let text = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(name, _)| *name == cookie_name(address))
            .map(|(_, value)| value)?;
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        Some(Self(bytes.try_into().ok()?))
    }

    /// What the database knows of it.
    pub fn hash(&self) -> String {
        Sha256::digest(self.0).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The `Set-Cookie` that gives it to the browser, until the browser closes.
    pub fn set_cookie(&self, address: Address) -> Option<HeaderValue> {
        cookie(&URL_SAFE_NO_PAD.encode(self.0), "", address)
    }
}

/// The `Set-Cookie` that takes the token away.
pub fn removal_cookie(address: Address) -> Option<HeaderValue> {
    cookie("", "; Max-Age=0", address)
}

fn cookie_name(address: Address) -> &'static str {
    match address {
        Address::Https => SECURE_NAME,
        Address::PlainLoopback => PLAIN_NAME,
    }
}

fn cookie(value: &str, lifetime: &str, address: Address) -> Option<HeaderValue> {
    let name = cookie_name(address);
    let secure = match address {
        Address::Https => "; Secure",
        Address::PlainLoopback => "",
    };
    let text = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{lifetime}");
    let mut value = HeaderValue::from_str(&text).ok()?;
    value.set_sensitive(true);
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn over_https_the_cookie_is_bound_to_this_host() {
        let cookie = SessionToken::new([7; 32]).set_cookie(Address::Https).unwrap();
        let text = cookie.to_str().unwrap();
        assert!(text.starts_with("__Host-genvej="));
        for flag in ["Path=/", "HttpOnly", "Secure", "SameSite=Lax"] {
            assert!(text.split("; ").any(|part| part == flag), "{flag} in {text}");
        }
    }

    #[test]
    fn a_token_comes_back_from_the_cookies() {
        let mut headers = HeaderMap::new();
        let set = SessionToken::new([9; 32]).set_cookie(Address::PlainLoopback).unwrap();
        let pair = set.to_str().unwrap().split(';').next().unwrap().to_owned();
        headers.insert(header::COOKIE, format!("a=b; {pair}").parse().unwrap());
        let token = SessionToken::from_headers(&headers, Address::PlainLoopback).unwrap();
        assert_eq!(token.hash(), SessionToken::new([9; 32]).hash());
        assert!(SessionToken::from_headers(&headers, Address::Https).is_none());
    }
}
