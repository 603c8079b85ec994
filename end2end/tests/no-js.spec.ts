// Without scripts, every page is complete and has no dead links.
import { expect, test } from "./fixtures";
import { pages } from "../pages.mjs";

for (const { name, lang, path, status } of pages) {
  test(`${name} in ${lang} is complete without scripts`, async ({ page, open }) => {
    expect(await open(path)).toBe(status);
    await expect(page.getByRole("main")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page.locator("main :is(a[href='#'], a:not([href]))")).toHaveCount(0);
    expect(await page.title()).not.toBe("");
  });
}
