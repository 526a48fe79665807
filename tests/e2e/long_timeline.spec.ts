// A timeline of thousands of events: what is far from the screen is not in the page, and everything
// works as in a short one.
import { type EditorPage, open } from "./editor";
import { expect, test } from "./fixtures";

const COUNT = 2_000;

/** Opens the timeline of a draft with that many events, a minute after each other. */
async function openLong(editor: EditorPage): Promise<void> {
  const start = Date.parse("2024-05-03T00:00:00Z");
  const rows = Array.from({ length: COUNT }, (_, index) => {
    const when = new Date(start + index * 60_000).toISOString();
    return `- **${when.slice(0, 10)} ${when.slice(11, 16)}** – Lamp ${index + 1} went out`;
  });
  await editor.import("long.md", `# Long night\n\n## Timeline\n\n${rows.join("\n")}\n`);
  await editor.openSection("Timeline");
}

test("what is far from the screen is not in the page, and comes when one gets there", async ({ page }) => {
  const editor = await open(page);
  await openLong(editor);

  await expect(editor.field("Text of event 1")).toHaveValue("Lamp 1 went out");
  expect(await page.getByRole("textbox", { name: /^Text of event/ }).count()).toBeLessThan(300);
  await page.getByRole("button", { name: "Add event" }).scrollIntoViewIfNeeded();

  await expect(editor.field(`Text of event ${COUNT}`)).toHaveValue(`Lamp ${COUNT} went out`);
  await expect(editor.field("Text of event 1")).toHaveCount(0);
  expect(await page.getByRole("textbox", { name: /^Text of event/ }).count()).toBeLessThan(300);
});

test("Enter, the arrows, removal and its undo work in the middle of it", async ({ page }) => {
  const editor = await open(page);
  await openLong(editor);

  await editor.field("Text of event 20").focus();
  await page.keyboard.press("Enter");
  await expect(editor.field("Time of event 21")).toBeFocused();
  await page.keyboard.type("00:19");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Somebody looks");
  await expect(editor.field("Text of event 22")).toHaveValue("Lamp 21 went out");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(editor.field("Text of event 20")).toHaveValue("Somebody looks");
  await expect(editor.field("Text of event 20")).toBeFocused();
  await page.getByRole("button", { name: "Remove event 20", exact: true }).click();
  await expect(editor.field("Text of event 20")).toHaveValue("Lamp 20 went out");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(editor.field("Text of event 20")).toHaveValue("Somebody looks");

  const { text } = await editor.export();
  expect(text.match(/went out/g)).toHaveLength(COUNT);
  expect(text).toContain("- **00:19** – Somebody looks");
});

test("a click in the document leads to an event that is not in the page", async ({ page }) => {
  const editor = await open(page);
  await openLong(editor);

  await page.locator(".paper").getByText("Lamp 1500 went out").click();

  await expect(editor.field("Text of event 1500")).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.type(", and on again");
  await expect(page.locator(".paper").getByText("Lamp 1500 went out, and on again")).toBeVisible();
});

test("a key in one event draws that piece of the document and no other", async ({ page }) => {
  const editor = await open(page);
  await openLong(editor);
  await editor.field("Text of event 3").focus();
  await page.evaluate(() => {
    const touched = new Set<Element | null | undefined>();
    (window as unknown as { touched: typeof touched }).touched = touched;
    const paper = document.querySelector(".paper");
    if (paper === null) throw new Error("there is no document");
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        touched.add(element?.closest(".paper__piece"));
      }
    }).observe(paper, { subtree: true, childList: true, characterData: true });
  });

  await page.keyboard.type("x");
  await expect(page.getByText(/Lamp 3 went out.*x|xLamp 3 went out/).last()).toBeVisible();

  expect(await page.evaluate(() => (window as unknown as { touched: Set<unknown> }).touched.size)).toBe(1);
});
