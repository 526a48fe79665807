// Many lines at once: copied from chats, logs, tables and lists, looked at, and added to the timeline.
import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { type EditorPage, open } from "./editor";
import { axe, expect, test } from "./fixtures";

/** A sample of lines as they are copied. */
const sample = (path: string) => readFileSync(new URL(`../paste/${path}.txt`, import.meta.url), "utf8");

const dialogOf = (page: Page) => page.getByRole("dialog", { name: "Paste lines" });

const rowsOf = (dialog: Locator) => dialog.getByRole("table", { name: "Events that the lines become" }).locator("tbody").getByRole("row");

/** Opens the timeline of a new draft with that zone and that day of the start. */
async function openTimeline(editor: EditorPage, zone = "UTC", day = "2024-05-03"): Promise<void> {
  await editor.newDraft();
  await editor.openSection("Issue Summary");
  await editor.field("Time zone").fill(zone);
  await editor.field("Start date").fill(day);
  await editor.openSection("Timeline");
}

/** Gives lines to the dialog; they are shown as rows. */
async function give(editor: EditorPage, lines: string): Promise<Locator> {
  await editor.form.getByRole("button", { name: "Paste lines…" }).click();
  const dialog = dialogOf(editor.page);
  await dialog.getByRole("textbox").fill(lines);
  await dialog.getByRole("button", { name: "Read the lines" }).click();
  await expect(dialog.getByRole("heading", { name: "Paste lines" })).toBeFocused();
  return dialog;
}

/** Pastes a text where the focus is. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    if (document.activeElement?.dispatchEvent(event) === true) document.execCommand("insertText", false, text);
  }, text);
}

const add = (dialog: Locator, count: number) => dialog.getByRole("button", { name: `Add ${count} event${count === 1 ? "" : "s"}`, exact: true });

/** The timeline of the exported Markdown. */
async function timeline(editor: EditorPage): Promise<string[]> {
  const { text } = await editor.export();
  return text.split("\n").filter((line) => /^- \*\*.*–/.test(line));
}

const SOURCES = [
  { path: "slack/names", status: "3 events from Slack", source: "slack", first: ["2024-05-03", "09:02", "Ana L."] },
  { path: "teams/brackets", status: "3 events from Microsoft Teams", source: "teams", first: ["2024-05-03", "14:31", "Mara Voss"] },
  { path: "discord/compact", status: /events? from Discord/, source: "discord", first: [] },
  { path: "irc/irssi", status: "4 events from IRC", source: "irc", first: ["2024-05-03", "14:31", "mara"] },
  { path: "syslog/versioned", status: "3 events from Syslog", source: "syslog", first: ["2024-05-03", "14:31:05", "edge-3.example.net haproxy[812]"] },
  { path: "epoch/seconds", status: "3 events from Log with epoch times, 1 duplicate", source: "epoch", first: ["2024-05-03", "14:31:05", ""] },
  { path: "cells/monitoring", status: /events? from CSV or a spreadsheet/, source: "cells", first: [] },
  { path: "git/default", status: /events? from git log/, source: "git", first: [] },
  { path: "markdown-table/bars", status: "3 events from Markdown table", source: "markdown-table", first: ["2024-05-03", "14:31", "Mara"] },
  { path: "markdown-list/dated", status: "3 events from Markdown list", source: "markdown-list", first: [] },
  { path: "fields/json", status: /events? from JSON lines or logfmt/, source: "fields", first: [] },
  { path: "log/application", status: /events? from Log/, source: "log", first: ["2024-05-03"] },
  { path: "meetings/zoom", status: /events? from Zoom or Google Meet/, source: "meetings", first: [] },
  { path: "messengers/telegram", status: /events? from WhatsApp, Signal or Telegram/, source: "messengers", first: [] },
  { path: "plain/lines", status: /events? from Plain lines/, source: "plain", first: [] },
] as const;

test("lines of each source are recognised and shown as rows", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor);

  for (const { path, status, source, first } of SOURCES) {
    const dialog = await give(editor, sample(path));
    await expect(dialog.getByRole("status"), path).toHaveText(status);
    await expect(dialog.getByLabel("Copied from"), path).toHaveValue(source);
    for (const [index, words] of first.entries()) {
      await expect(rowsOf(dialog).first().getByRole("cell").nth(index + 1), path).toContainText(words);
    }
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(dialog).toBeHidden();
  }
});

