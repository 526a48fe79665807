// The list of drafts, and drafts in more than one tab.
import { EditorPage, open, openNeighbour, stopTime } from "./editor";
import { expect, test } from "./fixtures";

test("a first visit says what this is and offers the ways to begin", async ({ page }) => {
  await open(page);

  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { level: 2 })).toHaveText("Write the postmortem of an incident");
  await expect(main).toContainText("It stays in this browser");
  await expect(main.getByRole("button", { name: "New postmortem" })).toBeVisible();
  await expect(main.getByLabel("Import…")).toBeAttached();
  await expect(main.getByRole("button", { name: "Paste text…" })).toBeVisible();
  await expect(main.getByRole("button", { name: "See an example" })).toBeVisible();
  await expect(main.getByRole("radio", { name: /^Classic/ })).toBeChecked();
  await expect(page.getByRole("heading", { name: "Drafts" })).toBeHidden();
});

test("a new draft takes the focus, and its title names the page", async ({ page }) => {
  const editor = await open(page);
  await expect(page).toHaveTitle("Postmortem Editor");

  await editor.newDraft();
  await expect(page).toHaveTitle("Untitled postmortem – Postmortem Editor");
  await editor.fill("Title", "Mail stuck in the queue");

  await expect(page).toHaveTitle("Mail stuck in the queue – Postmortem Editor");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mail stuck in the queue");
});

test("the list has the newest first, with what there is to know of each", async ({ page }) => {
  await page.clock.install({ time: "2024-05-03T10:00:00" });
  const editor = await open(page);
  for (const title of ["First", "Second", "Third"]) {
    await editor.newDraftTitled(title);
    await page.clock.fastForward("01:00");
  }
  expect(await editor.draftTitles()).toEqual(["Third", "Second", "First"]);

  await editor.openDraft("First");
  await editor.choose("Severity", "SEV-2");
  await editor.openSection("Issue Summary");
  await editor.fill("Start date", "2024-05-02");
  await editor.backToDrafts();

  expect(await editor.draftTitles()).toEqual(["First", "Third", "Second"]);
  const first = editor.drafts.getByRole("listitem").filter({ has: page.getByRole("link", { name: "First" }) });
  for (const fact of ["2024-05-02", "SEV-2", "Classic", "Edited 3 May 2024", "Never exported"]) {
    await expect(first).toContainText(fact);
  }
});

test("the list says whether a draft was exported since it was changed", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  await editor.fill("Title", "Exported");
  await editor.export();
  await editor.backToDrafts();
  await expect(editor.drafts).toContainText(/· Exported /);

  await editor.openDraft("Exported");
  await editor.fill("Title", "Exported, then changed");
  await editor.backToDrafts();
  await expect(editor.drafts).toContainText(/Changed since it was exported/);
});

test("a draft is duplicated, deleted, and brought back in two ways", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraftTitled("Original");

  await page.getByRole("button", { name: "Duplicate Original" }).click();
  await expect(editor.drafts.getByRole("link")).toHaveText(["Original (copy)", "Original"]);
  await editor.openDraft("Original (copy)");
  await editor.fill("Title", "Copy");
  await editor.backToDrafts();
  expect(await editor.draftTitles()).toEqual(["Copy", "Original"]);

  await page.getByRole("button", { name: "Delete Original" }).click();
  await expect(editor.status).toContainText("“Original” is deleted");
  await expect(editor.drafts.getByRole("link")).toHaveText(["Copy"]);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(editor.drafts.getByRole("link", { name: "Original" })).toBeVisible();

  await page.getByRole("button", { name: "Delete Original" }).click();
  await page.reload();
  await expect(editor.drafts.getByRole("link")).toHaveText(["Copy"]);
  await page.getByText("Deleted drafts (1), kept for 30 days").click();
  await page.getByRole("button", { name: "Restore Original" }).click();
  await expect(editor.drafts.getByRole("link", { name: "Original" })).toBeVisible();
  await expect(page.getByText("Deleted drafts")).toBeHidden();
});

test("a deleted draft that is written on is a draft again", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraftTitled("Deleted too early");
  await page.getByRole("button", { name: "Delete Deleted too early" }).click();

  await page.goBack();
  await expect(editor.alert("This draft is deleted")).toBeVisible();
  await editor.fill("Reference", "INC-9");
  await editor.saved();
  await editor.backToDrafts();

  await expect(editor.drafts.getByRole("link", { name: "Deleted too early" })).toBeVisible();
  await expect(page.getByText("Deleted drafts")).toBeHidden();
});

test("a deleted draft is gone for good after thirty days, and not before", async ({ page }) => {
  await page.clock.install({ time: "2024-05-03T10:00:00" });
  const editor = await open(page);
  await editor.newDraftTitled("Old");
  await page.getByRole("button", { name: "Delete Old" }).click();
  await expect(page.getByText("Deleted drafts (1)")).toBeVisible();

  await page.clock.setSystemTime("2024-06-01T10:00:00");
  await page.reload();
  await expect(page.getByText("Deleted drafts (1)")).toBeVisible();

  await page.clock.setSystemTime("2024-06-03T10:00:00");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Write the postmortem of an incident" })).toBeVisible();
});

test("the browser's Back leads from a draft to the list, and Forward to the draft", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  await editor.fill("Title", "There and back");

  await page.goBack();
  await expect(editor.drafts.getByRole("link", { name: "There and back" })).toBeVisible();
  await page.goForward();
  await expect(editor.field("Title")).toHaveValue("There and back");
});

test("the address of a draft that is not here says so, with a way on", async ({ page }) => {
  await open(page, "/#/draft/nowhere");

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This draft did not open");
  await expect(page.getByRole("main")).toContainText("not in this browser");
  await page.getByRole("link", { name: "Go to your drafts" }).click();
  await expect(page.getByRole("button", { name: "New postmortem" })).toBeVisible();
});

