// Events in order of time, and several of them at once.
import { type EditorPage, open } from "./editor";
import { axe, expect, test } from "./fixtures";

const ROWS = [
  ["14:00", "Checkout slows down"],
  ["14:10", "An alert rings"],
  ["14:10", "A customer writes"],
  ["14:20", "The release is taken back"],
] as const;

/** Opens the timeline of a draft with those events, on 3 May 2024 in UTC. */
async function openTimeline(editor: EditorPage, rows: readonly (readonly [string, string])[] = ROWS): Promise<void> {
  const list = rows.map(([time, text]) => `- **${time}** – ${text}`).join("\n");
  const head = "# Slow\n\n## Issue Summary\n\n- **Start:** 2024-05-03 14:00\n- **Time zone:** UTC\n\n## Timeline\n\n";
  await editor.import("slow.md", `${head}${list}\n`);
  await editor.openSection("Timeline");
}

/** The events as they stand in the form. */
async function events(editor: EditorPage): Promise<string[]> {
  const values = (name: RegExp) =>
    editor.form.getByRole("textbox", { name }).evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  const [times, texts] = await Promise.all([values(/^Time of event/), values(/^Text of event/)]);
  return times.map((time, at) => `${time} ${texts[at]}`);
}

test("an event that is thought of late goes to its time, and the cursor stays in it", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor);
  await editor.form.getByRole("button", { name: "Add event" }).click();

  await page.keyboard.type("1405");
  await page.keyboard.press("Tab");

  await expect(editor.status).toContainText("Moved to its place by time: it is event 2 now");
  await expect(editor.field("Text of event 2")).toBeFocused();
  await page.keyboard.type("A deploy ends");
  expect((await events(editor)).slice(0, 3)).toEqual(["14:00 Checkout slows down", "14:05 A deploy ends", "14:10 An alert rings"]);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  expect((await events(editor)).at(-1)).toBe("14:05 A deploy ends");
});

test("a date that is typed later moves its event too, and no other changes its day", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor, [["22:00", "One"], ["23:30", "Two"], ["00:30", "Three"], ["01:00", "Four"]]);

  await editor.fill("Date of event 4", "2024-05-03");
  await editor.field("Date of event 4").press("Tab");

  await expect(editor.field("Text of event 1")).toHaveValue("Four");
  const { text } = await editor.export();
  expect(text).toContain("- **2024-05-03 01:00** – Four\n- **22:00** – One\n- **23:30** – Two\n- **00:30** – Three");
});

test("Alt and an arrow moves an event among those of its minute, and says why it goes no further", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor);
  await editor.field("Text of event 3").focus();

  await page.keyboard.press("Alt+ArrowUp");
  expect((await events(editor)).slice(1, 3)).toEqual(["14:10 A customer writes", "14:10 An alert rings"]);
  await expect(editor.field("Text of event 2")).toBeFocused();

  await page.keyboard.press("Alt+ArrowUp");
  await expect(editor.status).toContainText("Events stand in order of time: change the time of this one to move it");
  expect((await events(editor))[0]).toBe("14:00 Checkout slows down");
});

test("several events are changed at once, by keyboard alone, and one undo takes it back", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor);
  const before = await events(editor);
  const bar = page.getByRole("group", { name: "Selected events" });
  const press = async (name: string) => {
    await page.getByRole("button", { name, exact: true }).focus();
    await page.keyboard.press("Enter");
  };

  await press("Select events");
  await page.getByRole("checkbox", { name: "Select event 2" }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("checkbox", { name: "Select event 4" }).focus();
  await page.keyboard.press("Shift+Space");
  await expect(bar.getByRole("status")).toHaveText("3 selected");
  await axe(page);

  await bar.getByRole("textbox", { name: "How much later" }).focus();
  await page.keyboard.type("+15m");
  await press("Move in time");
  await expect(editor.status.filter({ hasText: "3 events are moved in time" })).toBeVisible();
  expect(await events(editor)).toEqual([before[0], "14:25 An alert rings", "14:25 A customer writes", "14:35 The release is taken back"]);

  await bar.getByRole("combobox", { name: "Kind of the selected events" }).selectOption("Communication");
  await expect(editor.field("Kind of event 3")).toHaveValue("Communication");
  await press("Key event");
  await expect(page.getByRole("checkbox", { name: "Key event of event 2" })).toBeChecked();

  await press("Remove selected");
  expect(await events(editor)).toEqual([before[0]]);
  for (let count = 0; count < 4; count += 1) await press("Undo");
  expect(await events(editor)).toEqual(before);
  await expect(page.getByRole("checkbox", { name: "Key event of event 2" })).not.toBeChecked();
  await expect(editor.field("Kind of event 3")).toHaveValue("Event");
});

test("a length of time that is not understood changes nothing, and what to write is said", async ({ page }) => {
  const editor = await open(page);
  await openTimeline(editor);
  const before = await events(editor);

  await page.getByRole("button", { name: "Select events" }).click();
  await page.getByRole("button", { name: "Select all" }).click();
  await page.getByRole("textbox", { name: "How much later" }).fill("a while");
  await page.getByRole("button", { name: "Move in time" }).click();

  await expect(editor.page.getByText(/Write how much later, such as \+5m/)).toBeVisible();
  expect(await events(editor)).toEqual(before);
});
