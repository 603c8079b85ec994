// The analyst's way, the same with and without scripts: a file with three mistakes, the corrected file,
// what would change, publishing, what readers see, undoing.
import { expect, test, type Browser, type Locator, type Page } from "@playwright/test";
import { islandsAwake } from "../browser.mjs";
import { password, startServer } from "../server.mjs";
import { pciTable } from "../tables.mjs";

const main = (page: Page): Locator => page.getByRole("main");

/** Quảng Ninh and Đà Nẵng change places; nothing else differs from what is published. */
const swapped = (row: { name: string; score: string; rank: number }) => {
  if (row.name === "Quảng Ninh") return { ...row, score: "70,50", rank: 1 };
  if (row.name === "Đà Nẵng") return { ...row, rank: 2 };
  return row;
};

/** The same with a letter for a digit, a name cut short, and a score without its comma. */
const mistaken = (row: { name: string; score: string; rank: number }) => {
  const right = swapped(row);
  if (row.name === "Hà Nội") return { ...right, score: "6o,74" };
  if (row.name === "Thái Nguyên") return { ...right, name: "Thái Nguyê" };
  if (row.name === "Cần Thơ") return { ...right, score: right.score.replace(",", "") };
  return right;
};

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto("/vi/desk");
  await page.getByLabel("Tên đăng nhập").fill(name);
  await page.getByLabel("Mật khẩu").fill(password);
  await main(page).getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page).toHaveURL(/\/vi\/desk$/);
}

const file = (text: string) => ({ name: "PCI 2016 gửi Sở Nội vụ.csv", mimeType: "text/csv", buffer: Buffer.from(text) });

/** The line of a province in the public ranking. */
async function ranked(page: Page, province: string): Promise<Locator> {
  await page.goto("/vi/rankings/pci/2016");
  return page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${province}`) }) }).first();
}

async function awake(page: Page, scripts: boolean): Promise<void> {
  if (scripts) await islandsAwake(page);
}

async function analystsJourney(browser: Browser, scripts: boolean): Promise<void> {
  const server = await startServer({ accounts: { minh: "analyst" } });
  const context = await browser.newContext({ baseURL: server.base, javaScriptEnabled: scripts, locale: "vi-VN" });
  const page = await context.newPage();
  try {
    await signIn(page, "minh");
    await awake(page, scripts);

    // Three mistakes, each with its cell and a way to fix it.
    await page.getByLabel("Tệp", { exact: true }).setInputFiles(file(pciTable(2016, mistaken)));
    await page.getByRole("button", { name: "Tải lên và xem trước" }).click();
    await expect(page).toHaveURL(/\/vi\/desk\/drafts\/[0-9a-z]+/);
    const issues = page.locator("#issues");
    for (const found of ["6o,74", "Thái Nguyê"]) await expect(issues).toContainText(found);
    await expect(issues).toContainText(/C\d+/);
    await expect(main(page).getByRole("button", { name: "Công bố" })).toHaveCount(0);

    // The source is chosen once; the corrected file keeps it.
    const source = page.locator("#source select[name=source]");
    const option = await source.locator("option", { hasText: "2016" }).first().getAttribute("value");
    await source.selectOption(option!);
    await page.locator("#source").getByRole("button", { name: "Lưu các lựa chọn" }).click();
    await awake(page, scripts);
    await page.getByLabel("Tệp đã sửa").setInputFiles(file(pciTable(2016, swapped)));
    await page.getByRole("button", { name: "Tải lên tệp đã sửa" }).click();
    await expect(main(page)).not.toContainText("6o,74");

    // What would change, before anybody else sees it.
    const difference = page.locator("#difference");
    await expect(difference).toContainText("Quảng Ninh");
    await expect(difference).toContainText("70,50");
    await expect(difference).toContainText("Đà Nẵng");
    await expect(await ranked(page, "Đà Nẵng")).toContainText(/^\s*1\b/);
    await page.goBack();

    for (const reason of await page.locator("#publish [name^='reason.']").all()) {
      await reason.fill("Đã đối chiếu với bản in của VCCI");
    }
    await page.locator("#publish [name=note]").fill("PCI 2016: VCCI đính chính Quảng Ninh");
    await page.locator("#publish").getByRole("button", { name: "Công bố" }).click();
    await expect(main(page)).toContainText("Đã công bố bản dữ liệu số 2");
    await expect(await ranked(page, "Quảng Ninh")).toContainText("70,50");
    await expect(await ranked(page, "Quảng Ninh")).toContainText(/^\s*1\b/);

    // The former edition can still be read and cited.
    await page.goto("/vi/rankings/pci/2016?edition=1");
    await expect(main(page)).not.toContainText("70,50");

    await page.goto("/vi/editions");
    await page.getByRole("button", { name: "Hoàn tác bản số 2" }).click();
    await expect(main(page)).toContainText("thành bản số 3");
    await expect(await ranked(page, "Đà Nẵng")).toContainText(/^\s*1\b/);
    await expect(await ranked(page, "Quảng Ninh")).toContainText("65,60");
  } finally {
    await context.close();
    await server.stop();
  }
}

test("a file with three mistakes is fixed, compared, published and undone", async ({ browser, javaScriptEnabled }) => {
  test.slow();
  await analystsJourney(browser, javaScriptEnabled !== false);
});
