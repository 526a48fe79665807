// The document beside the form: it follows what is typed, leads back to it, and runs nothing of it.
import type { Locator, Page } from "@playwright/test";
import { open } from "./editor";
import { expect, test } from "./fixtures";
import { nightShift } from "./postmortems";

test("what is typed stands in the preview at once", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();

  await editor.fill("Title", "Mail stuck in the queue");
  await expect(editor.preview.getByRole("heading", { name: "Mail stuck in the queue" })).toBeVisible();

  await editor.openSection("Issue Summary");
  await editor.fill("Summary", "For an hour **no mail** left.");
  await expect(editor.preview.getByRole("strong").filter({ hasText: "no mail" })).toBeVisible();

  await editor.openSection("Timeline");
  await editor.addEvent({ time: "2:30 pm", text: "The queue is *full*." });
  await expect(editor.preview).toContainText("14:30");
  await expect(editor.preview.getByRole("emphasis").filter({ hasText: "full" })).toBeVisible();
});

test("a click in the preview leads to the field that it shows", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft(nightShift.template);
  for (const section of nightShift.sections) await editor.write(section);

  const LEADS: [shown: Locator, field: string][] = [
    [editor.preview.getByRole("heading", { name: "Bike locks did not open" }), "Title"],
    [editor.preview.getByText("three in ten riders paid"), "Summary"],
    [editor.preview.getByText("Dag, who knows the gateways, is called."), "Text of event 5"],
    [editor.preview.getByText("A gateway keeps a connection for each bike"), "Root cause"],
    [editor.preview.getByText("Alert on commands without an answer"), "Text of action item 2"],
    [editor.preview.getByText("You have your money back"), "Text"],
    [editor.preview.getByText("A queue that never refuses"), "Conclusion"],
  ];
  for (const [shown, field] of LEADS) {
    await shown.click();
    await expect(editor.field(field)).toBeFocused();
  }
});

test("selecting text in the preview leads nowhere", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  await editor.fill("Title", "A title of several words");
  await editor.openSection("Timeline");
  const title = editor.preview.getByRole("heading", { name: "A title of several words" });
  const box = (await title.boundingBox())!;

  await page.mouse.move(box.x + 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + Math.min(box.width, 150), box.y + box.height / 2);
  await page.mouse.up();

  expect(await page.evaluate(() => getSelection()?.toString())).toContain("A title");
  await expect(editor.form.getByRole("heading", { level: 2 })).toHaveText("Timeline");
});

/** Everything in the preview that could run, load or lead somewhere it should not. */
function dangers(page: Page): Promise<string[]> {
  return page.getByRole("tabpanel", { name: "Preview" }).evaluate((panel) => {
    const found: string[] = [];
    for (const element of panel.querySelectorAll("*")) {
      const name = element.localName;
      if (/^(script|img|iframe|object|embed|style|link|form|svg|math|video|audio|base|meta|details|b)$/.test(name)) {
        found.push(`<${name}>`);
      }
      for (const attribute of element.attributes) {
        if (attribute.name.startsWith("on") || attribute.name === "style" || attribute.name === "srcdoc") {
          found.push(`${name} ${attribute.name}`);
        }
        // What leads to the page's own origin leads nowhere dangerous.
        const leads = attribute.name === "href" ? new URL(attribute.value, location.href) : undefined;
        if (leads !== undefined && !["http:", "https:", "mailto:"].includes(leads.protocol)) {
          found.push(`${name} href=${attribute.value}`);
        }
      }
    }
    return found;
  });
}

const HOSTILE = [
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "<svg onload=alert(1)>",
  '<b style="position:fixed" onclick=alert(1)>bold</b>',
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\tscript:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](data:text/html,<script>alert(1)</script>)",
  "[x][ref]\n\n[ref]: javascript:alert(1)",
  "<javascript:alert(1)>",
  "![x](https://elsewhere.example/beacon.png)",
  "![x](javascript:alert(1))",
  "# heading {onclick=alert(1)}",
  "</details></div></main><iframe src=javascript:alert(1)></iframe>",
  "<!-- <script>alert(1)</script>",
  "`<script>alert(1)</script>`",
  "‮gpj.exe <img src=x>",
  "[^app]\n\n[^app]: <img src=x onerror=alert(1)>",
  "```<script>\nnever closed <script>alert(1)</script>",
];

