import { SUBPATH } from "./playwright.config";
import { axe, expect, test } from "./fixtures";

for (const path of ["/", SUBPATH]) {
  test(`the page starts at ${path} and passes axe`, async ({ page }) => {
    const requested: string[] = [];
    page.on("request", (request) => requested.push(new URL(request.url()).pathname));

    await page.goto(path);

    await expect(page.locator("#shell")).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await axe(page);
    expect(requested.filter((pathname) => !pathname.startsWith(path))).toEqual([]);
  });
}

test("the name of the app is there before the wasm is", async ({ page }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/*.wasm", async (route) => {
    await released;
    await route.continue();
  });

  await page.goto("/", { waitUntil: "domcontentloaded" });

  await expect(page.locator("#shell").getByRole("heading", { level: 1 })).toBeVisible();
  await axe(page);
  release();
  await expect(page.locator("#shell")).toBeHidden();
});

test.describe("when the wasm does not arrive", () => {
  test.use({ expectedConsole: /Failed to load resource|Falling back to `WebAssembly|could not start/ });

  test("the page says so", async ({ page }) => {
    await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "gone" }));

    await page.goto("/");

    await expect(page.getByRole("alert")).toContainText("could not start");
    await axe(page);
  });
});

test("a fault that stops the editor is not kept quiet", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator("#shell")).toBeHidden();

  await page.evaluate(() => {
    dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") }));
  });

  const words = page.getByRole("alert").filter({ hasText: "kept in this browser" });
  await expect(words).toBeVisible();
  await expect(words).toBeInViewport({ ratio: 1 });
  await axe(page);
});

test.describe("without JavaScript", () => {
  // The preloaded files are then of no use, and Chromium says so.
  test.use({ javaScriptEnabled: false, expectedConsole: /preloaded using link preload/ });

  test("the page says what it needs", async ({ page }) => {
    await page.goto("/");

    await expect(page.locator("noscript p")).toBeVisible();
  });
});

test("every file the manifest names is there", async ({ page, request, baseURL }) => {
  await page.goto("/");
  const href = await page.locator('link[rel="manifest"]').getAttribute("href");
  const address = new URL(href ?? "", baseURL);
  const manifest = await (await request.get(address.href)).json();

  for (const { src, type } of manifest.icons) {
    const answer = await request.get(new URL(src, address).href);
    expect(answer.status(), src).toBe(200);
    expect(answer.headers()["content-type"], src).toBe(type);
  }
});
