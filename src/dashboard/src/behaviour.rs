//! What composites do with keys, focus and scrolling: decisions as plain functions, tested natively.

pub mod arrange;
pub mod chart_scale;
pub mod choices;
pub mod combobox_keys;
pub mod download;
pub mod drag;
pub mod filter_draft;
pub mod focus;
pub mod fold;
pub mod grid_keys;
pub mod highlight;
pub mod ids;
pub mod list_place;
pub mod listen;
pub mod menu_keys;
pub mod order_keys;
pub mod pointing;
pub mod popup;
pub mod size;
pub mod tab_keys;
pub mod tracks;
pub mod tree;
pub mod typeahead;
pub mod usage_scale;
pub mod viewport;
