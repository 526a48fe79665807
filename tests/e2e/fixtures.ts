// What every end-to-end test is held to, whatever else it tests: import `test` and `expect` from
// here, never from Playwright itself.
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

export { expect };

type Options = {
  /**
   * Console messages and page errors that a test provokes on purpose, for example by refusing
   * storage: `test.use({ expectedConsole: /quota/ })`. Every other one fails the test.
   */
  expectedConsole: RegExp;
  /** Whether the test has hosts of its own on this machine, and opens files, and so knows no base address. */
  hasOwnHosts: boolean;
};

type Watch = {
  /** Runs for every test. Fails it on any console error or warning, other origin, CSP violation or page error. */
  quietPage: void;
};

export const test = base.extend<Options & Watch>({
  // Matches nothing.
  expectedConsole: [/(?!)/, { option: true }],
  hasOwnHosts: [false, { option: true }],

  quietPage: [
    async ({ context, baseURL, expectedConsole, hasOwnHosts }, use) => {
      const complaints: string[] = [];
      const isOwn = ({ origin, hostname, protocol }: URL) =>
        hasOwnHosts ? hostname === "127.0.0.1" || protocol === "file:" : origin === new URL(baseURL ?? "http://127.0.0.1").origin;

      context.on("console", (message) => {
        if (message.type() !== "error" && message.type() !== "warning") return;
        if (expectedConsole.test(message.text()) || message.text().includes("blocked by Playwright")) return;
        const { url, lineNumber } = message.location();
        complaints.push(`console ${message.type()}: ${message.text()} (${url}:${lineNumber})`);
      });
      context.on("weberror", (error) => {
        const { message } = error.error();
        if (expectedConsole.test(message)) return;
        complaints.push(`page error: ${message}`);
      });
      context.on("request", (request) => {
        const url = new URL(request.url());
        if (url.protocol === "data:" || url.protocol === "blob:" || isOwn(url)) return;
        complaints.push(`request to another origin: ${request.method()} ${request.url()}`);
      });
      await context.exposeBinding("__cspViolation", (_source, what: string) => {
        complaints.push(`content security policy: ${what}`);
      });
      await context.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
          const report = (window as unknown as { __cspViolation: (what: string) => void }).__cspViolation;
          report(`${event.violatedDirective} forbids ${event.blockedURI || "inline code"} in ${event.sourceFile || document.URL}`);
        });
      });

      await use();

      expect(complaints, "the page complained, or reached out").toEqual([]);
    },
    { auto: true },
  ],
});

/** The page as a whole passes axe's rules for WCAG 2.0 to 2.2 at A and AA, and its best practices. */
export async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const readable = violations.flatMap(({ id, impact, help, helpUrl, nodes }) => [
    `${id} (${impact ?? "no impact given"}): ${help}; ${helpUrl}`,
    ...nodes.map((node) => `    ${node.target.join(" ")}\n        ${node.html}\n        ${node.failureSummary?.replaceAll("\n", "\n        ") ?? ""}`),
  ]);
  expect(readable.join("\n"), "accessibility violations").toBe("");
}
