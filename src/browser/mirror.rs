//! A second place for drafts, in this browser's IndexedDB: what stands in localStorage may not be on
//! the disk for minutes, and a browser that is killed loses it; what was written here is there.
//!
//! Texts under keys, and nothing of what they mean. Never waits for ever: a database that does not
//! answer is one that is not there.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction};

use super::draft_storage::describe;
use super::window;

const DATABASE: &str = "postmortem-editor";
const VERSION: u32 = 1;
/// How long a database may take to open, in milliseconds.
const OPEN_MS: i32 = 2500;
/// How long it may take to read or write, in milliseconds.
const WORK_MS: i32 = 10_000;

#[wasm_bindgen]
extern "C" {
    /// `IDBDatabase`: web-sys has it too, but without the options of a transaction.
    #[wasm_bindgen(js_name = IDBDatabase)]
    type Database;

    #[wasm_bindgen(method)]
    fn close(this: &Database);

    #[wasm_bindgen(catch, method, js_name = createObjectStore)]
    fn create(this: &Database, store: &str) -> Result<IdbObjectStore, JsValue>;

    #[wasm_bindgen(catch, method)]
    fn transaction(
        this: &Database,
        store: &str,
        mode: &str,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;

    #[wasm_bindgen(method, setter)]
    fn set_onversionchange(this: &Database, listener: &JsValue);
}

/// What is kept there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// The record of each draft, under its identifier.
    Drafts,
    /// Earlier versions of drafts, under the draft's identifier, a colon and more.
    Versions,
}

impl Shelf {
    const ALL: &'static [Self] = &[Self::Drafts, Self::Versions];

    fn name(self) -> &'static str {
        match self {
            Self::Drafts => "drafts",
            Self::Versions => "versions",
        }
    }
}

/// The second place. Clones share it.
#[derive(Clone, Default)]
pub struct Mirror {
    open: Rc<RefCell<Option<Rc<Database>>>>,
}

impl Mirror {
    /// Every key of a shelf that begins with `prefix`, with the text under it.
    ///
    /// # Errors
    /// The browser's reason.
    pub async fn texts(&self, shelf: Shelf, prefix: &str) -> Result<Vec<(String, String)>, String> {
        let answers = self.ask(shelf, "readonly", |store| {
            let range = beginning_with(prefix)?;
            Ok(vec![
                store.get_all_keys_with_key(&range)?,
                store.get_all_with_key(&range)?,
            ])
        });
        let answers = answers.await?;
        let mut lists = answers.iter().map(Array::from);
        let (keys, texts) = (
            lists.next().unwrap_or_default(),
            lists.next().unwrap_or_default(),
        );
        let pairs = keys.iter().zip(texts.iter());
        Ok(pairs
            .filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?)))
            .collect())
    }

    /// Every key of a shelf that begins with `prefix`, in order.
    ///
    /// # Errors
    /// The browser's reason.
    pub async fn keys(&self, shelf: Shelf, prefix: &str) -> Result<Vec<String>, String> {
        let answers = self.ask(shelf, "readonly", |store| {
            Ok(vec![
                store.get_all_keys_with_key(&beginning_with(prefix)?.into())?,
            ])
        });
        let keys = answers.await?.first().map(Array::from);
        let keys = keys.unwrap_or_default();
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    /// Puts a text under a key, and returns once the browser says that it is on the disk.
    ///
    /// # Errors
    /// The browser's reason. What was there before is as it was.
    pub async fn put(&self, shelf: Shelf, key: &str, text: &str) -> Result<(), String> {
        let put = self.ask(shelf, "readwrite", |store| {
            Ok(vec![store.put_with_key(&text.into(), &key.into())?])
        });
        put.await.map(drop)
    }

    /// Removes those keys, where they are there.
    ///
    /// # Errors
    /// The browser's reason.
    pub async fn remove(&self, shelf: Shelf, keys: &[String]) -> Result<(), String> {
        let removed = self.ask(shelf, "readwrite", |store| {
            let keys = keys.iter();
            keys.map(|key| store.delete(&key.into())).collect()
        });
        removed.await.map(drop)
    }

    /// Removes every key that begins with `prefix`.
    ///
    /// # Errors
    /// The browser's reason.
    pub async fn remove_all(&self, shelf: Shelf, prefix: &str) -> Result<(), String> {
        let removed = self.ask(shelf, "readwrite", |store| {
            Ok(vec![store.delete(&beginning_with(prefix)?.into())?])
        });
        removed.await.map(drop)
    }

    /// The answers to some requests, once all of them are done.
    async fn ask(
        &self,
        shelf: Shelf,
        mode: &str,
        act: impl Fn(&IdbObjectStore) -> Result<Vec<IdbRequest>, JsValue>,
    ) -> Result<Vec<JsValue>, String> {
        let was_open = self.open.borrow().is_some();
        let answer = self.try_to_ask(shelf, mode, &act).await;
        if answer.is_ok() || !was_open {
            return answer;
        }
        // The browser closes a database when it is deleted or a newer page wants it: open it anew.
        self.try_to_ask(shelf, mode, &act).await
    }

    async fn try_to_ask(
        &self,
        shelf: Shelf,
        mode: &str,
        act: &impl Fn(&IdbObjectStore) -> Result<Vec<IdbRequest>, JsValue>,
    ) -> Result<Vec<JsValue>, String> {
        let open = self.open.borrow().clone();
        let database = match open {
            Some(database) => database,
            None => {
                let database = Rc::new(open_database().await?);
                *self.open.borrow_mut() = Some(Rc::clone(&database));
                database
            }
        };
        let answer = transact(&database, shelf, mode, act).await;
        if answer.is_err() {
            self.open.borrow_mut().take();
        }
        answer
    }
}

