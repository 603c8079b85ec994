// An analyst's journey, the same with and without scripts: upload a file with three mistakes, upload the corrected
// file, review the changes, publish, check the public pages, undo.
import { expect, test, type Browser, type Locator, type Page } from "@playwright/test";
import { islandsHydrated } from "../browser.mjs";
import { password, startServer } from "../server.mjs";
import { pciTable } from "../tables.mjs";

const main = (page: Page): Locator => page.getByRole("main");

/** Swaps Quảng Ninh and Đà Nẵng; nothing else differs from the published figures. */
const swapped = (row: { name: string; score: string; rank: number }) => {
  if (row.name === "Quảng Ninh") return { ...row, score: "70,50", rank: 1 };
  if (row.name === "Đà Nẵng") return { ...row, rank: 2 };
  return row;
};

/** As `swapped`, with a letter instead of a digit, a truncated name, and a score without its decimal comma. */
const withMistakes = (row: { name: string; score: string; rank: number }) => {
  const correct = swapped(row);
  if (row.name === "Hà Nội") return { ...correct, score: "6o,74" };
  if (row.name === "Thái Nguyên") return { ...correct, name: "Thái Nguyê" };
  if (row.name === "Cần Thơ") return { ...correct, score: correct.score.replace(",", "") };
  return correct;
};

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto("/vi/desk");
  await page.getByLabel("Tên đăng nhập").fill(name);
  await page.getByLabel("Mật khẩu").fill(password);
  await main(page).getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page).toHaveURL(/\/vi\/desk$/);
}

const file = (text: string) => ({ name: "PCI 2016 gửi Sở Nội vụ.csv", mimeType: "text/csv", buffer: Buffer.from(text) });

/** Opens the public ranking and returns the row of a province. */
async function rankingRow(page: Page, province: string): Promise<Locator> {
  await page.goto("/vi/rankings/pci/2016");
  return page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${province}`) }) }).first();
}

async function hydrated(page: Page, scripts: boolean): Promise<void> {
  if (scripts) await islandsHydrated(page);
}

async function analystsJourney(browser: Browser, scripts: boolean): Promise<void> {
  const server = await startServer({ accounts: { minh: "analyst" } });
  const context = await browser.newContext({ baseURL: server.base, javaScriptEnabled: scripts, locale: "vi-VN" });
  const page = await context.newPage();
  try {
    await signIn(page, "minh");
    await hydrated(page, scripts);

    // Each mistake is listed with its cell and how to fix it.
    await page.getByLabel("Tệp", { exact: true }).setInputFiles(file(pciTable(2016, withMistakes)));
    await page.getByRole("button", { name: "Tải lên và xem trước" }).click();
    await expect(page).toHaveURL(/\/vi\/desk\/drafts\/[0-9a-z]+/);
    const issues = page.locator("#issues");
    for (const found of ["6o,74", "Thái Nguyê"]) await expect(issues).toContainText(found);
    await expect(issues).toContainText(/C\d+/);
    await expect(main(page).getByRole("button", { name: "Công bố" })).toHaveCount(0);

    // The source is chosen once and kept for the corrected file.
    const source = page.locator("#source select[name=source]");
    const option = await source.locator("option", { hasText: "2016" }).first().getAttribute("value");
    await source.selectOption(option!);
    await page.locator("#source").getByRole("button", { name: "Lưu các lựa chọn" }).click();
    await hydrated(page, scripts);
    await page.getByLabel("Tệp đã sửa").setInputFiles(file(pciTable(2016, swapped)));
    await page.getByRole("button", { name: "Tải lên tệp đã sửa" }).click();
    await expect(main(page)).not.toContainText("6o,74");

    // The changes are shown to the analyst; the public page is unchanged.
    const difference = page.locator("#difference");
    await expect(difference).toContainText("Quảng Ninh");
    await expect(difference).toContainText("70,50");
    await expect(difference).toContainText("Đà Nẵng");
    await expect(await rankingRow(page, "Đà Nẵng")).toContainText(/^\s*1\b/);
    await page.goBack();

    for (const reason of await page.locator("#publish [name^='reason.']").all()) {
      await reason.fill("Đã đối chiếu với bản in của VCCI");
    }
    await page.locator("#publish [name=note]").fill("PCI 2016: VCCI đính chính Quảng Ninh");
    await page.locator("#publish").getByRole("button", { name: "Công bố" }).click();
    await expect(main(page)).toContainText("Đã công bố bản dữ liệu số 2");
    await expect(await rankingRow(page, "Quảng Ninh")).toContainText("70,50");
    await expect(await rankingRow(page, "Quảng Ninh")).toContainText(/^\s*1\b/);

    // The previous edition can still be read and cited.
    await page.goto("/vi/rankings/pci/2016?edition=1");
    await expect(page.locator(".tablepart tbody")).not.toContainText("70,50");
    await expect(main(page)).toContainText("đã được đính chính ở bản dữ liệu số 2");

    await page.goto("/vi/editions");
    await page.getByRole("button", { name: "Hoàn tác bản số 2" }).click();
    await expect(main(page)).toContainText("thành bản số 3");
    await expect(await rankingRow(page, "Đà Nẵng")).toContainText(/^\s*1\b/);
    await expect(await rankingRow(page, "Quảng Ninh")).toContainText("65,60");
  } finally {
    await context.close();
    await server.stop();
  }
}

test("a file with three mistakes is corrected, compared, published and undone", async ({ browser, javaScriptEnabled }) => {
  test.slow();
  await analystsJourney(browser, javaScriptEnabled !== false);
});
