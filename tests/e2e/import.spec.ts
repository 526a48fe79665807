// The way in: texts are picked, dropped or pasted, looked at, and become drafts. No draft that is
// there is ever changed.
import { mkdir, writeFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { type EditorPage, open } from "./editor";
import { axe, expect, test } from "./fixtures";

/** Somebody else's: headings of their own, a date of two readings, no word on the zone. */
const FOREIGN = `# Ticket machines refused every card

## What happened
On 04/05/2024 from 14:10 to 15:40 the ticket machines refused the cards of 70% of users.

## Timeline
- 14:10 The certificate of the card terminal runs out
- 14:25 The first station calls
- 15:40 A new certificate is in place

## Root cause
Nobody was reminded of the certificate.

## Follow-up
- Remind the team 30 days before a certificate runs out

## Thanks
To everyone at the north gate.
`;

const text = (title: string) => `# ${title}\n\n## Summary\n\n${title} happened on 2024-05-03 from 10:00 to 11:00 UTC.\n`;

const accept = (dialog: Locator) => dialog.getByRole("button", { name: "Import as a new draft" });

const heading = (dialog: Locator) => dialog.getByRole("heading", { level: 2 }).first();

const fact = (dialog: Locator, name: string) =>
  dialog.getByRole("definition").and(dialog.locator(`dt:text-is("${name}") + dd`));

/** Holds files or folders of this machine over the page, as a person drags them there. */
async function hold(page: Page, paths: string[]): Promise<{ drop: () => Promise<unknown>; leave: () => Promise<unknown> }> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  const drag = (type: "dragEnter" | "dragOver" | "drop") =>
    session.send("Input.dispatchDragEvent", { type, x: 200, y: 200, data });
  await drag("dragEnter");
  await drag("dragOver");
  // The protocol has no way to leave the window again.
  const leave = () => page.evaluate(() => document.body.dispatchEvent(new DragEvent("dragleave", { bubbles: true })));
  return { drop: () => drag("drop"), leave };
}

async function paste(page: Page, pasted: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    (document.activeElement ?? document.body).dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, pasted);
}

test("a text is shown beside what is made of it, and accepting makes a draft of that", async ({ page }) => {
  const editor = await open(page);

  const dialog = await editor.pick({ name: "machines.txt", text: FOREIGN });

  await expect(heading(dialog)).toHaveText("Import machines.txt");
  await expect(heading(dialog)).toBeFocused();
  await expect(dialog.getByRole("region", { name: "The text" }).filter({ hasText: FOREIGN.slice(-40).trim() }).first()).toBeVisible();
  await expect(fact(dialog, "Title")).toHaveText("Ticket machines refused every card");
  await expect(fact(dialog, "Users affected")).toHaveText("70%");
  await expect(fact(dialog, "Timeline")).toHaveText("3 events");
  await expect(fact(dialog, "Time zone")).toHaveText("none found");
  await expect(dialog.getByRole("heading", { level: 2, name: "Ticket machines refused every card" })).toBeVisible();
  await accept(dialog).click();

  await expect(editor.field("Title")).toHaveValue("Ticket machines refused every card");
  await editor.openSection("Timeline");
  await expect(editor.field("Text of event 2")).toHaveValue("The first station calls");
});

test("what the text leaves open can be said, and is read with it at once", async ({ page }) => {
  const editor = await open(page);
  const dialog = await editor.pick({ name: "machines.md", text: FOREIGN });
  await expect(dialog.getByLabel("Day the incident began")).toBeHidden();

  await dialog.getByLabel("Order of day and month").selectOption("Month first: 04/05 is April 5");
  await expect(fact(dialog, "Start")).toHaveText("2024-04-05 14:10");
  await dialog.getByLabel("Order of day and month").selectOption("Day first: 04/05 is 4 May");
  await expect(fact(dialog, "Start")).toHaveText("2024-05-04 14:10");
  await dialog.getByLabel("Time zone").fill("Europe/Oslo");
  await dialog.getByLabel("Time zone").press("Enter");
  await expect(fact(dialog, "Time zone")).toHaveText("Europe/Oslo");
  await expect(dialog.getByLabel("Time zone"), "what was typed in stays where it was").toBeFocused();
  await accept(dialog).click();

  await editor.openSection("Issue Summary");
  await expect(editor.field("Start date")).toHaveValue("2024-05-04");
  await expect(editor.field("Time zone")).toHaveValue("Europe/Oslo");
});

