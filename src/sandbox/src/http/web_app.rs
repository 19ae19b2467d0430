//! The dashboard as an installed app, in the look of the host by which it was reached.

use crate::app::App;
use crate::http::extract::Query;
use crate::http::failure::Failure;
use crate::store::images::Form;
use crate::store::{brandings, images};
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use contract::BASE;
use contract::problem::{FieldCode, ProblemCode};
use contract::web_app::{Icon, WebAppManifest};
use domain::brand::Colour;
use domain::branding::Branding;
use rusqlite::Connection;
use serde::Deserialize;
use utoipa::IntoParams;

const MEDIA_TYPE: &str = "application/manifest+json";
/// The dashboard's own picture, below its path.
const OWN_ICON: &str = "brand/favicon.svg";
/// What stands behind the first page while it loads, and around the window: those of the dashboard's style.
const BACKGROUND: &str = "#f5f7f5";
const THEME: &str = "#1b6b47";

/// By which name the dashboard was reached, and where it lies there.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PlaceQuery {
    /// A host name, such as `sims.example.com`, without a port.
    pub host: Option<String>,
    /// Path of the dashboard, which begins and ends with a slash.
    pub start: Option<String>,
}

/// A web application manifest, for browsers that install the dashboard.
#[utoipa::path(
    get, path = "/web-app-manifest", tag = "branding", security(()), params(PlaceQuery),
    responses((status = 200, body = WebAppManifest, content_type = "application/manifest+json")),
)]
pub async fn manifest(
    State(app): State<App>,
    Query(PlaceQuery { host, start }): Query<PlaceQuery>,
) -> Result<Response, Failure> {
    let start = start.unwrap_or_else(|| "/".to_owned());
    if !is_path(&start) {
        return Err(Failure::invalid("/start", FieldCode::Invalid));
    }
    let product = app.brand().to_owned();
    let manifest = app.database.read(move |connection| {
        let account = host.map(|host| brandings::account_of_host(connection, &host)).transpose()?.flatten();
        let branding =
            account.map(|account| brandings::effective(connection, account)).transpose()?.unwrap_or_default();
        Ok::<_, Failure>(of_brand(connection, branding, product, start)?)
    });
    let text = serde_json::to_string(&manifest.await?).map_err(|_| Failure::new(ProblemCode::Internal))?;
    Ok(([(header::CONTENT_TYPE, MEDIA_TYPE)], text).into_response())
}

fn of_brand(
    connection: &Connection,
    branding: Branding,
    product: String,
    start: String,
) -> rusqlite::Result<WebAppManifest> {
    let name = branding.product_name.unwrap_or(product);
    let colour = |text: &str| text.parse().unwrap_or(Colour::WHITE);
    let theme = branding.header.map(|header| header.background).or(branding.accent);
    let shown =
        branding.favicon.map(|id| images::form(connection, &id).map(|form| (id, form))).transpose()?;
    let icon = match shown {
        Some((id, Some(Form { media_type, size }))) => Icon {
            src: format!("{BASE}/images/{id}"),
            sizes: size.map_or_else(|| "any".to_owned(), |(width, height)| format!("{width}x{height}")),
            media_type,
            purpose: "any".to_owned(),
        },
        _ => Icon {
            src: format!("{start}{OWN_ICON}"),
            sizes: "any".to_owned(),
            media_type: "image/svg+xml".to_owned(),
            purpose: "any".to_owned(),
        },
    };
    Ok(WebAppManifest {
        short_name: name.clone(),
        name,
        scope: start.clone(),
        start_url: start,
        display: "standalone".to_owned(),
        background_color: colour(BACKGROUND),
        theme_color: theme.unwrap_or_else(|| colour(THEME)),
        icons: vec![icon],
    })
}

/// Whether a text is a path on the page's own host, and no address elsewhere.
fn is_path(text: &str) -> bool {
    text.starts_with('/')
        && text.ends_with('/')
        && !text.contains("//")
        && text.chars().all(|c| !c.is_control() && !c.is_whitespace() && !matches!(c, '\\' | '?' | '#' | '"'))
}

#[cfg(test)]
mod tests {
    use super::{BACKGROUND, OWN_ICON, THEME, is_path};

    #[test]
    fn it_leads_nowhere_else() {
        for good in ["/", "/portal/", "/a/b-c/"] {
            assert!(is_path(good), "{good}");
        }
        for bad in [
            "",
            "portal/",
            "/portal",
            "//evil.example/",
            "/a//b/",
            "https://evil.example/",
            "/\\evil/",
            "/a?b/",
        ] {
            assert!(!is_path(bad), "{bad}");
        }
    }

    #[test]
    fn without_a_brand_it_is_the_one_of_the_bundle() {
        let file = include_str!("../../../../public/manifest.webmanifest");
        for part in [BACKGROUND, THEME, OWN_ICON] {
            assert!(file.contains(part), "{part}");
        }
    }
}