test("what is kept is added in order of time with the names, and one undo takes all of it back", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor);
  await editor.addEvent({ time: "09:03", text: "The first page" });
  await editor.addEvent({ time: "10:00", text: "All is well" });

  const dialog = await give(editor, sample("slack/names"));
  await rowsOf(dialog).nth(2).getByRole("checkbox").uncheck();
  await add(dialog, 2).click();

  await expect(dialog).toBeHidden();
  await expect(editor.field("Text of event 1")).toBeFocused();
  await expect(editor.field("Text of event 1")).toHaveValue("Ana L.: Alerts for the mirror.");
  await expect(editor.field("Text of event 2")).toHaveValue("The first page");
  await expect(editor.field("Text of event 3")).toHaveValue(/^Bo Berg .*: Ack\.$/);
  await expect(editor.status.filter({ hasText: "2 events are added" })).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();

  await expect(editor.list("Timeline").getByRole("listitem")).toHaveCount(2);
  await expect(editor.field("Text of event 1")).toHaveValue("The first page");
  await expect(editor.field("Date of event 1"), "as it was before").toHaveValue("");
});

test("what is there twice, or in the timeline already, is said and left out", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor);
  const dialog = await give(editor, sample("slack/brackets"));
  await expect(dialog.getByRole("status")).toHaveText("4 events from Slack, 1 duplicate");
  await expect(rowsOf(dialog).nth(3)).toContainText("Duplicate");
  await expect(rowsOf(dialog).nth(3).getByRole("checkbox")).not.toBeChecked();
  await add(dialog, 3).click();

  await give(editor, sample("slack/brackets"));
  await expect(dialog.getByRole("status")).toHaveText("4 events from Slack, 4 already in the timeline");
  await expect(add(dialog, 0)).toHaveAttribute("aria-disabled", "true");
  await dialog.getByRole("button", { name: "Select all" }).click();
  await expect(add(dialog, 4)).toBeVisible();
  await dialog.getByRole("button", { name: "Select none" }).click();
  await add(dialog, 0).press("Enter");
  await expect(dialog, "nothing is chosen").toBeVisible();
});

test("times are taken to the zone of the document; of several zones it is asked which", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor, "Europe/Oslo");

  const dialog = await give(editor, sample("syslog/versioned"));
  const zone = dialog.getByLabel("Time zone of the lines");
  await expect(zone).toHaveAccessibleDescription(/name several, which are taken to Europe\/Oslo/);
  await expect(rowsOf(dialog).first()).toContainText("16:31:0514:31:05 UTC");
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await give(editor, sample("slack/brackets"));
  await zone.fill("IST");
  await zone.press("Tab");
  await expect(zone).toHaveAccessibleDescription(/“IST” is several zones/);
  await expect(zone).toHaveAttribute("aria-invalid", "true");
  await expect(rowsOf(dialog).first()).toContainText("14:31 IST");
  await zone.fill("Asia/Tokyo");
  await zone.press("Enter");
  await expect(zone).toHaveAccessibleDescription("Taken to that of the document, Europe/Oslo");
  await expect(zone, "what was typed in stays where it was").toBeFocused();
  await expect(rowsOf(dialog).first()).toContainText("07:31");
  await add(dialog, 3).click();

  expect((await timeline(editor))[0]).toContain("2024-05-03 07:31");
});

test("a document without a zone takes over that of the lines", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  await editor.openSection("Timeline");
  const dialog = await give(editor, sample("epoch/seconds"));
  await expect(dialog.getByLabel("Time zone of the lines")).toHaveValue("UTC");
  await add(dialog, 2).click();
  await expect(editor.status.filter({ hasText: "the time zone of the document is UTC" })).toBeVisible();
  await editor.openSection("Issue Summary");
  await expect(editor.field("Time zone")).toHaveValue("UTC");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(editor.field("Time zone")).toHaveValue("");
});

