//! Whose the app looks to be: a name, pictures and colours.
//!
//! Three say it: `config.json` of the host, then the account of the host name for who has not signed in, then the account of
//! who has.

use super::base;
use super::config::Config;
use super::scope::Scope;
use super::session::{Phase, SessionState};
use contract::branding::{ShownBranding, ShownSupport};
use contract::session::Carrier;
use domain::brand::{Colour, Header, Scheme};
use domain::branding::ImageId;
use leptos::logging;
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

/// What is shown of it now.
#[derive(Clone, Copy)]
pub struct BrandState {
    shown: Memo<Brand>,
    support: Memo<Option<ShownSupport>>,
    known: Memo<bool>,
}

/// Gives the brand to all below, and the page its look, from now on.
pub fn provide(config: &Config, session: SessionState, scope: Scope) -> BrandState {
    let of_host = RwSignal::new(None::<ShownBranding>);
    scope.spawn(async move {
        let read = session.api().branding_of_host(&host_name()).await;
        // Whoever cannot reach the API is told so elsewhere, in the look of the configuration.
        let branding = read.unwrap_or_else(|error| {
            logging::warn!("the look of this host could not be read: {error}");
            ShownBranding::default()
        });
        of_host.set(Some(branding));
    });
    let wanted = Memo::new(move |_| session.branding.get().or_else(|| of_host.get()));
    let (configured, configured_support) = (config.brand.clone(), config.support.clone());
    let shown = Memo::new(move |_| {
        let address = |id: &ImageId| session.api().image_address(id);
        wanted.with(|wanted| match wanted {
            Some(wanted) => configured.under(wanted, address),
            None => configured.clone(),
        })
    });
    let support = Memo::new(move |_| {
        wanted.with(|wanted| wanted.as_ref()?.support.clone()).or_else(|| configured_support.clone())
    });
    let known = Memo::new(move |_| {
        wanted.with(Option::is_some) || session.phase.with(|phase| matches!(phase, Phase::Unreachable(_)))
    });
    let brand = BrandState { shown, support, known };
    Effect::new(move |_| shown.with(Brand::show));
    // The bundle's own manifest stays where no account says who the app is, and where the API is elsewhere: browsers take a
    // manifest from the page's own host alone.
    let carrier = config.session;
    Effect::new(move |_| {
        let is_branded =
            of_host.with(|shown| shown.as_ref().is_some_and(|shown| shown.product_name.is_some()));
        if is_branded && carrier == Carrier::Cookie {
            let start = base::path() + "/";
            set_link("manifest", &session.api().manifest_address(&host_name(), &start));
        }
    });
    provide_context(brand);
    brand
}

/// The brand.
pub fn use_brand() -> BrandState {
    expect_context()
}

impl BrandState {
    /// The brand as it is now.
    pub fn shown(self) -> Memo<Brand> {
        self.shown
    }

    /// What the product is called.
    pub fn product_name(self) -> String {
        self.shown.with(|brand| brand.product_name.clone())
    }

    /// Where help is found.
    pub fn support(self) -> Memo<Option<ShownSupport>> {
        self.support
    }

    /// Whether it is known whose the app is to look: before that nothing is shown that would have to change.
    pub fn is_known(self) -> bool {
        self.known.get()
    }
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
    /// This one of the configuration under what the accounts want. As among accounts, one with another name shows no
    /// picture of this one.
    pub fn under(&self, wanted: &ShownBranding, address: impl Fn(&ImageId) -> String) -> Self {
        let below = match wanted.product_name {
            Some(_) => &Self { accent: self.accent, header: self.header, ..Self::default() },
            None => self,
        };
        Self {
            product_name: wanted.product_name.clone().unwrap_or_else(|| below.product_name.clone()),
            logo: wanted.logo.as_ref().map(&address).or_else(|| below.logo.clone()),
            favicon: wanted.favicon.as_ref().map_or_else(|| below.favicon.clone(), &address),
            accent: wanted.accent.or(below.accent),
            header: wanted.header.or(below.header),
        }
    }

    /// Gives the page its colours and the tab its picture. Set by script, not written into a style: the content security
    /// policy allows the first alone.
    fn show(&self) {
        set_link("icon", &self.favicon);
        let Some(root) = document().document_element() else { return };
        self.colour(&root.unchecked_into());
    }

    /// Gives a part of the page its colours; to have them, it has the class `branded`.
    pub fn colour(&self, element: &web_sys::HtmlElement) {
        let style: CssStyleDeclaration = element.style();
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

/// By which name the dashboard was reached.
pub fn host_name() -> String {
    window().location().hostname().unwrap_or_default()
}

/// Lets a link of the page's head lead elsewhere.
fn set_link(rel: &str, href: &str) {
    if let Some(link) = document().query_selector(&format!("link[rel={rel}]")).ok().flatten() {
        let _ = link.set_attribute("href", href);
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

    #[test]
    fn a_brand_of_another_name_shows_no_picture_of_the_one_below() {
        let host = Brand {
            product_name: "Nordlicht SIM".to_owned(),
            logo: Some("brand/nordlicht.svg".to_owned()),
            favicon: "brand/nordlicht.png".to_owned(),
            accent: "#7a1fa2".parse().ok(),
            header: None,
        };
        let address = |id: &ImageId| format!("/api/v1/images/{id}");
        assert_eq!(host.under(&ShownBranding::default(), address), host);
        let id: ImageId = "a".repeat(64).parse().expect("an id");
        let logo = ShownBranding { logo: Some(id.clone()), ..ShownBranding::default() };
        let got = host.under(&logo, address);
        assert_eq!(got, Brand { logo: Some(format!("/api/v1/images/{id}")), ..host.clone() });
        let name = Some("Kaffee Connect".to_owned());
        let named = ShownBranding { product_name: name, ..ShownBranding::default() };
        let got = host.under(&named, address);
        let expected =
            Brand { product_name: "Kaffee Connect".to_owned(), accent: host.accent, ..Brand::default() };
        assert_eq!(got, expected);
    }
}
