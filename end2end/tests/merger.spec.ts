// Predecessors of new provinces, and earlier figures by today's provinces, with and without scripts.
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const main = (page: Page): Locator => page.getByRole("main");
/** Returns the rows of one of today's provinces, with its former units. */
const group = (page: Page, province: string): Locator =>
  page.locator("table.rebased > tbody").filter({
    has: page.locator("th[scope=rowgroup]", { hasText: new RegExp(`^\\s*${province}`) }),
  });

test("new Lào Cai shows former Lào Cai and Yên Bái side by side, and no score of its own", async ({ page, open }) => {
  await open("/vi/provinces/lao-cai");
  await expect(main(page)).toContainText("không có điểm nào của Lào Cai trước ngày đó");
  const pci = page.locator("#pci-before");
  await pci.locator("> .tables > summary").click();
  const newest = pci.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "2016" }) }).first();
  for (const text of ["63,49", "5/63", "57,28", "47/63", "từ 57,28 đến 63,49"]) {
    await expect(newest).toContainText(text);
  }
  // Neither means nor sums.
  for (const invented of ["60,39", "60,38", "120,77"]) await expect(main(page)).not.toContainText(invented);
  await expect(page.locator("#pci")).toHaveCount(0);
});

test("a former province links to its successor and back", async ({ page, open }) => {
  await open("/vi/provinces/yen-bai");
  await expect(main(page)).toContainText("Đến hết ngày 30/6/2025");
  await main(page).getByRole("link", { name: "Lào Cai", exact: true }).first().click();
  await expect(page).toHaveURL(/\/vi\/provinces\/lao-cai$/);
  await main(page).getByRole("link", { name: "Yên Bái", exact: true }).first().click();
  await expect(page).toHaveURL(/\/vi\/provinces\/yen-bai$/);
});

test("the form of a ranking leads to the same figures by today's provinces", async ({ page, open, javaScriptEnabled }) => {
  await open("/vi/rankings/pci/2016");
  await page.locator(".choice summary").click();
  await page.getByRole("combobox", { name: "Đơn vị", exact: true }).selectOption("rebased");
  // With scripts the selection applies immediately.
  if (javaScriptEnabled === false) await page.getByRole("button", { name: "Xem", exact: true }).click();
  await expect(page).toHaveURL(/\/vi\/rankings\/pci\/2016\?basis=rebased/);
  await expect(page.locator("th[scope=rowgroup]")).toHaveCount(34);
  await expect(main(page)).toContainText("34/34 tỉnh, thành hiện nay; 63/63 đơn vị cũ có số");
  await expect(main(page)).toContainText("Trước 1/7/2025 không có điểm nào của các tỉnh, thành mới");
  const laoCai = group(page, "Lào Cai");
  await expect(laoCai.getByRole("row")).toHaveCount(2);
  await expect(laoCai).toContainText("từ 57,28 đến 63,49");
  await expect(group(page, "Nghệ An")).toContainText("giữ nguyên");
  await page.getByRole("link", { name: "Theo vùng", exact: true }).click();
  await expect(page).toHaveURL(/sort=region/);
  await expect(page.locator("th[scope=rowgroup]")).toHaveCount(34);
});

test("the 63 provinces of 2023 are still ranked among 63", async ({ page, open }) => {
  await open("/vi/rankings/par_index/2023?basis=63");
  await expect(main(page)).toContainText("/63 tỉnh, thành có số");
  await expect(main(page).locator("td.rank").filter({ hasText: "/34" })).toHaveCount(0);
  await expect(main(page).locator("td.rank").filter({ hasText: "63/63" })).toHaveCount(1);
});

test("Hà Tây is listed under Hà Nội until 2008 and not after", async ({ page, open }) => {
  await open("/vi/rankings/pci/2008?basis=rebased");
  await expect(group(page, "Hà Nội")).toContainText("Hà Tây");
  await expect(group(page, "Hà Nội")).toContainText("53,74");
  await open("/vi/rankings/pci/2009?basis=rebased");
  await expect(group(page, "Hà Nội")).not.toContainText("Hà Tây");
});

test("a code and a name find both former and current provinces", async ({ page, open }) => {
  const hits = page.locator("ul.hits > li");
  await open("/vi/search?q=15");
  await expect(hits).toHaveCount(2);
  await expect(hits.first()).toContainText(/Lào Cai.*mã 15 · từ 1\/7\/2025/);
  await expect(hits.last()).toContainText(/Yên Bái.*mã 15 · đến 30\/6\/2025/);
  await open("/en/search?q=lao+cai");
  await expect(hits).toHaveCount(2);
  await expect(hits.first()).toContainText("code 15 · since 1 July 2025");
  await expect(hits.last()).toContainText("code 10 · to 30 June 2025");
});

test("invalid values are named, and a year without earlier figures is reported", async ({ page, open }) => {
  expect(await open("/vi/rankings/pci/2016?basis=rebased&sort=rank&region=mars")).toBe(400);
  await expect(main(page)).toContainText("“sort=rank”");
  await expect(main(page)).toContainText("“region=mars”");
  expect(await open("/vi/rankings/pci/2004?basis=rebased")).toBe(404);
});

for (const path of ["/en/rankings/pci/2016?basis=rebased", "/en/provinces/lao-cai"]) {
  test(`${path} fits a phone`, async ({ page, open }) => {
    await page.setViewportSize({ width: 390, height: 900 });
    await open(path);
    const widths = await page.locator("html").evaluate((html) => [html.scrollWidth, html.clientWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1]!);
  });
}
