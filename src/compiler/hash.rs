//! Names and integrity values from content.

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// SHA-256 of a content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Hash([u8; 32]);

impl Hash {
    /// Of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self::of_parts(&[bytes])
    }

    /// Of several pieces, one behind the other.
    pub fn of_parts(parts: &[&[u8]]) -> Self {
        let mut hashing = Hashing::default();
        for part in parts {
            hashing.add(part);
        }
        hashing.done()
    }

    /// Of a file, read in pieces: a feed may be larger than memory.
    pub fn of_file(path: &Path) -> Result<Self> {
        let failed = || format!("tidak dapat membaca {}", path.display());
        let mut file = File::open(path).with_context(failed)?;
        let mut hashing = Hashing::default();
        let mut piece = vec![0; 1 << 16];
        loop {
            match file.read(&mut piece).with_context(failed)? {
                0 => return Ok(hashing.done()),
                read => hashing.add(piece.get(..read).unwrap_or_default()),
            }
        }
    }

    /// For file names: the first 16 hexadecimal digits, 64 bits. A million files meet by chance once in
    /// 37 million catalogues.
    pub fn name(&self) -> String {
        self.0.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    /// For the browser's integrity check: `sha256-` and base64.
    pub fn integrity(&self) -> String {
        format!("sha256-{}", base64(&self.0))
    }

    /// The first half, to tell contents apart in memory.
    pub fn short(&self) -> u128 {
        self.0.iter().take(16).fold(0, |sum, byte| sum << 8 | u128::from(*byte))
    }
}

/// The hash of a content that comes in pieces.
#[derive(Clone, Debug, Default)]
pub struct Hashing(Sha256);

impl Hashing {
    /// The next piece.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// After the last piece.
    pub fn done(self) -> Hash {
        Hash(self.0.finalize().into())
    }
}

/// Base64 with padding, RFC 4648.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |sum, at| {
            sum << 8 | u32::from(chunk.get(at).copied().unwrap_or_default())
        });
        for at in 0..4 {
            let letter = LETTERS.get((bits >> (18 - 6 * at)) as usize & 63).copied();
            out.push(if at <= chunk.len() { char::from(letter.unwrap_or_default()) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_standard() {
        for (text, coded) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(text.as_bytes()), coded);
        }
    }

    #[test]
    fn a_hash_is_that_of_sha256sum() {
        let hash = Hash::of(b"etalase");
        assert_eq!(hash, Hash::of_parts(&[b"eta", b"lase"]));
        assert_eq!(hash.name().len(), 16);
        assert_eq!(
            Hash::of(b"").integrity(),
            "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
        );
    }
}
