import { islandsAwake } from "../browser.mjs";
import { pages } from "../pages.mjs";
import { accessible, violations } from "./axe";
import { expect, test } from "./fixtures";

for (const { name, lang, path, status } of pages) {
  test(`${name} in ${lang}: nothing that axe objects to, nothing too wide`, async ({ page }) => {
    test.setTimeout(60_000);
    await page.setViewportSize({ width: 390, height: 900 });
    // First as it is without scripts. axe itself needs them, so the page's own are kept away instead.
    await page.route("**/*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
    await page.goto(path);
    expect(await violations(page), `${path}, without the page's scripts`).toEqual([]);
    await page.unroute("**/*.js");
    const response = await page.goto(path);
    expect(response!.status()).toBe(status);
    await islandsAwake(page);
    expect(await page.locator("html").getAttribute("lang")).toBe(lang);
    await accessible(page, path, async (where) => {
      const beyond = await page.evaluate(() => {
        const table = document.querySelector("#ranking");
        return table ? table.scrollWidth - table.parentElement!.clientWidth : 0;
      });
      expect(beyond, `${where}: the ranking runs out of its column`).toBeLessThanOrEqual(0);
    });
  });
}
