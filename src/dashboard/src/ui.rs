//! Reusable parts of the interface: markup and names here, keys and focus in [`crate::behaviour`], looks in `style/`.

pub mod account_tree;
pub mod bar;
pub mod button;
pub mod chart;
pub mod checkbox;
pub mod combobox;
pub mod dialog;
pub mod empty;
pub mod field;
mod hosts;
pub mod icon;
pub mod label_chip;
pub mod later;
pub mod live;
pub mod menu;
pub mod notice;
pub mod progress;
pub mod segmented;
pub mod skeleton;
pub mod status_chip;
pub mod switch;
pub mod tabs;
pub mod toast;
pub mod usage_bar;

pub use hosts::{Hosts, provide};
