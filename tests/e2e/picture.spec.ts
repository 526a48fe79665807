// The incident at a glance: the picture, the response times, the days, what start, end and
// milestones offer each other, and the exports that are made by choice.
import type { Locator } from "@playwright/test";
import { type EditorPage, open } from "./editor";
import { axe, expect, test } from "./fixtures";

/** Opens the timeline of a new draft whose times are in UTC. */
async function openTimeline(editor: EditorPage, start?: { date: string; time: string }): Promise<void> {
  await editor.newDraft();
  await editor.openSection("Issue Summary");
  await editor.fill("Time zone", "UTC");
  if (start !== undefined) {
    await editor.fill("Start date", start.date);
    await editor.fill("Start time", start.time);
  }
  await editor.openSection("Timeline");
}

async function addMarked(editor: EditorPage): Promise<void> {
  await editor.addEvent({ time: "09:00", date: "2024-05-04", text: "The disk was full", milestone: "Started" });
  await editor.addEvent({ time: "09:20", text: "An alert rang", kind: "Detection", milestone: "Detected" });
}

function glance(editor: EditorPage): Locator {
  return editor.form.getByRole("region", { name: "The incident at a glance" });
}

test("the picture appears with the second moment, follows an edit, and says the same in words", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor);
  await editor.addEvent({ time: "09:00", date: "2024-05-04", text: "The disk was full", milestone: "Started" });
  await editor.saved();
  await expect(glance(editor)).toHaveCount(0);

  await editor.addEvent({ time: "09:20", text: "An alert rang", kind: "Detection", milestone: "Detected" });
  const picture = glance(editor).getByRole("img");
  await expect(picture).toHaveAccessibleName(/^Timeline from 2024-05-04 09:00 to 09:20/);
  await expect(picture).toContainText("Started to detected · 20 min");
  await editor.fill("Time of event 2", "1045");
  await editor.field("Time of event 2").press("Tab");
  await expect(picture).toContainText("Started to detected · 1 h 45 min");

  const words = glance(editor).locator("details p");
  await expect(words).toBeHidden();
  await glance(editor).getByText("In words").click();
  await expect(words).toBeVisible();
  await expect(words).toContainText("Started to detected: 1 h 45 min, from 2024-05-04 09:00 to 10:45.");
});

test("each response time says how it is computed and leads to its events, and the others say what to do", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor);
  await addMarked(editor);

  const row = glance(editor).getByRole("row", { name: /^Time to detect/ });
  await expect(row).toContainText("detected − started");
  await expect(row).toContainText("20 min");
  await expect(glance(editor)).toContainText("Time to acknowledge: mark the event in which a person took it on");
  await expect(glance(editor)).toContainText("Time to resolve, total: fill in the end, or mark the event in which it was resolved");
  await row.getByRole("button", { name: "Go to Detected, 09:20 (Time to detect)" }).click();
  await expect(editor.field("Time of event 2")).toBeFocused();

  await editor.fill("Time of event 2", "08:50");
  await expect(glance(editor)).toContainText("Time to detect: “Detected, 08:50” is before “Started, 09:00”");
});

test("a response time that begins with the summary leads there", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor, { date: "2024-05-04", time: "09:00" });
  await editor.addEvent({ time: "09:20", text: "An alert rang", milestone: "Detected" });

  await glance(editor).getByRole("button", { name: "Go to Start, 09:00 (Time to detect)" }).click();

  await expect(editor.field("Start time")).toBeFocused();
});

test("an export holds what was chosen, says how short it is, and the choice is remembered", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor);
  await addMarked(editor);
  await editor.form.getByRole("checkbox", { name: "Key event of event 2" }).check();
  const plain = (await editor.export()).text;
  expect(plain).not.toContain("Response times");

  const dialog = await editor.openExport();
  for (const name of ["Table of response times", "Diagram (Mermaid)"]) await dialog.getByRole("checkbox", { name }).check();
  const markdown = dialog.getByRole("textbox", { name: "Markdown" });
  await expect(markdown).toHaveValue(/\| Time to detect \| 20 min \| Started, 09:00 \| Detected, 09:20 \|/);
  await expect(markdown).toHaveValue(/```mermaid\ngantt/);
  const short = dialog.getByRole("checkbox", { name: "Only key events (short)" });
  await short.check();
  await expect(short).toHaveAccessibleDescription("1 event is left out. It stays in this draft");
  await dialog.getByRole("button", { name: "Download", exact: true }).click();
  await expect(editor.status).toContainText("It is short: 1 event is left out");

  await page.reload();
  await editor.openExport();
  for (const box of await dialog.getByRole("checkbox").all()) await expect(box).toBeChecked();
  await dialog.getByRole("button", { name: "Close" }).click();
  const panel = await editor.showTab("Markdown");
  await expect(panel).toContainText("1 other entry is left out of this short text");
  await expect(panel).toContainText("An alert rang");
  await expect(panel).not.toContainText("The disk was full");
  await expect(panel).toContainText("```mermaid");
});

