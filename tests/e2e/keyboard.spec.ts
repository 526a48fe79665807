// The keyboard alone: no mouse, and nothing filled in behind the page's back.
import type { Locator, Page } from "@playwright/test";
import { type EditorPage, open } from "./editor";
import { expect, test } from "./fixtures";

/** More stops than the longest way round the page. */
const MOST_STOPS = 200;

/** Presses Tab (or Shift+Tab) until `target` has the focus, as a person would who looks for it. */
async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(target).toBeVisible();
  const wanted = await target.elementHandle();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press(key);
    if (await page.evaluate((element) => element === document.activeElement, wanted)) return;
  }
  throw new Error(`${key} does not lead to ${target}`);
}

async function press(page: Page, target: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Makes a new draft; the focus is then in its title. */
async function newDraft(page: Page): Promise<EditorPage> {
  const editor = await open(page);
  await press(page, page.getByRole("button", { name: "New postmortem" }));
  await expect(editor.field("Title")).toBeFocused();
  return editor;
}

test("a postmortem from the first field to the file", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const editor = await open(page);
  const type = (text: string) => page.keyboard.type(text);

  await tabTo(page, page.getByRole("radio", { name: /^Classic/ }));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /^One page/ })).toBeChecked();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("radio", { name: /^Classic/ })).toBeChecked();
  await press(page, page.getByRole("button", { name: "New postmortem" }));
  await expect(editor.field("Title")).toBeFocused();

  await type("Door badges refused at the north gate");
  await tabTo(page, editor.field("Severity"));
  await type("SEV-3");
  await expect(editor.field("Severity")).toHaveValue("SEV-3");
  await tabTo(page, editor.field("Authors"));
  await type("Ruth Adeyemi");

  await press(page, editor.form.getByRole("button", { name: "Next section" }));
  await expect(editor.form.getByRole("heading", { name: "Issue Summary" })).toBeFocused();
  await tabTo(page, editor.field("Summary"));
  await type("For 20 minutes the north gate refused every badge.");
  await page.keyboard.press("Enter");
  await type("The south gate worked.");
  await tabTo(page, editor.field("Start time"));
  await type("7:40 am");
  await tabTo(page, editor.field("Start date"), "Shift+Tab");
  await type("2024-05-06");
  await expect(editor.field("Start time")).toHaveValue("07:40");

  await tabTo(page, editor.sectionRow("Timeline"), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(editor.form.getByRole("heading", { name: "Timeline" })).toBeFocused();
  await press(page, editor.form.getByRole("button", { name: "Add event" }), "Space");
  await expect(editor.field("Time of event 1")).toBeFocused();
  for (const [index, [time, text]] of [["7:40 am", "The first badge is refused."], ["8:00", "The gate opens again."], ["0750", "The controller is restarted."]].entries()) {
    await type(time!);
    await page.keyboard.press("Tab");
    // The last is thought of late, and goes to its place.
    await expect(editor.field(`Text of event ${index < 2 ? index + 1 : 2}`)).toBeFocused();
    await type(text!);
    if (index < 2) {
      await page.keyboard.press("Enter");
      await expect(editor.field(`Time of event ${index + 2}`)).toBeFocused();
    }
  }

  await expect(editor.field("Text of event 2")).toHaveValue("The controller is restarted.");
  await expect(editor.field("Text of event 3")).toHaveValue("The gate opens again.");

  await press(page, page.getByRole("button", { name: "Remove event 1" }));
  await expect(editor.field("Text of event 2")).toHaveValue("The gate opens again.");
  await expect(editor.form.getByRole("listitem")).toHaveCount(2);
  await press(page, page.getByRole("button", { name: "Undo", exact: true }));
  await expect(editor.field("Text of event 1")).toHaveValue("The first badge is refused.");
  await expect(editor.form.getByRole("listitem")).toHaveCount(3);

  await press(page, editor.bar.getByRole("button", { name: "Check" }));
  await expect(editor.findingsHeading()).toBeFocused();
  const findings = page.getByRole("tabpanel", { name: /^Findings/ });
  await press(page, findings.getByRole("listitem").filter({ hasText: /root cause/i }).first().getByRole("button"));
  await expect(editor.field("Root cause")).toBeFocused();
  await type("The controller's clock had stood still since the battery was changed.");

  await page.keyboard.press("Control+s");
  await expect(editor.exportDialog()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(editor.exportDialog()).toBeHidden();
  await expect(editor.field("Root cause")).toBeFocused();

  await page.keyboard.press("Control+s");
  await press(page, editor.exportDialog().getByRole("button", { name: "Copy Markdown" }));
  await expect(editor.status.filter({ hasText: "The Markdown is on the clipboard" })).toBeVisible();
  await page.keyboard.press("Control+s");
  const file = await editor.download(() => press(page, editor.exportDialog().getByRole("button", { name: "Download", exact: true })));
  await expect(editor.exportDialog()).toBeHidden();

  expect(file.name).toBe("2024-05-06-door-badges-refused-at-the-north-gate.md");
  expect(file.text).toContain("The south gate worked.");
  expect(file.text).toMatch(/07:40[^]*07:50[^]*08:00/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(file.text);
});

test("Esc closes the help, and the focus is where it was", async ({ page }) => {
  const editor = await newDraft(page);
  const help = page.getByRole("dialog", { name: "Help" });

  await page.keyboard.press("Control+/");
  await expect(help).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await expect(editor.field("Title")).toBeFocused();

  const button = editor.bar.getByRole("button", { name: "Help" });
  await tabTo(page, button, "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(help).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
});

test("a dialog keeps the focus to itself", async ({ page }) => {
  const editor = await newDraft(page);
  await page.keyboard.press("Control+s");
  await expect(editor.exportDialog()).toBeVisible();

  // Beyond the last stop a browser leads into its own bars, where the document's focus is nowhere.
  const outside = await page.evaluate(() => !document.activeElement?.closest("dialog"));
  expect(outside).toBe(false);
  for (let stops = 0; stops < 12; stops += 1) {
    await page.keyboard.press("Tab");
    const where = await page.evaluate(() => {
      const active = document.activeElement;
      return active === document.body || active?.closest("dialog") != null;
    });
    expect(where).toBe(true);
  }
});

test("the skip link leads past what is the same on every screen", async ({ page }) => {
  const editor = await open(page);
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  await press(page, page.getByRole("button", { name: "New postmortem" }));
  await expect(editor.field("Title")).toBeFocused();
  const address = page.url();
  await tabTo(page, skip, "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(editor.form).toBeFocused();
  expect(page.url()).toBe(address);
});

test("rows of a list: Enter adds, Shift+Enter breaks the line, buttons move and keep the focus", async ({ page }) => {
  const editor = await newDraft(page);
  await tabTo(page, editor.sectionRow("Root Cause and Resolution"), "Shift+Tab");
  await page.keyboard.press("Enter");
  await press(page, editor.form.getByRole("button", { name: "Add factor" }));
  await expect(editor.field("Factor 1")).toBeFocused();
  await page.keyboard.type("one");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("and a half");
  await page.keyboard.press("Enter");
  await expect(editor.field("Factor 2")).toBeFocused();
  // An empty row is enough: Enter in it adds none, Enter before it leads to it.
  await page.keyboard.press("Shift+Tab");
  await tabTo(page, editor.field("Factor 1"), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(editor.field("Factor 2")).toBeFocused();
  await page.keyboard.type("two");
  await expect(editor.field("Factor 1")).toHaveValue("one\nand a half");

  await press(page, page.getByRole("button", { name: "Move factor 2 up" }));
  await expect(editor.field("Factor 1")).toHaveValue("two");
  await expect(page.getByRole("button", { name: "Move factor 1 down" })).toBeFocused();
  await page.keyboard.press("Space");
  await expect(editor.field("Factor 2")).toHaveValue("two");
  await expect(page.getByRole("button", { name: "Move factor 2 up" })).toBeFocused();

  // At the end of the list a button does nothing, and Tab does not go past it to the one that removes.
  await tabTo(page, page.getByRole("button", { name: "Move factor 2 down" }));
  await expect(page.getByRole("button", { name: "Move factor 2 down" })).toBeDisabled();
  await page.keyboard.press("Enter");
  await expect(editor.field("Factor 2")).toHaveValue("two");
});

test("rows that were removed come back one by one, and the focus stays nearby", async ({ page }) => {
  const editor = await newDraft(page);
  await editor.openSection("Root Cause and Resolution");
  for (const text of ["one", "two", "three", "four"]) await editor.addRow("Contributing factors", text);

  await page.getByRole("button", { name: "Remove factor 2" }).click();
  await expect(editor.field("Factor 2")).toBeFocused();
  await expect(editor.field("Factor 2")).toHaveValue("three");
  await page.getByRole("button", { name: "Remove factor 3" }).click();
  await expect(editor.field("Factor 2")).toBeFocused();
  await editor.openSection("Conclusion");

  const undo = page.getByRole("button", { name: "Undo", exact: true });
  await undo.click();
  // What comes back is shown.
  await expect(editor.field("Factor 3")).toBeFocused();
  await expect(editor.field("Factor 3")).toHaveValue("four");
  await undo.click();
  await expect(editor.field("Factor 2")).toBeFocused();
  await expect(editor.field("Factor 2")).toHaveValue("two");
  await expect(undo).toBeHidden();
});

test("events of a night are sorted as one night, and the order can be had back", async ({ page }) => {
  const editor = await newDraft(page);
  await editor.openSection("Timeline");
  for (const time of ["23:47", "00:10", "04:20", "23:30"]) await editor.addEvent({ time, text: `At ${time}` });
  const times = () => editor.form.getByRole("textbox", { name: /^Time of event/ }).evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));

  await page.getByRole("button", { name: "Sort by time" }).click();

  expect(await times()).toEqual(["23:30", "23:47", "00:10", "04:20"]);
  await expect(editor.form.locator(":focus")).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  expect(await times()).toEqual(["23:47", "00:10", "04:20", "23:30"]);
});

test("the browser's own undo takes back typing and formatting, saves notwithstanding", async ({ page }) => {
  const editor = await newDraft(page);
  await tabTo(page, editor.sectionRow("Conclusion"), "Shift+Tab");
  await page.keyboard.press("Enter");
  const text = editor.field("Conclusion");
  await tabTo(page, text);
  await page.keyboard.type("Nothing was ");
  await editor.saved();

  await page.keyboard.press("Control+b");
  await expect(text).toHaveValue("Nothing was **bold**");
  await page.keyboard.type("lost");
  await expect(text).toHaveValue("Nothing was **lost**");
  await editor.saved();

  // How much one undo takes back is the browser's affair; that all of it can be is ours.
  const all = "Nothing was **lost**";
  for (let undone = 0; undone < all.length + 12 && (await text.inputValue()) !== ""; undone += 1) {
    await page.keyboard.press("Control+z");
  }
  await expect(text).toHaveValue("");
  for (let redone = 0; redone < all.length + 12 && (await text.inputValue()) !== all; redone += 1) {
    await page.keyboard.press("Control+Shift+z");
  }
  await expect(text).toHaveValue(all);
});
