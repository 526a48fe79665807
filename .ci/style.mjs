// Joins style/*.css into target/page/style.css, the one style sheet that index.html names.
//
// tokens.css comes first because it states the order of the cascade layers; the order of the others
// then has no effect, and is that of their names so that every build gives the same bytes.
// What a browser would silently pass over stops the build: a mistake in the syntax, and a custom
// property without a fallback that is defined nowhere, which is a mistyped or missing file or token.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const { transformSync } = createRequire(new URL("../tests/e2e/package.json", import.meta.url))("esbuild");

const FIRST = "tokens.css";
const names = readdirSync("style").filter((name) => name.endsWith(".css")).sort();
if (names.includes(FIRST)) names.unshift(...names.splice(names.indexOf(FIRST), 1));

const problems = [];
const defined = new Set();
const sheets = names.map((name) => {
  const options = { loader: "css", sourcefile: `style/${name}`, charset: "utf8", logLevel: "silent" };
  try {
    const { code, warnings } = transformSync(readFileSync(`style/${name}`, "utf8"), { ...options, minify: true });
    problems.push(...warnings.map(({ text, location }) => `style/${name}:${location?.line}: ${text}`));
    if (/@import\b/.test(code)) problems.push(`style/${name}: @import is not needed, all of style/ is joined`);
    for (const [, property] of code.matchAll(/(--[\w-]+)\s*(?::|\{)/g)) defined.add(property);
    return { name, code };
  } catch (error) {
    problems.push(...(error.errors ?? []).map(({ text, location }) => `style/${name}:${location?.line}: ${text}`));
    return { name, code: "" };
  }
});
for (const { name, code } of sheets) {
  for (const [, property] of code.matchAll(/var\(\s*(--[\w-]+)\s*\)/g)) {
    if (!defined.has(property)) problems.push(`style/${name}: ${property} is used but defined nowhere`);
  }
}
if (sheets.length === 0) problems.push("style/ holds no .css file");
if (problems.length > 0) {
  console.error([...new Set(problems)].map((problem) => `error: ${problem}`).join("\n"));
  process.exit(1);
}

mkdirSync("target/page", { recursive: true });
writeFileSync("target/page/style.css", sheets.map(({ code }) => code).join(""));
