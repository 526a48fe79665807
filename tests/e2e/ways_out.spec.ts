// Out of the page by other ways than download and copy: into a repo, and in other forms.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { open, type EditorPage } from "./editor";
import { axe, expect, test } from "./fixtures";

const FILE = "docs/postmortems/2024-09-17-parcel-tracking-showed-outdated-statuses.md";

/** The export dialog of the finished example, with one group of ways unfolded. */
async function unfold(editor: EditorPage, group: "To a repo" | "Other ways"): Promise<Locator> {
  const dialog = await editor.openExport();
  await dialog.getByText(group, { exact: true }).click();
  return dialog;
}

/** What the dialog says came of the way that was taken. */
function told(dialog: Locator, words: string | RegExp): Promise<void> {
  return expect(dialog.getByRole("status").filter({ hasText: words })).toBeVisible();
}

function button(dialog: Locator, name: string): Locator {
  return dialog.getByRole("button", { name, exact: true });
}

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** An empty repo; git knows nothing of whoever runs the test. */
function inNewRepo(act: (git: (...words: string[]) => string, folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "ways-out-"));
  const who = { name: "Test", email: "test@example.com" };
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_COMMITTER_NAME: who.name,
    GIT_COMMITTER_EMAIL: who.email,
    GIT_AUTHOR_NAME: who.name,
    GIT_AUTHOR_EMAIL: who.email,
  };
  const git = (...words: string[]) => execFileSync("git", words, { cwd: folder, env, encoding: "utf8" });
  try {
    git("init", "-q");
    act(git, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Puts the origin's private file system in the place of the person's: a picker cannot be tested. */
async function stubPicker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });
}

/** The text of a file in it. */
function saved(page: Page, path: string): Promise<string> {
  return page.evaluate(async (path) => {
    const parts = path.split("/");
    let folder = await navigator.storage.getDirectory();
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
    const file = await folder.getFileHandle(parts.at(-1) ?? "");
    return (await file.getFile()).text();
  }, path);
}

/** Writes a file there, as another program would. */
async function overwrite(page: Page, path: string, text: string): Promise<void> {
  await page.evaluate(
    async ({ path, text }) => {
      const parts = path.split("/");
      let folder = await navigator.storage.getDirectory();
      for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
      const file = await folder.getFileHandle(parts.at(-1) ?? "");
      const stream = await file.createWritable();
      await stream.write(text);
      await stream.close();
    },
    { path, text },
  );
}

test("git takes the patch, and has the same bytes as the download", async ({ page }) => {
  await page.clock.setFixedTime(new Date("2024-09-20T10:00:00Z"));
  const editor = await open(page);
  await editor.openExample();
  await editor.fill("Title", "Postmortem: größer als „gedacht“ – 漢字");
  const { text } = await editor.export();

  const dialog = await unfold(editor, "To a repo");
  await dialog.getByLabel("Path in the repo").fill("pm/{year}/{slug}.md");
  await dialog.getByLabel("Author of the commit").fill("Ada Lovelace <ada@example.com>");
  const patch = await editor.download(() => button(dialog, "Download a patch").click());
  expect(patch.name).toBe("2024-09-17-grosser-als-gedacht.patch");
  await told(dialog, `git am ~/Downloads/${patch.name}`);

  inNewRepo((git, folder) => {
    writeFileSync(join(folder, patch.name), patch.text);
    git("am", "-q", patch.name);
    expect(readFileSync(join(folder, "pm/2024/grosser-als-gedacht.md"), "utf8")).toBe(text);
    const log = git("log", "-1", "--format=%an <%ae>|%at|%s");
    const seconds = Date.parse("2024-09-20T10:00:00Z") / 1000;
    expect(log.trim()).toBe(
      `Ada Lovelace <ada@example.com>|${seconds}|Add postmortem: größer als „gedacht“ – 漢字`,
    );
  });
});

test("a shell runs the lines, and has the same bytes as the download", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const editor = await open(page);
  await editor.openExample();
  const { text } = await editor.export();
  const dialog = await unfold(editor, "To a repo");
  await button(dialog, "Copy shell lines").click();
  await told(dialog, "Paste them at the root of the repo");
  const lines = await clipboard(page);

  inNewRepo((git, folder) => {
    execFileSync("sh", ["-e"], {
      cwd: folder,
      input: lines,
      env: { ...process.env, HOME: folder, GIT_AUTHOR_NAME: "T", GIT_AUTHOR_EMAIL: "t@x", GIT_COMMITTER_NAME: "T", GIT_COMMITTER_EMAIL: "t@x" },
    });
    expect(readFileSync(join(folder, FILE), "utf8")).toBe(text);
    expect(git("status", "--porcelain")).toBe("");
  });
});

