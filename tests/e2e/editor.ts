// What a person does in the editor, in a person's words. Finds everything by role and label, so a
// test that passes also says that a screen reader finds it.
import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";

export type TimelineEvent = {
  time: string;
  text: string;
  date?: string;
  kind?: string;
  milestone?: string;
  evidence?: string;
};

export type ActionItem = {
  text: string;
  owner?: string;
  due?: string;
  kind?: string;
  priority?: string;
  status?: string;
  ticket?: string;
};

/** What is filled in under one heading of the section list. */
export type SectionInput = {
  section: string;
  /** By label. */
  texts?: Record<string, string>;
  /** By label; the option's value or label. */
  choices?: Record<string, string>;
  /** By the list's name; the texts of its rows. */
  lists?: Record<string, string[]>;
  events?: TimelineEvent[];
  actions?: ActionItem[];
  /** A section of one's own, added behind this one. */
  own?: { heading: string; text: string };
  /** Why there is nothing to say here. */
  nothing?: string;
};

/** A postmortem as it is typed, section by section. */
export type Story = {
  template: string;
  /** What the exported file is called. */
  file: string;
  sections: SectionInput[];
};

export type Exported = { name: string; text: string };

/** Loads the page and waits until it has started. */
export async function open(page: Page, path = "/"): Promise<EditorPage> {
  await page.goto(path);
  await expect(page.locator("#shell")).toBeHidden();
  return new EditorPage(page);
}

/** Loads something else that belongs to the page's origin, and so shares its storage. */
export async function openNeighbour(page: Page): Promise<void> {
  const body = '<!doctype html><link rel="icon" href="data:,"><title>Neighbour</title>';
  await page.route("**/neighbour", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto("/neighbour");
}

/** No timer of the page runs from now on: what is saved is saved because something else happened. */
export async function stopTime(page: Page): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
}

/** The regular expression for a name that begins with `text`. */
function beginningWith(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
}

export class EditorPage {
  readonly drafts: Locator;
  readonly form: Locator;
  readonly sections: Locator;
  readonly bar: Locator;
  readonly status: Locator;
  readonly preview: Locator;
  /** On a narrow screen, what chooses between the form and the document. */
  readonly panes: Locator;

  constructor(readonly page: Page) {
    this.form = page.getByRole("region", { name: "Form", exact: true });
    this.drafts = page.getByRole("region", { name: "Drafts", exact: true });
    this.sections = page.getByRole("navigation", { name: "Sections" });
    this.bar = page.getByRole("banner");
    this.status = page.locator(".notice").getByRole("status");
    this.preview = page.getByRole("tabpanel", { name: "Preview" });
    this.panes = page.getByRole("navigation", { name: "Shown on this screen" });
  }

  // ---- The list of drafts ----------------------------------------------------------------------

  async newDraft(template = "Classic"): Promise<void> {
    await this.page.getByRole("radio", { name: beginningWith(template) }).check();
    await this.page.getByRole("button", { name: "New postmortem" }).click();
    await expect(this.field("Title")).toBeFocused();
  }

  /** A new draft with nothing in it but a title; back to the list. */
  async newDraftTitled(title: string): Promise<void> {
    await this.newDraft();
    await this.fill("Title", title);
    await this.backToDrafts();
  }

  async openExample(): Promise<void> {
    await this.page.getByRole("button", { name: "See an example" }).click();
    await expect(this.field("Title")).toBeFocused();
  }

  async backToDrafts(): Promise<void> {
    await this.page.getByRole("link", { name: "Drafts" }).click();
    await expect(this.drafts).toBeVisible();
  }

