//! What is being dragged, told by the type of its data: only that can be read before the drop.

use wasm_bindgen::JsValue;
use web_sys::DragEvent;

/// The type of data that stands for the selected SIMs. Whoever starts the drag sets it, with any text.
pub const SIMS: &str = "application/x-simgrove-sims";

/// Whether the selected SIMs are being dragged.
pub fn carries_sims(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&JsValue::from_str(SIMS), 0))
}
