//! Replaces a file whole, so that whoever reads it sees the old text or the new one.

use std::fs;
use std::io::Write as _;
use std::path::Path;

/// Writes a text in place of a file, which need not exist; nor need its folder.
///
/// # Errors
///
/// What the system does not allow; the file is then as it was.
pub(super) fn replace(file: &Path, text: &str) -> anyhow::Result<()> {
    let folder = file.parent().filter(|it| !it.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut new = tempfile::NamedTempFile::new_in(folder)?;
    new.write_all(text.as_bytes())?;
    new.as_file().sync_all()?;
    new.persist(file)?;
    Ok(())
}
