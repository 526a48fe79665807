// What can be imported from where: files dropped anywhere, text pasted or typed.
import { mkdir, writeFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { open } from "./editor";
import { expect, test } from "./fixtures";
import { shortPostmortem as text, ticketMachines } from "./postmortems";

const accept = (dialog: Locator) => dialog.getByRole("button", { name: "Import as a new draft" });

const heading = (dialog: Locator) => dialog.getByRole("heading", { level: 2 }).first();

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

async function paste(page: Page, pasted: string, files: { name: string; type: string; text: string }[] = []): Promise<void> {
  await page.evaluate(({ pasted, files }) => {
    const clipboardData = new DataTransfer();
    if (pasted !== "") clipboardData.setData("text/plain", pasted);
    for (const { name, type, text } of files) clipboardData.items.add(new File([text], name, { type }));
    (document.activeElement ?? document.body).dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, { pasted, files });
}

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
    const dialog = await editor.pick({ name: "machines.md", text: ticketMachines });
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

  test("comes first where a word processor adds a picture of it", async ({ page }) => {
    const editor = await open(page);
    await paste(page, text("From a word processor"), [{ name: "image.png", type: "image/png", text: "\0" }]);
    await expect(heading(editor.importDialog())).toHaveText("Import Pasted text");
    await expect(editor.importDialog().getByRole("alert")).toBeEmpty();
  });

  test("stands back where it is the name of a file that was copied", async ({ page }) => {
    const editor = await open(page);
    await paste(page, "copied.md", [{ name: "copied.md", type: "text/markdown", text: text("Copied") }]);
    await expect(heading(editor.importDialog())).toHaveText("Import copied.md");
    await accept(editor.importDialog()).click();
    await expect(editor.field("Title")).toHaveValue("Copied");
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

test("a file that is dropped on the dialog for lines is lines, and going elsewhere keeps them", async ({ page }, info) => {
  const file = info.outputPath("log.txt");
  await writeFile(file, "10:05 somebody looks\n");
  const editor = await open(page);
  await editor.newDraft();
  await editor.openSection("Timeline");
  const dialog = page.getByRole("dialog", { name: "Paste lines" });
  const showLines = () => editor.form.getByRole("button", { name: "Paste lines…" }).click();
  await showLines();
  await dialog.getByRole("textbox").fill("10:00 the gate sticks");
  await (await hold(page, [file])).drop();
  const lines = "10:00 the gate sticks\n10:05 somebody looks\n";
  await expect(dialog.getByRole("textbox")).toHaveValue(lines);
  await expect(page.getByRole("dialog", { name: /^Import/ })).toBeHidden();

  await page.goBack();
  await expect(page.getByRole("heading", { name: "Drafts" })).toBeVisible();
  await page.goForward();
  await editor.openSection("Timeline");
  await showLines();
  await expect(dialog.getByRole("textbox")).toHaveValue(lines);
});
