import { islandsAwake } from "../browser.mjs";
import { pages } from "../pages.mjs";
import { accessible, violations } from "./axe";
import { expect, test } from "./fixtures";

for (const { name, lang, path, status } of pages) {
  test(`${name} in ${lang}: nothing that axe objects to, nothing too wide`, async ({ page }) => {
    test.setTimeout(60_000);
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

  // axe itself needs scripts, so the page's own are kept away instead.
  test(`${name} in ${lang}, without the page's scripts: nothing that axe objects to`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, viewport: { width: 390, height: 900 } });
    const plain = await context.newPage();
    await plain.route("**/*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
    await plain.goto(path);
    expect(await violations(plain)).toEqual([]);
    await context.close();
  });
}
