// Every screen and every state passes axe, in light and in dark, wide and narrow.
import type { Page } from "@playwright/test";
import { type EditorPage, open } from "./editor";
import { axe, expect, test } from "./fixtures";
import { shortPostmortem, ticketMachines } from "./postmortems";

const STATES: { name: string; show: (editor: EditorPage, page: Page) => Promise<void> }[] = [
  { name: "the first visit", show: async () => {} },
  {
    name: "the list of drafts, with deleted and damaged ones",
    show: async (editor, page) => {
      for (const title of ["One", "Two", "Deleted"]) await editor.newDraftTitled(title);
      await page.evaluate(() => localStorage.setItem("postmortem-editor:draft:damaged", "{"));
      await page.getByRole("button", { name: "Delete Deleted" }).click();
      await page.getByText("Deleted drafts (1)").click();
      await expect(page.getByRole("region", { name: "Cannot be opened" })).toBeVisible();
      await expect(page.getByRole("button", { name: "Restore Deleted" })).toBeVisible();
    },
  },
  {
    name: "a new draft",
    show: async (editor) => editor.newDraft(),
  },
  {
    name: "all sections on one page, with an extra one",
    show: async (editor) => {
      await editor.openExample();
      await editor.addSection("Of our own", "Some *text*");
      await editor.showAllSections();
      await expect(editor.form.getByRole("heading", { name: "Lessons Learned" })).toBeVisible();
    },
  },
  {
    name: "the findings after a check",
    show: async (editor) => {
      await editor.newDraft();
      await editor.check();
      const first = editor.page.getByRole("tabpanel", { name: /^Findings/ }).getByRole("listitem").first();
      await first.getByText("Why?").click();
    },
  },
  {
    name: "a form with findings under its fields",
    show: async (editor) => {
      await editor.newDraft();
      await editor.check();
      await editor.openSection("Issue Summary");
      await editor.fill("Start time", "half past");
      await editor.field("End time").focus();
      await expect(editor.form.getByText(/^Kept as typed/).first()).toBeVisible();
    },
  },
  {
    name: "the preview",
    show: async (editor) => {
      await editor.openExample();
      await editor.showTab("Preview");
    },
  },
  {
    name: "the Markdown tab",
    show: async (editor) => {
      await editor.openExample();
      await editor.showTab("Markdown");
    },
  },
  {
    name: "the export dialog",
    show: async (editor) => {
      await editor.openExample();
      await editor.openExport();
    },
  },
  {
    name: "the import dialog with an input for a text",
    show: async (_, page) => page.getByRole("button", { name: "Paste text…" }).click(),
  },
  {
    name: "the import dialog with texts to look at, and a refusal",
    show: async (editor) => {
      const undated = ticketMachines.replace("On 04/05/2024 from", "From");
      const dialog = await editor.pick(
        { name: "ticket-machines.md", text: undated },
        { name: "short.md", text: shortPostmortem("Short") },
        { name: "empty.md", text: "" },
      );
      await dialog.getByLabel("Day the incident began").fill("sometime");
      await dialog.getByLabel("Day the incident began").press("Tab");
      await expect(dialog.getByText("Not understood. Write it as 2024-05-03")).toBeVisible();
    },
  },
  {
    name: "the import dialog with nothing but a refusal",
    show: async (editor) => {
      await editor.pick({ name: "empty.md", text: "" });
    },
  },
  {
    name: "the help dialog",
    show: async (_, page) => {
      await page.getByRole("button", { name: "Help" }).click();
      await expect(page.getByRole("dialog", { name: "Help" })).toBeVisible();
    },
  },
  {
    name: "a notice with an undo",
    show: async (editor, page) => {
      await editor.newDraftTitled("Gone");
      await page.getByRole("button", { name: "Delete Gone" }).click();
      await expect(page.getByRole("button", { name: "Undo", exact: true })).toBeVisible();
    },
  },
];

function repeatedIds(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
  });
}

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