  async openDraft(title: string): Promise<void> {
    await this.drafts.getByRole("link", { name: title, exact: true }).click();
    await expect(this.page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  }

  /** The titles of the drafts, in the order of the list. */
  draftTitles(): Promise<string[]> {
    return this.drafts.getByRole("link").allTextContents();
  }

  /** Imports a text as a new draft, which is then open. */
  async import(name: string, text: string): Promise<void> {
    await this.pick({ name, text });
    await this.importDialog().getByRole("button", { name: "Import as a new draft" }).click();
    await expect(this.field("Title")).toBeFocused();
  }

  /** Picks files to import; the dialog shows what is made of them. */
  async pick(...files: { name: string; text: string | Buffer }[]): Promise<Locator> {
    const picked = files.map(({ name, text }) => ({ name, mimeType: "text/markdown", buffer: Buffer.from(text) }));
    await this.page.getByLabel("Import…").setInputFiles(picked);
    await expect(this.importDialog()).toBeVisible();
    return this.importDialog();
  }

  importDialog(): Locator {
    return this.page.getByRole("dialog", { name: /^(Import|Paste a postmortem)/ });
  }

  // ---- The forms -------------------------------------------------------------------------------

  /** The input with that label, in the form on the screen. */
  field(label: string, within: Locator = this.form): Locator {
    const name = { name: label, exact: true };
    return within.getByRole("textbox", name).or(within.getByRole("combobox", name));
  }

  /** The fields of a list. */
  list(name: string): Locator {
    return this.form.getByRole("group", { name: beginningWith(name) });
  }

  /** The section's row in the list of sections, which also says how far it is. */
  sectionRow(name: string): Locator {
    return this.sections.getByRole("button", { name: beginningWith(name) });
  }

  /** The names in the list of sections, in order. */
  async sectionNames(): Promise<string[]> {
    await this.unfoldSections();
    const names = this.sections.getByRole("listitem").locator(".section-row__name");
    await expect(names.first()).toBeVisible();
    return names.allTextContents();
  }

  async showAllSections(): Promise<void> {
    await this.unfoldSections();
    await this.sections.getByRole("checkbox", { name: "All sections on one page" }).check();
  }

  async openSection(name: string): Promise<void> {
    if (await this.panes.isVisible()) await this.panes.getByRole("button", { name: "Write" }).click();
    await this.unfoldSections();
    await this.sectionRow(name).click();
    await expect(this.form.getByRole("heading", { level: 2, name, exact: true })).toBeFocused();
  }

  /** On a narrow screen the list of sections is folded. */
  private async unfoldSections(): Promise<void> {
    const folded = this.sections.getByRole("button", { name: /^Section: /, expanded: false });
    if (await folded.isVisible()) await folded.click();
  }

  async fill(label: string, text: string): Promise<void> {
    await this.field(label).fill(text);
  }

  async choose(label: string, option: string): Promise<void> {
    await this.field(label).selectOption(option);
  }

  /** Adds a row to a list of texts. */
  async addRow(list: string, text: string): Promise<void> {
    const group = this.list(list);
    const rows = group.getByRole("listitem");
    const before = await rows.count();
    await group.getByRole("button", { name: beginningWith("Add ") }).click();
    await expect(rows).toHaveCount(before + 1);
    await rows.last().getByRole("textbox").fill(text);
  }

  async addEvent(event: TimelineEvent): Promise<void> {
    const number = await this.addNumbered("Timeline", "event");
    const of = (what: string) => `${what} of event ${number}`;
    await this.fill(of("Time"), event.time);
    await this.fill(of("Text"), event.text);
    if (event.date !== undefined) await this.fill(of("Date"), event.date);
    if (event.kind !== undefined) await this.choose(of("Kind"), event.kind);
    if (event.milestone !== undefined) await this.choose(of("Milestone"), event.milestone);
    if (event.evidence !== undefined) await this.fill(of("Evidence"), event.evidence);
  }

  async addAction(action: ActionItem): Promise<void> {
    const number = await this.addNumbered("Action items", "action item");
    const of = (what: string) => `${what} of action item ${number}`;
    await this.fill(of("Text"), action.text);
    if (action.owner !== undefined) await this.fill(of("Owner"), action.owner);
    if (action.due !== undefined) await this.fill(of("Due date"), action.due);
    if (action.kind !== undefined) await this.choose(of("Kind"), action.kind);
    if (action.priority !== undefined) await this.choose(of("Priority"), action.priority);
    if (action.status !== undefined) await this.choose(of("Status"), action.status);
    if (action.ticket !== undefined) await this.fill(of("Ticket"), action.ticket);
  }

  /** Adds a section of one's own behind the one in hand. */
  async addSection(heading: string, text: string): Promise<void> {
    await this.unfoldSections();
    await this.sections.getByRole("button", { name: "Add a section" }).click();
    await expect(this.field("Heading")).toBeFocused();
    await this.fill("Heading", heading);
    await this.fill("Text", text);
  }

  async sayNothing(reason: string): Promise<void> {
    await this.form.getByRole("checkbox", { name: "Nothing to say here" }).check();
    await this.fill("Why there is nothing to say", reason);
  }

  /** Fills in one section of a story. */
  async write(input: SectionInput): Promise<void> {
    await this.openSection(input.section);
    if (input.nothing !== undefined) await this.sayNothing(input.nothing);
    // First, because a choice can open a field.
    for (const [label, option] of Object.entries(input.choices ?? {})) await this.choose(label, option);
    for (const [label, text] of Object.entries(input.texts ?? {})) await this.fill(label, text);
    for (const [list, rows] of Object.entries(input.lists ?? {})) {
      for (const row of rows) await this.addRow(list, row);
    }
    for (const event of input.events ?? []) await this.addEvent(event);
    for (const action of input.actions ?? []) await this.addAction(action);
    if (input.own !== undefined) await this.addSection(input.own.heading, input.own.text);
  }

  private async addNumbered(list: string, row: string): Promise<number> {
    const group = this.list(list);
    const number = (await group.getByRole("listitem").count()) + 1;
    await group.getByRole("button", { name: `Add ${row}` }).click();
    await expect(this.field(`Text of ${row} ${number}`)).toBeVisible();
    return number;
  }

  // ---- The bar over the draft ------------------------------------------------------------------

  /** Waits until the page says that everything is kept. */
  async saved(): Promise<void> {
    await expect(this.bar.getByText("Saved", { exact: true })).toBeVisible();
  }

  async check(): Promise<void> {
    await this.bar.getByRole("button", { name: "Check" }).click();
    await expect(this.findingsHeading()).toBeFocused();
  }

  findingsHeading(): Locator {
    return this.page.getByRole("tabpanel", { name: /^Findings/ }).getByRole("heading", { level: 2 });
  }

  async showTab(name: "Preview" | "Markdown" | "Findings"): Promise<Locator> {
    if (await this.panes.isVisible()) await this.panes.getByRole("button", { name: "Preview" }).click();
    await this.page.getByRole("tab", { name: beginningWith(name) }).click();
    const panel = this.page.getByRole("tabpanel", { name: beginningWith(name) });
    await expect(panel).toBeVisible();
    return panel;
  }

  /** What the page says loudly, where it says `words`. */
  alert(words: string | RegExp): Locator {
    return this.page.getByRole("alert").filter({ hasText: words });
  }

  // ---- The way out -----------------------------------------------------------------------------

  exportDialog(): Locator {
    return this.page.getByRole("dialog", { name: "Export" });
  }

  async openExport(): Promise<Locator> {
    await this.bar.getByRole("button", { name: "Export…" }).click();
    await expect(this.exportDialog()).toBeVisible();
    return this.exportDialog();
  }

  /** Exports by download; gives the file's name and its text. */
  async export(): Promise<Exported> {
    const dialog = await this.openExport();
    const exported = await this.download(() => dialog.getByRole("button", { name: "Download" }).click());
    await expect(dialog).toBeHidden();
    return exported;
  }

  /** The file that the page offers in answer to `act`. */
  async download(act: () => Promise<void>): Promise<Exported> {
    const [download] = await Promise.all([this.page.waitForEvent("download"), act()]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  }
}
