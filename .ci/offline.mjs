// Tells offline.js which files there are to keep in people's browsers, each with its digest.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minified } from "./shrink.mjs";

// A browser looks for a new version under the name that it knows.
export const OFFLINE = "offline.js";
// What no visitor needs: it is for whoever runs the host.
const NOT_KEPT = [OFFLINE, "offline-end.js", "index.html"];

const hash = (text) => createHash("sha256").update(text).digest("hex");

/** Writes the names and digests of all files in `dist` into its offline.js. */
export function keepable(dist) {
  const digest = (name) => hash(readFileSync(join(dist, name)));
  const kept = readdirSync(dist).sort().filter((name) => !NOT_KEPT.includes(name));
  // Hosts answer the folder with the page, and some lead away from index.html.
  const files = Object.fromEntries([["./", digest("index.html")], ...kept.map((name) => [`./${name}`, digest(name)])]);
  const version = hash(JSON.stringify(files)).slice(0, 16);
  const path = join(dist, OFFLINE);
  const source = readFileSync(path, "utf8");
  const script = source
    .replace('VERSION = "not built"', `VERSION = ${JSON.stringify(version)}`)
    .replace("FILES = {}", `FILES = ${JSON.stringify(files)}`);
  if (!script.includes(version) || !script.includes("./favicon.svg")) throw new Error(`${OFFLINE} has no place for the files`);
  writeFileSync(path, minified(script, dist));
}
