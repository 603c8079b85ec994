// The past of a new province, and old figures on today's list, with and without scripts.
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const main = (page: Page): Locator => page.getByRole("main");
/** The rows of a province of today: its old units stand in them. */
const group = (page: Page, province: string): Locator =>
  page.locator("table.rebased > tbody").filter({
    has: page.locator("th[scope=rowgroup]", { hasText: new RegExp(`^\\s*${province}`) }),
  });

test("new Lào Cai shows old Lào Cai and Yên Bái side by side, and no score of its own", async ({ page, open }) => {
  await open("/vi/provinces/lao-cai");
  await expect(main(page)).toContainText("không có điểm nào của Lào Cai trước ngày đó");
  const pci = page.locator("#pci-before");
  await pci.locator("> .tables > summary").click();
  const newest = pci.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "2016" }) }).first();
  for (const text of ["63,49", "5/63", "57,28", "47/63", "từ 57,28 đến 63,49"]) {
    await expect(newest).toContainText(text);
  }
  // Neither their mean nor their sum.
  for (const invented of ["60,39", "60,38", "120,77"]) await expect(main(page)).not.toContainText(invented);
  await expect(page.locator("#pci")).toHaveCount(0);
});

test("a former unit leads to its successor and back", async ({ page, open }) => {
  await open("/vi/provinces/yen-bai");
  await expect(main(page)).toContainText("Đến hết ngày 30/6/2025");
  await main(page).getByRole("link", { name: "Lào Cai", exact: true }).first().click();
  await expect(page).toHaveURL(/\/vi\/provinces\/lao-cai$/);
  await main(page).getByRole("link", { name: "Yên Bái", exact: true }).first().click();
  await expect(page).toHaveURL(/\/vi\/provinces\/yen-bai$/);
});

test("a ranking leads to the same figures on today's list, by its own form", async ({ page, open, javaScriptEnabled }) => {
  await open("/vi/rankings/pci/2016");
  await page.locator(".choice summary").click();
  await page.getByRole("combobox", { name: "Đơn vị", exact: true }).selectOption("rebased");
  // With scripts a choice in a list applies at once.
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

test("the 63 of 2023 are still ranked among 63", async ({ page, open }) => {
  await open("/vi/rankings/par_index/2023?basis=63");
  await expect(main(page)).toContainText("/63 tỉnh, thành có số");
  await expect(main(page).locator("td.rank").filter({ hasText: "/34" })).toHaveCount(0);
  await expect(main(page).locator("td.rank").filter({ hasText: "63/63" })).toHaveCount(1);
});

test("Hà Tây stands beside Hà Nội to 2008 and not after", async ({ page, open }) => {
  await open("/vi/rankings/pci/2008?basis=rebased");
  await expect(group(page, "Hà Nội")).toContainText("Hà Tây");
  await expect(group(page, "Hà Nội")).toContainText("53,74");
  await open("/vi/rankings/pci/2009?basis=rebased");
  await expect(group(page, "Hà Nội")).not.toContainText("Hà Tây");
});

test("a code and a name are found as what they were and are", async ({ page, open }) => {
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

test("bad values are named, and a year without old figures is told", async ({ page, open }) => {
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
