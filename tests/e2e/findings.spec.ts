// What is missing: said when it helps, where it helps, and never in the way.
import type { Locator } from "@playwright/test";
import { type EditorPage, open } from "./editor";
import { expect, test } from "./fixtures";
import { seatMaps } from "./postmortems";

/** What a screen reader reads after the name of a field: its help, and its findings. */
function description(field: Locator): Promise<string> {
  return field.evaluate((element) =>
    (element.getAttribute("aria-describedby") ?? "")
      .split(/\s+/)
      .map((id) => document.getElementById(id)?.textContent?.trim() ?? "")
      .filter((text) => text !== "")
      .join(" "),
  );
}

/** The ways from the findings to their fields, one for each. */
function findings(editor: EditorPage): Locator {
  const panel = editor.page.getByRole("tabpanel", { name: /^Findings/ });
  return panel.getByRole("button", { name: /^Go to field: / });
}

test("nothing is said of a field before it was left, and of an empty required one after", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  await editor.openSection("Issue Summary");
  const summary = editor.field("Summary");
  const help = await description(summary);

  await summary.focus();
  await expect.poll(() => description(summary)).toBe(help);
  await page.keyboard.press("Tab");

  await expect.poll(() => description(summary)).not.toBe(help);
  const finding = (await description(summary)).slice(help.length).trim();
  await expect(editor.form.getByText(finding)).toBeVisible();

  await summary.fill("For an hour no mail left the house, because the queue was full.");
  await expect(editor.form.getByText(finding)).toBeHidden();
});

test("typing is not interrupted: what is said of a field waits until it is left", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  await editor.openSection("Issue Summary");
  const time = editor.field("Start time");
  await time.focus();
  await page.keyboard.type("half past");
  await editor.saved();
  await expect(editor.form.getByText("Kept as typed.").locator("visible=true")).toHaveCount(0);

  await page.keyboard.press("Tab");

  await expect(editor.form.getByText("Kept as typed. For a time that can be computed with")).toBeVisible();
  await expect(time).toHaveValue("half past");
});

test("a click that leaves a field lands where it was aimed", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  await editor.openSection("Issue Summary");

  await editor.field("Share of users affected").focus();
  await page.keyboard.type("100 %");
  await expect(editor.form.getByText("Understood as 100%")).toBeVisible();
  await editor.form.getByRole("button", { name: "Add figure" }).click();
  await expect(editor.field("Figure 1")).toBeFocused();
  await expect(editor.field("Share of users affected")).toHaveValue("100%");

  const timeZone = editor.field("Time zone");
  const help = await description(timeZone);
  await timeZone.focus();
  await editor.form.getByText("Example for What users saw").click();
  await expect(editor.form.getByText("Paying by invoice kept working")).toBeVisible();
  await expect.poll(() => description(timeZone)).not.toBe(help);
});

test("a time is shown as it was understood, and written so when the field is left", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  await editor.openSection("Issue Summary");
  const time = editor.field("Start time");
  await time.focus();

  await page.keyboard.type("2:30 pm");
  await expect(editor.form.getByText("Understood as 14:30")).toBeVisible();
  await expect(time).toHaveValue("2:30 pm");
  await page.keyboard.press("Tab");

  await expect(time).toHaveValue("14:30");
  await expect(editor.form.getByText("Understood as 14:30")).toBeHidden();
});

test("Check lists what is missing, and each leads to its field", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();

  await editor.check();

  const ways = findings(editor);
  const count = await ways.count();
  expect(count).toBeGreaterThan(5);
  const [missing = 0, hints = 0] = (await editor.findingsHeading().innerText()).match(/\d+/g)?.map(Number) ?? [];
  expect(missing + hints).toBe(count);
  await expect(page.getByRole("tab", { name: /^Findings/ })).toContainText(String(missing));
  for (let index = 0; index < count; index += 1) {
    await ways.nth(index).click();
    const focused = editor.form.locator(":focus");
    await expect(focused).toBeVisible();
    expect(await focused.evaluate((element) => element.matches("input, select, textarea, button"))).toBe(true);
  }
});

test("Go to field opens the section and focuses the input", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  await editor.openSection("Conclusion");
  await editor.check();
  const panel = page.getByRole("tabpanel", { name: /^Findings/ });

  await panel.getByRole("listitem").filter({ hasText: /root cause/i }).first().getByRole("button").click();

  await expect(editor.form.getByRole("heading", { level: 2 })).toHaveText("Root Cause and Resolution");
  await expect(editor.field("Root cause")).toBeFocused();
  await expect(editor.field("Root cause")).toHaveAttribute("aria-invalid", "true");
});

