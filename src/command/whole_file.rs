//! Files that are there whole or not at all.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use anyhow::Context as _;
use tempfile::NamedTempFile;

/// Writes a file through a temporary one in the same folder, which is made if
/// it is not there.
pub(super) fn write(path: &Path, bytes: impl AsRef<[u8]>) -> anyhow::Result<()> {
    let about = || format!("writing {}", path.display());
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    fs::create_dir_all(folder).with_context(about)?;
    let mut file = NamedTempFile::new_in(folder).with_context(about)?;
    file.write_all(bytes.as_ref()).with_context(about)?;
    file.as_file().sync_all().with_context(about)?;
    readable_by_all(&file).with_context(about)?;
    file.persist(path).with_context(about)?;
    Ok(())
}

/// Temporary files are made for their owner alone; what is published is not.
#[cfg(unix)]
fn readable_by_all(file: &NamedTempFile) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.as_file()
        .set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_by_all(_: &NamedTempFile) -> io::Result<()> {
    Ok(())
}
