//! The OpenAPI document: generated from the routes, and completed with what all routes have in common.

use crate::http::router;
use contract::problem::{MEDIA_TYPE, Problem};
use contract::{BASE, CSRF_HEADER, IDEMPOTENCY_HEADER};
use domain::permission::routes::{self, Reach, Route};
use utoipa::openapi::path::{HttpMethod, Operation, Parameter, ParameterIn};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::{
    ComponentsBuilder, ContentBuilder, InfoBuilder, KnownFormat, LicenseBuilder, OpenApi, OpenApiBuilder,
    PathItem, Ref, RefOr, ResponseBuilder, Schema, SchemaFormat, ServerBuilder,
};
use utoipa::{Number, PartialSchema as _};

const COOKIE: &str = "session";
const CSRF: &str = "csrf";
const TOKEN: &str = "token";
const SESSION_TOKEN: &str = "session_token";

/// The document before any route is in it.
pub fn frame() -> OpenApi {
    let cookie = ApiKey::Cookie(ApiKeyValue::with_description("simgrove_session", "Set by POST /session"));
    let csrf = ApiKey::Header(ApiKeyValue::with_description(
        CSRF_HEADER,
        "Told by POST and GET /session; sent with everything but GET and HEAD",
    ));
    let token = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("sg_…")
        .description(Some("An API token, made by POST /accounts/{id}/tokens"))
        .build();
    let session_token = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("simgrove_session_…")
        .description(Some("The session itself, told by POST /session that asks for the carrier `token`"))
        .build();
    let components = ComponentsBuilder::new()
        .security_scheme(COOKIE, SecurityScheme::ApiKey(cookie))
        .security_scheme(CSRF, SecurityScheme::ApiKey(csrf))
        .security_scheme(TOKEN, SecurityScheme::Http(token))
        .security_scheme(SESSION_TOKEN, SecurityScheme::Http(session_token))
        .schema_from::<Problem>()
        .schema("ProblemCode", contract::problem::ProblemCode::schema())
        .schema("Contents", contract::account::Contents::schema())
        .schema("FieldError", contract::problem::FieldError::schema())
        .schema("FieldCode", contract::problem::FieldCode::schema())
        .build();
    let info = InfoBuilder::new()
        .title("Simgrove")
        .version("1")
        .description(Some(
            "What the Simgrove dashboard asks of a back end. Amounts are bytes, times RFC 3339 in UTC, null is none. \
             What lies outside the caller's part of the account tree is 404, what the role forbids is 403. Errors are \
             problem documents (RFC 9457) with a stable code.",
        ))
        .license(Some(LicenseBuilder::new().name("Apache-2.0 OR MIT").identifier(Some("Apache-2.0 OR MIT")).build()))
        .build();
    OpenApiBuilder::new()
        .info(info)
        .servers(Some([ServerBuilder::new().url(BASE).build()]))
        .components(Some(components))
        .build()
}

/// The whole document.
pub fn document() -> OpenApi {
    let mut document = router::documented().into_openapi();
    for (path, item) in &mut document.paths.paths {
        for (method, operation) in operations(item) {
            complete(path, &method, operation);
        }
    }
    document
}