test("a day is asked for where the text has none, in whatever way people write it", async ({ page }) => {
  const editor = await open(page);
  const dialog = await editor.pick({ name: "machines.md", text: FOREIGN.replace("On 04/05/2024 from", "From") });
  const day = dialog.getByLabel("Day the incident began");

  await day.fill("sometime");
  await day.press("Tab");
  await expect(dialog.getByText("Not understood. Write it as 2024-05-03")).toBeVisible();
  await expect(day).toHaveAttribute("aria-invalid", "true");
  await day.fill("3 May 2024");
  await day.press("Tab");

  await expect(fact(dialog, "Start")).toHaveText("2024-05-03 14:10");
  await expect(day).not.toHaveAttribute("aria-invalid");
});

test("a text of our own that says neither day nor zone is given both", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  await editor.fill("Title", "Without a day");
  const { name, text } = await editor.export();
  await editor.backToDrafts();

  const dialog = await editor.pick({ name, text });
  await dialog.getByLabel("Day the incident began").fill("2024-05-03");
  await dialog.getByLabel("Time zone").fill("UTC");
  await accept(dialog).click();

  await editor.openSection("Issue Summary");
  await expect(editor.field("Start date")).toHaveValue("2024-05-03");
  await expect(editor.field("Time zone")).toHaveValue("UTC");
});

test("another template than the recognised one takes every word along", async ({ page }) => {
  const editor = await open(page);
  const dialog = await editor.pick({ name: "machines.md", text: FOREIGN });
  const template = dialog.getByLabel("Template");
  const recognised = await template.locator("option:checked").textContent();
  expect(recognised).toContain("(recognised)");

  const other = await template.locator("option:not(:checked)").first().textContent();
  await template.selectOption(other);
  await expect(template.locator("option:checked")).toHaveText(other ?? "");
  await accept(dialog).click();

  const exported = await editor.openExport();
  await expect(exported.getByText(other ?? "", { exact: true })).toBeVisible();
  const markdown = await exported.getByLabel("Markdown").inputValue();
  for (const words of ["Nobody was reminded of the certificate", "To everyone at the north gate", "The first station calls"]) {
    expect(markdown).toContain(words);
  }
});

test("several files are gone through one by one: accepted, passed over", async ({ page }) => {
  const editor = await open(page);
  const names = ["One", "Two", "Three"];
  const dialog = await editor.pick(...names.map((name) => ({ name: `${name}.md`, text: text(name) })));

  await expect(heading(dialog)).toHaveText("Import 1 of 3: One.md");
  await accept(dialog).click();
  await expect(heading(dialog)).toHaveText("Import 2 of 3: Two.md");
  await expect(heading(dialog)).toBeFocused();
  await dialog.getByRole("button", { name: "Skip" }).click();
  await expect(heading(dialog)).toHaveText("Import 3 of 3: Three.md");
  await expect(dialog.getByRole("button", { name: "Skip" })).toBeVisible();
  await accept(dialog).click();

  await expect(dialog).toBeHidden();
  await expect(editor.status).toContainText("2 new drafts are in the list");
  expect((await editor.draftTitles()).sort()).toEqual(["One", "Three"]);
});

test("the rest of many files is imported as it is read", async ({ page }) => {
  const editor = await open(page);
  const names = Array.from({ length: 6 }, (_, index) => `Incident ${index + 1}`);
  const dialog = await editor.pick(...names.map((name) => ({ name: `${name}.md`, text: text(name) })));

  await accept(dialog).click();
  await dialog.getByRole("button", { name: "Import all as read" }).click();

  await expect(editor.status).toContainText("6 new drafts are in the list");
  expect((await editor.draftTitles()).sort()).toEqual(names);
});

test("the import of many can be stopped, and keeps what was made", async ({ page }) => {
  const editor = await open(page);
  const files = Array.from({ length: 40 }, (_, index) => ({ name: `${index}.md`, text: text(`Incident ${index}`) }));
  const dialog = await editor.pick(...files);

  await dialog.getByRole("button", { name: "Import all as read" }).click();
  await expect(dialog.getByText(/^Importing [3-9] of 40…$/)).toBeVisible();
  await dialog.getByRole("button", { name: "Stop" }).click();

  await expect(editor.status).toContainText(/^\d+ new drafts are in the list$/);
  const made = (await editor.draftTitles()).length;
  expect(made).toBeGreaterThan(1);
  expect(made).toBeLessThan(40);
});

