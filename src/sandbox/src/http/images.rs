//! Pictures of accounts: what they upload, and what everybody may look at who knows its name.

use crate::app::App;
use crate::clock;
use crate::http::branding::managed;
use crate::http::caller::Caller;
use crate::http::extract::Path;
use crate::http::failure::Failure;
use crate::http::headers::FOR_EVER;
use crate::picture::Picture;
use crate::store::images;
use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use contract::branding::Image;
use contract::problem::{FieldCode, ProblemCode};
use domain::branding::{ImageId, MOST_IMAGES};
use utoipa::ToSchema;

/// What an SVG may do that is opened by itself: be drawn.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
/// Days after which a picture that is shown nowhere makes room for others.
const LIFE_UNUSED: u32 = 1;

/// The bytes of a picture.
#[derive(ToSchema)]
#[schema(value_type = String, format = Binary)]
#[expect(dead_code, reason = "only describes the body")]
pub struct PictureFile(Vec<u8>);

/// Gives an account a picture, to be named in its look or on its page of help.
///
/// It is a PNG, JPEG, WebP, GIF or SVG, whatever `Content-Type` says; an SVG is refused that is more than a drawing. The
/// same picture has the same id each time, so no `Idempotency-Key` is asked for.
#[utoipa::path(
    post, path = "/accounts/{id}/images", tag = "branding", params(("id" = u32, Path)),
    request_body(content((PictureFile = "application/octet-stream"), (PictureFile = "image/*"))),
    responses((status = 201, body = Image)),
)]
pub async fn upload(
    State(app): State<App>,
    caller: Caller,
    Path(account): Path<u32>,
    bytes: Result<Bytes, BytesRejection>,
) -> Result<(StatusCode, Json<Image>), Failure> {
    let account = managed(&caller, account)?;
    let bytes = bytes.map_err(|rejection| {
        let too_large = rejection.status() == StatusCode::PAYLOAD_TOO_LARGE;
        Failure::new(if too_large { ProblemCode::TooLarge } else { ProblemCode::BadRequest })
    })?;
    let picture = Picture::read(&bytes).map_err(|code| Failure::invalid("", code))?;
    let image = picture.told();
    app.database
        .write(move |connection| {
            let now = clock::now();
            images::remove_unused(connection, account, now.days_before(LIFE_UNUSED))?;
            if !images::has(connection, account, &picture.id)?
                && images::count(connection, account)? >= MOST_IMAGES
            {
                return Err(Failure::invalid("", FieldCode::TooMany));
            }
            Ok::<_, Failure>(images::add(connection, account, &picture, &bytes, now)?)
        })
        .await?;
    Ok((StatusCode::CREATED, Json(image)))
}

/// A picture. It never changes, so it can be kept for ever.
#[utoipa::path(
    get, path = "/images/{id}", tag = "branding", security(()), params(("id" = ImageId, Path)),
    responses((
        status = 200,
        content(
            (PictureFile = "image/svg+xml"),
            (PictureFile = "image/png"),
            (PictureFile = "image/jpeg"),
            (PictureFile = "image/webp"),
            (PictureFile = "image/gif"),
        ),
    )),
)]
pub async fn get(State(app): State<App>, Path(id): Path<ImageId>) -> Result<Response, Failure> {
    let found = app.database.read(move |connection| Ok::<_, Failure>(images::find(connection, &id)?));
    let image = found.await?.ok_or_else(Failure::not_found)?;
    let headers = [
        (header::CONTENT_TYPE, image.media_type.as_str()),
        (header::CACHE_CONTROL, FOR_EVER),
        (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
        (HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"),
    ];
    Ok((headers, image.bytes).into_response())
}
