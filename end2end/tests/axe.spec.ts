import { islandsAwake } from "../browser.mjs";
import { pages, schemes, widths } from "../pages.mjs";
import { violations } from "./axe";
import { expect, test } from "./fixtures";

for (const { name, lang, path, status } of pages) {
  for (const colorScheme of schemes) {
    test(`${name} in ${lang}, ${colorScheme}: nothing that axe objects to, nothing too wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        const response = await page.goto(path);
        expect(response!.status()).toBe(status);
        await islandsAwake(page);
        expect(await page.locator("html").getAttribute("lang")).toBe(lang);
        expect(await violations(page), `axe at ${width} px`).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `sideways scrolling at ${width} px`).toBeLessThanOrEqual(0);
        const beyond = await page.evaluate(() => {
          const table = document.querySelector("#ranking");
          return table ? table.scrollWidth - table.parentElement!.clientWidth : 0;
        });
        expect(beyond, `the ranking runs out of its column at ${width} px`).toBeLessThanOrEqual(0);
      }
    });
  }

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
