// Runs one compiled wasm test file in headless Chromium; cargo calls it with the file's path.
//
// wasm-bindgen-test-runner would drive the browser itself, but needs a chromedriver of exactly the
// browser's version. In its interactive mode it only serves the tests as a page, and Playwright,
// which the end-to-end tests need anyway, opens that.
import { spawn } from "node:child_process";
import { chromium } from "@playwright/test";
import { launchOptions } from "./browser.mjs";

/** Without a new line for this long, the tests hang. */
const SILENCE_MS = 60_000;

const runner = spawn("wasm-bindgen-test-runner", process.argv.slice(2), {
  stdio: ["ignore", "pipe", "inherit"],
  env: {
    ...process.env,
    NO_HEADLESS: "1",
    WASM_BINDGEN_TEST_ADDRESS: "127.0.0.1:0",
    WASM_BINDGEN_USE_BROWSER: "1",
  },
});

let served = "";
runner.stdout.setEncoding("utf8");
const address = await new Promise((resolve) => {
  runner.stdout.on("data", (text) => {
    served += text;
    const found = /available at (http:\S+)/.exec(served);
    if (found) resolve(found[1]);
  });
  // It ends by itself when the file holds no tests, or when it cannot serve them.
  runner.once("close", (code) => {
    process.stdout.write(served);
    process.exitCode = code ?? 1;
    resolve(undefined);
  });
  runner.once("error", (error) => {
    console.error(`error: wasm-bindgen-test-runner: ${error.message}`);
    process.exitCode = 1;
    resolve(undefined);
  });
});

if (address !== undefined) {
  runner.removeAllListeners("close");
  try {
    process.exitCode = (await passes(address)) ? 0 : 1;
  } finally {
    runner.kill();
  }
}

async function passes(url) {
  const browser = await chromium.launch(launchOptions);
  try {
    const page = await browser.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(url);
    let shown = "";
    for (let last = Date.now(); Date.now() - last < SILENCE_MS; await page.waitForTimeout(50)) {
      const output = (await page.locator("#output").textContent()) ?? "";
      const whole = output.slice(0, output.lastIndexOf("\n") + 1);
      if (whole.length > shown.length) {
        process.stdout.write(whole.slice(shown.length));
        shown = whole;
        last = Date.now();
      }
      const result = /^test result: (\w+)\./m.exec(output);
      if (result) {
        process.stdout.write(`${output.slice(shown.length)}\n`);
        return result[1] === "ok";
      }
    }
    console.error(`error: the tests gave no sign for ${SILENCE_MS / 1000} s`, ...errors);
    return false;
  } finally {
    await browser.close();
  }
}
