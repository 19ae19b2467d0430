//! Which route leads where, and what every request passes on the way.

use crate::app::App;
use crate::http::failure::{self, Failure};
use crate::http::{
    account_edit, accounts, appearance, audit_log, authenticate, branding, bulk, bundle, changes, columns,
    cors, events, faults, filter_links, filters, headers, health, images, invite, labels, lift, links,
    list_layout, me, network, notifications, openapi, operation_items, operations, overview, recipients,
    session, sim_activity, sim_edit, sim_history, sim_recipients, sim_tests, sims, strength, support, tokens,
    trace, two_factor, users, views, web_app,
};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use contract::problem::{MEDIA_TYPE, ProblemCode};
use domain::branding::IMAGE_BYTES;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Most bytes of a body that names SIMs, by id or in a filter.
const LARGE_BODY: usize = 16 * 1024 * 1024;
/// Most bytes of any other body.
const SMALL_BODY: usize = 64 * 1024;

/// The routes that need no session.
fn open() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(health::health))
        .routes(routes!(session::sign_in))
        .routes(routes!(links::invitation, links::accept))
        .routes(routes!(links::forgotten))
        .routes(routes!(links::reset, links::set_forgotten))
        .routes(routes!(links::new_email, links::confirm_email))
        .routes(routes!(strength::judge))
        .routes(routes!(branding::shown))
        .routes(routes!(web_app::manifest))
        .routes(routes!(images::get))
        .routes(routes!(support::of_host))
}

/// All other routes: [`api`] puts the session check before every one of them.
fn closed() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(session::session, session::sign_out))
        .routes(routes!(views::begin, views::end))
        .routes(routes!(accounts::accounts, account_edit::create))
        .routes(routes!(accounts::account, account_edit::patch, account_edit::delete))
        .routes(routes!(invite::create))
        .routes(routes!(users::list))
        .routes(routes!(users::get, users::patch, users::delete))
        .routes(routes!(two_factor::reset))
        .routes(routes!(invite::send_again, invite::withdraw))
        .routes(routes!(me::get, me::patch))
        .routes(routes!(me::change_password))
        .routes(routes!(me::change_email))
        .routes(routes!(notifications::list))
        .routes(routes!(notifications::read))
        .routes(routes!(me::sessions, me::end_other_sessions))
        .routes(routes!(two_factor::get, two_factor::start))
        .routes(routes!(two_factor::confirm))
        .routes(routes!(two_factor::recovery_codes))
        .routes(routes!(two_factor::remove))
        .routes(routes!(tokens::list, tokens::create))
        .routes(routes!(tokens::revoke))
        .routes(routes!(audit_log::list))
        .routes(routes!(overview::get))
        .routes(routes!(sim_history::of_estate))
        .routes(routes!(sim_history::of_sim))
        .routes(routes!(sims::list))
        .routes(routes!(sims::get, sim_edit::patch))
        .routes(routes!(lift::put, lift::delete))
        .routes(routes!(branding::get, branding::put))
        .routes(routes!(support::own))
        .routes(routes!(recipients::list, recipients::create))
        .routes(routes!(recipients::get, recipients::patch, recipients::delete))
        .routes(routes!(sim_recipients::get))
        .routes(routes!(sim_recipients::put, sim_recipients::delete))
        .routes(routes!(sim_activity::usage))
        .routes(routes!(sim_activity::sessions))
        .routes(routes!(sim_tests::list, sim_tests::create))
        .routes(routes!(sim_tests::get))
        .merge(labels::tags::routes())
        .merge(labels::categories::routes())
        .routes(routes!(columns::columns))
        .routes(routes!(changes::changes))
        .routes(routes!(operations::list))
        .routes(routes!(operations::get))
        .routes(routes!(operation_items::items))
        .routes(routes!(operation_items::file))
        .routes(routes!(operation_items::reasons))
        .routes(routes!(bulk::cancel))
        .routes(routes!(bulk::undo))
        .routes(routes!(bulk::retry))
        .routes(routes!(events::events))
        .routes(routes!(filter_links::get))
        .routes(routes!(appearance::get, appearance::put))
        .routes(routes!(list_layout::get, list_layout::put, list_layout::delete))
        .merge(OpenApiRouter::new().routes(routes!(images::upload)).layer(DefaultBodyLimit::max(IMAGE_BYTES)))
        .merge(
            OpenApiRouter::new()
                .routes(routes!(support::get, support::put))
                .routes(routes!(support::preview))
                .layer(DefaultBodyLimit::max(support::BODY)),
        )
        .merge(
            OpenApiRouter::new()
                .routes(routes!(bulk::create))
                .routes(routes!(sims::search))
                .routes(routes!(filters::list, filters::create))
                .routes(routes!(filters::get, filters::patch, filters::delete))
                .routes(routes!(filter_links::create))
                .layer(DefaultBodyLimit::max(LARGE_BODY)),
        )
}

/// The routes with their documentation, before anything is put around them.
pub fn documented() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(openapi::frame()).merge(open()).merge(closed())
}

/// The API.
fn api(app: &App) -> Router {
    let closed = Router::from(closed())
        .route_layer(middleware::from_fn_with_state(app.clone(), authenticate::authenticate));
    let mut router = Router::from(open()).merge(closed);
    if app.settings.faults_switchable {
        router = router.route(faults::PATH, get(faults::get).post(faults::set));
    }
    if app.settings.network_switchable {
        let pass = post(network::pass).layer(DefaultBodyLimit::max(LARGE_BODY));
        router = router.route(network::PATH, pass);
    }
    router
        .layer(DefaultBodyLimit::max(SMALL_BODY))
        .layer(middleware::from_fn_with_state(app.clone(), faults::strike))
        .layer(CatchPanicLayer::custom(|_| Failure::new(ProblemCode::Internal).into_response()))
        .layer(middleware::from_fn(tell_problems))
        .layer(middleware::from_fn(headers::never_store))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .with_state(app.clone())
}

/// The API, and the dashboard for everything else.
pub fn router(app: &App) -> Router {
    let files = match &app.settings.bundle {
        Some(folder) => bundle::serve(folder),
        None => bundle::missing(),
    };
    let router = Router::new()
        .nest(contract::BASE, api(app))
        .route("/api", any(async || Failure::not_found()))
        .route("/api/{*rest}", any(async || Failure::not_found()))
        .layer(middleware::from_fn_with_state(app.clone(), cors::allow));
    let router = match app.settings.bundle_path.as_str() {
        "" => router.fallback_service(files),
        path => router.nest_service(path, files).fallback(async || StatusCode::NOT_FOUND),
    };
    router
        .layer(middleware::from_fn_with_state(app.clone(), headers::protect))
        .layer(middleware::from_fn(trace::trace))
}

/// Failures that do not come from a handler, such as 405, become problem documents too.
async fn tell_problems(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let status = response.status();
    let told =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|media_type| media_type == MEDIA_TYPE);
    if !(status.is_client_error() || status.is_server_error()) || told {
        return response;
    }
    let allow: Option<HeaderValue> = response.headers().get(header::ALLOW).cloned();
    let mut problem = Failure::new(failure::code_for(status)).into_response();
    if status == StatusCode::METHOD_NOT_ALLOWED
        && let Some(allow) = allow
    {
        problem.headers_mut().insert(header::ALLOW, allow);
    }
    problem
}