test("what cannot be imported is listed with its reason, and the rest is", async ({ page }) => {
  const editor = await open(page);
  const picture = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk", "base64");
  const dialog = await editor.pick(
    { name: "picture.md", text: picture },
    { name: "empty.md", text: " \n\n" },
    { name: "huge.md", text: Buffer.alloc(2 * 1024 * 1024 + 1, "a") },
    { name: "fine.json", text: text("Fine") },
  );

  const alert = dialog.getByRole("alert");
  await expect(alert).toContainText("3 were not imported");
  await expect(alert).toContainText("picture.md is not a text file");
  await expect(alert).toContainText("empty.md is empty");
  await expect(alert).toContainText("huge.md has 2.1 MB, and 2 MB is the most");
  await expect(heading(dialog)).toHaveText("Import fine.json");
  await accept(dialog).click();
  await expect(editor.field("Title")).toHaveValue("Fine");
});

test("when nothing can be imported, the dialog says why and closes to where one was", async ({ page }) => {
  const editor = await open(page);
  const dialog = await editor.pick({ name: "archive.md", text: Buffer.from("PK\x03\x04\x00\x00\x00") });

  await expect(dialog.getByRole("alert")).toContainText("archive.md is not a text file");
  await expect(accept(dialog)).toBeHidden();
  await dialog.getByRole("button", { name: "Close" }).click();

  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { name: "Write the postmortem of an incident" })).toBeVisible();
});

test("a file of two megabytes is read, to its end", async ({ page }) => {
  const editor = await open(page);
  const start = `${FOREIGN}\n## Log\n\n\`\`\`\n`;
  const end = "\nthe last line of the log\n```\n";
  const long = start + "14:10:07 terminal 12: refused\n".repeat(70_000).slice(0, 2 * 1024 * 1024 - start.length - end.length) + end;

  const dialog = await editor.pick({ name: "long.md", text: long });

  await expect(fact(dialog, "Timeline")).toHaveText("3 events");
  await expect(dialog.getByText("Preview shortened")).toBeAttached();
  await accept(dialog).click();
  await editor.saved();
  expect((await editor.export()).text).toContain("the last line of the log");
});

for (const { name, bytes } of [
  { name: "UTF-8 with a byte order mark", bytes: Buffer.from(`\uFEFF${text("Żółte 🦆")}`) },
  { name: "UTF-16, little end first", bytes: Buffer.from(`\uFEFF${text("Żółte 🦆")}`, "utf16le") },
  { name: "UTF-16, big end first", bytes: Buffer.from(`\uFEFF${text("Żółte 🦆")}`, "utf16le").swap16() },
]) {
  test(`a file in ${name} is read`, async ({ page }) => {
    const editor = await open(page);
    const dialog = await editor.pick({ name: "encoded.md", text: bytes });
    await accept(dialog).click();
    await expect(editor.field("Title")).toHaveValue("Żółte 🦆");
  });
}

test("the same text again is a second draft, and the first stays as it was", async ({ page }) => {
  const editor = await open(page);
  await editor.import("again.md", text("Twice"));
  await editor.backToDrafts();

  let dialog = await editor.pick({ name: "again.md", text: text("Twice") });
  await expect(dialog.getByText("The draft “Twice” has the same words")).toBeVisible();
  await accept(dialog).click();
  await editor.fill("Reference", "the second");
  await editor.backToDrafts();
  await expect(editor.drafts.getByRole("link")).toHaveText(["Twice", "Twice"]);

  await editor.drafts.getByRole("link").last().click();
  await expect(editor.field("Reference")).toHaveValue("");
  await editor.fill("Reference", "no longer the same");
  await editor.backToDrafts();
  dialog = await editor.pick({ name: "again.md", text: text("Twice") });
  await expect(accept(dialog)).toBeVisible();
  await expect(dialog.getByText("has the same words")).toBeHidden();
});

