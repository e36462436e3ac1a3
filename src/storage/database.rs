//! The store of articles in IndexedDB: requests as futures. (The kept crates for it bring tokio, which does not
//! build for this target beside the native members of the workspace.)

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbObjectStore, IdbObjectStoreParameters, IdbOpenDbRequest, IdbRequest, IdbTransactionMode,
};

const DATABASE: &str = "lectern";
const STORE: &str = "articles";

/// The open database; closed when dropped.
#[derive(Debug)]
pub(super) struct Articles(IdbDatabase);

impl Drop for Articles {
    fn drop(&mut self) {
        self.0.close();
    }
}

impl Articles {
    /// Opens the database and makes its store the first time. Fails where the browser keeps nothing.
    pub(super) async fn open() -> Result<Articles, JsValue> {
        let factory = gloo::utils::window()
            .indexed_db()?
            .ok_or_else(|| JsValue::from_str("no IndexedDB"))?;
        let request: IdbOpenDbRequest = factory.open_with_u32(DATABASE, 1)?;
        let upgraded = request.clone();
        let upgrade = Closure::once(move || {
            let database: Option<IdbDatabase> =
                upgraded.result().ok().and_then(|value| value.dyn_into().ok());
            if let Some(database) = database {
                let parameters = IdbObjectStoreParameters::new();
                parameters.set_key_path(&"key".into());
                // If this fails, so does the first use of the store.
                let _ = database.create_object_store_with_optional_parameters(STORE, &parameters);
            }
        });
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        let database = done(&request).await?.dyn_into()?;
        Ok(Articles(database))
    }

    /// The store, for writing too or for reading only.
    fn store(&self, mode: IdbTransactionMode) -> Result<IdbObjectStore, JsValue> {
        self.0
            .transaction_with_str_and_mode(STORE, mode)?
            .object_store(STORE)
    }

    /// Puts a record under its own `key`, over what was there.
    pub(super) async fn put(&self, record: &JsValue) -> Result<(), JsValue> {
        done(&self.store(IdbTransactionMode::Readwrite)?.put(record)?)
            .await
            .map(drop)
    }

    /// The record under a key; undefined when there is none.
    pub(super) async fn get(&self, key: f64) -> Result<JsValue, JsValue> {
        done(&self.store(IdbTransactionMode::Readonly)?.get(&key.into())?).await
    }

    /// All records, by key.
    pub(super) async fn all(&self) -> Result<js_sys::Array, JsValue> {
        let records = done(&self.store(IdbTransactionMode::Readonly)?.get_all()?).await?;
        records.dyn_into()
    }

    /// All keys, smallest first.
    pub(super) async fn keys(&self) -> Result<js_sys::Array, JsValue> {
        let keys = done(&self.store(IdbTransactionMode::Readonly)?.get_all_keys()?).await?;
        keys.dyn_into()
    }

    /// Deletes one record.
    pub(super) async fn delete(&self, key: &JsValue) -> Result<(), JsValue> {
        done(&self.store(IdbTransactionMode::Readwrite)?.delete(key)?)
            .await
            .map(drop)
    }

    /// Deletes all records.
    pub(super) async fn clear(&self) -> Result<(), JsValue> {
        done(&self.store(IdbTransactionMode::Readwrite)?.clear()?)
            .await
            .map(drop)
    }
}

/// A request's result, when it is there.
async fn done(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |resolve: Function, reject: Function| {
        let asked = request.clone();
        let success = Closure::once_into_js(move || {
            let result = asked.result().unwrap_or(JsValue::UNDEFINED);
            // Settling a promise does not fail.
            let _ = resolve.call1(&JsValue::NULL, &result);
        });
        let failure = Closure::once_into_js(move || {
            let _ = reject.call0(&JsValue::NULL);
        });
        request.set_onsuccess(Some(success.unchecked_ref()));
        request.set_onerror(Some(failure.unchecked_ref()));
    });
    JsFuture::from(promise).await
}
