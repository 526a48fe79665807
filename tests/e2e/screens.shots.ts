// Pictures of the screens, for the documentation and for looking at a change: `make screenshots`.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { type EditorPage, open } from "./editor";
import { expect, test } from "./fixtures";
import { ticketMachines } from "./postmortems";

type Screen = {
  name: string;
  /** Only for screens that are this wide at most. */
  upTo?: number;
  /** Brings the freshly loaded page to what is to be seen. */
  show: (editor: EditorPage, page: Page) => Promise<void>;
};

/** The sections of the example, as the list of sections names them. */
const SECTIONS = [
  "About the incident",
  "Issue Summary",
  "Timeline",
  "Root Cause and Resolution",
  "Corrective and Preventative Measures",
  "Lessons Learned",
  "Conclusion",
];

const fileName = (section: string) => section.toLowerCase().replaceAll(" ", "-");

const SCREENS: Screen[] = [
  { name: "first-visit", show: async () => {} },
  {
    name: "drafts",
    show: async (editor, page) => {
      await editor.openExample();
      await editor.backToDrafts();
      for (const [title, severity, date] of [
        ["Mail stuck in the queue", "SEV-3", "2024-05-03"],
        ["Door badges refused at the north gate", "SEV-2", "2024-05-06"],
      ] as const) {
        await editor.newDraft();
        await editor.fill("Title", title);
        await editor.choose("Severity", severity);
        await editor.openSection("Issue Summary");
        await editor.fill("Start date", date);
        await editor.backToDrafts();
      }
      await page.getByRole("heading", { level: 1 }).scrollIntoViewIfNeeded();
    },
  },
  { name: "new-draft", show: async (editor) => editor.newDraft() },
  ...SECTIONS.map((section) => ({
    name: `section-${fileName(section)}`,
    show: async (editor: EditorPage) => {
      await editor.openExample();
      await editor.openSection(section);
    },
  })),
  {
    name: "section-of-ones-own",
    show: async (editor) => {
      await editor.openExample();
      await editor.addSection("What we told customers", "> You have your money back.");
    },
  },
  {
    name: "all-sections",
    show: async (editor) => {
      await editor.openExample();
      await editor.showAllSections();
    },
  },
  {
    name: "findings",
    show: async (editor) => {
      await editor.newDraft();
      await editor.fill("Title", "Mail stuck in the queue");
      await editor.check();
    },
  },
  {
    name: "findings-under-fields",
    show: async (editor) => {
      await editor.newDraft();
      await editor.check();
      await editor.openSection("Issue Summary");
      await editor.fill("Start time", "half past");
      await editor.field("End time").focus();
    },
  },
  {
    name: "markdown",
    show: async (editor) => {
      await editor.openExample();
      await editor.showTab("Markdown");
    },
  },
  {
    name: "export",
    show: async (editor) => {
      await editor.openExample();
      await editor.openExport();
    },
  },
  {
    name: "import",
    show: async (editor) => {
      const texts = [ticketMachines, ticketMachines, ""];
      await editor.pick(...texts.map((text, index) => ({ name: `ticket-machines-${index + 1}.md`, text })));
    },
  },
  {
    name: "import-scrolled",
    upTo: 400,
    show: async (editor) => {
      const dialog = await editor.pick({ name: "ticket-machines.md", text: ticketMachines });
      await dialog.getByText("Still empty").scrollIntoViewIfNeeded();
    },
  },
  {
    name: "import-paste",
    show: async (editor, page) => {
      await page.getByRole("button", { name: "Paste text…" }).click();
      await editor.importDialog().getByLabel("Text of the postmortem").fill(ticketMachines);
    },
  },
  {
    name: "import-refused",
    show: async (editor) => {
      await editor.pick({ name: "architecture.md", text: "PK\x03\x04\0\0" }, { name: "notes.md", text: "" });
    },
  },
  {
    name: "lines",
    show: async (editor, page) => {
      const lines = ["slack/desktop", "slack/divided", "slack/divided"].map((path) => readFileSync(new URL(`../paste/${path}.txt`, import.meta.url), "utf8"));
      await editor.newDraft();
      await editor.openSection("Timeline");
      await editor.form.getByRole("button", { name: "Paste lines…" }).click();
      const dialog = page.getByRole("dialog", { name: "Paste lines" });
      await dialog.getByRole("textbox").fill(lines.join("\n"));
      await dialog.getByRole("button", { name: "Read the lines" }).click();
      await expect(dialog.getByRole("table")).toBeVisible();
    },
  },
  {
    name: "drop",
    show: async (_, page) => {
      await page.evaluate(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(["text"], "postmortem.md"));
        document.body.dispatchEvent(new DragEvent("dragover", { dataTransfer, bubbles: true, cancelable: true }));
      });
      await expect(page.getByText("Drop the files to import them")).toBeVisible();
    },
  },
  {
    name: "help",
    show: async (_, page) => {
      await page.getByRole("button", { name: "Help" }).click();
      await expect(page.getByRole("dialog", { name: "Help" })).toBeVisible();
    },
  },
  {
    name: "deleted",
    show: async (editor, page) => {
      await editor.newDraftTitled("Mail stuck in the queue");
      await editor.newDraftTitled("Door badges refused");
      await page.getByRole("button", { name: "Delete Door badges refused" }).click();
      await expect(page.getByRole("button", { name: "Undo", exact: true })).toBeVisible();
    },
  },
  {
    name: "storage-full",
    show: async (editor, page) => {
      await editor.openExample();
      await page.evaluate(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
        };
      });
      await editor.fill("Reference", "INC-205");
      await expect(editor.bar.getByText("Not saved: storage is full")).toBeVisible();
    },
  },
  ...(["Write", "Preview", "Check"] as const).map((pane) => ({
    name: `narrow-${pane.toLowerCase()}`,
    upTo: 400,
    show: async (editor: EditorPage) => {
      await editor.openExample();
      await editor.panes.getByRole("button", { name: pane }).click();
    },
  })),
  {
    name: "narrow-sections",
    upTo: 400,
    show: async (editor) => {
      await editor.openExample();
      await editor.sections.getByRole("button", { name: /^Section: / }).click();
    },
  },
];

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

for (const { name, upTo, show } of SCREENS) {
  for (const viewport of SIZES.filter(({ width }) => width <= (upTo ?? Infinity))) {
    for (const colorScheme of ["light", "dark"] as const) {
      test.describe(() => {
        test.use({ viewport, colorScheme, contextOptions: { reducedMotion: "reduce" } });

        test(`${name} ${viewport.width}x${viewport.height} ${colorScheme}`, async ({ page }) => {
          await show(await open(page), page);
          await page.screenshot({ path: `screens/${name}-${viewport.width}x${viewport.height}-${colorScheme}.png` });
        });
      });
    }
  }
}
