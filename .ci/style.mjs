// Joins style/*.css into target/page/style.css, the one style sheet that index.html names.
//
// tokens.css comes first because it states the order of the cascade layers; the order of the others
// then has no effect, and is that of their names so that every build gives the same bytes.
// A custom property that is used without a fallback but defined nowhere stops the build: that is a
// mistyped or a missing file or token.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const FIRST = "tokens.css";
const names = readdirSync("style").filter((name) => name.endsWith(".css")).sort();
if (names.includes(FIRST)) names.unshift(...names.splice(names.indexOf(FIRST), 1));

const sheets = names.map((name) => ({ name, text: readFileSync(`style/${name}`, "utf8") }));
const problems = [];
const code = (text) => text.replace(/\/\*[\s\S]*?\*\//g, "");
const defined = new Set(
  sheets.flatMap(({ text }) => [...code(text).matchAll(/(--[\w-]+)\s*:/g)].map((match) => match[1])),
);
for (const { text } of sheets) {
  for (const [, property] of code(text).matchAll(/@property\s+(--[\w-]+)/g)) defined.add(property);
}
for (const { name, text } of sheets) {
  if (/@(import|charset)\b/.test(code(text))) {
    problems.push(`style/${name}: @import and @charset do not work here; all of style/ is joined anyway`);
  }
  for (const [, property] of code(text).matchAll(/var\(\s*(--[\w-]+)\s*\)/g)) {
    if (!defined.has(property)) problems.push(`style/${name}: ${property} is used but defined nowhere`);
  }
}
if (sheets.length === 0) problems.push("style/ holds no .css file");
if (problems.length > 0) {
  console.error([...new Set(problems)].map((problem) => `error: ${problem}`).join("\n"));
  process.exit(1);
}

mkdirSync("target/page", { recursive: true });
writeFileSync("target/page/style.css", sheets.map(({ text }) => text).join("\n"));
