// The checks run beside the page: what that means where they are late, missing or asked about a list.
import { type EditorPage, open } from "./editor";
import { expect, test } from "./fixtures";
import { seatMaps } from "./postmortems";

const complete = (editor: EditorPage) => editor.page.getByRole("meter", { name: "Complete sections" });

const other = "# Lifts stood still\n\n## Issue Summary\n\nNo lift moved for an hour.\n\n## Timeline\n\n- 10:00 they stop\n- 11:00 they move\n";

test("a postmortem that was imported says in the list how complete it is, as it does once it is open", async ({ page }) => {
  const editor = await open(page);
  const dialog = await editor.pick({ name: "lifts.md", text: other }, { name: "fares.md", text: other.replace("Lifts", "Fares") });
  await dialog.getByRole("button", { name: "Import all as read" }).click();
  const rows = page.getByRole("region", { name: "Drafts" }).getByRole("listitem").filter({ hasText: /Lifts|Fares/ });
  await expect(rows.getByText(/^\d+ of \d+ sections$/)).toHaveCount(2);
  const listed = await rows.filter({ hasText: "Lifts" }).getByText(/ sections$/).textContent();

  await editor.openDraft("Lifts stood still");
  await expect(complete(editor)).toHaveAttribute("aria-valuetext", listed ?? "");

  await editor.choose("Severity", "SEV-2");
  await editor.openSection("Root Cause and Resolution");
  await editor.sayNothing("The maker of the lifts looks for it, and tells us in May");
  await expect(complete(editor)).not.toHaveAttribute("aria-valuetext", listed ?? "");
  const now = await complete(editor).getAttribute("aria-valuetext");
  await editor.saved();
  await editor.backToDrafts();
  await expect(rows.filter({ hasText: "Lifts" }).getByText(/ sections$/)).toHaveText(now ?? "");
});

test("the words of a finding are those of the document as it is, however quickly it changes", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  await editor.openSection("Issue Summary");
  const panel = await editor.showTab("Findings");
  const blame = panel.getByText(/carelessly/);
  for (let round = 0; round < 5; round += 1) {
    await editor.fill("Summary", `Ana carelessly closed gate ${round}, and for an hour no ship left.`);
    await page.waitForTimeout(60 * round);
    await editor.fill("Summary", `Gate ${round} closed, and for an hour no ship left.`);
  }
  await editor.saved();
  await expect(blame).toHaveCount(0);
  await editor.fill("Summary", "Ana carelessly closed the gate, and for an hour no ship left.");
  await expect(blame.first()).toBeVisible();
});

test.describe("without the checks", () => {
  test.use({ expectedConsole: /Failed to load resource|failed to fetch|Failed to fetch|dynamically imported/i });

  test("everything else goes on, it is said what is the matter, and they can be tried again", async ({ page }) => {
    const editor = await open(page);
    await page.route(/reader.*\.wasm/, (route) => route.abort());
    await editor.newDraft();
    await editor.fill("Title", "Lifts stood still");
    await editor.saved();
    const panel = await editor.showTab("Findings");
    await expect(panel.getByRole("heading", { level: 2 })).toHaveText("Not checked");
    await expect(panel).toContainText("could not be loaded. What you write is kept all the same");
    const { text } = await editor.export();
    expect(text).toContain("# Lifts stood still");
    const dialog = await editor.openExport();
    await expect(dialog).toContainText("What is private is not known");
    await page.keyboard.press("Escape");

    await page.unroute(/reader.*\.wasm/);
    await panel.getByRole("button", { name: "Try again" }).click();
    await expect(panel.getByRole("heading", { level: 2 })).toHaveText(/^\d+ findings/);
    await expect(panel.getByRole("button", { name: "Try again" })).toHaveCount(0);
  });
});

test("a draft that was never checked is called neither complete nor begun until it is", async ({ page }) => {
  const editor = await open(page);
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/reader.*\.wasm/, async (route) => {
    await held;
    await route.continue();
  });
  await editor.newDraft();
  await editor.write(seatMaps.sections[0] ?? { section: "Issue Summary" });
  const panel = await editor.showTab("Findings");
  await expect(panel.getByRole("heading", { level: 2 })).toHaveText("Checking…");
  const sections = page.getByRole("navigation", { name: "Sections" });
  await expect(sections).not.toContainText(/Complete|Not started/);

  release();
  await expect(panel.getByRole("heading", { level: 2 })).toHaveText(/^\d+ findings/);
  await expect(sections).toContainText("Not started");
});
