//! One attempt at a creating call: the key that lets the server recognise it when it is sent
//! again. Knows no HTTP and no randomness.

/// An attempt whose answer is not known yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt<Key, Body> {
    /// Sent as `Idempotency-Key`.
    pub key: Key,
    /// What was sent with it.
    pub body: Body,
}

/// The attempt to send: the same key as before as long as the answer to the same request is
/// unknown, so that pressing again after a lost connection never books twice. Another request
/// needs another key.
pub fn attempt<Key, Body: PartialEq>(
    unanswered: Option<Attempt<Key, Body>>,
    body: Body,
    fresh_key: impl FnOnce() -> Key,
) -> Attempt<Key, Body> {
    match unanswered {
        Some(unanswered) if unanswered.body == body => unanswered,
        _ => Attempt { key: fresh_key(), body },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_request_keeps_its_key_until_it_is_answered() {
        let first = attempt(None, "tid 1", || "a");
        let again = attempt(Some(first.clone()), "tid 1", || "b");
        assert_eq!(again, first);
    }

    #[test]
    fn another_request_gets_another_key() {
        let first = attempt(None, "tid 1", || "a");
        assert_eq!(attempt(Some(first), "tid 2", || "b").key, "b");
    }
}
