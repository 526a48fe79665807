// Two places hold each draft: whatever happens to one of them, what was called saved is there.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { browserArguments } from "./browser.mjs";
import { EditorPage, open } from "./editor";
import { axe, expect, test } from "./fixtures";
import { firstPlace, idOf, secondPlace, writeFirst, writeSecond } from "./places";

/** A saved draft with that title, open. */
async function savedDraft(page: Page, title: string): Promise<{ editor: EditorPage; id: string }> {
  const editor = await open(page);
  await editor.newDraft();
  await editor.fill("Title", title);
  await editor.saved();
  return { editor, id: await idOf(page, JSON.stringify(title)) };
}

/** The page again, at the list of drafts, once both places were compared. */
async function startAgain(page: Page): Promise<EditorPage> {
  await page.goto("about:blank");
  return open(page);
}

test("what is called saved is in both places, word for word", async ({ page }) => {
  const { editor, id } = await savedDraft(page, "In both places");
  expect(await secondPlace(page)).toEqual(await firstPlace(page));

  await editor.fill("Reference", "INC-1");
  await editor.saved();

  const record = (await firstPlace(page))[id];
  expect(record).toContain("INC-1");
  expect((await secondPlace(page))[id]).toBe(record);
});

test("drafts of before are in the second place once the page has started", async ({ page }) => {
  const { id } = await savedDraft(page, "Older than the second place");
  await writeSecond(page, id, null);

  await startAgain(page);

  await expect.poll(() => secondPlace(page)).toEqual(await firstPlace(page));
});

test("a draft whose record is gone is back, and the page says so", async ({ page }) => {
  const { editor, id } = await savedDraft(page, "Lost and found");
  await editor.backToDrafts();
  const record = (await firstPlace(page))[id];
  await writeFirst(page, id, null);

  const again = await startAgain(page);

  await expect(again.status.filter({ hasText: "“Lost and found” was missing, and is back" })).toBeVisible();
  await expect(again.drafts.getByRole("link")).toHaveText(["Lost and found"]);
  expect((await firstPlace(page))[id]).toBe(record);
});

test.describe("a record that is damaged is healed", () => {
  const DAMAGES: { name: string; damage: (record: string) => string }[] = [
    { name: "cut off", damage: (record) => record.slice(0, record.length / 2) },
    { name: "empty", damage: () => "" },
    { name: "changed by a letter, its length the same", damage: (record) => record.replace("before", "behind") },
  ];
  for (const { name, damage } of DAMAGES) {
    test(name, async ({ page }) => {
      const { editor, id } = await savedDraft(page, "Sound before");
      await editor.backToDrafts();
      const record = (await firstPlace(page))[id]!;
      await writeFirst(page, id, damage(record));

      const again = await startAgain(page);

      await expect(again.status.filter({ hasText: "The record of “Sound before” was damaged, and is whole again" })).toBeVisible();
      await again.openDraft("Sound before");
      expect((await firstPlace(page))[id]).toBe(record);
    });
  }

  test("also when the page starts with that draft", async ({ page }) => {
    const { id } = await savedDraft(page, "Opened by its address");
    await writeFirst(page, id, "{");

    await page.reload();

    await expect(new EditorPage(page).field("Title")).toHaveValue("Opened by its address");
  });
});

test.describe("of two copies", () => {
  test("the newer one is taken", async ({ page }) => {
    const { editor, id } = await savedDraft(page, "As it was");
    const before = (await firstPlace(page))[id]!;
    await editor.fill("Title", "As it is now");
    await editor.saved();
    const after = (await firstPlace(page))[id]!;
    await writeFirst(page, id, before);

    await page.reload();

    await expect(editor.status.filter({ hasText: "The browser was stopped before it had kept all of “As it is now”" })).toBeVisible();
    await expect(editor.field("Title")).toHaveValue("As it is now");
    await expect.poll(async () => (await firstPlace(page))[id]).toBe(after);
    await editor.backToDrafts();
    await expect(editor.drafts.getByRole("link")).toHaveText(["As it is now"]);
  });

  test("an older second copy is simply brought up to date", async ({ page }) => {
    const { editor, id } = await savedDraft(page, "One");
    const before = (await secondPlace(page))[id]!;
    await editor.fill("Title", "Two");
    await editor.saved();
    await writeSecond(page, id, before);

    const again = await startAgain(page);

    await expect.poll(() => secondPlace(page)).toEqual(await firstPlace(page));
    await expect(again.drafts.getByRole("link")).toHaveText(["Two"]);
  });

  test("one that went its own way is kept as a draft of its own", async ({ page }) => {
    const { editor, id } = await savedDraft(page, "Fork");
    const before = (await firstPlace(page))[id]!;
    await editor.fill("Reference", "first way");
    await editor.saved();
    const firstWay = (await firstPlace(page))[id]!;
    // Another run of the page takes the draft from where it was before.
    await editor.backToDrafts();
    await writeFirst(page, id, before);
    await writeSecond(page, id, before);
    await startAgain(page);
    await editor.openDraft("Fork");
    await editor.fill("Reference", "second way");
    await editor.saved();
    await editor.fill("Services", "and more");
    await editor.saved();
    await editor.backToDrafts();
    await writeSecond(page, id, firstWay);

    await startAgain(page);

    await expect(editor.status.filter({ hasText: "There were two versions of “Fork”" })).toBeVisible();
    await editor.openDraft("Fork");
    await expect(editor.field("Reference")).toHaveValue("second way");
    await editor.backToDrafts();
    await editor.openDraft("Fork (recovered)");
    await expect(editor.field("Reference")).toHaveValue("first way");
  });
});

