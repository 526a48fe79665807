// How Chromium is started wherever this project starts one: quiet, and asking no server anything.
export const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @type {import("@playwright/test").LaunchOptions} */
export const launchOptions = {
  args: browserArguments,
  // Unset, Playwright looks for the browser it has downloaded itself.
  ...(process.env.BROWSER_PATH ? { executablePath: process.env.BROWSER_PATH } : {}),
};
