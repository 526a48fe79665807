// Times as people type them: next to the row above, of another day, of another zone.
import { type EditorPage, open } from "./editor";
import { expect, test } from "./fixtures";

/** Opens the timeline of a new draft that is in that zone and starts on 3 May 2024. */
async function openTimeline(editor: EditorPage, zone = "UTC"): Promise<void> {
  await editor.newDraft();
  await editor.openSection("Issue Summary");
  await editor.field("Time zone").fill(zone);
  await editor.field("Start date").fill("2024-05-03");
  await editor.openSection("Timeline");
  await editor.form.getByRole("button", { name: "Add event" }).click();
}

test("a time is typed as people type it, and the row says what was understood", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor);
  const times = [
    { typed: "1430", note: "Understood as 14:30", time: "14:30", date: "" },
    { typed: "+5m", note: "Understood as 14:35, 5 minutes after the row above", time: "14:35", date: "" },
    { typed: "~2:50 pm", note: "Understood as about 14:50", time: "~14:50", date: "" },
    { typed: "tomorrow 0:10", note: "Understood as 00:10 the next day", time: "00:10", date: "2024-05-04" },
    { typed: "2024-05-04T00:15:30", note: "Understood as 00:15:30 on ", time: "00:15:30", date: "2024-05-04" },
    { typed: "14:15pm", note: "", time: "14:15pm", date: "" },
  ];

  for (const [index, { typed, note, time, date }] of times.entries()) {
    const field = editor.field(`Time of event ${index + 1}`);
    await field.fill(typed);
    if (note !== "") await expect(field).toHaveAccessibleDescription(new RegExp(note.replaceAll("+", "\\+")));
    await field.press("Tab");
    await expect(field).toHaveValue(time);
    await expect(editor.field(`Date of event ${index + 1}`)).toHaveValue(date);
    await editor.field(`Text of event ${index + 1}`).fill(`Step ${index + 1}`);
    await editor.field(`Text of event ${index + 1}`).press("Enter");
  }

  expect((await editor.export()).text).toContain("- **2024-05-04 00:10** – Step 4");
});

test("a time before that of the row above is of the next day, which is said and can be undone", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor);
  await editor.field("Time of event 1").fill("23:50");
  await editor.field("Time of event 1").press("Enter");

  await page.keyboard.type("0:20");
  await expect(editor.field("Time of event 2")).toHaveAccessibleDescription(/next day: earlier than the row above/);
  await page.keyboard.press("Tab");

  await expect(editor.field("Date of event 2")).toHaveValue("2024-05-04");
  await expect(editor.status).toContainText("This event is on 2024-05-04: its time is earlier than the row above");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(editor.field("Date of event 2")).toHaveValue("");
  await expect(editor.field("Time of event 2")).toHaveValue("00:20");
});

test("a time of another zone is converted; of an abbreviation of several zones it is asked which", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor, "Europe/Oslo");
  const time = editor.field("Time of event 1");

  await time.fill("14:30 UTC");
  await expect(time).toHaveAccessibleDescription(/Understood as 16:30 \(14:30 UTC\)/);
  await time.press("Tab");
  await expect(time).toHaveValue("16:30");
  await time.fill("09:00 IST");
  await expect(time).toHaveAccessibleDescription(/“IST” is several zones. Write one of them: India Standard Time, /);
  await time.press("Tab");
  await expect(time, "nothing is guessed").toHaveValue("09:00 IST");
});

/** Forty events, half an hour apart, over the night in which New York's clocks went forward. */
const NIGHT = Array.from({ length: 40 }, (_, index) => {
  const when = new Date(Date.parse("2024-03-10T03:00:00Z") + index * 30 * 60_000);
  const local = new Intl.DateTimeFormat("sv-SE", { timeZone: "America/New_York", dateStyle: "short", timeStyle: "short" });
  return { local: local.format(when), utc: when.toISOString().slice(0, 16).replace("T", " ") };
});

