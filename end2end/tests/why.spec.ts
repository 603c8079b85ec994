// Explanation of a province's change, and scenarios with other component scores, on the bundled data.
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const main = (page: Page): Locator => page.getByRole("main");
/** Returns the row of a component in the table of components. */
const part = (page: Page, name: string): Locator =>
  main(page).locator("table.why-parts tr").filter({ has: page.getByRole("rowheader", { name }) });

test("PAPI 2017 of Nghệ An is broken down to the last published digit", async ({ page, open }) => {
  expect(await open("/vi/provinces/nghe-an/papi/why?year=2017&from=2016")).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Nghệ An: PAPI năm 2017 tăng 0,18 điểm so với năm 2016, nhiều nhất nhờ “Kiểm soát tham nhũng trong khu vực công” (+0,36)",
  );
  await expect(part(page, "Kiểm soát tham nhũng")).toContainText("5,49875,8556+0,3569+0,3569");
  await expect(part(page, "Điểm tổng")).toContainText("35,570835,7539+0,1831+0,1831");
  await expect(main(page)).toContainText("Các đóng góp cộng lại là +0,1831; thay đổi công bố là +0,1831; phần dư 0,0000");
  await expect(main(page)).toContainText("do Thước Đo tính từ bảng đầy đủ");
});

test("by default the newest change that can be broken down is shown", async ({ page, open }) => {
  await open("/vi/provinces/nghe-an/papi/why");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("PAPI năm 2024");
  await open("/vi/provinces/nghe-an/papi/why?year=2019");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("không tách được thay đổi PAPI từ 2018 đến 2019");
});

test("across a change of method nothing is broken down, and the page shows what it can", async ({ page, open }) => {
  expect(await open("/vi/provinces/nghe-an/papi/why?year=2019")).toBe(200);
  await expect(main(page).locator(".note.ne")).toContainText("không so sánh được: phương pháp thay đổi");
  await expect(main(page).locator("table.why-parts")).toHaveCount(0);
  await expect(main(page)).toContainText("Khoảng tin cậy 95% đã công bố của điểm này là từ 43,4131 đến 46,0177");
  await expect(main(page).getByRole("heading", { name: "Mức điểm cần đạt để tăng hạng" })).toBeVisible();
  await main(page).getByRole("link", { name: "Thay đổi từ 2016 đến 2017" }).click();
  await expect(page).toHaveURL(/year=2017&from=2016/);
});

test("PCI has weights that reproduce its totals", async ({ page, open }) => {
  await open("/en/provinces/nghe-an/pci/why?year=2016&from=2015");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("up 0.98 points from 2015 to 2016, above all through “Labour training” (+1.39)");
  await expect(part(page, "Labour training")).toContainText("5.81396.5067+0.69282.0+1.3856");
  await expect(main(page)).toContainText("Published rank: 32/63 in 2015, 25/63 in 2016: up 7");
  await expect(main(page)).toContainText("derived from the published figures themselves");
});

test("PCI 2011 shows no contributions", async ({ page, open }) => {
  await open("/en/provinces/nghe-an/pci/why?year=2012&from=2011");
  await expect(main(page)).toContainText("How much each component contributed to the total cannot be said");
  await expect(main(page)).toContainText("62 of 63 provinces");
  await expect(main(page).getByRole("columnheader", { name: "Contribution" })).toHaveCount(0);
});

test("a province's page leads to a what-if scenario that can be shared", async ({ page, open }) => {
  await open("/vi/provinces/nghe-an");
  await main(page).getByRole("link", { name: "Vì sao PAPI thay đổi" }).click();
  await open("/vi/provinces/nghe-an/papi/what-if?year=2019");
  const box = page.getByLabel("Quản trị môi trường");
  await expect(box).toHaveValue("3,4857");
  await box.fill("7,5");
  await page.getByRole("button", { name: "Xem điều gì sẽ theo sau" }).click();
  await expect(main(page).locator(".note.supposed")).toContainText("Giả định, không phải số liệu công bố");
  await expect(main(page)).toContainText("Điểm tổng giả định: 48,7297. Điểm tổng công bố: 44,7154. Chênh lệch: +4,0143.");
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");
  await page.getByRole("link", { name: "Liên kết tới giả định này" }).click();
  await expect(page).toHaveURL(/what-if\?year=2019&environment=7\.5$/);
  await expect(main(page)).toContainText("Điểm tổng giả định: 48,7297.");
});

test("a score outside the scale is rejected and named", async ({ page, open }) => {
  expect(await open("/vi/provinces/nghe-an/papi/what-if?year=2019&environment=12")).toBe(400);
  await expect(page.getByRole("alert")).toContainText("environment=12");
  await expect(page.getByRole("alert")).toContainText("một số từ 1 đến 10");
});

test("a what-if scenario is labelled in its files", async ({ request }) => {
  const view = "/charts/what-if/nghe-an/papi/table.csv?year=2019&set=environment:7.5";
  const answer = await request.get(view);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-disposition"]).toContain("-gia-dinh-thuocdo-1.csv");
  expect(await answer.text()).toContain("Giả định (không phải số liệu công bố)");
});

for (const lang of ["vi", "en"]) {
  for (const path of ["papi/why?year=2017", "papi/why?year=2019", "pci/why?year=2016", "papi/what-if?year=2019&environment=7.5", "pci/what-if?year=2016"]) {
    test(`${lang} ${path} fits a phone`, async ({ page, open }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await open(`/${lang}/provinces/nghe-an/${path}`)).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
}
