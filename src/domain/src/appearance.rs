//! How a person wants the app to look (PRODUCT.md §6): the same in every browser.

use crate::sim::codes;
use serde::{Deserialize, Serialize};

codes! {
    /// Light or dark.
    Theme {
        System = "system",
        Light = "light",
        Dark = "dark",
    }
}

codes! {
    /// How clearly lines and texts stand out.
    Contrast {
        System = "system",
        More = "more",
    }
}

codes! {
    /// Whether things move on their own way to where they go.
    Motion {
        System = "system",
        Reduced = "reduced",
    }
}

/// All of it. `system` leaves it to the browser, which asks the operating system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Appearance {
    pub theme: Theme,
    pub contrast: Contrast,
    pub motion: Motion,
}

impl Default for Appearance {
    fn default() -> Self {
        Self { theme: Theme::System, contrast: Contrast::System, motion: Motion::System }
    }
}
