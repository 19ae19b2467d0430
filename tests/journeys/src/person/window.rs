//! The window that someone looks through, and what is saved from it.

use super::{Person, must};
use crate::engine::Engine;
use crate::wire::Outcome;
use crate::{page_scripts, wait};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a page usually takes at most to get the size of its window.
const SETTLES: Duration = Duration::from_secs(2);

impl Person {
    /// Makes the page this large, in CSS pixels.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        if self.engine() == Engine::Chromium {
            // Its window cannot be as narrow as a phone.
            let metrics =
                json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            must("resizing", self.browser().devtools("Emulation.setDeviceMetricsOverride", &metrics));
        } else {
            self.resize_around(width, height);
        }
        self.comes_to("the size of the window", (width, height), || self.inner_size());
    }

    /// Makes the window as large as it takes. What lies around the page is known only when the page has the size that
    /// follows from the window's, which may take a while: as long as it has not, the same is asked for again.
    #[track_caller]
    fn resize_around(&self, width: u32, height: u32) {
        wait::until(wait::PATIENCE, || {
            let window = must("measuring the window", self.browser().session.get("window/rect"));
            let (inner_width, inner_height) = self.inner_size();
            let outer = |side: &str, wanted: u32, inner: u32| {
                (window[side].as_f64().unwrap_or_default() as u32 + wanted).saturating_sub(inner)
            };
            let size = json!({
                "x": 0,
                "y": 0,
                "width": outer("width", width, inner_width),
                "height": outer("height", height, inner_height),
            });
            must("resizing", self.post("window/rect", &size));
            wait::until(SETTLES, || (self.inner_size() == (width, height)).then_some(()))
        });
    }

    #[track_caller]
    fn inner_size(&self) -> (u32, u32) {
        let size = self.run("return [innerWidth, innerHeight]", &json!([]));
        let side = |index: usize| size[index].as_f64().unwrap_or_default() as u32;
        (side(0), side(1))
    }

    /// Has a telephone in place of a desk, as far as the engine goes: Chromium has its size and is pointed at by a finger,
    /// the other ones only are as narrow as their windows can be.
    #[track_caller]
    pub fn takes_a_telephone(&self) {
        if self.engine() == Engine::Chromium {
            let touch = json!({ "enabled": true, "maxTouchPoints": 5 });
            must(
                "getting a touch screen",
                self.browser().devtools("Emulation.setTouchEmulationEnabled", &touch),
            );
        }
        self.resize(self.narrowest(390), 844);
    }

    /// A width that the window can have: only Chromium can be narrower than 500 CSS pixels.
    pub fn narrowest(&self, width: u32) -> u32 {
        if self.engine() == Engine::Chromium { width } else { width.max(500) }
    }

    /// Takes the page for dark or light, as if the system were set so. Chromium only.
    #[track_caller]
    pub fn prefers(&self, feature: &str, value: &str) {
        let media = json!({ "features": [{ "name": feature, "value": value }] });
        must("emulating a preference", self.browser().devtools("Emulation.setEmulatedMedia", &media));
    }

    /// Writes what the person sees to a file.
    #[track_caller]
    pub fn screenshot(&self, file: &Path) {
        must("taking a picture", self.try_screenshot(file));
    }

    pub(crate) fn try_screenshot(&self, file: &Path) -> Outcome<()> {
        let picture = self.browser().session.get("screenshot")?;
        let bytes = STANDARD.decode(picture.as_str().unwrap_or_default()).unwrap_or_default();
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).expect("the folder for pictures can be made");
        }
        fs::write(file, bytes).expect("the picture can be written");
        Ok(())
    }

    /// Does what downloads a file, waits for it, and gives its name and text. WebKit would ask where to put it, so there
    /// the page's file is taken from under its last click.
    #[track_caller]
    pub fn download(&self, act: impl FnOnce()) -> (String, String) {
        if self.engine() == Engine::WebKit {
            self.run(page_scripts::CATCH_DOWNLOAD, &json!([]));
            act();
            let caught = wait::until(wait::PATIENCE, || {
                Some(self.run("return window.__caught", &json!([]))).filter(|it| !it.is_null())
            });
            let caught = caught.expect("in vain waited for a download");
            let part = |name: &str| caught[name].as_str().unwrap_or_default().to_owned();
            return (part("name"), part("text"));
        }
        let files = || -> BTreeSet<PathBuf> {
            let files = fs::read_dir(self.browser().downloads()).into_iter().flatten().flatten();
            files.map(|entry| entry.path()).collect()
        };
        let before = files();
        act();
        // Until a browser has all of it, the file has another name, or there is one of that name beside it.
        let unfinished =
            |file: &PathBuf| file.extension().is_some_and(|it| it == "crdownload" || it == "part");
        let file = wait::until(wait::PATIENCE, || {
            let new: Vec<PathBuf> = files().difference(&before).cloned().collect();
            let hidden =
                |file: &PathBuf| file.file_name().is_none_or(|it| it.to_string_lossy().starts_with('.'));
            if new.iter().any(|file| unfinished(file) || hidden(file)) {
                None
            } else {
                new.into_iter().next()
            }
        });
        let file = file.expect("in vain waited for a download");
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&file).expect("the download is text");
        (name, text)
    }

    /// A property of the first element that fits a selector, as it is drawn: for what nobody can name, such as a colour.
    pub fn drawn(&self, selector: &str, property: &str) -> Value {
        let script = "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]";
        self.run(script, &json!([selector, property]))
    }
}
