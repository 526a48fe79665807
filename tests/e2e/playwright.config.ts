// End-to-end tests of the release build in dist/, in a real Chromium.
import { createServer } from "node:net";
import { availableParallelism } from "node:os";
import { defineConfig } from "@playwright/test";
import { launchOptions } from "./browser.mjs";

/** Where the same page is served a second time, to show that it needs no particular path. */
export const SUBPATH = "/some/where/";

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === "object" ? resolve(address.port) : reject()));
    });
  });
}

// Workers load this file too and inherit the variable, so all of them mean the same server.
process.env.E2E_PORT ??= String(await freePort());
const baseURL = `http://127.0.0.1:${process.env.E2E_PORT}/`;

export default defineConfig({
  testDir: ".",
  outputDir: "test-results",
  // The finished files of write.spec.ts; `playwright test write --update-snapshots` writes them anew.
  snapshotPathTemplate: "{testDir}/postmortems/{arg}{ext}",
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  // A test that passes at the second attempt has found something.
  retries: 0,
  // Only to end what hangs: a whole postmortem takes a quarter of this where two cores are shared.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: availableParallelism(),
  reporter: [["list"]],
  use: {
    baseURL,
    launchOptions,
    // What comes from a service worker cannot be made to fail by a test. offline.spec.ts allows it.
    serviceWorkers: "block",
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    trace: "retain-on-failure",
  },
  projects: [
    { name: "e2e", testMatch: "**/*.spec.ts" },
    { name: "screenshots", testMatch: "**/*.shots.ts" },
  ],
  webServer: {
    command: `node serve.mjs ../../dist --port ${process.env.E2E_PORT} --mount ${SUBPATH}`,
    url: baseURL,
    reuseExistingServer: false,
    stdout: "ignore",
    stderr: "pipe",
  },
});