test("the chosen theme stays", async ({ page }) => {
  await open(page);
  await page.getByRole("combobox", { name: "Theme" }).selectOption("Dark");
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Theme" })).toHaveValue("Dark");
});

test.describe("one draft in two tabs", () => {
  /** The draft `title`, open in two tabs. */
  async function twoTabs(page: import("@playwright/test").Page, title: string): Promise<[EditorPage, EditorPage]> {
    const first = await open(page);
    await first.newDraft();
    await first.fill("Title", title);
    await first.saved();
    const second = new EditorPage(await page.context().newPage());
    await second.page.goto(page.url());
    await expect(second.field("Title")).toHaveValue(title);
    return [first, second];
  }

  test("edits made in turn are all kept", async ({ page }) => {
    const [first, second] = await twoTabs(page, "In turn");

    await first.fill("Reference", "INC-1");
    await expect(second.field("Reference")).toHaveValue("INC-1");
    await second.fill("Authors", "Ana");
    await expect(first.field("Authors")).toHaveValue("Ana");
    await first.fill("Services", "mail");
    await expect(second.field("Services")).toHaveValue("mail");

    await page.reload();
    await expect(first.field("Reference")).toHaveValue("INC-1");
    await expect(first.field("Authors")).toHaveValue("Ana");
    await expect(first.field("Services")).toHaveValue("mail");
  });

  test("edits made at once are kept as two drafts, and the person is told", async ({ page }) => {
    const [first, second] = await twoTabs(page, "At once");
    await stopTime(page);
    await first.fill("Reference", "from the first tab");
    await second.fill("Reference", "from the second tab");

    await page.clock.runFor(1000);

    // Which of the two saved first is up to the browser.
    const told = [first, second].map((tab) => tab.alert("Both versions are kept"));
    await expect.poll(async () => Promise.all(told.map((alert) => alert.count())).then((counts) => counts.sort())).toEqual([0, 1]);
    await page.clock.resume();
    const list = await open(await page.context().newPage());
    await expect(list.drafts.getByRole("link")).toHaveText(["At once", "At once"]);
    const references: string[] = [];
    for (const index of [0, 1]) {
      await list.drafts.getByRole("link").nth(index).click();
      references.push(await list.field("Reference").inputValue());
      await list.backToDrafts();
    }
    expect(references.sort()).toEqual(["from the first tab", "from the second tab"]);
  });

  test("a draft deleted in one tab while the other one writes on is not lost", async ({ page }) => {
    const [first, second] = await twoTabs(page, "Deleted elsewhere");

    await second.backToDrafts();
    await second.page.getByRole("button", { name: "Delete Deleted elsewhere" }).click();
    await expect(first.alert("deleted in another tab")).toBeVisible();
    await first.fill("Reference", "written on");
    await first.saved();

    const list = await open(await page.context().newPage());
    await list.openDraft("Deleted elsewhere");
    await expect(list.field("Reference")).toHaveValue("written on");
  });

  test("what the focus is in shows what the other tab has written, and does not undo it", async ({ page }) => {
    const [first, second] = await twoTabs(page, "Focused");
    await first.openSection("Issue Summary");
    await first.fill("Start date", "2024-01-01");
    await first.saved();
    await first.field("Start date").focus();

    await second.openSection("Issue Summary");
    await second.fill("Start date", "2024-02-02");
    await second.saved();

    await expect(first.field("Start date")).toHaveValue("2024-02-02");
  });

  test("a section that the other tab removes takes no text with it", async ({ page }) => {
    const [first, second] = await twoTabs(page, "Removed section");
    await first.addSection("Mine", "Some text");
    await first.saved();
    await second.openSection("Mine");
    await second.form.getByRole("button", { name: "Remove this section" }).click();

    await expect(first.alert("removed in another tab")).toBeVisible();
    await expect(first.field("Text")).toBeHidden();
    await second.page.getByRole("button", { name: "Undo", exact: true }).click();
    await first.openSection("Mine");
    await expect(first.field("Text")).toHaveValue("Some text");
  });

  test("rows added in two tabs stay rows of their own", async ({ page }) => {
    const [first, second] = await twoTabs(page, "Rows");
    for (const tab of [first, second]) await tab.openSection("Root Cause and Resolution");
    for (const text of ["one", "two", "three"]) await first.addRow("Contributing factors", text);
    await expect(second.field("Factor 3")).toHaveValue("three");
    await first.page.getByRole("button", { name: "Remove factor 3" }).click();
    await expect(second.field("Factor 3")).toBeHidden();

    await second.addRow("Contributing factors", "from the second tab");
    await expect(first.field("Factor 3")).toHaveValue("from the second tab");
    await first.page.getByRole("button", { name: "Undo", exact: true }).click();
    await first.addRow("Contributing factors", "from the first tab");

    const factors = (tab: EditorPage) =>
      tab.form.getByRole("textbox", { name: /^Factor / }).evaluateAll((inputs) => inputs.map((input) => (input as HTMLTextAreaElement).value));
    const all = ["one", "two", "three", "from the second tab", "from the first tab"];
    expect(await factors(first)).toEqual(all);
    await expect.poll(() => factors(second)).toEqual(all);
  });

  test("a storage that another page of the origin clears does not take the open draft along", async ({ page }) => {
    const [first, second] = await twoTabs(page, "Cleared");

    await openNeighbour(second.page);
    await second.page.evaluate(() => localStorage.clear());

    await expect(first.alert("saved again")).toBeVisible();
    await first.saved();
    await page.reload();
    await expect(first.field("Title")).toHaveValue("Cleared");
  });
});
