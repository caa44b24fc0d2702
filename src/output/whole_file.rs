//! Files that are there whole or not at all.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use anyhow::Context as _;
use tempfile::NamedTempFile;

/// Writes a file that everybody may read, through a temporary one in the same
/// folder, which is made if it is not there.
///
/// # Errors
///
/// What the system does not allow; the file is then as it was.
pub(crate) fn write(path: &Path, bytes: impl AsRef<[u8]>) -> anyhow::Result<()> {
    replace(path, bytes.as_ref(), readable_by_all)
}

/// The same for a file that only its owner may read.
///
/// # Errors
///
/// What the system does not allow; the file is then as it was.
pub(crate) fn write_private(path: &Path, bytes: impl AsRef<[u8]>) -> anyhow::Result<()> {
    // Temporary files are made for their owner alone.
    replace(path, bytes.as_ref(), |_| Ok(()))
}

fn replace(
    path: &Path,
    bytes: &[u8],
    admit: fn(&NamedTempFile) -> io::Result<()>,
) -> anyhow::Result<()> {
    let about = || format!("writing {}", path.display());
    let folder = folder_of(path);
    fs::create_dir_all(folder).with_context(about)?;
    let mut file = NamedTempFile::new_in(folder).with_context(about)?;
    file.write_all(bytes).with_context(about)?;
    file.as_file().sync_all().with_context(about)?;
    admit(&file).with_context(about)?;
    file.persist(path).with_context(about)?;
    Ok(())
}

/// The folder that a file lies in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

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
