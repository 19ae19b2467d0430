//! Pictures of accounts, by what is in them.

use crate::picture::Picture;
use domain::account::AccountId;
use domain::branding::ImageId;
use domain::time::Timestamp;
use rusqlite::{Connection, OptionalExtension};
use std::collections::HashSet;

/// A picture as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub media_type: String,
    pub bytes: Vec<u8>,
}

/// A picture, whoever has it.
pub fn find(connection: &Connection, id: &ImageId) -> rusqlite::Result<Option<Kept>> {
    connection
        .prepare_cached("SELECT media_type, bytes FROM images WHERE digest = ?1 LIMIT 1")?
        .query_row([id.to_string()], |row| Ok(Kept { media_type: row.get(0)?, bytes: row.get(1)? }))
        .optional()
}

/// What of a picture can be told without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    pub media_type: String,
    /// Width and height in pixels; an SVG has none.
    pub size: Option<(u32, u32)>,
}

/// The form of a picture, whoever has it.
pub fn form(connection: &Connection, id: &ImageId) -> rusqlite::Result<Option<Form>> {
    connection
        .prepare_cached("SELECT media_type, width, height FROM images WHERE digest = ?1 LIMIT 1")?
        .query_row([id.to_string()], |row| {
            let size = row.get::<_, Option<u32>>(1)?.zip(row.get(2)?);
            Ok(Form { media_type: row.get(0)?, size })
        })
        .optional()
}

/// Whether an account has a picture.
pub fn has(connection: &Connection, account: AccountId, id: &ImageId) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM images WHERE account_id = ?1 AND digest = ?2)")?
        .query_row((account.0, id.to_string()), |row| row.get(0))
}

/// The pictures of an account.
pub fn of_account(connection: &Connection, account: AccountId) -> rusqlite::Result<HashSet<String>> {
    connection
        .prepare_cached("SELECT digest FROM images WHERE account_id = ?1")?
        .query_map([account.0], |row| row.get(0))?
        .collect()
}

/// How many pictures an account has.
pub fn count(connection: &Connection, account: AccountId) -> rusqlite::Result<usize> {
    connection
        .prepare_cached("SELECT count(*) FROM images WHERE account_id = ?1")?
        .query_row([account.0], |row| row.get(0))
}

/// Gives an account a picture; one that it has counts as new again.
pub fn add(
    connection: &Connection,
    account: AccountId,
    picture: &Picture,
    bytes: &[u8],
    now: Timestamp,
) -> rusqlite::Result<()> {
    let (width, height) = picture.size.unzip();
    connection.execute(
        "INSERT INTO images (account_id, digest, media_type, width, height, bytes, uploaded_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT DO UPDATE SET uploaded_at = excluded.uploaded_at",
        (account.0, picture.id.to_string(), picture.media_type, width, height, bytes, now.unix()),
    )?;
    Ok(())
}

/// Removes pictures of an account that neither its look nor its page of help shows and that came before a time: whoever
/// chose them has chosen others since.
pub fn remove_unused(connection: &Connection, account: AccountId, before: Timestamp) -> rusqlite::Result<()> {
    connection.execute(
        "DELETE FROM images WHERE account_id = ?1 AND uploaded_at < ?2
           AND NOT EXISTS (SELECT 1 FROM brandings
             WHERE brandings.account_id = images.account_id AND instr(choices, digest))
           AND NOT EXISTS (SELECT 1 FROM supports
             WHERE supports.account_id = images.account_id AND instr(choice, digest))",
        (account.0, before.unix()),
    )?;
    Ok(())
}
