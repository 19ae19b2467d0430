//! How a person wants the app to look.

use crate::wire;
use domain::appearance::Appearance;

wire! {
    /// `GET /me/appearance`
    pub struct OwnAppearance {
        /// `null` until the person chooses.
        pub appearance: Option<Appearance>,
    }
}
