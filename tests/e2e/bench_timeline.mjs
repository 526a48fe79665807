// How a timeline of thousands of events feels: opens it in dist/, types in it, and prints how long
// that took as a Markdown table. Nothing here fails: times on one machine say nothing of another.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { launchOptions } from "./browser.mjs";
import { listen, server } from "./serve.mjs";

const dist = join(dirname(fileURLToPath(import.meta.url)), "../../dist");
const { values } = parseArgs({ options: { rows: { type: "string", default: "2000,10000" } } });
const KEYS = 60;

const listener = server(dist);
const port = await listen(listener, 0);
const browser = await chromium.launch(launchOptions);
try {
  console.log("\n| Events | Open, ms | Key to paint p50, ms | p95, ms | Enter, ms | Rows in the page | Memory, MB |");
  console.log("|--:|--:|--:|--:|--:|--:|--:|");
  for (const count of values.rows.split(",").map(Number)) console.log(await measured(count));
} finally {
  await browser.close();
  listener.close();
  listener.closeAllConnections();
}

/** A document with that many events, half a minute after each other. */
function documentOf(count) {
  const start = Date.parse("2024-05-03T00:00:00Z");
  const rows = Array.from({ length: count }, (_, index) => {
    const when = new Date(start + index * 30_000).toISOString();
    return `- **${when.slice(0, 10)} ${when.slice(11, 16)}** – Lamp ${index + 1} went out and somebody looked at it`;
  });
  return `# Long night\n\n## Issue Summary\n\n- **Time zone:** UTC\n\n## Timeline\n\n${rows.join("\n")}\n`;
}

async function measured(count) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.locator("#shell").waitFor({ state: "hidden" });
  const file = { name: "long.md", mimeType: "text/markdown", buffer: Buffer.from(documentOf(count)) };
  await page.getByLabel("Import…").setInputFiles(file);
  await page.getByRole("button", { name: "Import as a new draft" }).click({ timeout: 120_000 });
  await page.getByRole("textbox", { name: "Title", exact: true }).waitFor({ timeout: 120_000 });
  await page.reload();
  await page.getByRole("textbox", { name: "Title", exact: true }).waitFor({ timeout: 120_000 });
  await quiet(page);

  let began = performance.now();
  await page.getByRole("navigation", { name: "Sections" }).getByRole("button", { name: /^Timeline/ }).click();
  await page.getByLabel("Text of event 1", { exact: true }).waitFor();
  const open = performance.now() - began;
  const rows = await page.locator("li.row").count();

  await page.getByLabel("Text of event 5", { exact: true }).click();
  await quiet(page);
  await page.evaluate(() => {
    window.keys = [];
    addEventListener("keydown", () => {
      const pressed = performance.now();
      // The frame after the one that is drawn next: what the key changed is on the screen by then.
      requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => window.keys.push(performance.now() - pressed);
        painted.port2.postMessage(0);
      });
    }, true);
  });
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.type("x");
    await page.waitForTimeout(20);
  }
  await page.waitForFunction((keys) => window.keys.length >= keys, KEYS);
  const keys = (await page.evaluate(() => window.keys)).sort((one, other) => one - other);
  await quiet(page);

  began = performance.now();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Time of event 6");
  const enter = performance.now() - began;
  const memory = await page.evaluate(() => performance.memory.usedJSHeapSize / 1e6);
  await page.close();

  const at = (share) => (keys[Math.ceil(keys.length * share) - 1] ?? 0).toFixed(1);
  const whole = [count, open, at(0.5), at(0.95), enter, rows, memory];
  return `| ${whole.map((value) => (typeof value === "number" ? Math.round(value).toLocaleString("en-US") : value)).join(" | ")} |`;
}

/** Waits until nothing is left to do: what was typed is saved and checked. */
async function quiet(page) {
  await page.waitForTimeout(1500);
}
