// Undo and redo of the whole document, which does not get in the way of the browser's own.
import { open } from "./editor";
import { expect, test } from "./fixtures";

test("rows, choices and texts are undone step by step, shown where they are, and done again", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  const undo = page.getByRole("button", { name: "Undo the last change" });
  const redo = page.getByRole("button", { name: "Redo" });
  await expect(undo).toBeDisabled();
  await editor.fill("Title", "Lamps out");
  await editor.saved();
  await page.waitForTimeout(1600);
  await editor.openSection("Timeline");
  await editor.addEvent({ time: "14:00", text: "The first lamp goes out", kind: "Detection" });
  await editor.saved();
  await editor.openSection("Conclusion");

  await undo.click();
  await expect(editor.form.getByRole("heading", { level: 2, name: "Timeline" })).toBeVisible();
  await expect(editor.form.getByRole("textbox", { name: /^Text of event/ })).toHaveCount(0);
  await redo.click();
  await expect(editor.field("Text of event 1")).toHaveValue("The first lamp goes out");
  await expect(editor.field("Kind of event 1")).toHaveValue("Detection");
  await expect(redo).toBeDisabled();

  await undo.click();
  await undo.click();
  await expect(editor.field("Title")).toHaveValue("");
  await expect(undo).toBeDisabled();
  await redo.click();
  await expect(editor.field("Title")).toHaveValue("Lamps out");
  await editor.fill("Title", "Lamps out again");
  await editor.saved();
  await expect(redo, "what was undone is gone once something else is written").toBeDisabled();
});

test("the keys undo outside a text, and leave the text to the browser", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  await editor.choose("Severity", "SEV-2");
  await editor.saved();
  await page.waitForTimeout(1600);
  await editor.openSection("Conclusion");
  await editor.field("Conclusion").focus();
  await page.keyboard.type("Over");
  await editor.saved();

  await page.keyboard.press("Control+z");
  await expect(editor.field("Conclusion"), "the browser's own, a piece at a time").toHaveValue(/^(Ove?|O)?$/);
  await page.getByRole("button", { name: "Check", exact: true }).focus();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await editor.openSection("About the incident");
  await expect(editor.field("Severity")).toHaveValue("");
});

test("what a button did is a step of its own, however soon after a key it was pressed", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  await editor.openSection("Issue Summary");
  await editor.fill("Summary", "The gate was obviously open for an hour.");
  const panel = await editor.showTab("Findings");
  await panel.getByRole("button", { name: /^Remove “obviously”/ }).click();
  await expect(editor.field("Summary")).toHaveValue("The gate was open for an hour.");
  await page.getByRole("button", { name: "Undo the last change" }).click();
  await expect(editor.field("Summary")).toHaveValue("The gate was obviously open for an hour.");
});
