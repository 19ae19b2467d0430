//! Who takes part.

use clap::ValueEnum;
use serde_json::Value;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Contestant {
    Simgrove,
    AgGrid,
    #[value(name = "tanstack")]
    TanStack,
    #[value(name = "slickgrid")]
    SlickGrid,
    Glide,
}

/// What the peers' pages are made of, at exactly these versions.
const PACKAGES: &str = include_str!("../../../../bench/package.json");

impl Contestant {
    pub const ALL: [Self; 5] = [Self::Simgrove, Self::AgGrid, Self::TanStack, Self::SlickGrid, Self::Glide];

    pub fn is_ours(self) -> bool {
        self == Self::Simgrove
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Simgrove => "Simgrove",
            Self::AgGrid => "AG Grid",
            Self::TanStack => "TanStack",
            Self::SlickGrid => "SlickGrid",
            Self::Glide => "Glide",
        }
    }

    /// Where its page is.
    pub fn path(self) -> &'static str {
        match self {
            Self::Simgrove => "/sims",
            Self::AgGrid => "/peers/ag-grid/page.html",
            Self::TanStack => "/peers/tanstack/page.html",
            Self::SlickGrid => "/peers/slickgrid/page.html",
            Self::Glide => "/peers/glide/page.html",
        }
    }

    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Simgrove => &[],
            Self::AgGrid => &["ag-grid-community"],
            Self::TanStack => &["@tanstack/table-core", "@tanstack/virtual-core"],
            Self::SlickGrid => &["slickgrid"],
            Self::Glide => &["@glideapps/glide-data-grid", "react"],
        }
    }

    /// Its packages with their versions; empty for ours.
    pub fn versions(self) -> String {
        let packages: Value = serde_json::from_str(PACKAGES).expect("package.json is JSON");
        let version = |name: &&str| {
            format!("{name} {}", packages["dependencies"][name].as_str().unwrap_or("of unknown version"))
        };
        self.packages().iter().map(version).collect::<Vec<_>>().join(", ")
    }
}
