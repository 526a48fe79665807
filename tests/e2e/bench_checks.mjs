// What a pause in typing costs with a long postmortem: opens one in dist/, types in it, and prints how
// long the checks took beside the page and how long the page itself stood still meanwhile, as a
// Markdown table. Nothing here fails: times on one machine say nothing of another.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { launchOptions } from "./browser.mjs";
import { listen, server } from "./serve.mjs";

const dist = join(dirname(fileURLToPath(import.meta.url)), "../../dist");
const { values } = parseArgs({ options: { kb: { type: "string", default: "20,200,1000" } } });
const PAUSES = 15;

const listener = server(dist);
const port = await listen(listener, 0);
const browser = await chromium.launch(launchOptions);
try {
  console.log("\n| Document, KB | Read and checked beside the page, ms p50 | p95 | Question to answer, ms p50 | The page's longest task at a pause, ms p50 | p95 |");
  console.log("|--:|--:|--:|--:|--:|--:|");
  for (const kilobytes of values.kb.split(",").map(Number)) console.log(await measured(kilobytes));
} finally {
  await browser.close();
  listener.close();
  listener.closeAllConnections();
}

/** A document of that size, spread over its sections as people write them. */
function documentOf(kilobytes) {
  const line = (at) => `After ${at} minutes the queue of ferry ${at} was full, as the log shows, and the crew held it at the quay.`;
  const some = (count, make) => Array.from({ length: count }, (_, at) => make(at + 1)).join("\n");
  const share = Math.ceil((kilobytes * 1000) / 6 / 110);
  const minute = (at) => new Date(Date.parse("2024-05-03T00:00:00Z") + at * 60_000).toISOString();
  return [
    "# Ferries waited at the quay\n\n## Issue Summary\n\n- **Time zone:** UTC\n",
    some(share, (at) => `${line(at)}\n`),
    "\n## Timeline\n",
    some(share, (at) => `- **${minute(at).slice(0, 10)} ${minute(at).slice(11, 16)}** – ${line(at)}`),
    "\n## Root Cause\n",
    some(share, (at) => `${line(at)}\n`),
    "\n## Lessons Learned\n\n### What went well\n",
    some(share, (at) => `- ${line(at)}`),
    "\n### What went wrong\n",
    some(share, (at) => `- ${line(at)}`),
    "\n## Corrective Measures\n",
    some(share, (at) => `- ${line(at)}`),
  ].join("\n");
}

async function measured(kilobytes) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => {
    window.answers = [];
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((task) => task.duration))).observe({ type: "longtask" });
    // A question about a document says so in its record.
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message) {
      if (Array.isArray(message) && message[0].includes('"is_publishing"')) {
        const asked = performance.now();
        this.addEventListener("message", () => window.answers.push(performance.now() - asked), { once: true });
      }
      return post.call(this, message);
    };
  });
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.locator("#shell").waitFor({ state: "hidden" });
  const file = { name: "long.md", mimeType: "text/markdown", buffer: Buffer.from(documentOf(kilobytes)) };
  await page.getByLabel("Import…").setInputFiles(file);
  await page.getByRole("button", { name: "Import as a new draft" }).click({ timeout: 120_000 });
  await page.getByRole("textbox", { name: "Title", exact: true }).waitFor({ timeout: 120_000 });
  await page.waitForTimeout(2500);
  await page.getByRole("textbox", { name: "Title", exact: true }).click();
  const [answers, tasks] = [[], []];
  await browser.startTracing(page, { categories: ["devtools.timeline"] });
  for (let pause = 0; pause < PAUSES; pause += 1) {
    await page.evaluate(() => {
      window.answers.length = 0;
      window.tasks.length = 0;
    });
    await page.keyboard.type("x");
    await page.waitForFunction(() => window.answers.length > 0, undefined, { timeout: 60_000 });
    // The save comes after the checks.
    await page.waitForTimeout(900);
    answers.push(await page.evaluate(() => window.answers[0]));
    tasks.push(await page.evaluate(() => Math.max(0, ...window.tasks)));
  }
  const beside = workOfWorkers(JSON.parse((await browser.stopTracing()).toString()).traceEvents);
  await page.close();
  const at = (all, share) => all.sort((one, other) => one - other)[Math.ceil(all.length * share) - 1].toFixed(1);
  const cells = [kilobytes, at(beside, 0.5), at(beside, 0.95), at(answers, 0.5), at(tasks, 0.5), at(tasks, 0.95)];
  return `| ${cells.join(" | ")} |`;
}

/** How long each message kept a worker busy, in milliseconds. */
function workOfWorkers(events) {
  const names = events.filter(({ name }) => name === "thread_name");
  const workers = names.filter(({ args }) => args.name.includes("DedicatedWorker")).map(({ pid, tid }) => `${pid} ${tid}`);
  const isWork = ({ name, pid, tid }) => name === "FunctionCall" && workers.includes(`${pid} ${tid}`);
  return events.filter(isWork).map(({ dur }) => dur / 1000);
}
