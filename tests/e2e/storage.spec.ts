// Storage that is blocked, full, lying, damaged, newer or shared: nothing typed is ever lost in silence.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { EditorPage, open, openNeighbour } from "./editor";
import { expect, test } from "./fixtures";
import { loseSecondCopy } from "./places";

const RECORD = "postmortem-editor:draft:";

/** Every entry of the page's storage. */
function stored(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => ({ ...localStorage }));
}

/** The key and the text of the record of the draft with that title. */
async function recordOf(page: Page, title: string): Promise<[string, string]> {
  const found = Object.entries(await stored(page)).find(
    ([key, record]) => key.startsWith(RECORD) && record.includes(JSON.stringify(title)),
  );
  if (found === undefined) throw new Error(`no record of ${title}`);
  return found;
}

/** Takes all the room there is, down to the last character. */
function fillStorage(page: Page): Promise<void> {
  return page.evaluate(() => {
    let junk = "";
    for (let size = 1 << 22; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (;;) {
          localStorage.setItem("junk", junk + "x".repeat(size));
          junk += "x".repeat(size);
        }
      } catch {
        // Half of it may still fit.
      }
    }
  });
}

const freeStorage = (page: Page) => page.evaluate(() => localStorage.removeItem("junk"));

test.describe("storage that is blocked", () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("The operation is insecure.", "SecurityError");
        },
      });
    });
  });

  test("the page starts, says so, and exports", async ({ page }) => {
    const editor = await open(page);
    await expect(editor.alert("keeps nothing for this page (The operation is insecure.)")).toBeVisible();

    await editor.newDraft();
    await expect(editor.alert("export it before you do")).toBeVisible();
    await editor.fill("Title", "Written without storage");
    await expect(editor.bar.getByText("Not saved: drafts can’t be kept here")).toBeVisible();
    await expect(editor.bar.getByText("Saved", { exact: true })).toBeHidden();

    expect((await editor.export()).text).toContain("# Written without storage");
  });

  test("drafts last as long as the page", async ({ page }) => {
    const editor = await open(page);
    await editor.newDraftTitled("One");
    await editor.newDraftTitled("Two");

    await expect(editor.drafts.getByRole("link")).toHaveText(["Two", "One"]);
    await editor.openDraft("One");
    await expect(editor.field("Title")).toHaveValue("One");
  });
});

test.describe("storage that is full", () => {
  test("the page says so, keeps the text on the screen, exports, and saves once there is room", async ({ page }) => {
    const editor = await open(page);
    await editor.newDraft();
    await editor.fill("Title", "Before it was full");
    await editor.saved();
    const [key, record] = await recordOf(page, "Before it was full");
    await fillStorage(page);

    await editor.fill("Title", "After it was full, with more text in it than there was before");

    await expect(editor.bar.getByText("Not saved: storage is full")).toBeVisible();
    const problem = editor.alert("export it now, or delete drafts for good");
    await expect(problem).toBeVisible();
    await expect(editor.field("Title")).toHaveValue(/^After it was full/);
    // It does not come and go while one types on.
    const comings = await problem.evaluateHandle((region) => {
      const count = { changes: 0 };
      new MutationObserver(() => (count.changes += 1)).observe(region, { subtree: true, childList: true, characterData: true });
      return count;
    });
    await editor.field("Title").press("End");
    await editor.field("Title").pressSequentially(" and more");
    await page.waitForFunction(() => document.querySelector(".save-state")?.textContent === "Not saved: storage is full");
    expect(await comings.evaluate(({ changes }) => changes)).toBe(0);
    expect((await editor.export()).text).toContain("# After it was full");
    expect((await stored(page))[key]).toBe(record);

    await freeStorage(page);
    await editor.fill("Reference", "INC-1");
    await editor.saved();
    await expect(editor.alert(/./)).toBeHidden();
    await page.reload();
    await expect(editor.field("Title")).toHaveValue(/^After it was full/);
    await expect(editor.field("Reference")).toHaveValue("INC-1");
  });

  test("a failed save is tried again by itself", async ({ page }) => {
    await page.clock.install();
    const editor = await open(page);
    await editor.newDraft();
    await fillStorage(page);
    await editor.fill("Title", "Saved in the end, although it did not fit at first");
    await expect(editor.bar.getByText("Not saved: storage is full")).toBeVisible();

    await freeStorage(page);
    await page.clock.fastForward("01:00");

    await editor.saved();
    await recordOf(page, "Saved in the end, although it did not fit at first");
  });

  test("what did not fit is still there after a visit to the list", async ({ page }) => {
    const editor = await open(page);
    await editor.newDraft();
    await fillStorage(page);
    await editor.fill("Title", "Held in memory while there is no room for it");

    await editor.backToDrafts();
    await expect(page.getByText("Not saved: it is in this tab only, until you close it")).toBeVisible();
    await editor.openDraft("Held in memory while there is no room for it");

    await expect(editor.field("Title")).toHaveValue("Held in memory while there is no room for it");
    await expect(editor.bar.getByText("Saved", { exact: true })).toBeHidden();
  });

  test("what did not fit and what another tab has saved meanwhile are both kept", async ({ page, context }) => {
    const editor = await open(page);
    await editor.newDraftTitled("Both");
    const address = await editor.drafts.getByRole("link").getAttribute("href");
    await editor.openDraft("Both");
    await fillStorage(page);
    await editor.fill("Reference", "typed while there was no room for it");
    await expect(editor.bar.getByText("Not saved: storage is full")).toBeVisible();
    await editor.backToDrafts();
    await freeStorage(page);
    const other = new EditorPage(await context.newPage());
    await other.page.goto(`/${address}`);
    await other.fill("Services", "written in the other tab");
    await other.saved();

    await editor.drafts.getByRole("link").first().click();

    await expect(editor.alert("Both versions are kept")).toBeVisible();
    await page.reload();
    await expect(editor.field("Reference")).toHaveValue("typed while there was no room for it");
    await expect(other.field("Services")).toHaveValue("written in the other tab");
    await expect(other.field("Reference")).toHaveValue("");
  });

  test("deleting a draft for good makes room, and what waited is saved", async ({ page }) => {
    await page.clock.install();
    const editor = await open(page);
    await editor.newDraftTitled("Old and large");
    await editor.openDraft("Old and large");
    await editor.openSection("Issue Summary");
    await editor.fill("Summary", "long ".repeat(20_000));
    await editor.backToDrafts();
    await page.getByRole("button", { name: "Delete Old and large" }).click();
    await fillStorage(page);
    await editor.newDraft();
    await editor.fill("Title", "Waits for room");
    await expect(editor.bar.getByText("Not saved: storage is full")).toBeVisible();
    await editor.backToDrafts();

    page.once("dialog", (dialog) => dialog.accept());
    await page.getByText("Deleted drafts (1)").click();
    await page.getByRole("button", { name: "Delete Old and large for good" }).click();
    await editor.openDraft("Waits for room");

    await page.clock.fastForward("01:00");
    await editor.saved();
    await recordOf(page, "Waits for room");
  });

  test("a page that starts on a full storage shows its drafts and starts another one", async ({ page }) => {
    const editor = await open(page);
    await editor.newDraftTitled("Was there before");
    await fillStorage(page);

    await page.reload();
    await expect(editor.drafts.getByRole("link")).toHaveText(["Was there before"]);
    await editor.newDraft();
    await editor.fill("Title", "No room for this");
    await expect(editor.bar.getByText("Not saved: storage is full")).toBeVisible();
    expect((await editor.export()).text).toContain("# No room for this");
  });
});

