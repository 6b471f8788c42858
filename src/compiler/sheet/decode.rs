//! Bytes of a CSV file to text: UTF-8 with or without BOM, UTF-16 with BOM, else Windows-1252.
//!
//! Guesses nothing further: what holds a NUL after that is no text.

use crate::compiler::sheet::SheetError;
use encoding_rs::{Encoding, WINDOWS_1252};
use std::borrow::Cow;

/// The text of a file.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, SheetError> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, bom)) => {
            let body = bytes.get(bom..).unwrap_or_default();
            encoding.decode_without_bom_handling(body).0
        }
        None => match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
        },
    };
    if text.contains('\0') { Err(SheetError::NotText) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_of_the_contract_is_one_text() {
        let utf16 = |big: bool| {
            let unit = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
            "\u{feff}Kué;1\n".encode_utf16().flat_map(unit).collect::<Vec<u8>>()
        };
        for bytes in [
            "Kué;1\n".as_bytes().to_vec(),
            "\u{feff}Kué;1\n".as_bytes().to_vec(),
            utf16(true),
            utf16(false),
            b"Ku\xe9;1\n".to_vec(),
        ] {
            assert_eq!(decode(&bytes).ok().as_deref(), Some("Kué;1\n"), "{bytes:?}");
        }
    }

    #[test]
    fn a_picture_called_csv_is_no_text() {
        assert!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").is_err());
    }
}