test.describe("files dropped on the page", () => {
  test("are imported from the list of drafts, and a folder is named", async ({ page }, info) => {
    const folder = info.outputPath("postmortems");
    const file = info.outputPath("dropped.md");
    await mkdir(folder, { recursive: true });
    await writeFile(file, text("Dropped"));
    const editor = await open(page);

    const held = await hold(page, [folder, file]);
    await expect(page.getByText("Drop the files to import them")).toBeVisible();
    await held.drop();

    const dialog = editor.importDialog();
    await expect(page.getByText("Drop the files to import them")).toBeHidden();
    await expect(dialog.getByRole("alert")).toContainText("postmortems is a folder. Open it and pick or drop the files in it");
    await accept(dialog).click();
    await expect(editor.field("Title")).toHaveValue("Dropped");
  });

  test("are imported from an open draft, which is kept as it is", async ({ page }, info) => {
    const file = info.outputPath("dropped.md");
    await writeFile(file, text("Dropped"));
    const editor = await open(page);
    await editor.newDraft();
    await editor.fill("Title", "Open");

    await (await hold(page, [file])).drop();
    await accept(editor.importDialog()).click();

    await expect(editor.field("Title")).toHaveValue("Dropped");
    await editor.backToDrafts();
    expect((await editor.draftTitles()).sort()).toEqual(["Dropped", "Open"]);
  });

  test("wait behind those that are looked at", async ({ page }, info) => {
    const file = info.outputPath("late.md");
    await writeFile(file, text("Late"));
    const editor = await open(page);
    const dialog = await editor.pick({ name: "machines.md", text: FOREIGN });
    await dialog.getByLabel("Time zone").fill("UTC");

    await (await hold(page, [file])).drop();

    await expect(heading(dialog)).toHaveText("Import 1 of 2: machines.md");
    await expect(dialog.getByLabel("Time zone")).toHaveValue("UTC");
    await accept(dialog).click();
    await expect(heading(dialog)).toHaveText("Import 2 of 2: late.md");
  });

  test("taken away again leave the page as it was", async ({ page }, info) => {
    const file = info.outputPath("taken-away.md");
    await writeFile(file, text("Taken away"));
    const editor = await open(page);

    const held = await hold(page, [file]);
    await expect(page.getByText("Drop the files to import them")).toBeVisible();
    await held.leave();

    await expect(page.getByText("Drop the files to import them")).toBeHidden();
    await expect(editor.importDialog()).toBeHidden();
  });
});

test("nothing that is dropped leads away from the page or the open draft", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  const address = page.url();
  const session = await page.context().newCDPSession(page);
  const data = {
    items: [{ mimeType: "text/uri-list", data: "http://127.0.0.1:9/" }, { mimeType: "text/plain", data: "http://127.0.0.1:9/" }],
    dragOperationsMask: 1,
  };

  const bar = await editor.bar.boundingBox();
  const at = { x: (bar?.x ?? 0) + 5, y: (bar?.y ?? 0) + 5 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, ...at, data });
  }

  await editor.fill("Title", "Still here");
  await editor.saved();
  expect(page.url()).toBe(address);
});

test.describe("pasted text", () => {
  test("is looked at when it is pasted into the list of drafts", async ({ page }) => {
    const editor = await open(page);
    await page.getByRole("radio", { name: /^Classic/ }).focus();

    await paste(page, text("Pasted"));

    const dialog = editor.importDialog();
    await expect(heading(dialog)).toHaveText("Import Pasted text");
    await accept(dialog).click();
    await expect(editor.field("Title")).toHaveValue("Pasted");
  });

  test("goes nowhere else while it is pasted into an input or a dialog", async ({ page }) => {
    const editor = await open(page);
    await page.getByRole("button", { name: "Help" }).click();
    await paste(page, text("Pasted"));
    await expect(editor.importDialog()).toBeHidden();
    await page.keyboard.press("Escape");

    await page.getByRole("combobox", { name: "Theme" }).focus();
    await paste(page, text("Pasted"));
    await expect(editor.importDialog()).toBeHidden();
  });

  test("is typed, read, changed and imported by keyboard alone", async ({ page }) => {
    const editor = await open(page);
    await page.getByRole("button", { name: "Paste text…" }).focus();
    await page.keyboard.press("Enter");
    const dialog = editor.importDialog();
    await expect(dialog.getByLabel("Text of the postmortem")).toBeFocused();
    await page.keyboard.insertText(text("Typed"));
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(heading(dialog)).toHaveText("Import Pasted text");

    await dialog.getByRole("button", { name: "Change the text" }).focus();
    await page.keyboard.press("Enter");
    await expect(dialog.getByLabel("Text of the postmortem")).toBeFocused();
    await expect(dialog.getByLabel("Text of the postmortem")).toHaveValue(text("Typed"));
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("End");
    await page.keyboard.type(" anew");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(heading(dialog)).toBeFocused();
    for (let presses = 0; presses < 20 && !(await accept(dialog).evaluate((button) => button === document.activeElement)); presses += 1) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");

    await expect(editor.field("Title")).toHaveValue("Typed anew");
    await editor.backToDrafts();
    await page.getByRole("button", { name: "Paste text…" }).click();
    await expect(dialog.getByLabel("Text of the postmortem"), "it is a draft by now").toHaveValue("");
  });

  test("is there again after Esc", async ({ page }) => {
    const editor = await open(page);
    const button = page.getByRole("button", { name: "Paste text…" });
    const input = editor.importDialog().getByLabel("Text of the postmortem");

    await button.click();
    await input.fill(text("Not lost"));
    await page.keyboard.press("Escape");
    await expect(editor.importDialog()).toBeHidden();
    await expect(button).toBeFocused();
    await button.click();
    await expect(input).toHaveValue(text("Not lost"));

    await editor.importDialog().getByRole("button", { name: "Read the text" }).click();
    await expect(accept(editor.importDialog())).toBeVisible();
    await page.keyboard.press("Escape");
    await button.click();
    await expect(input).toHaveValue(text("Not lost"));
  });

  test("does not take the place of what was typed before", async ({ page }) => {
    const editor = await open(page);
    const button = page.getByRole("button", { name: "Paste text…" });
    await button.click();
    await editor.importDialog().getByLabel("Text of the postmortem").fill("Typed before");
    await page.keyboard.press("Escape");

    await paste(page, text("Pasted"));
    await accept(editor.importDialog()).click();
    await expect(editor.field("Title")).toHaveValue("Pasted");

    await editor.backToDrafts();
    await button.click();
    await expect(editor.importDialog().getByLabel("Text of the postmortem")).toHaveValue("Typed before");
  });

  test("that is empty is asked for again", async ({ page }) => {
    const editor = await open(page);
    await page.getByRole("button", { name: "Paste text…" }).click();
    const dialog = editor.importDialog();
    await dialog.getByRole("button", { name: "Read the text" }).click();
    await expect(dialog.getByRole("alert")).toContainText("Pasted text is empty");
    await expect(dialog.getByLabel("Text of the postmortem")).toBeVisible();
  });
});

