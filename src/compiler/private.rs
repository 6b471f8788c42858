//! Files for staff alone: they may hold numbers that nobody has allowed to be published, so they never lie in a
//! published folder.

use crate::compiler::output::whereabouts;
use crate::format::manifest::LATEST;
use anyhow::Result;
use std::path::{Path, PathBuf};

/// The published folder that a file would lie in: the one about to be written, or one that stands there already.
pub fn publication_above(file: &Path, about_to_be: Option<&Path>) -> Result<Option<PathBuf>> {
    let file = whereabouts(file)?;
    let coming = about_to_be.map(whereabouts).transpose()?;
    let published = |folder: &Path| {
        coming.as_deref() == Some(folder) || folder.join(LATEST.trim_start_matches('/')).is_file()
    };
    Ok(file.ancestors().skip(1).find(|folder| published(folder)).map(Path::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_publication_is_found_however_deep_below_it_a_file_lies() {
        let home = std::env::temp_dir().join(format!("etalase-private-{}", std::process::id()));
        let site = home.join("hasil");
        fs::create_dir_all(site.join("data")).expect("a folder");
        fs::write(site.join("latest.json"), "{}").expect("written");
        let above = |file: &Path| publication_above(file, None).expect("a place");
        for inside in ["a.html", "data/a.html", "baru/lagi/a.html"] {
            assert!(above(&site.join(inside)).is_some(), "{inside}");
        }
        assert_eq!(above(&home.join("a.html")), None);
        let coming = home.join("besok");
        let found = publication_above(&coming.join("a.html"), Some(&coming)).expect("a place");
        assert!(found.is_some_and(|folder| folder.ends_with("besok")));
        let _ = fs::remove_dir_all(home);
    }
}
