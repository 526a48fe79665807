// Earlier versions of a draft, and all drafts in one file.
import { open } from "./editor";
import { axe, expect, test } from "./fixtures";
import { firstPlace, secondPlace } from "./places";

test("an earlier version is compared word by word, named and put back, and nothing is lost by it", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  await editor.fill("Title", "Search was slow");
  await editor.fill("Reference", "INC-1");
  await editor.backToDrafts();
  await editor.openDraft("Search was slow");
  await editor.fill("Title", "Search was very slow");
  await editor.fill("Reference", "");
  await editor.saved();

  await editor.bar.getByRole("button", { name: "Versions…" }).click();
  const dialog = page.getByRole("dialog", { name: "Versions" });
  const versions = dialog.getByRole("radio");
  // As new, as it was left, as it is.
  await expect(versions).toHaveCount(3);
  await versions.nth(1).check();
  await expect(dialog.getByText("2 changes since")).toBeVisible();
  const changes = dialog.getByRole("region", { name: "What has changed" });
  await expect(changes.locator("ins")).toHaveText("very ");
  await expect(changes.locator("del")).toHaveText("INC-1");
  await expect(changes.getByRole("listitem").filter({ hasText: "Reference: removed" })).toBeVisible();
  await dialog.getByLabel("Name of this version").fill("As sent to all");
  await dialog.getByRole("button", { name: "Name this version" }).click();
  await expect(dialog.getByText("As sent to all")).toBeVisible();
  await axe(page);

  await dialog.getByRole("button", { name: "Restore" }).click();
  await expect(editor.field("Title")).toHaveValue("Search was slow");
  await expect(editor.field("Reference")).toHaveValue("INC-1");
  await editor.saved();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(editor.field("Title")).toHaveValue("Search was very slow");
  await editor.saved();

  await page.reload();
  await expect(editor.field("Title")).toHaveValue("Search was very slow");
  await editor.bar.getByRole("button", { name: "Versions…" }).click();
  await expect(dialog.getByText("As sent to all")).toBeVisible();
  // None of it is in the storage that is small.
  expect(await page.evaluate(() => Object.values(localStorage).join())).not.toContain("As sent to all");
});

test("versions are kept when the page hides, and go with the draft", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  await editor.fill("Title", "Hidden");
  await editor.saved();
  await page.evaluate(() => dispatchEvent(new Event("pagehide")));
  await expect.poll(async () => Object.keys(await secondPlace(page, "versions")).length).toBe(2);

  await editor.backToDrafts();
  await page.getByRole("button", { name: "Delete Hidden" }).click();
  page.once("dialog", (dialog) => dialog.accept());
  await page.getByText("Deleted drafts (1)").click();
  await page.getByRole("button", { name: "Delete Hidden for good" }).click();

  await expect.poll(() => secondPlace(page, "versions")).toEqual({});
});

test("a backup brings every draft to another browser, and writes over nothing in this one", async ({ page, browser }) => {
  const editor = await open(page);
  await editor.newDraftTitled("Alpha");
  await editor.newDraftTitled("Beta");
  const before = await firstPlace(page);
  const backup = await editor.download(() => page.getByRole("button", { name: "Back up all drafts" }).click());
  expect(backup.name).toMatch(/^postmortem-drafts-\d{4}-\d\d-\d\d\.json$/);
  expect(JSON.parse(backup.text)).toMatchObject({ kind: "postmortem-editor-backup", version: 1 });
  const file = { name: backup.name, mimeType: "application/json", buffer: Buffer.from(backup.text) };
  const dialog = page.getByRole("dialog", { name: "Restore a backup" });

  // Here one is as it was, and one has changed.
  await editor.openDraft("Beta");
  await editor.fill("Title", "Beta, changed here");
  await editor.backToDrafts();
  await page.getByLabel("Restore a backup…").setInputFiles(file);
  await expect(dialog.getByRole("listitem").filter({ hasText: "Alpha" })).toContainText("The same is here");
  await expect(dialog.getByRole("listitem").filter({ hasText: "Beta" })).toContainText("becomes a second draft");
  await axe(page);
  await dialog.getByRole("button", { name: "Restore" }).click();
  await expect(editor.status.filter({ hasText: "1 draft of the backup is in the list" })).toBeVisible();
  expect((await editor.draftTitles()).sort()).toEqual(["Alpha", "Beta (from a backup)", "Beta, changed here"]);

  // Elsewhere both are new.
  const elsewhere = await browser.newContext();
  try {
    const other = await open(await elsewhere.newPage(), new URL("/", page.url()).href);
    await other.page.getByLabel("Restore a backup…").setInputFiles(file);
    const restore = other.page.getByRole("dialog", { name: "Restore a backup" });
    await expect(restore.getByRole("listitem")).toHaveText([/New: it is added/, /New: it is added/]);
    await restore.getByRole("button", { name: "Restore" }).click();
    await expect.poll(async () => (await other.draftTitles()).sort()).toEqual(["Alpha", "Beta"]);
    expect(Object.keys(await firstPlace(other.page)).sort()).toEqual(Object.keys(before).sort());
    await expect.poll(async () => Object.keys(await secondPlace(other.page, "versions")).length).toBeGreaterThan(1);
  } finally {
    await elsewhere.close();
  }
});

test("a file that is no backup is named, and changes nothing", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraftTitled("Stays");
  for (const text of ["", "{", "[]", "{\"kind\":\"postmortem-editor-backup\",\"version\":1,\"drafts\":3}", "# A postmortem"]) {
    const buffer = Buffer.from(text);
    await page.getByLabel("Restore a backup…").setInputFiles({ name: "other.json", mimeType: "application/json", buffer });
    await expect(editor.alert("other.json is no backup of this editor"), text).toBeVisible();
    await page.getByRole("button", { name: "Dismiss" }).click();
  }
  expect(await editor.draftTitles()).toEqual(["Stays"]);
});

test("the list reminds of a backup once nothing was kept elsewhere for two weeks", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraftTitled("Old");
  const reminder = page.getByText("Nothing was exported or backed up for 14 days");
  await expect(reminder).toBeHidden();
  await page.clock.setFixedTime(Date.now() + 15 * 24 * 60 * 60 * 1000);
  await page.reload();
  await expect(reminder).toBeVisible();
  await axe(page);
  await editor.download(() => page.getByRole("button", { name: "Back up all drafts" }).click());
  await expect(reminder).toBeHidden();
});