test("Esc ends an import and keeps what was accepted", async ({ page }) => {
  const editor = await open(page);
  const dialog = await editor.pick(...["One", "Two", "Three"].map((name) => ({ name: `${name}.md`, text: text(name) })));
  await accept(dialog).click();
  await expect(heading(dialog)).toHaveText("Import 2 of 3: Two.md");

  await page.keyboard.press("Escape");

  await expect(editor.field("Title")).toHaveValue("One");
  await editor.backToDrafts();
  expect(await editor.draftTitles()).toEqual(["One"]);
});

test("drafts that find no room are said to be in this tab only", async ({ page }) => {
  const editor = await open(page);
  const dialog = await editor.pick(...["One", "Two"].map((name) => ({ name: `${name}.md`, text: text(name) })));
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    };
  });

  await dialog.getByRole("button", { name: "Import all as read" }).click();

  await expect(editor.alert("2 of them could not be saved and are in this tab only")).toBeVisible();
  await expect(editor.drafts.getByText("Not saved: it is in this tab only")).toHaveCount(2);
});

test("a text that means harm is shown and runs nothing", async ({ page }) => {
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const harm = '<img src=x onerror="alert(1)"><script>alert(2)</script>[x](javascript:alert(3))';
  const editor = await open(page);

  const dialog = await editor.pick({ name: "<b>harm</b>.md", text: `# Harm ${harm}\n\n## Summary\n\n${harm}\n` });

  await expect(heading(dialog)).toHaveText("Import <b>harm</b>.md");
  await expect(dialog.locator("script, img, [onerror], a[href^=javascript]")).toHaveCount(0);
  expect(dialogs).toEqual([]);
});

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
  { width: 320, height: 568 },
];

for (const viewport of SIZES) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`${colorScheme}, ${viewport.width} pixels wide`, () => {
      test.use({ viewport, colorScheme });

      const states: { name: string; show: (editor: EditorPage) => Promise<unknown> }[] = [
        { name: "the input for a text", show: (editor) => editor.page.getByRole("button", { name: "Paste text…" }).click() },
        {
          name: "texts to look at, and refusals",
          show: (editor) =>
            editor.pick(
              { name: "machines.md", text: FOREIGN.replace("On 04/05/2024 from", "From") },
              { name: "two.md", text: text("Two") },
              { name: "empty.md", text: "" },
            ),
        },
        { name: "nothing but refusals", show: (editor) => editor.pick({ name: "empty.md", text: "" }) },
      ];
      for (const { name, show } of states) {
        test(`${name}: accessible, and nothing is cut off at the side`, async ({ page }) => {
          const editor = await open(page);
          await show(editor);
          await axe(page);
          const dialog = editor.importDialog();
          expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
          expect((await dialog.boundingBox())?.width).toBeLessThanOrEqual(viewport.width);
        });
      }
    });
  }
}

test("how a text was read is announced", async ({ page }) => {
  const editor = await open(page);
  const dialog = await editor.pick({ name: "machines.md", text: FOREIGN });
  await expect(dialog.getByRole("status")).toContainText(/^Read as /);
});
