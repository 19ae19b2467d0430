//! Pages of SIMs on the wire, as columns.

use super::batch::Batch;
use crate::sim::SimId;
use serde::{Deserialize, Serialize};

/// `GET /sims/columns`: a page of the estate, ordered by id.
///
/// `version` is that of the whole estate when the first page was read and is carried by the cursors: asking for the
/// changes since then, after the last page, closes the gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ColumnPage<'a> {
    pub version: u64,
    /// SIMs in the caller's part of the tree.
    pub total: u64,
    /// Where the next page begins.
    pub next_cursor: Option<String>,
    /// Where the stretches begin that the rest was divided into, when that was asked for, in the order of ids: instead of
    /// `next_cursor`, so that several can be read at a time. A stretch can be empty, or longer than a page.
    pub cursors: Vec<String>,
    #[serde(borrow)]
    pub columns: Batch<'a>,
}

/// `GET /sims/changes?since=`: what changed after a version, as the SIMs are now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangePage<'a> {
    /// Ask for the changes since this next.
    pub version: u64,
    /// Whether there are more right now.
    pub more: bool,
    /// SIMs that were changed or came into the caller's part of the tree.
    #[serde(borrow)]
    pub columns: Batch<'a>,
    /// SIMs that left it.
    pub removed: Vec<SimId>,
}

// Read here, because this crate is compiled to be fast in the browser, where most others are compiled to be small.

impl<'a> ColumnPage<'a> {
    pub fn read(json: &'a [u8]) -> serde_json::Result<Self> {
        serde_json::from_slice(json)
    }
}

impl<'a> ChangePage<'a> {
    pub fn read(json: &'a [u8]) -> serde_json::Result<Self> {
        serde_json::from_slice(json)
    }
}
