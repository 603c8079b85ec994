import { islandsHydrated } from "../browser.mjs";
import { pages } from "../pages.mjs";
import { accessible, violations } from "./axe";
import { expect, test } from "./fixtures";

for (const { name, lang, path, status } of pages) {
  test(`${name} in ${lang}: no axe violations, no horizontal overflow`, async ({ page }) => {
    test.setTimeout(60_000);
    await page.setViewportSize({ width: 390, height: 900 });
    // First without the page's scripts: they are blocked, because axe itself needs JavaScript.
    await page.route("**/*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
    await page.goto(path);
    expect(await violations(page), `${path}, without scripts`).toEqual([]);
    await page.unroute("**/*.js");
    const response = await page.goto(path);
    expect(response!.status()).toBe(status);
    await islandsHydrated(page);
    expect(await page.locator("html").getAttribute("lang")).toBe(lang);
    await accessible(page, path, async (where) => {
      const excess = await page.evaluate(() => {
        const table = document.querySelector("#ranking");
        return table ? table.scrollWidth - table.parentElement!.clientWidth : 0;
      });
      expect(excess, `${where}: the ranking is wider than its column`).toBeLessThanOrEqual(0);
    });
  });
}
