// The tile map, opened from a ranking, with and without scripts.
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const key = (page: Page): Locator => page.getByRole("table", { name: /Các mức trên bản đồ|Classes on the map/ });
const all = (page: Page): Locator => page.getByRole("table", { name: /giá trị và mức trên bản đồ|value and class on the map/ });

/** Opens the collapsed table of the legend. */
const unfold = (page: Page) => page.locator("summary").filter({ hasText: /^(Chú giải|Key)$/ }).click();

test.describe("the tile map", () => {
  test("is linked from a ranking and links back", async ({ page, open }) => {
    await open("/vi/rankings/pci/2016?highlight=nghe-an");
    await page.getByRole("link", { name: "Xem trên bản đồ" }).click();
    await expect(page).toHaveURL(/\/vi\/map\/pci\/2016\?highlight=nghe-an$/);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(all(page).getByRole("row")).toHaveCount(64);
    await page.getByRole("link", { name: /^Xem bảng PCI 2016$/ }).click();
    await expect(page).toHaveURL(/\/vi\/rankings\/pci\/2016\?highlight=nghe-an$/);
  });

  test("has a legend with the number of provinces in each class, 63 in total", async ({ page, open }) => {
    await open("/en/map/pci/2016");
    await unfold(page);
    const counts = await key(page).locator("tbody td").allInnerTexts();
    expect(counts.length).toBeLessThanOrEqual(6);
    expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(63);
    const row = all(page).getByRole("row").filter({ hasText: "Nghệ An" }).or(all(page).getByRole("row").filter({ hasText: "Nghe An" }));
    await expect(row.first()).toContainText("NA");
  });

  test("has links for kind and year that keep the other parameters", async ({ page, open }) => {
    await open("/vi/map/pci/2016?highlight=nghe-an");
    const kinds = page.getByRole("navigation", { name: "Bản đồ vẽ" });
    await kinds.getByRole("link", { name: "Hạng" }).click();
    await expect(page).toHaveURL(/kind=rank&highlight=nghe-an/);
    await unfold(page);
    await expect(key(page)).toContainText("hạng 1–13");
    await page.getByRole("navigation", { name: "Năm" }).getByRole("link", { name: "2015", exact: true }).click();
    await expect(page).toHaveURL(/\/map\/pci\/2015\?kind=rank&highlight=nghe-an/);
  });

  test("draws no change between years that are not comparable, and gives the reason", async ({ page, open }) => {
    await open("/vi/map/sipas/2022?kind=change&from=2021");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Không so sánh được năm 2022 với năm 2021");
    await expect(page.locator(".note.ne")).toContainText("2021");
    await open("/en/map/sipas/2022?kind=change&from=2021");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("2022 cannot be compared with 2021");
  });

  test("reports invalid URLs", async ({ page, open }) => {
    expect(await open("/vi/map/pci/2016?kind=colour")).toBe(400);
    await expect(page.getByRole("main")).toContainText("score, band, rank, change");
    expect(await open("/vi/map/pci/1990")).toBe(404);
    await open("/vi/map");
    await expect(page).toHaveURL(/\/vi\/map\/papi\/\d{4}$/);
  });

  for (const lang of ["vi", "en"]) {
    test(`fits a phone in ${lang}`, async ({ page, open }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      for (const path of ["pci/2016", "papi/2018?kind=band", "pci/2016?kind=change", "sipas/2022?kind=change"]) {
        await open(`/${lang}/map/${path}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, path).toBeLessThanOrEqual(390);
      }
    });
  }
});
