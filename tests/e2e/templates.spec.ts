// Templates: what they ask for beyond the fields, changing them, and a team's own.
import { type EditorPage, open } from "./editor";
import { axe, expect, test } from "./fixtures";

const LEADUP = "Two days before, the cache was made half as large.";

const TEAM = `# Acme postmortem

## What happened
<!-- Three sentences -->

## Weather
<!-- Sun or rain -->

## Timeline
`;

function templateOf(editor: EditorPage) {
  return editor.sections.getByRole("combobox", { name: "Template" });
}

async function addTemplate(editor: EditorPage, name: string, text: string): Promise<void> {
  await editor.page.getByLabel("Add a template from Markdown…").setInputFiles({
    name,
    mimeType: "text/markdown",
    buffer: Buffer.from(text),
  });
}

test("what a template asks for beyond the fields outlives a change of template", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft("Atlassian");
  await editor.fill("Title", "Cache too small");
  await editor.openSection("Leadup");
  await expect(editor.form.getByText("What led to it")).toBeVisible();
  await editor.fill("Leadup", LEADUP);
  await expect(editor.preview.getByRole("heading", { name: "Leadup" })).toBeVisible();
  await expect(editor.sectionRow("Leadup")).toContainText("Complete");
  await axe(page);
  const before = await editor.export();
  expect(before.text).toContain(`## Leadup\n\n${LEADUP}\n`);

  await templateOf(editor).selectOption("Classic");

  await expect(editor.status).toContainText("It does not ask for “Leadup”, which stays as a section of your own");
  await expect(editor.sectionRow("Response")).toHaveCount(0);
  await expect(editor.sectionRow("Leadup")).toContainText("Your own");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(editor.sectionRow("Fault")).toBeVisible();
  expect(await editor.export()).toEqual(before);
});

test("a timeline is a table in a company report", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft("Company report");
  await editor.openSection("Timeline");
  await editor.addEvent({ time: "1430", text: "Alert | fired" });

  const row = editor.preview.getByRole("row").filter({ hasText: "Alert | fired" });
  await expect(row).toContainText("14:30");
  await row.click();
  await expect(editor.field("Text of event 1")).toBeFocused();
});

test("a team's own template is kept in the browser and missed when it is gone", async ({ page }) => {
  const editor = await open(page);
  await addTemplate(editor, "acme.md", TEAM);
  await expect(editor.status).toContainText("The template Acme postmortem can be chosen now");
  await axe(page);
  await editor.newDraft("Acme postmortem");
  await editor.fill("Title", "Rain");
  await editor.openSection("Weather");
  await expect(editor.form.getByText("Sun or rain")).toBeVisible();
  await editor.fill("Weather", "Rain all day.");
  await editor.saved();

  await page.reload();

  await expect(editor.sectionRow("Weather")).toContainText("Complete");
  const { name, text } = await editor.export();
  expect(text).toContain("## What happened\n\n## Weather\n\nRain all day.\n\n## Timeline\n");
  await editor.backToDrafts();
  await editor.import(name, text);
  expect(await templateOf(editor).locator("option:checked").textContent()).toBe("Acme postmortem");
  await editor.backToDrafts();

  await page.getByRole("button", { name: "Remove the template Acme postmortem" }).click();
  await expect(page.getByRole("radio", { name: /^Acme/ })).toHaveCount(0);
  await page.reload();
  await editor.drafts.getByRole("link", { name: "Rain" }).first().click();

  await expect(editor.alert("template of this draft is not in this browser any more")).toBeVisible();
  expect((await editor.export()).text).toContain("## Weather\n\nRain all day.\n");
});

test("a file without headings makes no template", async ({ page }) => {
  const editor = await open(page);
  await addTemplate(editor, "notes.md", "Only words.\n");
  await expect(editor.alert("notes.md makes no template: it has no heading")).toBeVisible();
});

test("a template whose record is damaged is passed over and stays as it is", async ({ page }) => {
  const key = "postmortem-editor:template:own-1";
  const damaged = '{"file_name":"acme.md","te';
  await page.addInitScript(({ key, damaged }) => localStorage.setItem(key, damaged), { key, damaged });
  const editor = await open(page);
  await addTemplate(editor, "acme.md", TEAM);
  await expect(page.getByRole("radio", { name: /^Acme/ })).toBeVisible();
  expect(await page.evaluate((key) => localStorage.getItem(key), key)).toBe(damaged);
});

test("front matter is a choice that lasts, and is read as nothing new", async ({ page }) => {
  const editor = await open(page);
  await editor.openExample();
  const plain = await editor.export();

  const dialog = await editor.openExport();
  await dialog.getByRole("combobox", { name: "Header" }).selectOption("YAML front matter");
  await page.keyboard.press("Escape");
  const { name, text } = await editor.export();
  expect(text).toMatch(/^---\ntitle: "/);
  expect(text.endsWith(plain.text)).toBe(true);

  await page.reload();
  await editor.backToDrafts();
  await editor.import(name, text);
  expect(await editor.export()).toEqual({ name, text });
  const again = await editor.openExport();
  await again.getByRole("combobox", { name: "Header" }).selectOption("None");
  await page.keyboard.press("Escape");
  expect(await editor.export()).toEqual(plain);
});
