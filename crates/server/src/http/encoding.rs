//! Which compressed forms a browser takes (`Accept-Encoding`, RFC 9110 12.5.3).

use axum::http::{HeaderMap, header};

/// A form in which files lie ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Brotli: the smallest.
    Brotli,
    /// Gzip.
    Gzip,
}

impl Encoding {
    /// Its name in headers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// What the name of the compressed copy ends with.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        }
    }
}

/// The forms taken, the best first: by weight, and the smaller form where weights are equal.
pub fn accepted(headers: &HeaderMap) -> Vec<Encoding> {
    let weights: Vec<(String, f32)> = headers
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(weighted)
        .collect();
    let weight = |name: &str| {
        let named = weights.iter().find(|(given, _)| given == name);
        named
            .or_else(|| weights.iter().find(|(given, _)| given == "*"))
            .map_or(0.0, |found| found.1)
    };
    let mut forms: Vec<(Encoding, f32)> = [Encoding::Brotli, Encoding::Gzip]
        .into_iter()
        .map(|form| (form, weight(form.name())))
        .filter(|(_, weight)| *weight > 0.0)
        .collect();
    forms.sort_by(|one, other| other.1.total_cmp(&one.1));
    forms.into_iter().map(|(form, _)| form).collect()
}

fn weighted(item: &str) -> Option<(String, f32)> {
    let mut parts = item.split(';').map(str::trim);
    let name = parts.next().filter(|name| !name.is_empty())?.to_ascii_lowercase();
    let weight = parts.find_map(|part| part.strip_prefix("q=").or(part.strip_prefix("Q=")));
    match weight {
        None => Some((name, 1.0)),
        Some(text) => Some((name, text.parse::<f32>().ok().filter(|q| (0.0..=1.0).contains(q))?)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_form_the_browser_takes_comes_first() {
        use Encoding::{Brotli, Gzip};
        for (given, expected) in [
            ("", vec![]),
            ("gzip, deflate, br, zstd", vec![Brotli, Gzip]),
            ("gzip", vec![Gzip]),
            ("br;q=0, gzip", vec![Gzip]),
            ("br;q=0.5, gzip;q=0.8", vec![Gzip, Brotli]),
            ("*", vec![Brotli, Gzip]),
            ("*;q=0.1, br;q=0", vec![Gzip]),
            ("identity", vec![]),
            ("BR ; Q=1", vec![Brotli]),
            ("br;q=nonsense", vec![]),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, given.parse().unwrap());
            assert_eq!(accepted(&headers), expected, "{given}");
        }
    }
}
