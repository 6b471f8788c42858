//! A file that is written only where it differs from the one of the former publication.
//!
//! What comes is compared with the former file as long as the two are the same. Where they are to the end, the new name
//! is given to the old file; else what was the same is copied, and the rest written. It does not know what it writes.

use crate::compiler::disk;
use anyhow::{Context, Result};
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::PathBuf;

/// So much of both is compared at a time.
const BUFFER: usize = 1 << 16;

/// A file in the making. It stands at its place only after [`Rewrite::finish`].
#[derive(Debug)]
#[must_use = "a file that is not finished may not be there"]
pub struct Rewrite {
    path: PathBuf,
    former: PathBuf,
    state: State,
}

#[derive(Debug)]
enum State {
    /// Everything so far stands in the former file too: so many bytes.
    Same(BufReader<File>, u64),
    Written(BufWriter<File>),
}

impl Rewrite {
    /// A file to be written to `path`, in the place of `former`, which need not be there.
    pub fn begin(path: PathBuf, former: PathBuf) -> Result<Self> {
        let plain = std::fs::metadata(&former).is_ok_and(|about| about.is_file());
        let state = match File::open(&former) {
            Ok(file) if plain => State::Same(BufReader::with_capacity(BUFFER, file), 0),
            _ => State::Written(disk::create(&path)?),
        };
        Ok(Self { path, former, state })
    }

    /// Ends the file.
    pub fn finish(mut self) -> Result<()> {
        let failed = || format!("tidak dapat menulis {}", self.path.display());
        if let State::Same(former, _) = &mut self.state
            && former.fill_buf().with_context(failed)?.is_empty()
        {
            return disk::link(&self.former, &self.path);
        }
        let failed = format!("tidak dapat menulis {}", self.path.display());
        self.written().and_then(Write::flush).context(failed)
    }

    /// The file to be written, with what was the same in it.
    fn written(&mut self) -> io::Result<&mut BufWriter<File>> {
        if let State::Same(_, same) = &self.state {
            let mut file = disk::create(&self.path).map_err(io::Error::other)?;
            let copied = io::copy(&mut File::open(&self.former)?.take(*same), &mut file)?;
            if copied != *same {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            self.state = State::Written(file);
        }
        match &mut self.state {
            State::Written(file) => Ok(file),
            State::Same(..) => unreachable!("it was just begun"),
        }
    }
}

impl Write for Rewrite {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let State::Same(former, same) = &mut self.state {
            let there = former.fill_buf()?;
            let count = there.len().min(bytes.len());
            if bytes.is_empty() || count > 0 && there.get(..count) == bytes.get(..count) {
                former.consume(count);
                *same += count as u64;
                return Ok(count);
            }
        }
        self.written()?.write(bytes)
    }

    /// Nothing is told of what was not finished.
    fn flush(&mut self) -> io::Result<()> {
        match &mut self.state {
            State::Written(file) => file.flush(),
            State::Same(..) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// Whether the former file itself was taken, and what stands at the new place.
    fn rewritten(name: &str, former: Option<&[u8]>, pieces: &[&[u8]]) -> (bool, Vec<u8>) {
        let home =
            std::env::temp_dir().join(format!("etalase-rewrite-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&home);
        let (old, new) = (home.join("old/a"), home.join("new/a"));
        if let Some(former) = former {
            disk::write(&old, former).expect("written");
        }
        let mut file = Rewrite::begin(new.clone(), old.clone()).expect("begun");
        for piece in pieces {
            file.write_all(piece).expect("written");
        }
        file.finish().expect("finished");
        if let Some(former) = former {
            assert_eq!(fs::read(&old).expect("the former file"), former);
        }
        (is_one_file(&old, &new), fs::read(new).expect("a file"))
    }

    #[cfg(unix)]
    fn is_one_file(one: &std::path::Path, other: &std::path::Path) -> bool {
        use std::os::unix::fs::MetadataExt;
        let inode = |path| fs::metadata(path).map(|about| about.ino()).ok();
        inode(one) == inode(other)
    }

    #[cfg(unix)]
    #[test]
    fn the_same_content_is_the_same_file_whatever_pieces_it_comes_in() {
        let long = vec![b'x'; 3 * BUFFER + 7];
        let (head, rest) = long.split_at(BUFFER - 1);
        assert_eq!(rewritten("same", Some(&long), &[head, b"", rest]), (true, long.clone()));
        assert_eq!(rewritten("empty", Some(b""), &[]), (true, Vec::new()));
    }

    #[cfg(unix)]
    #[test]
    fn what_differs_anywhere_is_written_and_leaves_the_former_file_as_it_was() {
        let long = vec![b'x'; 2 * BUFFER];
        let mut other = long.clone();
        other[BUFFER + 3] = b'y';
        let longer = [long.as_slice(), b"z"].concat();
        let shorter = &long[..BUFFER + 1];
        for (name, content) in
            [("middle", other.as_slice()), ("longer", &longer), ("shorter", shorter), ("none", b"")]
        {
            assert_eq!(rewritten(name, Some(&long), &[content]), (false, content.to_vec()));
        }
        assert_eq!(rewritten("first", None, &[b"a", b"b"]), (false, b"ab".to_vec()));
    }
}