test("the new-file page opens with the name filled in, and the text is on the clipboard", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  // A site of the same origin: no test reaches out to another.
  const repo = new URL("/acme/app", baseURL).href;
  await context.route("**/acme/app/**", (route) =>
    route.fulfill({ contentType: "text/html", body: '<!doctype html><link rel="icon" href="data:,"><title>New file</title>' }),
  );
  const editor = await open(page);
  await editor.openExample();
  const { text } = await editor.export();
  const dialog = await unfold(editor, "To a repo");

  await button(dialog, "Copy Markdown and open the new-file page").click();
  await told(dialog, "Write the address of the repo");

  await dialog.getByLabel("Address of the repo").fill(`${repo}/src/branch/main`);
  const [opened] = await Promise.all([
    context.waitForEvent("page"),
    button(dialog, "Copy Markdown and open the new-file page").click(),
  ]);
  await opened.waitForLoadState();
  const name = FILE.split("/").at(-1) ?? "";
  expect(opened.url()).toBe(`${repo}/_new/main/docs/postmortems?filename=${name}`);
  expect(await opened.evaluate(() => window.opener), "it knows nothing of this page").toBeNull();
  await opened.close();
  await told(dialog, "The Markdown is on the clipboard");
  expect(await clipboard(page)).toBe(text);
});

test("what is said about the repo is kept, but for a password; what is wrong is said", async ({ page }) => {
  const editor = await open(page);
  await editor.openExample();
  let dialog = await unfold(editor, "To a repo");
  const address = dialog.getByLabel("Address of the repo");
  const path = dialog.getByLabel("Path in the repo");
  await expect(path).toHaveAccessibleDescription(`This postmortem: ${FILE}`);

  await path.fill("../{slug}.md");
  await expect(path).toHaveAttribute("aria-invalid", "true");
  await expect(path).toHaveAccessibleDescription(/has an empty part, \. or \.\. in it/);
  await button(dialog, "Download a patch").click();
  await told(dialog, "has an empty part");

  await path.fill("pm/{slug}.md");
  await address.pressSequentially("https://me:hunter2@github.com/acme/app");
  await expect(address).toHaveAccessibleDescription(/holds a password/);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("hunter2");
  await address.fill("git@gitlab.com:acme/ops/app.git");
  await expect(address).toHaveAccessibleDescription(
    "https://gitlab.com/acme/ops/app/-/new/main?file_name=pm/parcel-tracking-showed-outdated-statuses.md",
  );

  await page.reload();
  dialog = await unfold(editor, "To a repo");
  await expect(address).toHaveValue("git@gitlab.com:acme/ops/app.git");
  await expect(path).toHaveValue("pm/{slug}.md");
});

test("an action item without a ticket has a page for its issue", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  await editor.fill("Title", "Search down");
  await editor.write({
    section: "Corrective and Preventative Measures",
    actions: [{ text: "Alert on lag & drops", owner: "Ada" }, { text: "Done already", ticket: "T-1" }],
  });
  const dialog = await unfold(editor, "To a repo");
  const issues = dialog.getByRole("list", { name: /Open an issue/ }).getByRole("link");
  await expect(issues).toHaveCount(0);
  await dialog.getByLabel("Address of the repo").fill("https://github.com/acme/app");
  await expect(issues).toHaveText(["Alert on lag & drops"]);
  await expect(issues).toHaveAttribute("rel", "noopener noreferrer");
  const address = new URL((await issues.getAttribute("href")) ?? "");
  expect(address.origin + address.pathname).toBe("https://github.com/acme/app/issues/new");
  expect(address.searchParams.get("title")).toBe("Alert on lag & drops");
  expect(address.searchParams.get("body")).toBe("- Owner: Ada\n- From: Search down\n");
});

test("a folder takes the file, and nothing in it is written over unasked", async ({ page }) => {
  await stubPicker(page);
  const editor = await open(page);
  await editor.openExample();
  const first = (await editor.export()).text;
  let dialog = await unfold(editor, "To a repo");
  await button(dialog, "Save into a folder…").click();
  await told(dialog, `Saved as ${FILE}`);
  expect(await saved(page, FILE)).toBe(first);

  // The private folder has no name, so what is known of it is on no button: it is asked for again.
  await dialog.locator("#export-folder").click();
  await told(dialog, "holds this text already");

  await overwrite(page, FILE, "Mine\n");
  await dialog.locator("#export-folder").click();
  const question = dialog.getByRole("group", { name: /is there already and holds another text: 1 lines/ });
  await expect(question.getByText("holds another text")).toBeFocused();
  await question.getByRole("button", { name: "Save nothing" }).click();
  await told(dialog, "is as it was");
  await expect(question).toBeHidden();
  expect(await saved(page, FILE)).toBe("Mine\n");

  await dialog.locator("#export-folder").click();
  await question.getByRole("button", { name: "Save beside it" }).click();
  await told(dialog, "statuses-2.md");
  expect(await saved(page, FILE.replace(".md", "-2.md"))).toBe(first);
  expect(await saved(page, FILE)).toBe("Mine\n");

  await dialog.locator("#export-folder").click();
  await expect(question).toBeVisible();
  await overwrite(page, FILE, "Mine\nand more\n");
  await question.getByRole("button", { name: "Replace that file" }).click();
  const again = dialog.getByRole("group", { name: /holds another text: 2 lines/ });
  await expect(again, "it has changed since it was asked about").toBeVisible();
  expect(await saved(page, FILE)).toBe("Mine\nand more\n");
  await again.getByRole("button", { name: "Replace that file" }).click();
  await told(dialog, `Saved as ${FILE}`);
  expect(await saved(page, FILE)).toBe(first);

  // After a reload the folder is still known: no picker is needed.
  await page.reload();
  await page.evaluate(() => Object.assign(window, { showDirectoryPicker: () => Promise.reject(new Error("asked again")) }));
  dialog = await unfold(editor, "To a repo");
  await dialog.locator("#export-folder").click();
  await told(dialog, "holds this text already");
});