test("a draft that is deleted for good leaves both places, and what is foreign stays", async ({ page }) => {
  const { editor, id } = await savedDraft(page, "Goes for good");
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open("somebody-else", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("theirs").put("value", "key");
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
  await editor.backToDrafts();
  await page.getByRole("button", { name: "Delete Goes for good" }).click();
  page.once("dialog", (dialog) => dialog.accept());
  await page.getByText("Deleted drafts (1)").click();
  await page.getByRole("button", { name: "Delete Goes for good for good" }).click();
  await expect(page.getByText("Deleted drafts (1)")).toBeHidden();

  await expect.poll(() => secondPlace(page)).toEqual({});
  await startAgain(page);
  await expect(page.getByRole("heading", { name: "Write the postmortem of an incident" })).toBeVisible();
  expect((await firstPlace(page))[id]).toBeUndefined();
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).sort())).toEqual([
    "postmortem-editor",
    "somebody-else",
  ]);
});

test.describe("without a second place", () => {
  const WAYS = [
    { way: "refuses with an error", script: "open() { throw new DOMException('not here', 'SecurityError'); }", reason: "not here" },
    { way: "never answers", script: "open() { return {}; }", reason: "does not answer" },
  ];
  for (const { way, script, reason } of WAYS) {
    test(`when it ${way}, the page says that drafts are saved only once, and works`, async ({ page }) => {
      await page.addInitScript(`Object.assign(IDBFactory.prototype, { ${script} })`);
      const editor = await open(page);
      await editor.newDraft();
      await editor.fill("Title", "Saved once");

      await expect(editor.bar.getByText("Saved, but only once")).toBeVisible();
      await expect(editor.bar.getByText("Saved", { exact: true })).toBeHidden();
      await expect(editor.alert(reason)).toBeVisible();
      await axe(page);
      expect((await editor.export()).text).toContain("# Saved once");
      await page.reload();
      await expect(editor.field("Title")).toHaveValue("Saved once");
      await editor.backToDrafts();
      await page.getByRole("button", { name: "Delete Saved once" }).click();
      await expect(page.getByText("Deleted drafts (1)")).toBeVisible();
    });
  }

  test("one that was deleted for good meanwhile does not come back with it", async ({ page, context }) => {
    const { id } = await savedDraft(page, "Deleted meanwhile");
    await page.close();
    const blocked = await context.newPage();
    await blocked.addInitScript("IDBFactory.prototype.open = () => { throw new Error('no'); }");
    const editor = await open(blocked);
    await blocked.getByRole("button", { name: "Delete Deleted meanwhile" }).click();
    blocked.once("dialog", (dialog) => dialog.accept());
    await blocked.getByText("Deleted drafts (1)").click();
    await blocked.getByRole("button", { name: "Delete Deleted meanwhile for good" }).click();
    await expect(blocked.getByText("Deleted drafts (1)")).toBeHidden();
    expect(await editor.draftTitles().catch(() => [])).toEqual([]);
    await blocked.close();

    const later = await context.newPage();
    await open(later);

    await expect.poll(() => secondPlace(later)).toEqual({});
    expect((await firstPlace(later))[id]).toBeUndefined();
  });
});

