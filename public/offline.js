// Keeps the files of one version of the editor, all or none, and answers from them: the page needs no
// network after one visit. The build writes the files and their digests into it; see .ci/finish.mjs.
const VERSION = "not built";
const FILES = {};

// Other pages of this origin, another copy of the editor among them, have caches of their own.
const OURS = `postmortem-editor ${registration.scope} `;
const CACHE = OURS + VERSION;
const PAGE = registration.scope;

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("message", (event) => {
  // A new version waits until a person wants it.
  if (event.data === "take over") skipWaiting();
  else event.waitUntil(isWhole().then((isWhole) => event.ports[0]?.postMessage(isWhole)));
});
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(PAGE)) event.respondWith(answer(event.request));
});

/** Keeps every file, each as it was built: a host may still have an old one under a name. */
async function keep() {
  try {
    const cache = await caches.open(CACHE);
    await Promise.all(
      Object.entries(FILES).map(async ([name, digest]) => {
        const address = new URL(name, PAGE);
        const response = await fetch(address, { cache: "reload" });
        const bytes = await response.arrayBuffer();
        if (!response.ok || (await digestOf(bytes)) !== digest) throw new Error(`${name} is not as it was built`);
        // Without what a redirect leaves on it, which a page may not be answered with.
        const { headers } = response;
        await cache.put(address, new Response(bytes, { headers }));
      }),
    );
  } catch (reason) {
    await caches.delete(CACHE);
    throw reason;
  }
}

async function takeOver() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await clients.claim();
}

async function answer(request) {
  const cache = await caches.open(CACHE);
  const { pathname } = new URL(request.url);
  const isPage = request.mode === "navigate" && /\/(?:index\.html)?$/.test(pathname) && isInScope(pathname);
  const kept = await cache.match(isPage ? PAGE : request, { ignoreSearch: true, ignoreVary: true });
  return kept ?? fetch(request);
}

/** Whether a path is that of the page, and not of a folder below it. */
function isInScope(pathname) {
  return pathname.replace(/index\.html$/, "") === new URL(PAGE).pathname;
}

async function isWhole() {
  const cache = await caches.open(CACHE);
  const kept = await Promise.all(Object.keys(FILES).map((name) => cache.match(new URL(name, PAGE))));
  return kept.every((response) => response !== undefined);
}

async function digestOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
