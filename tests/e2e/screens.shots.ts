// Pictures of the screens, for the documentation and for looking at a change: `make screenshots`.
import { expect, test } from "./fixtures";

type Screen = {
  name: string;
  /** Brings the freshly loaded page to what is to be seen. */
  open?: (page: import("@playwright/test").Page) => Promise<void>;
};

const SCREENS: Screen[] = [{ name: "start" }];

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

for (const { name, open } of SCREENS) {
  for (const { width, height } of SIZES) {
    for (const colorScheme of ["light", "dark"] as const) {
      test(`${name} ${width}x${height} ${colorScheme}`, async ({ page }) => {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.goto("/");
        await expect(page.locator("#shell")).toBeHidden();
        await open?.(page);
        await page.screenshot({ path: `screens/${name}-${width}x${height}-${colorScheme}.png` });
      });
    }
  }
}
