//! Saved filters, and filters that are too long for an address.

use crate::bulk::Author;
use crate::{given, wire};
use domain::estate::order::SortKey;
use domain::filter::Filter;
use domain::layout::ListLayout;
use domain::time::Timestamp;

/// Most saved filters of one person.
pub const MOST_FILTERS: usize = 500;
/// Most bytes of the views of one person's saved filters together, because their list is answered whole.
pub const MOST_VIEW_BYTES: usize = 4 * 1024 * 1024;
/// Most characters in the name of a saved filter.
pub const FILTER_NAME_LENGTH: usize = 80;
/// Most characters in the quick search of a saved filter.
pub const SEARCH_LENGTH: usize = 200;

wire! {
    /// What a saved filter brings back: which SIMs, in which order, and if it was saved with it, how the list is arranged.
    #[derive(Default)]
    #[serde(deny_unknown_fields)]
    pub struct View {
        #[serde(default)]
        pub filter: Filter,
        /// The quick search beside the filter; empty for none.
        #[serde(default)]
        #[cfg_attr(feature = "openapi", schema(max_length = 200))]
        pub search: String,
        /// The first one decides most; without any, the list has its own order.
        #[serde(default)]
        #[cfg_attr(feature = "openapi", schema(max_items = 20))]
        pub sort: Vec<SortKey>,
        /// `null` leaves the list arranged as it is.
        #[serde(default)]
        pub layout: Option<ListLayout>,
    }

    /// A saved filter, as the caller sees it.
    pub struct SavedFilter {
        pub id: u32,
        pub name: String,
        /// Whether every user of the owner's account sees it.
        pub shared: bool,
        pub view: View,
        pub owner: Author,
        /// Whether the caller may change and delete it.
        pub can_edit: bool,
        pub updated_at: Timestamp,
        /// For `If-Match`, as the header of the single filter tells it: one of a list need not be read again to be changed.
        pub etag: String,
    }

    /// `GET /filters`: all that the caller sees, by name.
    pub struct SavedFilters {
        pub items: Vec<SavedFilter>,
    }

    /// `POST /filters`: what to save.
    #[serde(deny_unknown_fields)]
    pub struct NewFilter {
        /// Without the spaces around it 1 to 80 characters; the caller has no other filter of this name, whatever its case.
        pub name: String,
        #[serde(default)]
        pub shared: bool,
        pub view: View,
    }

    /// `PATCH /filters/{id}`: what is absent stays. Needs `If-Match`.
    ///
    /// A view is replaced as a whole: one filter merged into another would be neither.
    #[derive(Default)]
    #[serde(deny_unknown_fields)]
    pub struct FilterPatch {
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
        #[cfg_attr(feature = "openapi", schema(nullable = false))]
        pub name: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
        #[cfg_attr(feature = "openapi", schema(nullable = false))]
        pub shared: Option<bool>,
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
        #[cfg_attr(feature = "openapi", schema(nullable = false))]
        pub view: Option<View>,
    }

    /// `POST /filter-links`: a filter that is too long for an address.
    #[serde(deny_unknown_fields)]
    pub struct NewFilterLink {
        pub filter: Filter,
    }

    /// Stands in an address for a filter.
    pub struct FilterLink {
        /// Letters, digits, `-` and `_`. The same filter of the same account always has the same.
        pub id: String,
    }

    /// `GET /filter-links/{id}`
    pub struct LinkedFilter {
        pub id: String,
        pub filter: Filter,
    }
}