test("days that the lines leave open are asked for", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor, "UTC", "");
  const dialog = await give(editor, sample("slack/over-lines"));

  const copied = dialog.getByLabel("Day the lines were copied");
  await expect(copied).toHaveValue(/^\d{4}-\d\d-\d\d$/);
  await copied.fill("2024-05-06");
  await copied.press("Tab");
  await expect(rowsOf(dialog).nth(4)).toContainText("2024-05-05");
  const day = dialog.getByLabel("Day of lines without one");
  await day.fill("soon");
  await day.press("Tab");
  await expect(day).toHaveAccessibleDescription("Not understood. Write it as 2024-05-03");
  await day.fill("5 May 2024");
  await day.press("Tab");
  await expect(rowsOf(dialog).first()).toContainText("2024-05-05");
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await give(editor, sample("teams/american"));
  await expect(rowsOf(dialog).first()).toContainText("05/03/2024");
  await dialog.getByLabel("Order of day and month").selectOption("Month first: 04/05 is April 5");
  await expect(rowsOf(dialog).first()).toContainText("2024-05-03");
  await expect(dialog.getByLabel("Order of day and month")).toBeVisible();
});

test("lines that were not understood are shown with why, and can be kept", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor);
  const dialog = await give(editor, `${sample("markdown-table/bars")}`);

  await expect(dialog.getByText("1 line was not understood, 2 more are no event")).toBeVisible();
  await expect(dialog.getByText("Some words before. – no time found")).toBeVisible();
  await dialog.getByRole("checkbox", { name: /^Keep lines that were not understood/ }).check();
  await add(dialog, 4).click();

  await expect(editor.field("Text of event 1")).toHaveValue("Some words before.");
  await expect(editor.field("Time of event 1")).toHaveValue("");
  await expect(editor.field("Time of event 2")).toHaveValue("14:31");
});

test("many lines that are pasted into an event open the dialog; anything else goes where it is pasted", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor);
  await editor.form.getByRole("button", { name: "Add event" }).click();
  const text = editor.field("Text of event 1");
  const dialog = dialogOf(page);

  await text.focus();
  await paste(page, "one\ntwo, at length");
  await expect(text).toHaveValue("one\ntwo, at length");
  await expect(dialog).toBeHidden();
  await text.fill("");
  await paste(page, sample("slack/brackets"));
  await expect(dialog.getByRole("status")).toHaveText("4 events from Slack, 1 duplicate");
  await expect(text, "it goes nowhere else").toHaveValue("");
  await dialog.getByRole("button", { name: "Insert as text into the event" }).click();
  await expect(dialog).toBeHidden();
  await expect(text).toHaveValue(sample("slack/brackets"));

  await text.fill("");
  await editor.field("Time of event 1").focus();
  await paste(page, sample("slack/brackets"));
  await add(dialog, 3).click();
  await expect(editor.field("Text of event 1"), "the blank row is used up").toHaveValue("mara.voss: deploy 1482 is out");
  await expect(editor.list("Timeline").getByRole("listitem")).toHaveCount(3);
});

test("lines in which hardly one has a time are said to be so, and go into the event as text", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor);
  await editor.form.getByRole("button", { name: "Add event" }).click();
  const text = editor.field("Text of event 1");
  const lines = "The lamp: 9:05 on the plan\nthe roof: 14:30 on the plan";
  await text.focus();
  await paste(page, lines);

  const dialog = dialogOf(page);
  await expect(dialog.getByRole("status")).toHaveText(/^(No line|Only one line) with a time was found\. Insert the text into the event/);
  await dialog.getByRole("button", { name: "Insert as text into the event" }).click();
  await expect(dialog).toBeHidden();
  await expect(text).toHaveValue(lines);
});

