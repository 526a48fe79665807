// Starts the editor, and keeps it for times without a network. It is a file of its own because the
// page's content security policy allows no inline script; the names of the files to start are
// attributes of its script element. In the one-file edition they stand in the page instead: single.js.
const script = document.querySelector("script[data-wasm]");
const { js, wasm, offline } = script.dataset;
const { embedded } = globalThis;
const address = (name) => new URL(name, document.baseURI).href;

// Only a fault of the editor ends it, and then none of its own code runs any more.
const ended = (reason) => {
  if (reason instanceof WebAssembly.RuntimeError) rescue("shell-stopped");
};
addEventListener("error", ({ error }) => ended(error));
addEventListener("unhandledrejection", ({ reason }) => ended(reason));
addEventListener("editor:one-file", () => downloadOneFile().catch(() => tell("one-file-failed")));

try {
  const start = embedded?.start ?? (await import(address(js))).default;
  await start({ module_or_path: embedded?.wasm() ?? address(wasm) });
} catch (reason) {
  console.error("The editor could not start:", reason);
  rescue("shell-failed");
}

if (embedded !== undefined) tell("one-file");
else if (offline !== undefined && "serviceWorker" in navigator) {
  // Nothing depends on it: without it the page is as any other.
  keepOffline().catch((reason) => console.info("The editor is not kept for times without a network:", reason));
}

/** Says what has happened, and offers the record of every draft that this browser holds, as it is. */
async function rescue(id) {
  const alert = document.getElementById(id);
  if (!alert?.hidden) return;
  alert.hidden = false;
  const list = document.createElement("ul");
  const seen = new Set();
  const offer = (name, record) => {
    if (seen.has(name + record)) return;
    seen.add(name + record);
    let title = "A damaged draft";
    try {
      title = JSON.parse(record).postmortem.overview.title || "Untitled postmortem";
    } catch {}
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([record], { type: "application/json" }));
    link.download = `postmortem-draft-${name}.json`;
    link.textContent = "Download";
    link.ariaLabel = `Download ${title}`;
    const item = document.createElement("li");
    item.append(`${title} `, link);
    list.append(item);
    alert.append(list);
  };
  // Either place may be blocked; the other is asked all the same.
  try {
    const PREFIX = "postmortem-editor:draft:";
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    for (const key of keys) offer(key.slice(PREFIX.length), localStorage.getItem(key));
  } catch {}
  try {
    for (const [name, record] of await mirrored()) offer(name, record);
  } catch {}
}

/** The identifier and the record of each draft in the second place, src/browser/mirror.rs. */
async function mirrored() {
  const answer = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = reject;
    });
  const opening = indexedDB.open("postmortem-editor");
  // Where there is none, none is made: an empty one would stand in the editor's way.
  opening.onupgradeneeded = () => opening.transaction.abort();
  const drafts = (await answer(opening)).transaction("drafts").objectStore("drafts");
  const [names, records] = await Promise.all([answer(drafts.getAllKeys()), answer(drafts.getAll())]);
  return names.map((name, index) => [name, records[index]]);
}

/** Tells the editor how it stands with its own files. */
function tell(state) {
  document.documentElement.dataset.offline = state;
  dispatchEvent(new Event("editor:offline"));
}

/** Has the browser keep the files of the editor, and says when a new version of them has come. */
async function keepOffline() {
  const worker = navigator.serviceWorker;
  let isWanted = false;
  const registration = await worker.register(address(offline), { updateViaCache: "none" });
  const look = () => {
    if (registration.waiting !== null && worker.controller !== null) tell("update");
  };

  addEventListener("editor:update", () => {
    isWanted = true;
    registration.waiting?.postMessage("take over");
  });
  worker.addEventListener("controllerchange", () => {
    // Only the tab that asked for it begins anew. Another one goes on as it is until it is reloaded.
    if (isWanted) location.reload();
    else if (document.documentElement.dataset.offline !== undefined) tell("updated");
  });
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", look);
  });
  // A tab that stays open for days asks once in a while.
  const HOUR_MS = 3_600_000;
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - asked < HOUR_MS) return;
    asked = Date.now();
    registration.update().catch(() => {});
  });

  const { active } = await worker.ready;
  if (await isWhole(active)) tell("ready");
  look();
}

/** Whether every file of the editor is kept. */
function isWhole(worker) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data === true);
    worker.postMessage("are you whole", [port2]);
  });
}

/** Puts all files of the editor into one, and downloads it. */
async function downloadOneFile() {
  const fetched = async (name) => {
    const response = await fetch(address(name));
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response;
  };
  const { oneFile } = await import(address("./single.js"));
  const page = await (await fetched("./")).text();
  const text = await oneFile(page, async (name) => new Uint8Array(await (await fetched(name)).arrayBuffer()));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/html" }));
  link.download = "postmortem-editor.html";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