test("a folder that is not given takes nothing", async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => Promise.reject(new DOMException("The person closed it", "AbortError"));
    Object.assign(window, { showDirectoryPicker: refuse });
  });
  const editor = await open(page);
  await editor.openExample();
  const dialog = await unfold(editor, "To a repo");
  await button(dialog, "Save into a folder…").click();
  await told(dialog, "No folder was chosen. Nothing was saved");
});

test("a way that the browser lacks is not shown", async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, "showDirectoryPicker");
    Reflect.deleteProperty(window, "ClipboardItem");
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  const editor = await open(page);
  await editor.openExample();
  const dialog = await unfold(editor, "To a repo");
  await dialog.getByText("Other ways", { exact: true }).click();
  await expect(button(dialog, "Download a patch")).toBeVisible();
  await expect(button(dialog, "Download as HTML")).toBeVisible();
  for (const name of ["Copy shell lines", "Copy Markdown and open the new-file page", "Save into a folder…", "Copy as formatted text"]) {
    await expect(button(dialog, name), name).toHaveCount(0);
  }
});

test("other forms: a page, rows, the draft, formatted text", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const editor = await open(page);
  await editor.newDraft();
  await editor.fill("Title", "Search <b>down</b>");
  await editor.write({
    section: "Corrective and Preventative Measures",
    actions: [{ text: "=cmd|' /C calc'!A0", owner: "@ops, Ada" }],
  });
  const dialog = await unfold(editor, "Other ways");

  const csv = await editor.download(() => button(dialog, "Download action items as CSV").click());
  expect(csv.name).toBe("search-b-down-b-action-items.csv");
  expect(csv.text).toBe("Action item,Owner,Due,Kind,Priority,Status,Ticket\r\n'=cmd|' /C calc'!A0,\"'@ops, Ada\",,,,,\r\n");

  const html = await editor.download(() => button(dialog, "Download as HTML").click());
  expect(html.name).toBe("search-b-down-b.html");
  expect(html.text).toContain("default-src 'none'");
  expect(html.text).not.toContain("<b>");

  const json = await editor.download(() => button(dialog, "Download as JSON").click());
  expect(json.name).toBe("search-b-down-b.json");
  const draft = JSON.parse(json.text) as { schema: number; postmortem: { overview: { title: string } } };
  expect(draft.postmortem.overview.title).toBe("Search <b>down</b>");
  expect(draft.schema).toBeGreaterThan(1);

  await button(dialog, "Copy as formatted text").click();
  await told(dialog, "The formatted text is on the clipboard");
  const forms = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const text = async (type: string) => (await item?.getType(type))?.text() ?? "";
    return { html: await text("text/html"), plain: await text("text/plain") };
  });
  expect(forms.html).toMatch(/<h1[^>]*>Search &lt;b&gt;down&lt;\/b&gt;<\/h1>/);
  expect(forms.plain).toMatch(/^# Search/);
});

test("printing leaves the dialog", async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute("data-printed", "");
  });
  const editor = await open(page);
  await editor.openExample();
  const dialog = await unfold(editor, "Other ways");
  await button(dialog, "Print…").click();
  await expect(page.locator("html[data-printed]")).toBeAttached();
  await expect(dialog).toBeHidden();
});

test("the dialog passes with everything unfolded", async ({ page }) => {
  await stubPicker(page);
  const editor = await open(page);
  await editor.openExample();
  const dialog = await unfold(editor, "To a repo");
  await dialog.getByText("Other ways", { exact: true }).click();
  await dialog.getByLabel("Address of the repo").fill("https://github.com/acme/app");
  await dialog.locator("#export-folder").click();
  await told(dialog, "Saved as");
  await overwrite(page, FILE, "Mine\n");
  await dialog.locator("#export-folder").click();
  await expect(dialog.getByRole("group", { name: /holds another text/ })).toBeVisible();
  await axe(page);
});