test.describe("storage that does not keep its word", () => {
  const WAYS = [
    {
      way: "throws something odd",
      words: "The browser did not keep the draft (out of order)",
      setItem: "throw new Error('out of order')",
    },
    {
      way: "throws something that is no error",
      words: "The browser did not keep the draft (the browser gave no reason)",
      setItem: "throw undefined",
    },
    {
      way: "takes a value and forgets it",
      words: "The browser did not keep the draft (it was not there when read again)",
      setItem: "return",
    },
  ];

  for (const { way, words, setItem } of WAYS) {
    test(`when it ${way}, the page never says that it has saved`, async ({ page }) => {
      const editor = await open(page);
      await editor.newDraft();
      await editor.saved();
      await page.evaluate((body) => {
        const real = Storage.prototype.setItem;
        const broken = new Function(body);
        Storage.prototype.setItem = function (key, value) {
          if (key.includes(":draft:")) return broken();
          return real.call(this, key, value);
        };
        // What the bar says whenever the page is painted.
        const seen: string[] = [];
        const look = () => {
          seen.push(document.querySelector("header")?.textContent ?? "");
          requestAnimationFrame(look);
        };
        look();
        Object.assign(window, { seen });
      }, setItem);

      await editor.fill("Title", "Not kept");

      await expect(editor.alert(words)).toBeVisible();
      await expect(editor.bar.getByText("Not saved", { exact: true })).toBeVisible();
      const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
      expect(seen.filter((bar) => bar.includes("Not keptSaved"))).toEqual([]);
      expect(seen.filter((bar) => bar.includes("Not keptNot saved")).length).toBeGreaterThan(0);
      expect((await editor.export()).text).toContain("# Not kept");
    });
  }
});

