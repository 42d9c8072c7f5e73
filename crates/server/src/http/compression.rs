//! Answers of the API travel compressed to whoever takes that: a team's list of cases is megabytes
//! of JSON. The app's own files lie ready compressed (`files`) and do not pass here.
//!
//! Sizes give nothing away (BREACH): no session cookie is ever in a body, the key of what is typed
//! is in one too small to be compressed, and another site's calls come without the cookie.

use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::SizeAbove;

/// The smallest body that is compressed, in bytes: what is smaller travels in one packet anyhow.
pub const WORTH_IT: u64 = 1_400;

/// The layer. At the lowest level: ten times smaller is enough, and the server has more to do.
pub fn layer() -> CompressionLayer<SizeAbove> {
    CompressionLayer::new()
        .quality(CompressionLevel::Fastest)
        .compress_when(SizeAbove::new(WORTH_IT))
}
