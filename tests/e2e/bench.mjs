// Weighs what a first visit transfers: loads dist/ in Chromium, then sizes every file that was
// requested. Prints Markdown, writes target/bench.json, fails above the budget.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { launchOptions } from "./browser.mjs";
import { brotlied, compressible, gzipped, listen, server } from "./serve.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const dist = join(root, "dist");
const { values } = parseArgs({ options: { "budget-kb": { type: "string", default: "250" } } });
const budget = Number(values["budget-kb"]) * 1000;

const listener = server(dist);
const port = await listen(listener, 0);
const browser = await chromium.launch(launchOptions);
const requests = [];
const strangers = [];
try {
  const page = await browser.newPage();
  const origin = `http://127.0.0.1:${port}`;
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol === "data:" || url.protocol === "blob:") return;
    (url.origin === origin ? requests : strangers).push(url.origin === origin ? url.pathname : url.href);
  });
  await page.goto(`${origin}/`, { waitUntil: "load" });
  await page.locator("#shell").waitFor({ state: "hidden" });
  await page.waitForLoadState("networkidle");
} finally {
  await browser.close();
  listener.close();
  listener.closeAllConnections();
}

async function weigh(name) {
  const bytes = readFileSync(join(dist, name));
  const packed = compressible(name);
  return {
    name,
    raw: bytes.length,
    gzip: packed ? (await gzipped(bytes)).length : bytes.length,
    brotli: packed ? (await brotlied(bytes)).length : bytes.length,
  };
}

const names = requests.map((pathname) => (pathname === "/" ? "index.html" : pathname.slice(1)));
const files = (await Promise.all([...new Set(names)].map(weigh))).sort((a, b) => b.brotli - a.brotli);
const total = files.reduce(
  (sum, { raw, gzip, brotli }) => ({ raw: sum.raw + raw, gzip: sum.gzip + gzip, brotli: sum.brotli + brotli }),
  { raw: 0, gzip: 0, brotli: 0 },
);
const others = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(dist, join(entry.parentPath ?? entry.path, entry.name)))
  .filter((name) => !names.includes(name))
  .sort();

const number = (bytes) => bytes.toLocaleString("en-US");
const kb = (bytes) => (bytes / 1000).toFixed(1);
const row = ({ name, raw, gzip, brotli }) => `| ${name} | ${number(raw)} | ${number(gzip)} | ${number(brotli)} |`;
console.log(
  [
    "",
    "| File | raw | gzip -9 | brotli -11 |",
    "|---|--:|--:|--:|",
    ...files.map(row),
    row({ name: `**${names.length} requests**`, ...total }),
    "",
    `${kb(total.brotli)} KB brotli of a budget of ${kb(budget)} KB (1 KB = 1000 bytes).`,
    `In dist/ but not part of the first visit: ${others.join(", ") || "nothing"}.`,
  ].join("\n"),
);
mkdirSync(join(root, "target"), { recursive: true });
writeFileSync(
  join(root, "target/bench.json"),
  `${JSON.stringify({ files, total, requests: names.length, budget, others }, null, 2)}\n`,
);

if (strangers.length > 0) {
  console.error(`error: requests to other origins: ${strangers.join(", ")}`);
  process.exitCode = 1;
}
if (total.brotli > budget) {
  console.error(`error: the page is ${kb(total.brotli - budget)} KB over its budget`);
  process.exitCode = 1;
}