test("a short export does not count as one of the draft", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor);
  await addMarked(editor);
  await editor.form.getByRole("checkbox", { name: "Key event of event 2" }).check();
  const dialog = await editor.openExport();
  await dialog.getByRole("checkbox", { name: "Only key events (short)" }).check();
  await dialog.getByRole("button", { name: "Download", exact: true }).click();
  await expect(editor.status).toContainText("It is short");

  await editor.backToDrafts();

  await expect(editor.drafts).toContainText("Never exported");
});

test("the summary takes start and end from the events that are marked, and the timeline from the summary", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor);
  await addMarked(editor);
  await editor.openSection("Issue Summary");
  await editor.form.getByRole("button", { name: "Take 2024-05-04 09:00 from the event marked Started" }).click();
  await expect(editor.field("Start time")).toBeFocused();
  await expect(editor.field("Start time")).toHaveValue("09:00");
  await expect(editor.field("Start date")).toHaveValue("2024-05-04");
  await expect(editor.form.getByRole("button", { name: /from the (event marked Started|first event)/ })).toHaveCount(0);

  await editor.fill("End time", "10:40");
  await editor.openSection("Timeline");
  await editor.form.getByRole("button", { name: "Add an event marked Resolved at 10:40" }).click();

  await expect(editor.field("Text of event 3")).toBeFocused();
  await expect(editor.field("Time of event 3")).toHaveValue("10:40");
  await expect(editor.field("Milestone of event 3")).toHaveValue("Resolved");
  await expect(editor.form.getByRole("button", { name: /^Add an event/ })).toHaveCount(0);
});

test("a row is offered the mark of the start that it is, and the time of the end that it marks", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor, { date: "2024-05-04", time: "09:00" });
  await editor.addEvent({ time: "09:00", text: "The disk was full" });
  await editor.form.getByRole("button", { name: "Mark as Started, like the start" }).click();
  await expect(editor.field("Milestone of event 1")).toHaveValue("Started");

  await editor.addEvent({ time: "", text: "Disk made larger", milestone: "Resolved" });
  await editor.openSection("Issue Summary");
  await editor.fill("End time", "11:00");
  await editor.openSection("Timeline");
  await editor.form.getByRole("button", { name: "Take 11:00 from the end" }).click();
  await expect(editor.field("Time of event 2")).toHaveValue("11:00");
});

test("each day begins with its date, where there are several", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor);
  await editor.addEvent({ time: "23:50", date: "2024-05-04", text: "The disk was full" });
  await editor.addEvent({ time: "23:55", text: "An alert rang" });
  const rows = editor.list("Timeline").getByRole("listitem");
  await editor.saved();
  await expect(editor.form.getByText("Sat 4 May 2024")).toHaveCount(0);

  await editor.addEvent({ time: "00:20", text: "The disk was made larger" });

  await expect(rows.nth(0)).toContainText("Sat 4 May 2024");
  await expect(rows.nth(1)).not.toContainText("2024");
  await expect(rows.nth(2)).toContainText("Sun 5 May 2024");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the timeline at a glance passes axe, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const editor = await open(page);
    await editor.openExample();
    await editor.openSection("Timeline");
    await glance(editor).getByText("In words").click();
    await axe(page);
  });
}

test("the form of the timeline says what it is to those who cannot see it", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor);
  await addMarked(editor);
  await expect(glance(editor).getByRole("table")).toBeVisible();

  await expect(editor.form).toMatchAriaSnapshot(`
    - region "Timeline":
      - heading "Timeline" [level=2]
      - region "The incident at a glance":
        - img /Timeline from 2024-05-04 09:00 to 09:20.* Started to detected. 20 min, from 2024-05-04 09:00 to 09:20/
        - group: In words
        - table "Response times":
          - caption: Response times
          - rowgroup:
            - row:
              - rowheader "Time to detect detected − started"
              - cell "20 min"
              - cell:
                - button "Go to Started, 09:00 (Time to detect)"
                - button "Go to Detected, 09:20 (Time to detect)"
        - paragraph: /Time to acknowledge/
        - paragraph: /Time to mitigate/
        - paragraph: /Time to resolve, total/
      - group "Timeline":
        - list:
          - listitem:
            - textbox "Time of event 1": "09:00"
            - textbox "Text of event 1": The disk was full
            - textbox "Date of event 1": 2024-05-04
            - combobox "Kind of event 1":
              - option "Event" [selected]
            - combobox "Milestone of event 1":
              - option "Started" [selected]
            - textbox "Evidence of event 1"
            - checkbox "Key event of event 1" [checked=false]
            - button "Move event 1 up"
            - button "Move event 1 down"
            - button "Remove event 1"
          - listitem:
            - textbox "Time of event 2": "09:20"
            - textbox "Text of event 2": An alert rang
            - textbox "Date of event 2"
            - combobox "Kind of event 2":
              - option "Detection" [selected]
            - combobox "Milestone of event 2":
              - option "Detected" [selected]
            - textbox "Evidence of event 2"
            - checkbox "Key event of event 2" [checked=false]
            - button "Move event 2 up"
            - button "Move event 2 down"
            - button "Remove event 2"
        - paragraph:
          - button "Add event"
          - group: Time zones
  `);
});