for (const viewport of SIZES) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`${colorScheme}, ${viewport.width} pixels wide`, () => {
      test.use({ viewport, colorScheme });

      for (const { name, show } of STATES) {
        test(name, async ({ page }) => {
          await show(await open(page), page);
          await axe(page);
          expect(await repeatedIds(page), "labels and descriptions go by ids").toEqual([]);
        });
      }

      test("each section of a filled draft", async ({ page }) => {
        const editor = await open(page);
        await editor.openExample();
        for (const section of await editor.sectionNames()) {
          await editor.openSection(section);
          await axe(page);
        }
      });

      test("nothing is cut off or pushed out at the side", async ({ page }) => {
        const editor = await open(page);
        await editor.openExample();
        for (const section of await editor.sectionNames()) {
          await editor.openSection(section);
          expect(await page.evaluate(() => document.documentElement.scrollWidth), section).toBeLessThanOrEqual(viewport.width);
        }
      });
    });
  }
}

test.describe("the smallest screen", () => {
  test.use({ viewport: { width: 320, height: 568 } });

  test("the import dialog is there without scrolling sideways, its buttons always", async ({ page }) => {
    const editor = await open(page);
    const dialog = await editor.pick(...["One", "Two"].map((name) => ({ name: `${name}.md`, text: ticketMachines })));

    expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    expect((await dialog.boundingBox())?.width).toBeLessThanOrEqual(320);
    await expect(dialog.getByRole("button", { name: "Import as a new draft" })).toBeInViewport({ ratio: 1 });
    await dialog.getByRole("heading", { name: "Conclusion" }).scrollIntoViewIfNeeded();
    await expect(dialog.getByRole("heading", { name: "Conclusion" })).toBeInViewport();
    await expect(dialog.getByRole("button", { name: "Import as a new draft" })).toBeInViewport({ ratio: 1 });
    await axe(page);
  });

  test("a notice lies on nothing that cannot be scrolled out from under it", async ({ page }) => {
    const editor = await open(page);
    await editor.newDraftTitled("A draft with a rather long title, as they have");
    await page.getByRole("button", { name: /^Delete A draft/ }).click();
    await expect(editor.status).toContainText("is deleted");

    // A click waits until nothing covers what it is aimed at.
    await page.getByText("Deleted drafts (1)").click();
    await page.getByRole("button", { name: /^Restore A draft/ }).click();

    await expect(editor.drafts.getByRole("link", { name: /^A draft/ })).toBeVisible();
  });

  test("a draft opened from a list that was scrolled stands where it should", async ({ page }) => {
    const editor = await open(page);
    await editor.newDraftTitled("Below the fold");
    await editor.drafts.getByRole("link", { name: "Below the fold" }).scrollIntoViewIfNeeded();
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);

    await editor.openDraft("Below the fold");

    await expect(editor.bar).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
  });

  test("everything is there without scrolling sideways", async ({ page }) => {
    const editor = await open(page);
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBeLessThanOrEqual(320);
    await editor.openExample();
    for (const section of await editor.sectionNames()) {
      await editor.openSection(section);
      expect(await width(), section).toBeLessThanOrEqual(320);
    }
    for (const tab of ["Preview", "Markdown", "Findings"] as const) {
      await editor.showTab(tab);
      expect(await width(), tab).toBeLessThanOrEqual(320);
    }
  });
});

test("no two inputs or buttons of the forms share a name", async ({ page }) => {
  const editor = await open(page);
  await editor.openExample();
  await editor.openSection("Lessons Learned");
  for (const list of ["What went well", "What went badly", "Where we got lucky"]) await editor.addRow(list, "A lesson");
  await editor.showAllSections();

  const names = await editor.form.locator("input, textarea, select, button:not(.prose__tool)").evaluateAll((controls) =>
    controls.map((control) => {
      const label = (control as HTMLInputElement).labels?.[0];
      return (control.getAttribute("aria-label") ?? label?.textContent ?? control.textContent ?? "").trim();
    }),
  );

  expect(names.length).toBeGreaterThan(60);
  expect(names).not.toContain("");
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test("sections without a heading are told apart", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  const add = editor.sections.getByRole("button", { name: "Add a section" });

  await add.click();
  await add.click();

  await expect(editor.sectionRow("Untitled section 2")).toBeVisible();
});

test("a change for better or worse is announced, and typing is not", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  await page.evaluate(() => {
    const said: string[] = [];
    for (const region of document.querySelectorAll('[role="alert"], [role="status"], [aria-live]')) {
      new MutationObserver(() => said.push(region.textContent ?? "")).observe(region, { subtree: true, childList: true, characterData: true });
    }
    Object.assign(window, { said });
  });

  await editor.field("Title").pressSequentially("Quiet while typing");
  await editor.saved();

  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said.filter((words) => words !== "" && words !== "Saved")).toEqual([]);
});