test.describe("a browser that is killed", () => {
  type Running = { browser: Browser; child: ChildProcess; page: Page };

  async function start(folder: string): Promise<Running> {
    const program = process.env.BROWSER_PATH ?? chromium.executablePath();
    const args = [...browserArguments, "--headless=new", "--remote-debugging-port=0", `--user-data-dir=${folder}`, "about:blank"];
    // A group of its own, so that all its processes end at once.
    const child = spawn(program, args, { detached: true, stdio: ["ignore", "ignore", "pipe"] });
    const address = await new Promise<string>((resolve, reject) => {
      let said = "";
      child.once("exit", () => reject(new Error(said)));
      child.stderr!.on("data", (piece) => {
        said += piece;
        const found = /listening on (ws:\S+)/.exec(said);
        if (found !== null) resolve(found[1]!);
      });
    });
    const browser = await chromium.connectOverCDP(address);
    return { browser, child, page: await browser.contexts()[0]!.newPage() };
  }

  async function kill({ browser, child }: Running): Promise<void> {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    process.kill(-child.pid!, "SIGKILL");
    await ended;
    await browser.close().catch(() => {});
  }

  for (const { size, letters } of [
    { size: "5 KB", letters: 5_000 },
    { size: "1 MB", letters: 1_000_000 },
  ]) {
    for (const saves of [1, 2, 20]) {
      test(`keeps a draft of ${size} as of its save number ${saves}`, async ({ baseURL }) => {
        const folder = await mkdtemp(join(tmpdir(), "postmortem-killed-"));
        try {
          const before = await start(folder);
          const editor = await open(before.page, baseURL);
          await editor.newDraft();
          await editor.saved();
          for (let save = 1; save <= saves; save += 1) {
            // The large text first, so that every save has it.
            const text = save === 1 ? "word ".repeat(letters / 5) : `as of ${save}`;
            if (save === 1) {
              await editor.openSection("Issue Summary");
              await editor.fill("Summary", text);
            } else {
              await editor.fill("Cause in a sentence", text);
            }
            // From then on "Saved" is about this text.
            const holds = (text: string) => Object.values(localStorage).some((record) => record.includes(text));
            await before.page.waitForFunction(holds, text);
            await editor.saved();
          }
          await kill(before);

          const after = await start(folder);
          try {
            const again = await open(after.page, baseURL);
            await again.drafts.getByRole("link").click();
            await again.openSection("Issue Summary");
            await expect.poll(() => again.field("Summary").inputValue().then((text) => text.length)).toBe(letters);
            if (saves > 1) await expect(again.field("Cause in a sentence")).toHaveValue(`as of ${saves}`);
          } finally {
            await kill(after);
          }
        } finally {
          await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
        }
      });
    }
  }
});

test.describe("when the editor cannot run", () => {
  /** Two drafts: one in both places, one in the second only, and a damaged one. */
  async function threeDrafts(page: Page): Promise<{ both: string; mirrored: string }> {
    const editor = await open(page);
    await editor.newDraftTitled("In both");
    await editor.newDraftTitled("Only mirrored");
    await expect.poll(() => secondPlace(page)).toEqual(await firstPlace(page));
    const [both, mirrored] = [await idOf(page, "In both"), await idOf(page, "Only mirrored")];
    await writeFirst(page, mirrored, null);
    await writeFirst(page, "broken", "{");
    return { both, mirrored };
  }

  async function offers(page: Page, { both, mirrored }: { both: string; mirrored: string }): Promise<void> {
    const alert = page.getByRole("alert").filter({ has: page.getByRole("list") });
    await expect(alert.getByRole("listitem")).toHaveCount(3);
    await expect(alert.getByRole("listitem").filter({ hasText: "A damaged draft" })).toBeVisible();
    const records = { [both]: (await firstPlace(page))[both], [mirrored]: (await secondPlace(page))[mirrored] };
    for (const [title, id] of [
      ["In both", both],
      ["Only mirrored", mirrored],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        alert.getByRole("link", { name: `Download ${title}` }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`postmortem-draft-${id}.json`);
      expect(await readFile(await download.path(), "utf8")).toBe(records[id]);
    }
  }

  test.describe("because it does not arrive", () => {
    test.use({ expectedConsole: /Failed to load resource|Falling back to `WebAssembly|could not start/ });

    test("every draft is offered as a file", async ({ page }) => {
      const drafts = await threeDrafts(page);
      await page.route("**/*.wasm", (route) => route.abort());
      await page.goto("/?again");

      await expect(page.getByRole("alert").filter({ hasText: "could not start" })).toBeVisible();
      await offers(page, drafts);
      await axe(page);
    });
  });

  test("because it has stopped, every draft is offered as a file", async ({ page }) => {
    const drafts = await threeDrafts(page);
    await page.evaluate(() => {
      dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") }));
    });
    await offers(page, drafts);
  });

  test.describe("for the first time", () => {
    test.use({ expectedConsole: /could not start|Falling back/ });

    test("where there is no second place yet, none is made", async ({ page }) => {
    await page.addInitScript("Object.assign(WebAssembly, { instantiateStreaming: () => Promise.reject(new Error('no')), instantiate: () => Promise.reject(new Error('no')) })");
    await page.goto("/").catch(() => {});
    await expect(page.getByRole("alert").filter({ hasText: "could not start" })).toBeVisible();
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  });
  });
});
