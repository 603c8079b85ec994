// The main tasks of readers, on the bundled data, with and without scripts. Selectors are the words and roles that
// readers see.
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const main = (page: Page): Locator => page.getByRole("main");
/** Returns the row of a ranking whose header is the province. */
const row = (page: Page, province: string): Locator =>
  page
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${province}`) }) })
    .first();
/** Returns the part of a province's page, or of search results, about one indicator. */
const block = (page: Page, name: string | RegExp): Locator =>
  main(page).locator("section, article, tr, li").filter({ hasText: name });

test.describe("a province's figures", () => {
  test("Nghệ An is 16th in PAR INDEX 2022, up one place", async ({ page, open }) => {
    await open("/vi/provinces/nghe-an");
    await expect(main(page)).toContainText("86,67");
    await expect(main(page)).toContainText("16/63");
    await open("/vi/rankings/par_index/2022");
    await expect(row(page, "Nghệ An")).toContainText("86,67");
    await expect(row(page, "Nghệ An")).toContainText("16");
    await open("/vi/rankings/par_index/2021");
    await expect(row(page, "Nghệ An")).toContainText("17");
  });

  test("the province's page gives the rank of the previous year, 17/63", async ({ page, open }) => {
    await open("/vi/provinces/nghe-an");
    await page.locator("#par_index details.tables > summary").click();
    await expect(block(page, /PAR INDEX/).filter({ hasText: "17/63" }).first()).toBeVisible();
  });

  test("SIPAS 2022 is 14/63 after 35/63, and the page states that they are not comparable", async ({ page, open }) => {
    await open("/vi/provinces/nghe-an");
    await page.locator("#sipas details.tables > summary").click();
    const sipas = block(page, /SIPAS/);
    await expect(sipas.filter({ hasText: "14/63" }).first()).toBeVisible();
    await expect(sipas.filter({ hasText: "35/63" }).first()).toBeVisible();
    await expect(sipas.filter({ hasText: /không so sánh được/i }).first()).toBeVisible();
    await open("/en/provinces/nghe-an");
    await page.locator("#sipas details.tables > summary").click();
    await expect(block(page, /SIPAS/).filter({ hasText: /not comparable/i }).first()).toBeVisible();
  });

  test("Hà Nội had 1,685 online services in mid-2021: 1,217 and 468", async ({ page, open }) => {
    await open("/vi/provinces/ha-noi");
    const counts = main(page).locator("tr").filter({ hasText: "giữa năm 2021" });
    for (const count of ["1.685", "1.217", "468"]) await expect(counts.filter({ hasText: count })).toHaveCount(1);
    await open("/en/provinces/ha-noi");
    await expect(main(page)).toContainText("1,685");
  });

  test("Thái Nguyên's one-stop shops: 19/20, 9/9 and 180/180", async ({ page, open }) => {
    await open("/vi/provinces/thai-nguyen-63");
    for (const share of ["19/20", "9/9", "180/180"]) await expect(main(page)).toContainText(share);
  });

  test("Hà Tĩnh has 'gần 2.000' models, not exactly 2,000", async ({ page, open }) => {
    await open("/vi/provinces/ha-tinh");
    await expect(main(page)).toContainText("gần 2.000");
    await open("/en/provinces/ha-tinh");
    await expect(main(page)).toContainText(/(nearly|almost) 2,000/);
  });

  test("Quảng Ninh's three figures for PAR INDEX 2018 are all shown, each with its source", async ({ page, open }) => {
    await open("/vi/provinces/quang-ninh");
    const line = main(page).locator("tr").filter({ hasText: "3 nguồn khác nhau" });
    for (const value of [/89,06\D/, /89,6\D/, /81\D/]) await expect(line).toContainText(value);
    expect(await line.locator('a[href^="#s"]').count()).toBeGreaterThanOrEqual(3);
    await open("/vi/rankings/par_index/2018");
    const conflict = main(page).locator("#conflicts li").filter({ hasText: "Quảng Ninh" });
    for (const value of [/89,06\D/, /89,6\D/, /81\D/]) await expect(conflict).toContainText(value);
  });

  test("Lào Cai before and after the merger link to each other", async ({ page, open }) => {
    await open("/vi/provinces/lao-cai-63");
    await main(page).locator('a[href$="/provinces/lao-cai"]').first().click();
    await expect(page).toHaveURL(/\/vi\/provinces\/lao-cai$/);
    await expect(main(page)).toContainText("Yên Bái");
  });
});

test.describe("a ranking", () => {
  test("PCI 2016: Đà Nẵng first, Nghệ An 25th of 63", async ({ page, open }) => {
    await open("/vi/rankings/pci/2016");
    await expect(row(page, "Đà Nẵng")).toContainText(/^\s*1\D/);
    await expect(row(page, "Nghệ An")).toContainText(/^\s*25\D/);
    await expect(main(page)).toContainText("63/63");
    await expect(main(page).getByRole("row")).toHaveCount(64);
  });

  test("PCI 2014: Đà Nẵng first with 66,87", async ({ page, open }) => {
    await open("/vi/rankings/pci/2014");
    await expect(row(page, "Đà Nẵng")).toContainText(/^\s*1\D/);
    await expect(row(page, "Đà Nẵng")).toContainText("66,87");
  });

  test("PAPI 2018 has a different method than 2017: the page states it and no row shows a change", async ({ page, open }) => {
    await open("/vi/rankings/papi/2018");
    await expect(main(page)).toContainText(/không so sánh được/i);
    await expect(main(page).getByRole("row").filter({ hasText: /(tăng|giảm) \d+ bậc|bậc, (tăng|giảm)/ })).toHaveCount(0);
    await expect(main(page)).not.toContainText(/[▲▼↑↓]/);
  });

  test("a sparse table states its coverage", async ({ page, open }) => {
    await open("/vi/rankings/par_index/2022");
    await expect(main(page)).toContainText(/\d+\/63/);
  });

  test("every figure links to its source", async ({ page, open }) => {
    await open("/vi/rankings/pci/2016");
    const note = main(page).locator('#ranking tbody tr a[href^="#s"]');
    expect(await note.count()).toBeGreaterThanOrEqual(63);
    await note.first().click();
    await expect(page).toHaveURL(/#s1$/);
    await expect(page.locator("#s1")).toContainText(/PCI|VCCI/);
  });
});

test.describe("filters are part of the URL", () => {
  const form = (page: Page) => page.locator('form[method="get" i]').filter({ has: page.getByLabel(/^Vùng/) });
  /** Opens the collapsed form and selects an option; with scripts the selection applies immediately. */
  const choose = async (page: Page, label: RegExp, option: string | { label: string }, scripts: boolean) => {
    await page.locator(".choice summary").click();
    await form(page).getByLabel(label).selectOption(option);
    if (!scripts) await form(page).getByRole("button").first().click();
  };

  test("region", async ({ page, open, javaScriptEnabled }) => {
    await open("/vi/rankings/pci/2016");
    const region = { label: "Bắc Trung Bộ và duyên hải miền Trung" };
    await choose(page, /^Vùng/, region, javaScriptEnabled !== false);
    await expect(page).toHaveURL(/[?&]region=[^&]+/);
    await expect(row(page, "Nghệ An")).toContainText(/^\s*25\D/);
    await expect(row(page, "Hà Nội")).toHaveCount(0);
  });

  test("component", async ({ page, open, javaScriptEnabled }) => {
    await open("/vi/rankings/pci/2016");
    const component = form(page).getByLabel(/^Thành phần/);
    const second = (await component.locator("option").nth(1).getAttribute("value"))!;
    await choose(page, /^Thành phần/, second, javaScriptEnabled !== false);
    await expect(page).toHaveURL(new RegExp(`[?&]component=${second}`));
    await expect(row(page, "Đà Nẵng")).not.toContainText("70,00");
  });

  test("part of a name, without diacritics", async ({ page, open }) => {
    await open("/vi/rankings/pci/2016?q=nghe");
    await expect(row(page, "Nghệ An")).toBeVisible();
    await expect(row(page, "Hà Nội")).toHaveCount(0);
  });

  test("sort order, by the column headings", async ({ page, open }) => {
    await open("/vi/rankings/pci/2016");
    await main(page).getByRole("columnheader", { name: /^Tỉnh/ }).getByRole("link").click();
    await expect(page).toHaveURL(/[?&]sort=/);
    await expect(main(page).getByRole("rowheader").first()).toContainText("An Giang");
  });

  test("an invalid parameter is reported, with a link to continue", async ({ page, open }) => {
    expect(await open("/vi/rankings/pci/2016?sort=bad")).toBe(400);
    await expect(main(page)).toContainText("bad");
    await main(page).getByRole("link").first().click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
});

test.describe("search", () => {
  const expected = [
    ["nghe an", "Nghệ An"],
    ["Nghe An", "Nghệ An"],
    ["NGHỆ AN", "Nghệ An"],
    ["BRVT", "Bà Rịa"],
    ["tphcm", "Hồ Chí Minh"],
    ["hue", "Huế"],
  ];
  for (const [typed, found] of expected) {
    test(`"${typed}" finds ${found} first`, async ({ page, open }) => {
      await open(`/vi/search?q=${encodeURIComponent(typed)}`);
      await expect(main(page).locator('a[href*="/provinces/"]').first()).toContainText(found);
    });
  }

  test("the search field is on every page and submits its text", async ({ page, open }) => {
    await open("/vi");
    const field = page.getByRole("search").locator("input[name=q]");
    await field.fill("nghe an");
    await field.press("Enter");
    await expect(page).toHaveURL(/\/vi\/(search\?(.*&)?q=nghe(\+|%20)an|provinces\/nghe-an)/);
    await expect(main(page)).toContainText("Nghệ An");
  });

  test("an empty result is reported, with further links", async ({ page, open }) => {
    expect(await open("/vi/search?q=khong+co+gi")).toBe(200);
    await expect(main(page)).toContainText("khong co gi");
    await expect(main(page).getByRole("link").first()).toBeVisible();
  });
});

test.describe("languages", () => {
  test("the language link leads to the same page with its filters", async ({ page, open }) => {
    await open("/vi/rankings/pci/2016?sort=name");
    await page.getByRole("banner").getByRole("link", { name: /^(EN|English)/ }).click();
    await expect(page).toHaveURL(/\/en\/rankings\/pci\/2016\?sort=name$/);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.getByRole("banner").getByRole("link", { name: /^(VI|Tiếng Việt)/ }).click();
    await expect(page).toHaveURL(/\/vi\/rankings\/pci\/2016\?sort=name$/);
  });

  test("numbers are formatted by language", async ({ page, open }) => {
    await open("/vi/rankings/pci/2016");
    await expect(row(page, "Đà Nẵng")).toContainText("70,00");
    await open("/en/rankings/pci/2016");
    await expect(main(page)).toContainText("70.00");
  });

  test("the root URL redirects to Vietnamese", async ({ page, open }) => {
    expect(await open("/")).toBe(200);
    await expect(page).toHaveURL(/\/vi$/);
  });
});

test("an unknown page returns 404 with further links", async ({ page, open }) => {
  for (const path of ["/vi/khong-co", "/vi/provinces/khong-co", "/vi/rankings/pci/1999"]) {
    expect(await open(path)).toBe(404);
    await expect(main(page).getByRole("link").first()).toBeVisible();
  }
});

test("the first tab stop skips to the content", async ({ page, open }) => {
  await open("/vi/rankings/pci/2016");
  await page.keyboard.press("Tab");
  const skip = page.locator(":focus");
  await expect(skip).toHaveAttribute("href", /^#/);
  await skip.press("Enter");
  await expect(page).toHaveURL(/#main$/);
});