test.describe("a record that is damaged", () => {
  const DAMAGES: { name: string; damage: (record: string) => string }[] = [
    { name: "a lone brace", damage: () => "{" },
    { name: "half of it", damage: (record) => record.slice(0, record.length / 2) },
    { name: "null", damage: () => "null" },
    { name: "a list", damage: () => "[]" },
    { name: "nothing", damage: () => "" },
    { name: "a megabyte of a", damage: () => "a".repeat(1 << 20) },
  ];

  for (const { name, damage } of DAMAGES) {
    for (const index of ["kept", "gone"]) {
      test(`${name} instead, the index ${index}: it is named, kept and downloadable, and the others are listed`, async ({ page }) => {
        const editor = await open(page);
        await editor.newDraftTitled("Sound");
        await editor.newDraftTitled("Damaged");
        const [key, record] = await recordOf(page, "Damaged");
        const bytes = damage(record);
        await loseSecondCopy(page, key.slice(RECORD.length));
        await page.evaluate(
          ([key, bytes, index]) => {
            localStorage.setItem(key!, bytes!);
            if (index === "gone") localStorage.removeItem("postmortem-editor:index");
          },
          [key, bytes, index],
        );

        await page.reload();

        const damaged = page.getByRole("region", { name: "Cannot be opened" });
        await expect(damaged).toContainText(key.slice(RECORD.length));
        await expect(damaged).toContainText("Damaged:");
        await expect(editor.drafts.getByRole("link")).toHaveText(["Sound"]);
        await editor.newDraftTitled("Another");
        await page.getByRole("button", { name: "Delete Another" }).click();
        expect((await stored(page))[key]).toBe(bytes);
        const file = await editor.download(() => damaged.getByRole("button", { name: "Download the record" }).click());
        expect(file.text).toBe(bytes);
      });
    }
  }

  test("opened by its address, it says what is safe and what to do", async ({ page }) => {
    const editor = await open(page);
    await editor.newDraftTitled("Damaged");
    const [key] = await recordOf(page, "Damaged");
    await loseSecondCopy(page, key.slice(RECORD.length));
    await page.evaluate((key) => localStorage.setItem(key, "{"), key);

    await open(page, `/#/draft/${key.slice(RECORD.length)}`);

    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This draft did not open");
    await expect(page.getByRole("main")).toContainText("It is kept as it is: download its record from the list");
  });
});

test.describe("a record of a newer version", () => {
  const newer = (record: string) => JSON.stringify({ ...JSON.parse(record), schema: 999, news: "from the future" });

  test("it is refused, named, downloadable and never written", async ({ page }) => {
    const editor = await open(page);
    await editor.newDraftTitled("Newer");
    const [key, record] = await recordOf(page, "Newer");
    const bytes = newer(record);
    await page.evaluate(([key, bytes]) => localStorage.setItem(key!, bytes!), [key, bytes]);

    await page.reload();

    const refused = page.getByRole("region", { name: "Cannot be opened" });
    await expect(refused).toContainText("Written by a newer version of this page");
    const file = await editor.download(() => refused.getByRole("button", { name: "Download the record" }).click());
    expect(file.text).toBe(bytes);
    await open(page, `/#/draft/${key.slice(RECORD.length)}`);
    await expect(page.getByRole("main")).toContainText("A newer version of this page wrote that draft");
    expect((await stored(page))[key]).toBe(bytes);
  });

  test("it is not written over by a tab that had the draft open", async ({ page }) => {
    const editor = await open(page);
    await editor.newDraft();
    await editor.fill("Title", "Open in an old tab");
    await editor.saved();
    const [key, record] = await recordOf(page, "Open in an old tab");
    const bytes = newer(record);
    const other = await page.context().newPage();
    await openNeighbour(other);
    await other.evaluate(([key, bytes]) => localStorage.setItem(key!, bytes!), [key, bytes]);

    await editor.fill("Reference", "typed in the old tab");

    await expect(editor.alert("Both versions are kept")).toBeVisible();
    await expect(editor.field("Reference")).toHaveValue("typed in the old tab");
    await editor.saved();
    expect((await stored(page))[key]).toBe(bytes);
  });
});

test.describe("a storage shared with other pages", () => {
  const FOREIGN: Record<string, string> = {
    theme: "dark",
    k: "{bad",
    draft: "not ours",
    "postmortem-editor": "not ours either",
    ...Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`other:${index}`, `value ${index}`])),
  };

  test("what is not the page's own is neither changed nor removed", async ({ page }) => {
    await openNeighbour(page);
    await page.evaluate((entries) => {
      for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value);
    }, FOREIGN);

    const editor: EditorPage = await open(page);
    await editor.newDraftTitled("Beside others");
    await editor.openDraft("Beside others");
    await editor.fill("Reference", "INC-1");
    await editor.backToDrafts();
    await page.getByRole("button", { name: "Delete Beside others" }).click();
    await page.reload();
    await expect(page.getByText("Deleted drafts (1)")).toBeVisible();

    const after = await stored(page);
    const foreign = Object.entries(after).filter(([key]) => !key.startsWith("postmortem-editor:"));
    expect(Object.fromEntries(foreign)).toEqual(FOREIGN);
  });
});

test("a draft of an earlier saved form opens", async ({ page }) => {
  const fixture = JSON.parse(await readFile(new URL("../drafts/schema-1.json", import.meta.url), "utf8"));
  await openNeighbour(page);
  await page.evaluate(([key, record]) => localStorage.setItem(key!, record!), [`${RECORD}${fixture.id}`, JSON.stringify(fixture)]);

  const editor = await open(page);
  await editor.openDraft("Search slow after a reindex");

  await expect(editor.field("Severity")).toHaveValue("SEV-2");
});
