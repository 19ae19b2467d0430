//! What this browser keeps of a session, so that the next start need not wait for the network: bytes under names in
//! IndexedDB, encrypted with AES-GCM.
//!
//! The key is the browser's: scripts can use it and cannot read it. It is forgotten when the session ends, and counts for
//! nothing after the time at which it ends by itself; without it the rest is noise. Nothing here is ever more than a copy,
//! so whatever fails only means that nothing is kept.

use domain::time::Timestamp;
use idb::{Database, DatabaseEvent, Factory, ObjectStore, ObjectStoreParams, TransactionMode};
use js_sys::{ArrayBuffer, Object, Reflect, Uint8Array};
use std::future::Future;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AesGcmParams, AesKeyGenParams, Crypto, CryptoKey, SubtleCrypto};

const DATABASE: &str = "kept";
/// To be raised when the stores change; the browser then makes the database anew.
const SCHEMA: u32 = 1;
/// The one store.
const STORE: &str = "kept";
/// Under this name the key, all else is encrypted with it.
const KEY: &str = "key";
/// Bytes of an initialisation vector (NIST SP 800-38D, 8.2.2: 96 random bits).
const IV: u32 = 12;

/// Something the browser would not do, or bytes that were not kept by this key.
#[derive(Debug, thiserror::Error)]
#[error("the browser keeps nothing: {0}")]
pub struct VaultError(String);

impl From<idb::Error> for VaultError {
    fn from(error: idb::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<JsValue> for VaultError {
    fn from(error: JsValue) -> Self {
        Self(format!("{error:?}"))
    }
}

/// An open database and its key.
pub struct Vault {
    database: Database,
    key: CryptoKey,
}

impl Vault {
    /// What was kept, if the session that it is of cannot have ended yet.
    pub async fn open(now: Timestamp) -> Result<Option<Self>, VaultError> {
        let database = open().await?;
        let record =
            one(&database, TransactionMode::ReadOnly, |store| Ok(store.get(JsValue::from(KEY))?)).await?;
        let Some(record) = record else { return Ok(None) };
        let until = Reflect::get(&record, &"until".into())?.as_f64().unwrap_or(0.0);
        let key = Reflect::get(&record, &"key".into())?.dyn_into::<CryptoKey>();
        match key {
            Ok(key) if until > f64::from(now.unix()) => Ok(Some(Self { database, key })),
            _ => {
                clear(&database).await?;
                Ok(None)
            }
        }
    }

    /// An empty one with a new key, for a session that ends at a time if nothing is asked until then.
    pub async fn make(until: Timestamp) -> Result<Self, VaultError> {
        let database = open().await?;
        clear(&database).await?;
        let usages = js_sys::Array::of2(&"encrypt".into(), &"decrypt".into());
        let kind = AesKeyGenParams::new("AES-GCM", 256);
        let key = subtle()?.generate_key_with_object(&kind, false, &usages)?;
        let key = JsFuture::from(key).await?.unchecked_into();
        let vault = Self { database, key };
        vault.prolong(until).await?;
        Ok(vault)
    }

    /// The session ends later than was thought.
    pub async fn prolong(&self, until: Timestamp) -> Result<(), VaultError> {
        let record = Object::new();
        Reflect::set(&record, &"key".into(), &self.key)?;
        Reflect::set(&record, &"until".into(), &until.unix().into())?;
        self.write(KEY, &record).await
    }

    /// Keeps bytes under a name, instead of those that were there.
    pub async fn put(&self, name: &str, bytes: &[u8]) -> Result<(), VaultError> {
        let iv = Uint8Array::new_with_length(IV);
        crypto()?.get_random_values_with_array_buffer_view(&iv)?;
        let bytes = Uint8Array::from(bytes);
        let sealed = subtle()?.encrypt_with_object_and_buffer_source(&about(&iv, name), &self.key, &bytes)?;
        let record = Object::new();
        Reflect::set(&record, &"iv".into(), &iv)?;
        Reflect::set(&record, &"sealed".into(), &JsFuture::from(sealed).await?)?;
        self.write(name, &record).await
    }

    /// The bytes under a name, if there are any.
    pub async fn get(&self, name: &str) -> Result<Option<Vec<u8>>, VaultError> {
        let name_value = JsValue::from(name);
        let record =
            one(&self.database, TransactionMode::ReadOnly, move |store| Ok(store.get(name_value)?)).await?;
        let Some(record) = record else { return Ok(None) };
        let iv: Uint8Array = Reflect::get(&record, &"iv".into())?.dyn_into()?;
        let sealed: ArrayBuffer = Reflect::get(&record, &"sealed".into())?.dyn_into()?;
        let bytes = subtle()?.decrypt_with_object_and_buffer_source(&about(&iv, name), &self.key, &sealed)?;
        let bytes = JsFuture::from(bytes).await?;
        Ok(Some(Uint8Array::new(&bytes).to_vec()))
    }

    /// Forgets all but what is under names that pass.
    pub async fn retain(&self, keep: impl Fn(&str) -> bool) -> Result<(), VaultError> {
        let names =
            one(&self.database, TransactionMode::ReadOnly, |store| Ok(store.get_all_keys(None, None)?))
                .await?;
        for name in names.into_iter().filter_map(|name| name.as_string()) {
            if name != KEY && !keep(&name) {
                let name = JsValue::from(name);
                one(&self.database, TransactionMode::ReadWrite, move |store| Ok(store.delete(name)?)).await?;
            }
        }
        Ok(())
    }

    async fn write(&self, name: &str, record: &JsValue) -> Result<(), VaultError> {
        let (name, record) = (JsValue::from(name), record.clone());
        let put = move |store: &ObjectStore| Ok(store.put(&record, Some(&name))?);
        one(&self.database, TransactionMode::ReadWrite, put).await?;
        Ok(())
    }
}

/// Forgets everything.
pub async fn wipe() -> Result<(), VaultError> {
    clear(&open().await?).await
}

async fn open() -> Result<Database, VaultError> {
    let mut request = Factory::new()?.open(DATABASE, Some(SCHEMA))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            for name in database.store_names() {
                let _ = database.delete_object_store(&name);
            }
            let _ = database.create_object_store(STORE, ObjectStoreParams::new());
        }
    });
    Ok(request.await?)
}

