//! From bytes to text. Danish spreadsheets save CSV as Windows-1252 or as UTF-8, with or without a
//! mark in front; UTF-16 has one always. Never guesses a letter: what is in no encoding we know, or
//! in two at once, is refused. Knows no columns.

/// The bytes are text in no encoding we know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// What the bytes 0x80 to 0x9f are in Windows-1252; five of them are nothing.
const C1: [Option<char>; 32] = [
    Some('€'),
    None,
    Some('‚'),
    Some('ƒ'),
    Some('„'),
    Some('…'),
    Some('†'),
    Some('‡'),
    Some('ˆ'),
    Some('‰'),
    Some('Š'),
    Some('‹'),
    Some('Œ'),
    None,
    Some('Ž'),
    None,
    None,
    Some('‘'),
    Some('’'),
    Some('“'),
    Some('”'),
    Some('•'),
    Some('–'),
    Some('—'),
    Some('˜'),
    Some('™'),
    Some('š'),
    Some('›'),
    Some('œ'),
    None,
    Some('ž'),
    Some('Ÿ'),
];

/// Reads a file as text.
///
/// # Errors
/// When it is none.
pub fn text_of(bytes: &[u8]) -> Result<String, Unreadable> {
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => {
            std::str::from_utf8(rest).map_err(|_| Unreadable)?.to_owned()
        }
        [0xFF, 0xFE, rest @ ..] => utf_16(rest, u16::from_le_bytes)?,
        [0xFE, 0xFF, rest @ ..] => utf_16(rest, u16::from_be_bytes)?,
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => windows_1252(bytes)?,
        },
    };
    // UTF-16 without its mark, and what is no text at all.
    if text.contains('\0') { Err(Unreadable) } else { Ok(text) }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Unreadable> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(Unreadable);
    }
    let units = pairs.iter().map(|pair| unit(*pair));
    char::decode_utf16(units).collect::<Result<_, _>>().map_err(|_| Unreadable)
}

/// Not when some of it is UTF-8: two files have been put together, and one of them would be read
/// wrongly.
fn windows_1252(bytes: &[u8]) -> Result<String, Unreadable> {
    let danish_utf_8 = |pair: &[u8]| matches!(pair, [0xC3, 0x80..=0xBF]);
    if bytes.windows(2).any(danish_utf_8) {
        return Err(Unreadable);
    }
    let letter = |byte: u8| match byte {
        0x80..=0x9F => C1[usize::from(byte - 0x80)].ok_or(Unreadable),
        _ => Ok(char::from(byte)),
    };
    bytes.iter().copied().map(letter).collect()
}

/// Have letters been lost before the file came here? Either nobody knows them any more, or UTF-8
/// was once read as Windows-1252: `Ã¸` for `ø`.
pub fn is_garbled(text: &str) -> bool {
    let after = |sign: char| C1.contains(&Some(sign)) || ('\u{80}'..='\u{BF}').contains(&sign);
    text.contains('\u{FFFD}')
        || text.split('Ã').skip(1).any(|rest| rest.chars().next().is_some_and(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Søren Åkjær Æbelø";

    fn utf_16_bytes(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn danish_letters_are_read_in_every_encoding() {
        let windows: Vec<u8> =
            TEXT.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
        for bytes in [
            TEXT.as_bytes().to_vec(),
            [b"\xEF\xBB\xBF", TEXT.as_bytes()].concat(),
            windows,
            utf_16_bytes(&format!("\u{FEFF}{TEXT}"), u16::to_le_bytes),
            utf_16_bytes(&format!("\u{FEFF}{TEXT}"), u16::to_be_bytes),
        ] {
            assert_eq!(text_of(&bytes).as_deref(), Ok(TEXT), "{bytes:?}");
        }
        assert_eq!(text_of(b"80 \x80, Br\xF8d").as_deref(), Ok("80 €, Brød"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let both = [TEXT.as_bytes(), b"S\xF8ren"].concat();
        let bare = utf_16_bytes(TEXT, u16::to_le_bytes);
        for bytes in
            [&both[..], &bare, b"\xFF\xFEa", b"\xFF\xFE\x00\xD8", b"\xEF\xBB\xBF\xF8", b"\x81"]
        {
            assert_eq!(text_of(bytes), Err(Unreadable), "{bytes:?}");
        }
    }

    #[test]
    fn letters_that_were_lost_before_are_seen() {
        for lost in ["SÃ¸ren", "Ã…kjær", "Ã†belø", "S\u{FFFD}ren"] {
            assert!(is_garbled(lost), "{lost}");
        }
        for fine in [TEXT, "SÃO", "Ã", "José Müller"] {
            assert!(!is_garbled(fine), "{fine}");
        }
    }
}
