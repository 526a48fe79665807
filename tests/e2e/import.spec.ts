// The way in: texts are looked at and become drafts. No draft that is there is ever changed.
import type { Locator } from "@playwright/test";
import { open } from "./editor";
import { expect, test } from "./fixtures";
import { shortPostmortem as text, ticketMachines } from "./postmortems";

const accept = (dialog: Locator) => dialog.getByRole("button", { name: "Import as a new draft" });

const heading = (dialog: Locator) => dialog.getByRole("heading", { level: 2 }).first();

const fact = (dialog: Locator, name: string) =>
  dialog.getByRole("definition").and(dialog.locator(`dt:text-is("${name}") + dd`));

test("a text is shown beside what is made of it, and accepting makes a draft of that", async ({ page }) => {
  const editor = await open(page);

  const dialog = await editor.pick({ name: "machines.txt", text: ticketMachines });

  await expect(heading(dialog)).toHaveText("Import machines.txt");
  await expect(heading(dialog)).toBeFocused();
  await expect(dialog.getByRole("region", { name: "The text" }).filter({ hasText: ticketMachines.slice(-40).trim() }).first()).toBeVisible();
  await expect(fact(dialog, "Title")).toHaveText("Ticket machines refused every card");
  await expect(fact(dialog, "Users affected")).toHaveText("70%");
  await expect(fact(dialog, "Timeline")).toHaveText("3 events");
  await expect(fact(dialog, "Time zone")).toHaveText("none");
  await expect(dialog.getByRole("heading", { level: 2, name: "Ticket machines refused every card" })).toBeVisible();
  await accept(dialog).click();

  await expect(editor.field("Title")).toHaveValue("Ticket machines refused every card");
  await editor.openSection("Timeline");
  await expect(editor.field("Text of event 2")).toHaveValue("The first station calls");
});

test("what the text leaves open can be said, and is read with it at once", async ({ page }) => {
  const editor = await open(page);
  const dialog = await editor.pick({ name: "machines.md", text: ticketMachines });
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
  const dialog = await editor.pick({ name: "machines.md", text: ticketMachines.replace("On 04/05/2024 from", "From") });
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
  const dialog = await editor.pick({ name: "machines.md", text: ticketMachines });
  const template = dialog.getByLabel("Template");
  await expect(template.locator("option:checked")).toContainText("(suggested)");

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
  await page.getByRole("link", { name: "Incident 3" }).click();
  await expect(editor.field("Title")).toHaveValue("Incident 3");
  await expect(page.getByText("new drafts are in the list"), "it is old news here").toHaveCount(0);
});

test("many files at once that are drafts already become copies, and that is said", async ({ page }) => {
  const editor = await open(page);
  const one = { name: "one.md", text: text("One") };
  await (await editor.pick(one)).getByRole("button", { name: "Import as a new draft" }).click();
  await editor.backToDrafts();

  const dialog = await editor.pick(one, { name: "two.md", text: text("Two") });
  await dialog.getByRole("button", { name: "Import all as read" }).click();

  await expect(editor.status).toContainText("2 new drafts are in the list. 1 of them has the words of a draft that was there");
  expect((await editor.draftTitles()).sort()).toEqual(["One", "One", "Two"]);
});