/// The document as it is checked in.
pub fn text() -> serde_json::Result<String> {
    let text = serde_json::to_string_pretty(&document())? + "\n";
    // The registered names of these formats have no hyphen.
    Ok(text.replace("\"format\": \"u-int", "\"format\": \"uint"))
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = (HttpMethod, &mut Operation)> {
    [
        (HttpMethod::Get, item.get.as_mut()),
        (HttpMethod::Post, item.post.as_mut()),
        (HttpMethod::Put, item.put.as_mut()),
        (HttpMethod::Patch, item.patch.as_mut()),
        (HttpMethod::Delete, item.delete.as_mut()),
    ]
    .into_iter()
    .filter_map(|(method, operation)| operation.map(|operation| (method, operation)))
}

/// Adds what follows from the form of an operation: how it is protected, and how it can fail.
fn complete(path: &str, method: &HttpMethod, operation: &mut Operation) {
    operation.operation_id = Some(operation_id(path, method));
    operation.parameters.iter_mut().flatten().for_each(bound);
    let open = operation.security.is_some();
    let safe = *method == HttpMethod::Get;
    let mut failures = vec![500];
    let route = Route::find(verb(method), path);
    if !open {
        let mut requirement = SecurityRequirement::new(COOKIE, Vec::<String>::new());
        if !safe {
            requirement = requirement.add(CSRF, Vec::<String>::new());
        }
        // Everything but its own set-up, while two-factor sign-in is missing.
        let waits = !routes::serves_two_factor_setup(path);
        if !safe || waits || route.is_some_and(Route::is_for_some) {
            failures.push(403);
        }
        let by_token = SecurityRequirement::new(SESSION_TOKEN, Vec::<String>::new());
        let mut requirements = vec![requirement, by_token];
        if route.is_some_and(Route::is_open_to_tokens) {
            requirements.push(SecurityRequirement::new(TOKEN, Vec::<String>::new()));
        }
        operation.security = Some(requirements);
        failures.push(401);
    }
    let parameters = operation.parameters.as_deref().unwrap_or_default();
    let takes = |name: &str| parameters.iter().any(|parameter| named(parameter, name));
    let asks = parameters.iter().any(|parameter| match parameter {
        RefOr::T(parameter) => parameter.parameter_in == ParameterIn::Query,
        RefOr::Ref(_) => false,
    });
    if asks || takes(IDEMPOTENCY_HEADER) {
        failures.push(400);
    }
    if takes("cursor") || takes("from") {
        failures.push(422);
    }
    if takes("If-Match") {
        failures.extend([412, 428]);
    }
    if takes(IDEMPOTENCY_HEADER) {
        failures.push(409);
    }
    if operation.request_body.is_some() {
        failures.extend([400, 413, 415, 422]);
    }
    // What it names may stand in its path or in its query.
    if path.contains('{') || route.is_some_and(|route| route.reach != Reach::Nothing) {
        failures.push(404);
    }
    failures.extend(match (method, path) {
        (HttpMethod::Post, "/session") => &[401, 429][..],
        (HttpMethod::Get, "/sims/changes")
        | (HttpMethod::Post, "/bulk-operations/{id}/cancel")
        | (HttpMethod::Delete, "/users/{id}/invitation") => &[409],
        (HttpMethod::Delete, "/accounts/{id}") => &[409, 422],
        (HttpMethod::Put, "/sims/{id}/recipients/{recipient_id}") => &[409],
        (_, "/support-page" | "/me/support-page") => &[404],
        (HttpMethod::Delete, "/users/{id}") | (_, "/web-app-manifest") => &[422],
        (HttpMethod::Post, "/email-confirmations/{token}") => &[422, 429],
        (HttpMethod::Post, "/me/two-factor/recovery-codes" | "/me/two-factor/removal") => &[409, 429],
        (HttpMethod::Post, "/me/two-factor/confirmation") => &[409],
        (HttpMethod::Post, "/me/password" | "/me/email" | "/me/two-factor")
        | (HttpMethod::Post, "/password-resets" | "/password-strength")
        | (_, "/invitations/{token}" | "/password-resets/{token}" | "/email-confirmations/{token}") => &[429],
        _ => &[],
    });
    for status in failures {
        operation.responses.responses.entry(status.to_string()).or_insert_with(|| problem(status));
    }
}

/// Unlike the names of the handlers, which are only unique within their module.
fn operation_id(path: &str, method: &HttpMethod) -> String {
    let words = path.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(verb(method).to_lowercase(), |id, word| id + "_" + word)
}

fn verb(method: &HttpMethod) -> &'static str {
    match method {
        HttpMethod::Post => "POST",
        HttpMethod::Put => "PUT",
        HttpMethod::Patch => "PATCH",
        HttpMethod::Delete => "DELETE",
        _ => "GET",
    }
}

/// Says how large a parameter of 32 bits can be: not every reader of the document knows the format.
fn bound(parameter: &mut RefOr<Parameter>) {
    let RefOr::T(Parameter { schema: Some(RefOr::T(Schema::Object(schema))), .. }) = parameter else {
        return;
    };
    if matches!(schema.format, Some(SchemaFormat::KnownFormat(KnownFormat::UInt32))) {
        schema.maximum.get_or_insert(Number::UInt(u32::MAX as usize));
    }
}

fn named(parameter: &RefOr<Parameter>, name: &str) -> bool {
    matches!(parameter, RefOr::T(parameter) if parameter.name == name)
}

fn problem(status: u16) -> RefOr<utoipa::openapi::Response> {
    let description =
        axum::http::StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason());
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    ResponseBuilder::new()
        .description(description.unwrap_or_default())
        .content(MEDIA_TYPE, content)
        .build()
        .into()
}
