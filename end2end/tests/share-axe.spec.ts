// Every page for sharing, and the panels opened: nothing that axe objects to, nothing too wide, large enough to touch.
import { islandsAwake } from "../browser.mjs";
import { schemes, widths } from "../pages.mjs";
import { violations } from "./axe";
import { expect, test } from "./fixtures";

const charts = "c=rankings/pci/2016/bars&c=provinces/nghe-an/pci/lines&c=rankings/pci/2016/bump";
const kinds = [
  { name: "panels of a ranking", path: "/rankings/pci/2016?chart=bars" },
  { name: "panels of a province", path: "/provinces/nghe-an" },
  { name: "share", path: "/share/rankings/pci/2016/bars?edition=1&size=16x9" },
  { name: "share a table", path: "/share/rankings/pci/2016/table" },
  { name: "share scores and ranks", path: "/share/provinces/nghe-an/pci/combined" },
  { name: "deck", path: `/deck?own=1&${charts}` },
  { name: "deck of another", path: `/deck?${charts}&edition=1` },
  { name: "empty deck", path: "/deck" },
  { name: "ready decks", path: "/decks" },
  { name: "embedding", path: "/embedding" },
];

for (const lang of ["vi", "en"]) {
  for (const { name, path } of kinds) {
    test(`${name} in ${lang}`, async ({ page }) => {
      test.setTimeout(90_000);
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          expect((await page.goto(`/${lang}${path}`))!.status()).toBe(200);
          await islandsAwake(page);
          await page.locator("details.share").evaluateAll((all) =>
            all.forEach((panel) => ((panel as HTMLDetailsElement).open = true)),
          );
          const where = `${colorScheme}, ${width} px`;
          expect(await violations(page), where).toEqual([]);
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(overflow, `sideways scrolling, ${where}`).toBeLessThanOrEqual(0);
          const small = await page
            .locator("main :is(.share, .settings, .snippets, .ready) :is(button, select, summary, a)")
            .evaluateAll((all) =>
              all
                .map((node) => ({ text: node.textContent, box: node.getBoundingClientRect() }))
                .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < 24)
                .map(({ text }) => text),
            );
          expect(small, `less than 24 px, ${where}`).toEqual([]);
        }
      }
    });
  }
}
