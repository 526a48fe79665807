// The last step of a release build, called by Trunk before it puts the new dist/ in place: shrinks
// the wasm, takes out of the scripts and of index.html what only their readers need, and names the
// scripts and the wasm after what is finally in them. (Trunk's own names come from the wasm before
// wasm-bindgen and wasm-opt, so that a new version of those would give other contents under the old
// name.)
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minified, shrink } from "./shrink.mjs";

const dist = process.env.TRUNK_STAGING_DIR;
const path = (name) => join(dist, name);

let page = readFileSync(path("index.html"), "utf8")
  .replace(/<!--[\s\S]*?-->/g, "")
  .replace(/\n\s*(?=\n)/g, "")
  .replace(/\n +/g, "\n");

for (const name of readdirSync(dist).filter((name) => name.endsWith(".wasm"))) {
  shrink(path(name), path(name.replace("_bg.wasm", ".js")));
}

for (const name of readdirSync(dist)) {
  const [, stem, kind] = /^(.*?)(?:-[0-9a-f]{12,16})?((?:_bg)?\.(?:js|wasm))$/.exec(name) ?? [];
  if (stem === undefined) continue;
  if (kind === ".js") {
    writeFileSync(path(name), minified(readFileSync(path(name), "utf8"), dist));
  }
  // Other scripts are asked for under their own names.
  if (!page.includes(`./${name}`)) continue;
  const hash = createHash("sha256").update(readFileSync(path(name))).digest("hex").slice(0, 16);
  page = page.replaceAll(`./${name}`, `./${stem}-${hash}${kind}`);
  renameSync(path(name), path(`${stem}-${hash}${kind}`));
}

writeFileSync(path("index.html"), page);