test("the import of many can be stopped, and keeps what was made", async ({ page }) => {
  const editor = await open(page);
  // Long enough for a person to press Stop.
  const log = "14:10:07 terminal 12: refused\n".repeat(4_000);
  const files = Array.from({ length: 40 }, (_, index) => ({ name: `${index}.md`, text: `${text(`Incident ${index}`)}\n\`\`\`\n${log}\`\`\`\n` }));
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
  const start = `${ticketMachines}\n## Log\n\n\`\`\`\n`;
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

test("what contradicts itself in a text stands first, and is announced", async ({ page }) => {
  const editor = await open(page);
  await editor.openExample();
  const { name, text } = await editor.export();
  await editor.backToDrafts();

  const dialog = await editor.pick({ name, text: text.replace(/(Duration:\*\*).*/, "$1 99 hours") });

  await expect(dialog.getByRole("status")).toContainText("Contradictions: 1");
  await expect(dialog.getByRole("heading", { level: 4 }).first()).toHaveText("Contradictions: 1");
  await expect(dialog.getByText("The text gives the duration as 99 hours")).toBeVisible();
});

test("what had to be guessed in every row is told once", async ({ page }) => {
  const editor = await open(page);
  const dialog = await editor.pick({ name: "machines.md", text: ticketMachines.replaceAll(/^- (\d\d:)/gm, "- 04/05/2024 $1") });
  await expect(dialog.getByRole("heading", { name: /^Guesses/ })).toHaveText("Guesses: 1");
  await expect(dialog.getByText("“04/05/2024” is read as 2024-05-04")).toHaveCount(1);
});

test("how a text was read is announced", async ({ page }) => {
  const editor = await open(page);
  const dialog = await editor.pick({ name: "machines.md", text: ticketMachines });
  await expect(dialog.getByRole("status")).toHaveText(/^Read\. Guesses: 1/);
});

test.describe("the part that reads", () => {
  test.use({ expectedConsole: /Failed to load resource|failed to fetch|Failed to fetch|dynamically imported/i });

  test("is loaded when it is needed; without it nothing is lost, and it can be tried again", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("reader")) asked.push(request.url());
    });
    const editor = await open(page);
    expect(asked, "a first visit does without it").toEqual([]);
    await page.route(/reader.*\.wasm/, (route) => route.abort());

    const dialog = await editor.pick({ name: "machines.md", text: ticketMachines });
    await expect(dialog.getByRole("alert")).toContainText("could not be loaded. Nothing has changed, and the text is safe");
    await accept(dialog).click();
    await expect(dialog.getByRole("alert"), "there is no draft of what is not read").toContainText("could not be loaded");
    await page.unroute(/reader.*\.wasm/);
    await dialog.getByRole("button", { name: "Try again" }).click();

    await expect(fact(dialog, "Timeline")).toHaveText("3 events");
    await expect(dialog.getByRole("alert")).toBeEmpty();
    await accept(dialog).click();
    await expect(editor.field("Title")).toHaveValue("Ticket machines refused every card");
  });

  test("that is not there yet keeps many files waiting, and none is passed over", async ({ page }) => {
    const editor = await open(page);
    await page.route(/reader.*\.wasm/, (route) => route.abort());
    const names = ["One", "Two", "Three"];
    const dialog = await editor.pick(...names.map((name) => ({ name: `${name}.md`, text: text(name) })));
    await expect(dialog.getByRole("alert")).toContainText("could not be loaded");

    await dialog.getByRole("button", { name: "Import all as read" }).click();
    await expect(dialog.getByRole("alert")).toContainText("could not be loaded");
    await expect(heading(dialog)).toHaveText("Import 1 of 3: One.md");
    await page.unroute(/reader.*\.wasm/);
    await dialog.getByRole("button", { name: "Import all as read" }).click();

    await expect(editor.status).toContainText("3 new drafts are in the list");
    expect((await editor.draftTitles()).sort()).toEqual([...names].sort());
  });

  test("that stops over one of many files says which, and reads the others", async ({ page }) => {
    const editor = await open(page);
    // A reader that stops over one text.
    await page.route(/postmortem-reader[^/]*\.js/, async (route) => {
      const response = await route.fetch();
      const stopping = `addEventListener("message", (event) => { if (event.data[1].includes("Two")) { event.stopImmediatePropagation(); throw new Error("Failed to fetch"); } });`;
      await route.fulfill({ response, body: `${stopping}${await response.text()}` });
    });
    const names = ["One", "Two", "Three"];
    const dialog = await editor.pick(...names.map((name) => ({ name: `${name}.md`, text: text(name) })));
    await dialog.getByRole("button", { name: "Import all as read" }).click();

    await expect(dialog.getByRole("alert")).toContainText("Two.md: This text could not be read because of a fault in the editor");
    await dialog.getByRole("button", { name: "Close" }).click();

    expect((await editor.draftTitles()).sort()).toEqual(["One", "Three"]);
  });
});
