//! Articles on the device, the last two hundred, in IndexedDB.
//!
//! A record holds the text as a plain string, and hints, decisions and corrections as bytes that only this version reads:
//! a later one that cannot read them still has the text.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use js_sys::{Array, Object, Reflect, Uint8Array};
use lectern_core::corrections::Corrections;
use lectern_core::{Input, Overrides};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

use super::database::Articles;
use crate::report::reported;
use crate::state::Document;
use crate::state::document::Origin;

/// How many articles are kept.
const KEPT: usize = 200;

/// An article that can be opened again.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// When it came in, in milliseconds since 1970.
    pub key: f64,
    /// Its first line.
    pub title: String,
    /// The day it came in, as ISO 8601.
    pub day: String,
}

/// What only this version reads.
#[derive(Serialize, Deserialize)]
struct Extra {
    input: Input,
    overrides: Overrides,
}

/// Keeps an article with its decisions and corrections, over what was kept under the same key.
///
/// # Errors
/// When the browser keeps nothing, or no more.
// Boxed: it comes late, and what waits for it would else have it inside.
pub fn save<'a>(
    document: &'a Document,
    overrides: &'a Overrides,
    corrections: &'a Corrections,
) -> Pin<Box<dyn Future<Output = Result<(), JsValue>> + 'a>> {
    Box::pin(saved(document, overrides, corrections))
}

async fn saved(document: &Document, overrides: &Overrides, corrections: &Corrections) -> Result<(), JsValue> {
    let mut input = Input::clone(document.all());
    let text = std::mem::take(&mut input.text);
    let extra = Extra {
        input,
        overrides: overrides.clone(),
    };
    let record = Object::new();
    let mut fields = vec![
        ("key", JsValue::from_f64(document.key)),
        ("text", JsValue::from_str(&text)),
        ("title", JsValue::from_str(&document.title())),
    ];
    // Corrections stand by themselves: records from before there were any are read as they are.
    let bytes = [
        ("extra", postcard::to_allocvec(&extra)),
        ("corrections", postcard::to_allocvec(corrections)),
    ];
    let given = document
        .given
        .iter()
        .map(|given| ("given", postcard::to_allocvec(&**given)));
    for (name, bytes) in bytes.into_iter().chain(given) {
        if let Ok(bytes) = bytes {
            fields.push((name, Uint8Array::from(bytes.as_slice()).into()));
        }
    }
    for (name, value) in fields {
        // A new plain object takes any property.
        let _ = Reflect::set(&record, &name.into(), &value);
    }
    let articles = Articles::open().await?;
    if !articles.get(document.key).await?.is_object() {
        // The same text again takes the place of the one before.
        for before in articles.all().await?.iter() {
            if field(&before, "text").as_string().as_deref() == Some(&text) {
                articles.delete(&field(&before, "key")).await?;
            }
        }
        // Asked once for each article; a browser that has agreed answers at once.
        let persisted = gloo::utils::window().navigator().storage().persist();
        reported("The browser may clear what is kept", persisted);
    }
    articles.put(&record).await?;
    let keys = articles.keys().await?;
    let surplus = (keys.length() as usize).saturating_sub(KEPT);
    for key in keys.iter().take(surplus) {
        articles.delete(&key).await?;
    }
    Ok(())
}

/// All articles kept, the latest first.
///
/// # Errors
/// When the browser keeps nothing.
pub async fn list() -> Result<Vec<Kept>, JsValue> {
    let mut records: Vec<JsValue> = Articles::open().await?.all().await?.iter().collect();
    records.reverse();
    let kept = records.iter().filter_map(|record| {
        let key = field(record, "key").as_f64()?;
        let day = js_sys::Date::new(&JsValue::from_f64(key)).to_iso_string();
        Some(Kept {
            key,
            title: field(record, "title").as_string()?,
            day: String::from(day).chars().take(10).collect(),
        })
    });
    Ok(kept.collect())
}

/// One article; none when it is gone.
///
/// # Errors
/// When the browser keeps nothing.
pub async fn load(key: f64) -> Result<Option<(Document, Overrides, Corrections)>, JsValue> {
    let record = Articles::open().await?.get(key).await?;
    if !record.is_object() {
        return Ok(None);
    }
    let load = || {
        let text = field(&record, "text").as_string()?;
        let bytes = |name: &str| {
            let bytes = field(&record, name).dyn_into::<Uint8Array>();
            bytes.map(|bytes| bytes.to_vec()).unwrap_or_default()
        };
        let (mut input, overrides) = postcard::from_bytes(&bytes("extra"))
            .map(|extra: Extra| (extra.input, extra.overrides))
            .unwrap_or_default();
        let corrections = postcard::from_bytes(&bytes("corrections")).unwrap_or_default();
        input.text = text;
        let given = postcard::from_bytes(&bytes("given")).ok().map(Rc::new);
        let document = Document {
            given,
            ..Document::new(key, input, Origin::Kept)
        };
        Some((document, overrides, corrections))
    };
    Ok(load())
}

/// Deletes all of it; gives what it was, as long as somebody may want it back.
///
/// # Errors
/// When the browser does not let it.
pub async fn forget() -> Result<Array, JsValue> {
    let articles = Articles::open().await?;
    let records = articles.all().await?;
    articles.clear().await?;
    Ok(records)
}

/// Keeps again what was forgotten.
///
/// # Errors
/// When the browser keeps nothing, or no more.
pub async fn put_back(records: &Array) -> Result<(), JsValue> {
    let articles = Articles::open().await?;
    for record in records.iter() {
        articles.put(&record).await?;
    }
    Ok(())
}

/// Deletes one article.
///
/// # Errors
/// When the browser does not let it.
pub async fn delete(key: f64) -> Result<(), JsValue> {
    Articles::open().await?.delete(&key.into()).await
}

fn field(record: &JsValue, name: &str) -> JsValue {
    Reflect::get(record, &name.into()).unwrap_or(JsValue::UNDEFINED)
}
