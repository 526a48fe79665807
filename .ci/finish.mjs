// The last step of a release build, called by Trunk before it puts the new dist/ in place: shrinks
// the wasm, takes out of the scripts and of index.html what only their readers need, names the
// scripts and the wasm after what is finally in them, and tells offline.js what there is to keep. (Trunk's own names come from the wasm before
// wasm-bindgen and wasm-opt, so that a new version of those would give other contents under the old
// name.)
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keepable, OFFLINE } from "./offline.mjs";
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

// A worker has no boot.js to start it: its script does so itself.
const reader = "postmortem-reader.js";
const started = `
  import start from "./${reader}";
  start({ module_or_path: new URL("./postmortem-reader_bg.wasm", location.href) })
    // A rejection would not reach the page.
    .catch((reason) => setTimeout(() => { throw reason; }));
`;
// A classic script, see src/browser/beside.rs. There its glue does not know where it is, and is told.
const CLASSIC = { minify: true, format: "iife", define: { "import.meta.url": "location.href" } };
writeFileSync(path(reader), minified(started, dist, CLASSIC));
page = page.replace(" data-wasm=", ` data-reader="./${reader}" data-offline="./${OFFLINE}"$&`);

// The wasm first, because the scripts name it; last the script that is asked for names.
const turn = (name) => (name.endsWith(".wasm") ? 0 : name === reader ? 2 : 1);
const names = readdirSync(dist).sort((a, b) => turn(a) - turn(b) || (a < b ? -1 : 1));
for (const name of names) {
  const [, stem, kind] = /^(.*?)(?:-[0-9a-f]{12,16})?((?:_bg)?\.(?:js|wasm))$/.exec(name) ?? [];
  if (stem === undefined) continue;
  // Has no final content before everything else has its name.
  if (name === OFFLINE) continue;
  if (kind === ".js") {
    const options = name === reader ? CLASSIC : undefined;
    writeFileSync(path(name), minified(readFileSync(path(name), "utf8"), dist, options));
  }
  const script = readFileSync(path(reader), "utf8");
  // Other scripts are asked for under their own names.
  if (![page, script].some((text) => text.includes(`./${name}`))) continue;
  const hash = createHash("sha256").update(readFileSync(path(name))).digest("hex").slice(0, 16);
  const final = `${stem}-${hash}${kind}`;
  page = page.replaceAll(`./${name}`, `./${final}`);
  if (name !== reader) writeFileSync(path(reader), script.replaceAll(`./${name}`, `./${final}`));
  renameSync(path(name), path(final));
}

writeFileSync(path("index.html"), page);

keepable(dist);
