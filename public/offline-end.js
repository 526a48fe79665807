// Takes back what offline.js keeps in people's browsers: deployed under its name, it replaces it at
// once, deletes the files that were kept and goes away itself. Drafts are elsewhere and stay.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(end()));

async function end() {
  const ours = `postmortem-editor ${registration.scope} `;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(ours)).map((name) => caches.delete(name)));
  await registration.unregister();
}