test("the times are shown in a second zone, and moved to another and back", async ({ page }) => {
  const editor = await open(page);
  const rows = NIGHT.map(({ local }, index) => `- **${local}** – Step ${index + 1}`).join("\n");
  const summary = `- **Start:** ${NIGHT[0]?.local}\n- **Time zone:** America/New_York`;
  await editor.import("night.md", `# Clocks\n\n## Issue Summary\n\n${summary}\n\n## Timeline\n\n${rows}\n`);
  const before = (await editor.export()).text;
  await editor.openSection("Timeline");

  await editor.form.getByText("Time zones", { exact: true }).click();
  await editor.form.getByLabel("Show also in").fill("Asia/Tokyo");
  await expect(editor.form.getByText("2024-03-10 12:00 Asia/Tokyo")).toBeVisible();
  await editor.form.getByLabel("Move all times to").fill("UTC");
  await editor.form.getByRole("button", { name: "Move", exact: true }).click();
  await expect(editor.status).toContainText("All times are in UTC now");
  const moved = (await editor.export()).text;
  for (const { utc } of NIGHT) expect(moved).toContain(utc.slice(11));
  await editor.openSection("Timeline");
  await editor.form.getByLabel("Move all times to").fill("America/New_York");
  await editor.form.getByRole("button", { name: "Move", exact: true }).click();
  await expect(editor.field("Time of event 1")).toHaveValue("22:00");

  expect((await editor.export()).text).toBe(before);
});

test("letters that several zones go by are asked about once, and the answer is kept", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  await editor.openSection("Issue Summary");

  await editor.fill("Time zone", "IST");
  const question = page.getByRole("group", { name: "Which zone is meant" });
  await expect(question).toContainText("“IST” is several zones. Which one?");
  await question.getByRole("button").first().click();

  await expect(question).toBeHidden();
  await expect(editor.field("Time zone")).not.toHaveValue("IST");
});

for (const typed of ["", "1430", "+5m"]) {
  test(`going back from a time in which ${typed === "" ? "nothing" : typed} was typed closes the form and nothing else`, async ({ page }) => {
    const editor = await open(page);
    await editor.newDraft();
    await editor.fill("Title", "Gates stood open");
    await editor.openSection("Timeline");
    await editor.form.getByRole("button", { name: "Add event" }).click();
    await expect(editor.form.getByLabel("Time of event 1")).toBeFocused();
    await page.keyboard.type(typed);
    await page.goBack();
    await expect(page.getByRole("heading", { name: "Drafts" })).toBeVisible();
    await expect(page.locator("#shell-stopped")).toBeHidden();
    await editor.openDraft("Gates stood open");
    await editor.openSection("Timeline");
    await expect(editor.form.getByLabel("Time of event 1")).toHaveValue(typed === "1430" ? /^14:?30$/ : typed);
  });
}

test("a night in which the clocks were changed is told", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  await editor.openSection("Issue Summary");
  await editor.fill("Start date", "2024-03-31");
  await editor.fill("Start time", "01:00");
  await editor.fill("End time", "04:00");
  await editor.fill("Time zone", "Europe/Berlin");
  await editor.openSection("Timeline");
  await editor.addEvent({ time: "01:00", text: "The gates close", milestone: "Started" });
  await editor.addEvent({ time: "04:00", text: "The gates open", milestone: "Resolved" });
  const glance = editor.form.getByRole("region", { name: "The incident at a glance" });
  await expect(glance).toContainText("The clocks in Europe/Berlin were put forward by 1 h in between: what lasted beyond that was 1 h shorter than the clock says.");

  await editor.form.getByRole("button", { name: "Add event" }).click();
  const time = editor.form.getByLabel("Time of event 3");
  await time.fill("02:30");
  await expect(editor.form.getByText("a time that the clocks skipped that day")).toBeVisible();
});
