// Writes the editor as one HTML file, dist/postmortem-editor.html, from the built page.
import { readFileSync, writeFileSync } from "node:fs";

const bytes = (name) => new Uint8Array(readFileSync(`dist/${name}`));
const text = (name) => readFileSync(`dist/${name}`, "utf8");
// As the page itself does it. No package says that the scripts in dist/ are modules.
const { oneFile } = await import(`data:text/javascript,${encodeURIComponent(text("single.js"))}`);
writeFileSync("dist/postmortem-editor.html", await oneFile(text("index.html"), bytes));
