//! A folder that the person gives to the page, where the browser lets them (File System Access): its
//! handle is kept for the next time, its files are read before they are written.
//!
//! By reflection, as only some browsers have it. A file is written whole or not at all: the browser
//! gives it its name when the last byte is there.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::draft_storage::describe;
use super::window;

const PICKER: &str = "showDirectoryPicker";
/// The database that keeps the handle, which is nothing that localStorage could hold.
const DATABASE: &str = "postmortem-editor:folder";
const STORE: &str = "folders";
const KEY: &str = "repo";

/// A folder on the person's machine.
#[derive(Clone, Debug)]
pub struct Folder(JsValue);

/// Whether the person can give this page a folder.
pub fn has_folders() -> bool {
    window().is_some_and(|window| Reflect::has(&window, &PICKER.into()).unwrap_or(false))
}

/// Asks the person for a folder; `None` when they pick none. Only in answer to a click or a key.
///
/// # Errors
/// The browser's reason.
pub async fn pick_folder() -> Result<Option<Folder>, String> {
    let options = object(&[("mode", "readwrite".into()), ("id", KEY.into())]);
    let page = window().map_or(JsValue::NULL, JsValue::from);
    match ask(&page, PICKER, &[options]).await {
        Ok(handle) => Ok(Some(Folder(handle))),
        Err(error) if is_named(&error, "AbortError") => Ok(None),
        Err(error) => Err(describe(&error)),
    }
}

/// The folder that was kept here; `None` when there is none.
pub async fn kept_folder() -> Option<Folder> {
    let handle = in_store("readonly", "get", &[KEY.into()]).await.ok()?;
    handle.is_object().then_some(Folder(handle))
}

impl Folder {
    /// Its name.
    pub fn name(&self) -> String {
        let name = Reflect::get(&self.0, &"name".into()).ok();
        name.and_then(|name| name.as_string()).unwrap_or_default()
    }

    /// Keeps it for the next time. Where the browser does not, it is asked for again.
    pub async fn keep(&self) {
        let _ = in_store("readwrite", "put", &[self.0.clone(), KEY.into()]).await;
    }

    /// Whether the page may write there; asks the person where that is open. Only in answer to a
    /// click or a key.
    pub async fn is_allowed(&self) -> bool {
        let options = object(&[("mode", "readwrite".into())]);
        for way in ["queryPermission", "requestPermission"] {
            let has_way = Reflect::has(&self.0, &way.into()).unwrap_or(false);
            let answer = ask(&self.0, way, std::slice::from_ref(&options)).await;
            if !has_way || answer.is_ok_and(|answer| answer == "granted") {
                return true;
            }
        }
        false
    }

    /// The bytes of the file at a path below it; `None` when there is no such file.
    ///
    /// # Errors
    /// The browser's reason; also when a folder has that name.
    pub async fn read(&self, path: &[&str]) -> Result<Option<Vec<u8>>, String> {
        let bytes = async {
            let file = ask(&self.file(path, false).await?, "getFile", &[]).await?;
            ask(&file, "arrayBuffer", &[]).await
        };
        match bytes.await {
            Ok(bytes) => Ok(Some(Uint8Array::new(&bytes).to_vec())),
            // The folder itself may be gone too; then it cannot be listed.
            Err(error) if is_named(&error, "NotFoundError") => match self.first().await {
                Ok(_) => Ok(None),
                Err(error) => Err(describe(&error)),
            },
            Err(error) => Err(describe(&error)),
        }
    }

    /// Writes the file at a path below it, in the place of one that is there; makes the folders of
    /// the path.
    ///
    /// # Errors
    /// The browser's reason. What the file held is unchanged then.
    pub async fn write(&self, path: &[&str], text: &str) -> Result<(), String> {
        let written = async {
            let file = self.file(path, true).await?;
            let stream = ask(&file, "createWritable", &[]).await?;
            match ask(&stream, "write", &[text.into()]).await {
                Ok(_) => ask(&stream, "close", &[]).await,
                Err(error) => {
                    // It was not closed, so the file is as it was.
                    let _ = ask(&stream, "abort", &[]).await;
                    Err(error)
                }
            }
        };
        written
            .await
            .map(drop)
            .map_err(|error: JsValue| describe(&error))
    }

    async fn file(&self, path: &[&str], is_made: bool) -> Result<JsValue, JsValue> {
        let options = object(&[("create", is_made.into())]);
        let mut at = self.0.clone();
        let (name, folders) = path.split_last().ok_or(JsValue::NULL)?;
        for folder in folders {
            let next = [JsValue::from(*folder), options.clone()];
            at = ask(&at, "getDirectoryHandle", &next).await?;
        }
        ask(&at, "getFileHandle", &[JsValue::from(*name), options]).await
    }

    /// What a list of what is in the folder begins with.
    async fn first(&self) -> Result<JsValue, JsValue> {
        let names = call(&self.0, "keys", &[])?;
        ask(&names, "next", &[]).await
    }
}

/// Calls a method of the one store that keeps handles.
async fn in_store(mode: &str, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let page = window().ok_or(JsValue::NULL)?;
    let factory = Reflect::get(&page, &"indexedDB".into())?;
    let opening = call(&factory, "open", &[DATABASE.into(), 1.into()])?;
    let new = opening.clone();
    let make = Closure::once_into_js(move || {
        let database = Reflect::get(&new, &"result".into());
        // Fails only where opening fails too, which is told then.
        let _ = database.and_then(|database| call(&database, "createObjectStore", &[STORE.into()]));
    });
    Reflect::set(&opening, &"onupgradeneeded".into(), &make)?;
    let database = finished(&opening).await?;
    let work = call(&database, "transaction", &[STORE.into(), mode.into()])?;
    let store = call(&work, "objectStore", &[STORE.into()])?;
    let result = finished(&call(&store, method, arguments)?).await;
    call(&database, "close", &[])?;
    result
}

/// The result of a request to a database, once it is there.
async fn finished(request: &JsValue) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        // Setting a property of a request cannot fail.
        let _ = Reflect::set(request, &"onsuccess".into(), &resolve);
        let _ = Reflect::set(request, &"onerror".into(), &reject);
        let _ = Reflect::set(request, &"onblocked".into(), &reject);
    });
    JsFuture::from(promise).await?;
    Reflect::get(request, &"result".into())
}

/// Calls a method and waits for what it promises.
async fn ask(target: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let promise: Promise = call(target, method, arguments)?.dyn_into()?;
    JsFuture::from(promise).await
}

fn call(target: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(target, &method.into())?.dyn_into()?;
    Reflect::apply(&method, target, &arguments.iter().collect::<Array>())
}

fn object(members: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

fn is_named(error: &JsValue, name: &str) -> bool {
    Reflect::get(error, &"name".into()).is_ok_and(|found| found == name)
}
