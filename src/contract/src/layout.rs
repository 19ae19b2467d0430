//! How a person arranged the list.

use crate::wire;
use domain::layout::ListLayout;

wire! {
    /// `GET /me/list-layout`
    pub struct OwnLayout {
        /// `null` until the person arranges the list.
        pub layout: Option<ListLayout>,
    }
}
