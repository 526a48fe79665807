// Whole postmortems, written through the forms alone.
import { open, stopTime } from "./editor";
import { expect, test } from "./fixtures";
import { STORIES, nightShift, parcelLabels, seatMaps } from "./postmortems";

for (const story of STORIES) {
  test(`${story.file} is written, exported, and read back as it is`, async ({ page }) => {
    const editor = await open(page);
    await editor.newDraft(story.template);
    for (const section of story.sections) await editor.write(section);

    const { name, text } = await editor.export();

    expect(name).toBe(story.file);
    expect(text).toMatchSnapshot(story.file.replace(/^\d{4}-\d\d-\d\d-/, ""));
    expect(text, "no BOM, no CR, one line end at the end").toMatch(/^[^\uFEFF\r][^\r]*[^\n\r]\n$/);

    await editor.backToDrafts();
    await editor.import(name, text);
    expect(await editor.export()).toEqual({ name, text });
  });
}

test("a reload in the middle of writing loses nothing", async ({ page }) => {
  const half = Math.ceil(seatMaps.sections.length / 2);
  const editor = await open(page);
  await editor.newDraft(seatMaps.template);
  for (const section of seatMaps.sections.slice(0, half)) await editor.write(section);
  await editor.saved();

  await page.reload();

  await expect(editor.field("Title")).toHaveValue("Postmortem: seat maps blank for everyone who wanted to book");
  for (const section of seatMaps.sections.slice(half)) await editor.write(section);
  expect((await editor.export()).text).toMatchSnapshot("seat-maps-blank-for-everyone-who-wanted-to-book.md");
});

test("going back to the list and opening the draft again loses nothing", async ({ page }) => {
  const half = Math.ceil(nightShift.sections.length / 2);
  const title = "Bike locks did not open after a ride was paid";
  const editor = await open(page);
  await editor.newDraft(nightShift.template);
  for (const section of nightShift.sections.slice(0, half)) await editor.write(section);

  await editor.backToDrafts();
  await editor.openDraft(title);

  for (const section of nightShift.sections.slice(half)) await editor.write(section);
  expect((await editor.export()).text).toMatchSnapshot("bike-locks-did-not-open-after-a-ride-was-paid.md");
});

test("another template keeps every word", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft("Classic");
  for (const section of seatMaps.sections) await editor.write(section);
  const before = await editor.export();

  await editor.sections.getByRole("combobox", { name: "Template" }).selectOption("One page");
  await expect(editor.sectionRow("TL;DR")).toBeVisible();
  const onePage = await editor.export();
  await editor.sections.getByRole("combobox", { name: "Template" }).selectOption("Classic");
  await expect(editor.sectionRow("Issue Summary")).toBeVisible();

  expect(await editor.export()).toEqual(before);
  expect(onePage.text).not.toBe(before.text);
  expect(onePage.text).toContain("## TL;DR");
});

// What a person typed last must survive the page going away before typing has rested.
const WAYS_TO_LEAVE = [
  { way: "going to another page", leave: (page: import("@playwright/test").Page) => page.goto("about:blank") },
  { way: "reloading", leave: (page: import("@playwright/test").Page) => page.reload() },
  { way: "closing the tab", leave: (page: import("@playwright/test").Page) => page.close({ runBeforeUnload: true }) },
];

for (const { way, leave } of WAYS_TO_LEAVE) {
  test(`${way} right after a key loses nothing`, async ({ page, context }) => {
    const title = "Parcel labels printed with yesterday's addresses";
    const editor = await open(page);
    await editor.newDraft(parcelLabels.template);
    await stopTime(page);
    await editor.fill("Title", title);
    await expect(editor.bar.getByText("Saving…")).toBeVisible();

    const closed = way === "closing the tab" ? page.waitForEvent("close") : undefined;
    await leave(page);
    await closed;

    const again = await open(await context.newPage());
    await again.openDraft(title);
    await expect(again.field("Title")).toHaveValue(title);
  });
}

test("text is the same after a reload, whatever is in it", async ({ page }) => {
  const odd = "tab\there, “quotes”, é, 𝄞, ‮bidi‬, \u200bnothing, <b>tag</b>, `code`\n\n\nthree lines on";
  const editor = await open(page);
  await editor.newDraft();
  await editor.fill("Title", "Odd characters");
  await editor.openSection("Issue Summary");
  await editor.fill("Summary", odd);
  await editor.saved();

  await page.reload();

  await editor.openSection("Issue Summary");
  await expect(editor.field("Summary")).toHaveValue(odd);
});
