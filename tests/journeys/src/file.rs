//! A file to choose, gone at the end.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, process};

/// A file of some name in a folder of its own.
pub struct File(PathBuf);

impl File {
    #[track_caller]
    pub fn new(name: &str, content: impl AsRef<[u8]>) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("simgrove-file-{}-{number}", process::id()));
        fs::create_dir_all(&folder).expect("the folder can be made");
        let file = folder.join(name);
        fs::write(&file, content).expect("the file can be written");
        Self(file)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for File {
    fn drop(&mut self) {
        if let Some(folder) = self.0.parent() {
            fs::remove_dir_all(folder).ok();
        }
    }
}
