//! Whose the app looks to be: a name, pictures and colours.

use domain::brand::{Colour, Header, Scheme};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::CssStyleDeclaration;

/// What a reseller puts in place of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brand {
    pub product_name: String,
    /// Address of the picture that stands for the product; its mark and name when absent.
    pub logo: Option<String>,
    /// Address of the picture on the browser's tab.
    pub favicon: String,
    /// Of links and buttons; that of the style sheet when absent.
    pub accent: Option<Colour>,
    pub header: Option<Header>,
}

impl Default for Brand {
    fn default() -> Self {
        Self {
            product_name: "Simgrove".to_owned(),
            logo: None,
            favicon: "brand/favicon.svg".to_owned(),
            accent: None,
            header: None,
        }
    }
}

impl Brand {
    /// Gives the page its colours and the tab its picture. Set by script, not written into a style: the content security
    /// policy allows the first alone.
    pub fn show(&self) {
        if let Some(link) = document().query_selector("link[rel=icon]").ok().flatten() {
            let _ = link.set_attribute("href", &self.favicon);
        }
        let Some(root) = document().document_element() else { return };
        let style: CssStyleDeclaration = root.unchecked_into::<web_sys::HtmlElement>().style();
        for (name, colour) in self.properties() {
            let _ = match colour {
                Some(colour) => style.set_property(name, &colour.to_string()),
                None => style.remove_property(name).map(drop),
            };
        }
    }

    /// The properties that `style/tokens.css` reads. Without a value its own colours hold.
    fn properties(&self) -> [(&'static str, Option<Colour>); 6] {
        let [light, dark] = Scheme::ALL.map(|scheme| self.accent.map(|accent| scheme.accent(accent)));
        [
            ("--brand-accent-light", light.map(|accent| accent.colour)),
            ("--brand-on-accent-light", light.map(|accent| accent.text)),
            ("--brand-accent-dark", dark.map(|accent| accent.colour)),
            ("--brand-on-accent-dark", dark.map(|accent| accent.text)),
            ("--brand-header", self.header.map(|header| header.background)),
            ("--brand-header-text", self.header.map(|header| header.text)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_reads_all_that_is_set() {
        let styles =
            [include_str!("../../../../style/tokens.css"), include_str!("../../../../style/shell.css")]
                .concat();
        for (name, colour) in Brand::default().properties() {
            assert_eq!(colour, None, "{name} is left to the style");
            assert!(styles.contains(&format!("var({name},")), "{name}");
        }
    }
}
