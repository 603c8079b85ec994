import { defaultRankings, measure, screens } from "../first-screen.mjs";
import { expect, test } from "./fixtures";

for (const { name, width, height, least } of screens) {
  test(`every ranking shows at least ${least} rows on the first screen of ${name}`, async ({ page, open, request }) => {
    await page.setViewportSize({ width, height });
    const rankings = await defaultRankings(request);
    expect(rankings.length).toBeGreaterThan(4);
    // A followed province adds a line above the table.
    const marked = (path: string) => `${path}${path.includes("?") ? "&" : "?"}highlight=nghe-an`;
    for (const path of rankings.flatMap((path) => [path, marked(path)])) {
      expect(await open(path)).toBe(200);
      const { seen, all } = await measure(page);
      expect(seen, path).toBeGreaterThanOrEqual(Math.min(least, all));
    }
  });

  test(`a comparison of eight provinces fits on the first screen of ${name}`, async ({ page, open }) => {
    await page.setViewportSize({ width, height });
    for (const query of ["indicator=pci&year=2016", "indicator=papi&year=2019&from=2016", "indicator=sipas&year=2023"]) {
      for (const lang of ["vi", "en"]) {
        const path = `/${lang}/compare?provinces=nghe-an&peers=region&${query}`;
        expect(await open(path)).toBe(200);
        const { seen, all } = await measure(page);
        expect(all, path).toBe(8);
        expect(seen, path).toBeGreaterThanOrEqual(Math.min(least, all));
      }
    }
  });
}
