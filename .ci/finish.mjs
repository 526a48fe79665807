// The last step of a release build, called by Trunk before it puts the new dist/ in place: takes out
// of the scripts and of index.html what only their readers need.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const { transformSync } = createRequire(new URL("../tests/e2e/package.json", import.meta.url))("esbuild");

const dist = process.env.TRUNK_STAGING_DIR;
const change = (name, edit) => {
  const path = join(dist, name);
  writeFileSync(path, edit(readFileSync(path, "utf8")));
};

for (const name of readdirSync(dist).filter((name) => name.endsWith(".js"))) {
  change(name, (text) => transformSync(text, { minify: true, format: "esm", target: "es2022", charset: "utf8" }).code);
}
change("index.html", (text) => text.replace(/<!--[\s\S]*?-->/g, "").replace(/\n\s*(?=\n)/g, "").replace(/\n +/g, "\n"));
