// Sharing pages and open sharing panels: no axe violations, no horizontal overflow, sufficient touch targets.
import { islandsHydrated } from "../browser.mjs";
import { accessible } from "./axe";
import { expect, test } from "./fixtures";

const charts = "c=rankings/pci/2016/bars&c=provinces/nghe-an/pci/lines&c=rankings/pci/2016/bump";
const kinds = [
  { name: "sharing panels of a ranking", path: "/rankings/pci/2016?chart=bars" },
  { name: "sharing panels of a province", path: "/provinces/nghe-an" },
  { name: "share", path: "/share/rankings/pci/2016/bars?edition=1&size=16x9" },
  { name: "share a table", path: "/share/rankings/pci/2016/table" },
  { name: "share scores and ranks", path: "/share/provinces/nghe-an/pci/combined" },
  { name: "deck", path: `/deck?own=1&${charts}` },
  { name: "another reader's deck", path: `/deck?${charts}&edition=1` },
  { name: "empty deck", path: "/deck" },
  { name: "ready-made decks", path: "/decks" },
  { name: "embedding", path: "/embedding" },
];

for (const lang of ["vi", "en"]) {
  for (const { name, path } of kinds) {
    test(`${name} in ${lang}`, async ({ page }) => {
      test.setTimeout(90_000);
      expect((await page.goto(`/${lang}${path}`))!.status()).toBe(200);
      await islandsHydrated(page);
      await page.locator("details.share, details.share details").evaluateAll((all) =>
        all.forEach((panel) => ((panel as HTMLDetailsElement).open = true)),
      );
      await accessible(page, path, async (where) => {
        const small = await page
          .locator("main :is(.share, .settings, .snippets, .ready) :is(button, select, summary, a)")
          .evaluateAll((all) =>
            all
              .map((node) => ({ text: node.textContent, box: node.getBoundingClientRect() }))
              .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < 24)
              .map(({ text }) => text),
          );
        expect(small, `${where}: smaller than 24 px`).toEqual([]);
      });
    });
  }
}
