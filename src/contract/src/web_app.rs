//! The dashboard as an app that is installed on a phone or a desktop.

use crate::wire;
use domain::brand::Colour;

wire! {
    /// `GET /web-app-manifest?host=&start=`: a web application manifest (W3C) in the look of a host.
    pub struct WebAppManifest {
        pub name: String,
        pub short_name: String,
        /// Path of the dashboard on the page's host.
        pub start_url: String,
        pub scope: String,
        /// `standalone`: a window of its own.
        pub display: String,
        pub background_color: Colour,
        pub theme_color: Colour,
        pub icons: Vec<Icon>,
    }

    /// A picture of the app.
    pub struct Icon {
        /// Path on the page's host.
        pub src: String,
        /// `64x64`, or `any` for one that fits every size.
        pub sizes: String,
        #[serde(rename = "type")]
        pub media_type: String,
        /// `any`: may stand on whatever there is.
        pub purpose: String,
    }
}