async fn clear(database: &Database) -> Result<(), VaultError> {
    one(database, TransactionMode::ReadWrite, |store| Ok(store.clear()?)).await
}

/// One request in a transaction of its own, done when it is written.
async fn one<T, R>(
    database: &Database,
    mode: TransactionMode,
    ask: impl FnOnce(&ObjectStore) -> Result<R, VaultError>,
) -> Result<T, VaultError>
where
    R: IntoFuture<Output = Result<T, idb::Error>>,
    R::IntoFuture: Future<Output = Result<T, idb::Error>>,
{
    let transaction = database.transaction(&[STORE], mode)?;
    let asked = ask(&transaction.object_store(STORE)?)?.into_future();
    // Listened to from now on: it can be over before the answer is looked at.
    let ended = transaction.into_future();
    let answer = asked.await?;
    ended.await?;
    Ok(answer)
}

/// The name is sealed with the bytes, so that they cannot be put under another one.
fn about(iv: &Uint8Array, name: &str) -> AesGcmParams {
    let about = AesGcmParams::new("AES-GCM", iv);
    about.set_additional_data(&Uint8Array::from(name.as_bytes()));
    about
}

fn crypto() -> Result<Crypto, VaultError> {
    let window = web_sys::window().ok_or_else(|| VaultError("no window".to_owned()))?;
    Ok(window.crypto()?)
}

/// Browsers have it only where nobody listens: over HTTPS, or on the machine itself.
fn subtle() -> Result<SubtleCrypto, VaultError> {
    let subtle = crypto()?.subtle();
    if subtle.is_undefined() { Err(VaultError("no cryptography".to_owned())) } else { Ok(subtle) }
}