test.describe("the part that reads lines", () => {
  test.use({ expectedConsole: /Failed to load resource|failed to fetch|Failed to fetch|dynamically imported/i });

  test("can be tried again when it is not there, and the text goes into the event without it", async ({ page }) => {
    const editor = await open(page);
    await page.route(/reader.*\.wasm/, (route) => route.abort());
    await openTimeline(editor);
    await editor.form.getByRole("button", { name: "Add event" }).click();
    const text = editor.field("Text of event 1");
    await text.focus();
    await paste(page, sample("slack/brackets"));
    const dialog = dialogOf(page);
    await expect(dialog.getByRole("alert")).toContainText("could not be loaded. Nothing has changed, and the text is safe");
    await dialog.getByRole("button", { name: "Insert as text into the event" }).click();
    await expect(dialog).toBeHidden();
    await expect(text).toHaveValue(sample("slack/brackets"));
    await text.fill("");

    await give(editor, sample("slack/brackets"));
    await expect(dialog.getByRole("alert")).toContainText("could not be loaded");
    await add(dialog, 0).press("Enter");
    await expect(dialog, "there is nothing to add").toBeVisible();
    await dialog.getByRole("button", { name: "Change the lines" }).click();
    await expect(dialog.getByRole("textbox")).toHaveValue(sample("slack/brackets"));
    await expect(dialog.getByRole("alert")).toBeEmpty();
    await dialog.getByRole("button", { name: "Read the lines" }).click();
    await expect(dialog.getByRole("alert")).toContainText("could not be loaded");
    await page.unroute(/reader.*\.wasm/);
    await dialog.getByRole("button", { name: "Try again" }).click();

    await expect(dialog.getByRole("status")).toHaveText("4 events from Slack, 1 duplicate");
    await expect(dialog.getByRole("alert")).toBeEmpty();
    await add(dialog, 3).click();
    await expect(editor.list("Timeline").getByRole("listitem")).toHaveCount(3);
  });

  test("answers nobody who has closed the dialog or given other lines", async ({ page }) => {
    const editor = await open(page);
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/reader.*\.wasm/, async (route) => {
      await held;
      await route.continue().catch(() => {});
    });
    await openTimeline(editor);
    const dialog = await give(editor, sample("slack/names"));
    await expect(dialog.getByRole("status")).toHaveText("Reading…");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await give(editor, sample("irc/irssi"));
    await expect(dialog.getByRole("status")).toHaveText("Reading…");
    await dialog.getByRole("button", { name: "Change the lines" }).click();
    release();
    await expect(dialog.getByRole("textbox")).toHaveValue(sample("irc/irssi"));
    await expect(dialog.getByRole("status")).toBeEmpty();
    await dialog.getByRole("textbox").fill(sample("markdown-table/bars"));
    await dialog.getByRole("button", { name: "Read the lines" }).click();
    await expect(dialog.getByRole("status")).toHaveText("3 events from Markdown table");
  });
});

test("it is done by keyboard alone, and closing keeps what was typed", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor);
  const dialog = dialogOf(page);
  await editor.form.getByRole("button", { name: "Paste lines…" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.insertText(sample("slack/names"));
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(editor.form.getByRole("button", { name: "Paste lines…" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("textbox")).toHaveValue(sample("slack/names"));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");

  const box = rowsOf(dialog).first().getByRole("checkbox");
  await expect(dialog.getByRole("heading", { name: "Paste lines" })).toBeFocused();
  for (let steps = 0; steps < 15 && !(await box.evaluate((box) => box === document.activeElement)); steps += 1) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Space");
  await expect(box).not.toBeChecked();
  await expect(box).toBeFocused();
  const button = add(dialog, 2);
  for (let steps = 0; steps < 10 && !(await button.evaluate((button) => button === document.activeElement)); steps += 1) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await expect(editor.field("Text of event 1")).toBeFocused();
  await expect(editor.field("Text of event 1")).toHaveValue(/Ack\.$/);
});

test("ten thousand lines stay usable", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor, "Europe/Oslo");
  // Typing so much is slow in itself; pasting is not.
  const lines = Array.from({ length: 10_000 }, (_, index) => {
    const when = new Date(Date.parse("2024-05-03T00:00:00Z") + index * 7000).toISOString();
    return `${when} INFO step ${index}`;
  });
  await editor.form.getByRole("button", { name: "Add event" }).click();
  await paste(page, lines.join("\n"));
  const dialog = dialogOf(page);
  await expect(dialog.getByRole("status")).toHaveText("10000 events from Log");
  await expect(rowsOf(dialog)).toHaveCount(300);
  await expect(dialog.getByText(/^The first 300 of 10000 rows are shown/)).toBeVisible();
  await dialog.getByRole("button", { name: "Select none" }).click();
  await rowsOf(dialog).first().getByRole("checkbox").check();
  await add(dialog, 1).click();
  await expect(editor.field("Time of event 1")).toHaveValue("02:00:00");
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
    test.describe(() => {
      test.use({ colorScheme, viewport });

      test(`the dialog passes axe, ${colorScheme}, ${viewport.width} pixels wide`, async ({ page }) => {
        const editor = await open(page);
        await openTimeline(editor);
        await editor.form.getByRole("button", { name: "Paste lines…" }).click();
        await axe(page);
        await page.keyboard.press("Escape");
        const dialog = await give(editor, `some words\n${sample("discord/cozy")}${sample("discord/cozy")}`);
        await axe(page);
        expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
        await expect(dialog.getByRole("button", { name: /^Add \d+ events$/ })).toBeInViewport({ ratio: 1 });
      });
    });
  }
}
