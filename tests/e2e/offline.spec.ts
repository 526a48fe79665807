// Without a network after one visit, new versions by consent, and the editor in one file.
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { type EditorPage, open } from "./editor";
import { expect, test as base } from "./fixtures";
import { listen, server } from "./serve.mjs";

/** A host of our own, whose files a test changes and which it can take away for good. */
class Host {
  private listener: Server | undefined;
  private port = 0;

  constructor(readonly folder: string) {}

  async start(): Promise<void> {
    this.listener = server(this.folder, ["/some/where/"], { compresses: false });
    this.port = await listen(this.listener, this.port);
  }

  async stop(): Promise<void> {
    this.listener?.closeAllConnections();
    await new Promise((resolve) => (this.listener === undefined ? resolve(undefined) : this.listener.close(resolve)));
    this.listener = undefined;
  }

  address(path = "/"): string {
    return `http://127.0.0.1:${this.port}${path}`;
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), "utf8");
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  /** Deploys another version: the page says so, and offline.js has its digest and a version of its own. */
  deploy(version: string): void {
    const old = this.read("index.html");
    const page = old.replace("<title>", `<meta name="deployed" content="${version}" /><title>`);
    const hash = (text: string) => createHash("sha256").update(text).digest("hex");
    this.write("index.html", page);
    this.write("offline.js", `${this.read("offline.js").replace(hash(old), hash(page))}\n// ${version}\n`);
    const known = /"[0-9a-f]{16}"/.exec(this.read("offline.js"))?.[0] ?? "";
    this.write("offline.js", this.read("offline.js").replace(known, JSON.stringify(hash(page).slice(0, 16))));
  }
}

const test = base.extend<{ host: Host }>({
  host: async ({}, use, testInfo) => {
    const folder = testInfo.outputPath("host");
    cpSync(fileURLToPath(new URL("../../dist", import.meta.url)), folder, { recursive: true });
    const host = new Host(folder);
    await host.start();
    await use(host);
    await host.stop();
  },
});

test.use({
  serviceWorkers: "allow",
  hasOwnHosts: true,
  // What a browser says of a host that is gone.
  expectedConsole: /ERR_CONNECTION_REFUSED|is not kept for times without a network|bad HTTP response code|An unknown error occurred when fetching the script/,
});

/** Opens the page and waits until it says that it works offline. */
async function visit(page: Page, address: string): Promise<EditorPage> {
  const editor = await open(page, address);
  await expect(page.getByText("Works offline: every file of the editor is kept in this browser.")).toBeVisible();
  return editor;
}

const deployed = (page: Page) => page.evaluate(() => document.querySelector("meta[name=deployed]")?.getAttribute("content") ?? "first");

for (const path of ["/", "/some/where/"]) {
  test(`at ${path}, everything works after one visit when the server is gone for good`, async ({ page, context, host }) => {
    let editor = await visit(page, host.address(path));
    await host.stop();

    await page.reload();
    await editor.newDraft();
    await editor.fill("Title", "Written without a network");
    await editor.saved();
    const address = page.url();
    const other = await context.newPage();
    editor = await open(other, address);
    await expect(editor.field("Title")).toHaveValue("Written without a network");
    expect((await editor.export()).text).toContain("# Written without a network");
    await other.goto(host.address(`${path}?from=chat#/`));
    await editor.import("lamp.md", "# Lamp\n\n## Timeline\n\n- 14:03 UTC the lamp goes out\n");
    await expect(editor.field("Title"), "what reads beside the page is kept too").toHaveValue("Lamp");
  });
}

test("a new version waits until it is wanted, in the middle of typing too, and nothing is lost", async ({ page, context, host }) => {
  await visit(page, host.address());
  host.deploy("second");
  const other = await context.newPage();
  await open(other, host.address());
  expect(await deployed(other), "what is kept is used").toBe("first");
  const editor = await open(page, host.address());
  const bar = page.getByRole("region", { name: "Update of the editor" });
  await expect(bar).toContainText("A new version of the editor is ready");

  await editor.newDraft();
  await page.keyboard.type("Half a sent");
  await bar.getByRole("button", { name: "Update now" }).click();

  await page.waitForFunction(() => document.querySelector("meta[name=deployed]") !== null);
  await expect(page.locator("#shell")).toBeHidden();
  expect(await deployed(page)).toBe("second");
  await expect(editor.field("Title")).toHaveValue("Half a sent");
  await expect(other.getByText("The editor was updated in another tab")).toBeVisible();
  expect(await deployed(other), "no other tab begins anew").toBe("first");
  const caches = await page.evaluate(async () => (await window.caches.keys()).length);
  expect(caches, "one version is kept").toBe(1);
});

test("a deploy that is broken leaves the old version working, and caches of others alone", async ({ page, host }) => {
  await visit(page, host.address());
  await page.evaluate(() => caches.open("somebody else's"));
  host.deploy("second");
  const style = readdirSync(host.folder).find((name) => name.endsWith(".css")) ?? "";
  host.write(style, "/* cut off by a failed upl");

  await page.reload();
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.installing == null);
  await host.stop();
  await page.reload();

  await expect(page.getByRole("button", { name: "New postmortem" })).toBeVisible();
  expect(await deployed(page)).toBe("first");
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).sort())).toEqual([
    expect.stringMatching(/^postmortem-editor /),
    "somebody else's",
  ]);
});

test("what is kept can be taken back from everybody, and drafts stay", async ({ page, host }) => {
  const editor = await visit(page, host.address());
  await editor.newDraft();
  await editor.fill("Title", "Stays");
  await editor.saved();
  host.write("offline.js", host.read("offline-end.js"));

  await page.reload();
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(0);

  await open(page, host.address());
  await expect(editor.drafts).toContainText("Stays");
});

test("the editor in one file runs from a disk, whatever its folder is called", async ({ page, host }, testInfo) => {
  await visit(page, host.address());
  await host.stop();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the editor as one file" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("postmortem-editor.html");
  const folder = testInfo.outputPath("50% of #1, über");
  mkdirSync(folder);
  const path = join(folder, "post mortem.html");
  await file.saveAs(path);
  expect(readFileSync(path, "utf8")).not.toMatch(/(?:src|href)="(?!data:|#)/);

  const editor = await open(page, pathToFileURL(path).href);
  await expect(page.getByText("This is the editor in one file.")).toBeVisible();
  await editor.import("lamp.md", "# Lamp\n\n## Timeline\n\n- 14:03 UTC the lamp goes out\n");
  await editor.fill("Title", "Lamp out");
  await editor.saved();
  await page.reload();
  await expect(editor.field("Title")).toHaveValue("Lamp out");
  expect((await editor.export()).text).toContain("14:03");
});
