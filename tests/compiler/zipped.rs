//! Zips and workbooks made byte by byte: what no library would write.

use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A zip of these parts.
pub(crate) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    zipped_pieces(parts.iter().map(|(name, bytes)| (*name, vec![(*bytes, 1)])))
}

/// A zip of these parts, each made of pieces that stand so many times: what is unpacked is never held in memory.
pub(crate) fn zipped_pieces<'a>(
    parts: impl IntoIterator<Item = (&'a str, Vec<(&'a [u8], usize)>)>,
) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, pieces) in parts {
        let options = SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Deflated)
            .compression_level(Some(1));
        zip.start_file(name, options).expect("a part");
        for (bytes, times) in pieces {
            for _ in 0..times {
                zip.write_all(bytes).expect("its bytes");
            }
        }
    }
    zip.finish().expect("a zip").into_inner()
}