async fn transact(
    database: &Database,
    shelf: Shelf,
    mode: &str,
    act: &impl Fn(&IdbObjectStore) -> Result<Vec<IdbRequest>, JsValue>,
) -> Result<Vec<JsValue>, String> {
    let in_words = |error: JsValue| describe(&error);
    let options = Object::new();
    // Setting a property of a fresh object cannot fail. A browser that does not know it passes it over.
    let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
    let transaction = database
        .transaction(shelf.name(), mode, &options)
        .map_err(in_words)?;
    let store = transaction.object_store(shelf.name()).map_err(in_words)?;
    let requests = act(&store).map_err(in_words)?;
    let done = in_time(WORK_MS, |resolve, reject| {
        transaction.set_oncomplete(Some(resolve));
        transaction.set_onabort(Some(reject));
    });
    if done.await.is_err() {
        let error = transaction.error();
        return Err(error.map_or_else(not_in_time, |error| describe(&error)));
    }
    let answers = requests.iter().map(IdbRequest::result);
    answers.collect::<Result<_, _>>().map_err(in_words)
}

async fn open_database() -> Result<Database, String> {
    let in_words = |error: JsValue| describe(&error);
    let factory = window().map(|window| window.indexed_db());
    let factory = factory.transpose().map_err(in_words)?.flatten();
    let factory = factory.ok_or("the browser has no IndexedDB for this page")?;
    let request = factory.open_with_u32(DATABASE, VERSION).map_err(in_words)?;
    let opening = request.clone();
    let make_shelves = Closure::once_into_js(move || {
        if let Ok(database) = opening.result() {
            let database: Database = database.unchecked_into();
            for shelf in Shelf::ALL {
                // It fails where it is there already.
                let _ = database.create(shelf.name());
            }
        }
    });
    request.set_onupgradeneeded(Some(make_shelves.unchecked_ref()));
    let opened = in_time(OPEN_MS, |resolve, reject| {
        request.set_onsuccess(Some(resolve));
        request.set_onerror(Some(reject));
    });
    if opened.await.is_err() {
        let error = request.error().ok().flatten();
        return Err(error.map_or_else(not_in_time, |error| describe(&error)));
    }
    let database: Database = request.result().map_err(in_words)?.unchecked_into();
    let closing: Database = JsValue::from(&database).unchecked_into();
    // Whoever wants to delete it or to bring a newer version does not wait for this page.
    let close = Closure::<dyn Fn()>::new(move || closing.close());
    database.set_onversionchange(&close.into_js_value());
    Ok(database)
}

/// What `listen` has settled, or a refusal after so many milliseconds.
fn in_time(ms: i32, mut listen: impl FnMut(&Function, &Function)) -> JsFuture {
    JsFuture::from(Promise::new(&mut |resolve, reject| {
        listen(&resolve, &reject);
        if let Some(window) = window() {
            // Once it is settled, refusing it changes nothing.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&reject, ms);
        }
    }))
}

fn not_in_time() -> String {
    "the browser’s database does not answer".to_owned()
}

fn beginning_with(prefix: &str) -> Result<IdbKeyRange, JsValue> {
    IdbKeyRange::bound(&prefix.into(), &format!("{prefix}\u{ffff}").into())
}
