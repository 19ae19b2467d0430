//! Where the app lies on its host: beside the root, or below a path such as `/portal/`.

use leptos::prelude::*;

/// The address of the app, which ends in a slash.
pub fn address() -> String {
    document().base_uri().ok().flatten().unwrap_or_else(|| "/".to_owned())
}

/// Its path, without a slash at the end: empty at the root of the host.
pub fn path() -> String {
    let url = web_sys::Url::new_with_base(&address(), &window().location().origin().unwrap_or_default());
    url.map(|url| url.pathname().trim_end_matches('/').to_owned()).unwrap_or_default()
}