test("text that means harm is only text", async ({ page }) => {
  const dialogs: string[] = [];
  page.on("dialog", async (dialog) => {
    dialogs.push(dialog.message());
    await dialog.dismiss();
  });
  const editor = await open(page);
  await editor.newDraft();
  await editor.fill("Title", "<img src=x onerror=alert(1)>");
  await editor.fill("Authors", "<script>alert(1)</script>");
  await editor.addSection("</h2><img src=x onerror=alert(1)>", "```\nnever closed\n<script>alert(1)</script>");
  await expect(editor.preview).toContainText("never closed");

  await editor.openSection("Issue Summary");
  await editor.fill("Time zone", "</li><img src=x onerror=alert(1)>");
  for (const [index, text] of HOSTILE.entries()) {
    await editor.fill("Summary", `${text}\n\nnumber ${index}`);
    await expect(editor.preview).toContainText(`number ${index}`);
    expect(await dangers(page), text).toEqual([]);
  }
  await editor.openSection("Timeline");
  for (const text of HOSTILE) await editor.addEvent({ time: "14:30", text, evidence: text.split("\n")[0] });
  await editor.openSection("Root Cause and Resolution");
  for (const text of HOSTILE) await editor.addRow("Contributing factors", text);
  await editor.openSection("Corrective and Preventative Measures");
  for (const text of HOSTILE.slice(0, 4)) await editor.addAction({ text, owner: text, ticket: text });

  expect(await dangers(page)).toEqual([]);
  expect(dialogs).toEqual([]);
  // Nothing of it has closed the page's own elements either.
  await expect(page.getByRole("tab")).toHaveCount(3);
  await expect(page.getByRole("main")).toHaveCount(1);

  const { name, text } = await editor.export();
  await editor.backToDrafts();
  await editor.import(name, text);
  await expect(editor.preview.getByRole("heading").first()).toBeVisible();
  expect(await dangers(page)).toEqual([]);
  expect(dialogs).toEqual([]);
  expect((await editor.export()).text, "what means harm survives the way out and back in").toBe(text);
});

test("the Markdown tab shows the file, byte for byte", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft(nightShift.template);
  for (const section of nightShift.sections) await editor.write(section);

  const panel = await editor.showTab("Markdown");

  await expect(panel).toContainText("A queue that never refuses");
  expect(await panel.evaluate((element) => element.textContent)).toBe((await editor.export()).text);
  const dialog = await editor.openExport();
  expect(await dialog.getByLabel("Markdown").inputValue()).toBe(await panel.evaluate((element) => element.textContent));
});

test("typing in one field leaves the preview of the other sections alone", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft(nightShift.template);
  for (const section of nightShift.sections) await editor.write(section);
  await editor.openSection("Timeline");
  await page.evaluate(() => {
    const touched = new Set<string>();
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const block = (target instanceof Element ? target : target.parentElement)?.closest('[id^="preview-"]');
        touched.add(block?.id ?? "outside of every block");
      }
    }).observe(document.getElementById("panel-preview")!, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { touched });
  });

  await editor.field("Text of event 3").pressSequentially(" And on.");
  await expect(editor.preview).toContainText("takes it on from a train. And on.");
  await editor.saved();

  expect(await page.evaluate(() => [...(window as unknown as { touched: Set<string> }).touched])).toEqual(["preview-timeline"]);
});

test("the tabs of the document are moved between with the arrow keys", async ({ page }) => {
  const editor = await open(page);
  await editor.newDraft();
  const tab = (name: string) => page.getByRole("tab", { name: new RegExp(`^${name}`) });
  await tab("Preview").focus();

  for (const [key, name] of [["ArrowRight", "Markdown"], ["End", "Findings"], ["ArrowRight", "Preview"], ["ArrowLeft", "Findings"], ["Home", "Preview"]] as const) {
    await page.keyboard.press(key);
    await expect(tab(name)).toBeFocused();
    await expect(tab(name)).toHaveAttribute("aria-selected", "true");
    await expect(page.getByRole("tabpanel", { name: new RegExp(`^${name}`) })).toBeVisible();
  }
});
