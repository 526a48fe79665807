// What is done about a finding: its words are shown, mended, or said to be right, with a reason.
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { type EditorPage, open } from "./editor";
import { axe, expect, test } from "./fixtures";

const BLAME = "Obviously the cache was cold.";

/** A draft whose root cause has a word too many; the checks were asked for. */
async function openBelittling(page: Page): Promise<{ editor: EditorPage; finding: Locator }> {
  const editor = await open(page);
  await editor.newDraft();
  await editor.fill("Title", "Search slow for an hour");
  await editor.openSection("Root Cause and Resolution");
  await editor.fill("Root cause", BLAME);
  await editor.check();
  const panel = page.getByRole("tabpanel", { name: /^Findings/ });
  const finding = panel.getByRole("listitem").filter({ hasText: /obviously/i });
  await expect(finding).toBeVisible();
  return { editor, finding };
}

test("Go to field selects the very words", async ({ page }) => {
  const { editor, finding } = await openBelittling(page);

  await finding.getByRole("button", { name: /^Go to field/ }).click();

  await expect(editor.field("Root cause")).toBeFocused();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toMatch(/^obviously$/i);
});

test("other words are taken with one press, and given back with another", async ({ page }) => {
  const { editor, finding } = await openBelittling(page);

  await finding.getByRole("button", { name: /^(Remove|Replace)/ }).click();

  await expect(editor.field("Root cause")).toHaveValue("The cache was cold.");
  await expect(finding).toBeHidden();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(editor.field("Root cause")).toHaveValue(BLAME);
});

test("a finding that does not apply says why, stays in the draft and its Markdown, and can apply again", async ({ page }) => {
  const { editor, finding } = await openBelittling(page);
  const count = async () => Number(await page.getByRole("tab", { name: /^Findings/ }).innerText().then((text) => /\d+/.exec(text)?.[0]));
  const before = await count();

  await finding.getByText("Doesn’t apply…").click();
  await expect(finding.getByRole("button", { name: "Keep with this reason" })).toBeDisabled();
  await finding.getByRole("textbox", { name: /^Why it does not apply/ }).fill("It quotes the alert");
  await finding.getByRole("button", { name: "Keep with this reason" }).click();

  await expect(finding).toContainText("Does not apply");
  await expect(finding).toContainText("It quotes the alert");
  await expect.poll(count).toBe(before - 1);
  await axe(page);
  await editor.saved();
  await page.reload();
  expect((await editor.export()).text).toMatch(/<!-- postmortem: allow [a-z-]+ .*It quotes the alert -->/);
  await editor.check();
  await expect(finding).toContainText("It quotes the alert");
  await finding.getByRole("button", { name: /^It applies/ }).click();
  await expect(finding).not.toContainText("It quotes the alert");
  await expect.poll(count).toBe(before);
});

test("Enter keeps the reason why a finding does not apply, and a blank one is none", async ({ page }) => {
  const { finding } = await openBelittling(page);
  await finding.getByText("Doesn’t apply…").click();
  const reason = finding.getByRole("textbox", { name: /^Why it does not apply/ });

  await reason.press("Enter");
  await expect(reason).toBeVisible();
  await reason.fill("It quotes the alert");
  await reason.press("Enter");

  await expect(finding).toContainText("Does not apply");
  await expect(finding).toContainText("It quotes the alert");
});

/** A draft with what is not for everyone's eyes in its summary; the export dialog is open. */
async function exportPrivate(page: Page): Promise<{ editor: EditorPage; dialog: Locator }> {
  const editor = await open(page);
  await editor.newDraft();
  await editor.fill("Title", "Search slow for an hour");
  await editor.fill("Authors", "Ana Ruiz");
  await editor.openSection("Issue Summary");
  await editor.fill("Summary", "Search was slow. Mail to ana.ruiz@tidewater.test bounced, and db-1.prod.internal was full.");
  await editor.saved();
  await page.getByRole("button", { name: "Export…" }).click();
  return { editor, dialog: editor.exportDialog() };
}

test("before it leaves the house, what is private is named and can be masked", async ({ page }) => {
  const { editor, dialog } = await exportPrivate(page);

  await dialog.getByText(/places are not for everyone’s eyes/).click();
  await expect(dialog.getByRole("listitem").filter({ hasText: /Issue Summary: "ana\.ruiz@tidewater\.test"/ })).toBeVisible();
  await axe(page);
  await dialog.getByRole("button", { name: "Mask all in this draft" }).click();

  await expect(dialog.getByText("Nothing private was found")).toBeVisible();
  await expect(dialog.getByLabel("Markdown", { exact: true })).toHaveValue(/\[email 1\][\s\S]*\[host 1\]/);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(editor.field("Summary")).toHaveValue(/ana\.ruiz@tidewater\.test/);
});

test("the public version leaves out what is of the house, says so, and leaves the draft as it is", async ({ page }) => {
  const { editor, dialog } = await exportPrivate(page);
  await dialog.getByText(/places are not for everyone’s eyes/).click();
  await expect(dialog.getByRole("listitem").filter({ hasText: /author/i })).toBeVisible();

  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download the public version" }).click();

  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^public-.*\.md$/);
  const text = await readFile(await file.path(), "utf8");
  expect(text).toContain("Search was slow.");
  expect(text).not.toMatch(/Ana Ruiz|tidewater|prod\.internal/);
  await page.keyboard.press("Escape");
  expect((await editor.export()).text).toContain("Ana Ruiz");
});