test("Go to field leads to the very input that is meant", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  await editor.openSection("Timeline");
  await editor.addEvent({ time: "around two", text: "The alert" });
  await editor.openSection("Corrective and Preventative Measures");
  await editor.addAction({ text: "Alert earlier", due: "next Friday" });
  await editor.openSection("Conclusion");
  await editor.form.getByRole("checkbox", { name: "Nothing to say here" }).check();
  await editor.check();
  const panel = page.getByRole("tabpanel", { name: /^Findings/ });

  for (const [message, field] of [
    ["around two", "Time of event 1"],
    ["next Friday", "Due date of action item 1"],
    ["has no owner", "Owner of action item 1"],
    ["no reason is given", "Why there is nothing to say"],
  ] as const) {
    await panel.getByRole("listitem").filter({ hasText: message }).first().getByRole("button").click();
    await expect(editor.field(field)).toBeFocused();
    if (field.includes(" of ")) await expect(editor.field(field)).toHaveAttribute("aria-invalid", "true");
  }
  await editor.openSection("Timeline");
  await expect(editor.field("Text of event 1")).not.toHaveAttribute("aria-invalid");
});

test("a severity in words of one's own stays typable while it reads like one of the list", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  await editor.choose("Severity", "Another scale…");
  await editor.fill("Your team’s word", "Sev 2 high");
  await editor.saved();
  await page.reload();

  const own = editor.field("Your team’s word");
  await own.press("End");
  for (let count = 0; count < " high".length; count += 1) await own.press("Backspace");
  await expect(own).toBeFocused();
  await own.pressSequentially(", or worse");

  await expect(own).toHaveValue(/, or worse$/);
});

test("a finding says why, and where that comes from, on demand", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  await editor.check();
  const first = page.getByRole("tabpanel", { name: /^Findings/ }).getByRole("listitem").first();
  const why = first.getByText(/[A-Z]{2,4}\d\d [a-z-]+ · /);
  await expect(why).toBeHidden();

  await first.getByText("Why?").click();

  await expect(why).toBeVisible();
});

test("the list of sections and the meter say in words how far each is", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft(seatMaps.template);
  const meter = page.getByRole("meter", { name: "Complete sections" });
  await expect(meter).toHaveAttribute("aria-valuetext", /^0 of \d sections$/);
  await expect(editor.sectionRow("Timeline")).toContainText("Not started");
  await expect(editor.sectionRow("Lessons Learned")).toContainText("Optional");

  await editor.openSection("Issue Summary");
  await editor.fill("Time zone", "CET");
  await expect(editor.sectionRow("Issue Summary")).toContainText("In progress");

  for (const section of seatMaps.sections) await editor.write(section);

  for (const { section } of seatMaps.sections) await expect(editor.sectionRow(section)).toContainText("Complete");
  await expect(meter).toHaveAttribute("aria-valuetext", /^(\d+) of \1 sections$/);
  expect(await meter.getAttribute("aria-valuenow")).toBe(await meter.getAttribute("aria-valuemax"));
});

test("'Nothing to say here' with a reason is an answer", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  await editor.openSection("Timeline");

  await editor.sayNothing("Nobody wrote anything down");

  await expect(editor.sectionRow("Timeline")).toContainText("Nothing to say");
  await expect(editor.preview).toContainText("Nobody wrote anything down");
  await editor.form.getByRole("checkbox", { name: "Nothing to say here" }).uncheck();
  await expect(editor.sectionRow("Timeline")).toContainText("Not started");
});

test("an empty postmortem can be exported, with a word on what is missing", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  const dialog = await editor.openExport();

  await expect(dialog).toContainText(/\d+ findings are open. You can export all the same/);
  const { text } = await editor.download(() => dialog.getByRole("button", { name: "Download", exact: true }).click());

  expect(text).toContain("## Timeline");
});

test("a finished postmortem has nothing missing, and says so", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft(seatMaps.template);
  for (const section of seatMaps.sections) await editor.write(section);

  await editor.check();

  // A hint may well be right as it stands.
  await expect(editor.findingsHeading()).toHaveText(/^Nothing is missing(, \d hints?)?$/);
  await expect(await editor.openExport()).toContainText("The checks found nothing missing");
});

test("the example has no finding", async ({ page }) => {
  const editor = await open(page);
  await editor.openExample();

  await editor.check();

  await expect(editor.findingsHeading()).toHaveText(/^Nothing is missing/);
});
