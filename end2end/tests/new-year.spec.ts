// A table of a new year, uploaded by an analyst: answer the question about the method, review the changes, publish,
// check the public pages, undo. The same with and without scripts.
import { expect, test, type Browser, type Locator, type Page } from "@playwright/test";
import { islandsHydrated } from "../browser.mjs";
import { password, startServer } from "../server.mjs";
import { sipasTable } from "../tables.mjs";

const main = (page: Page): Locator => page.getByRole("main");

async function journey(browser: Browser, scripts: boolean): Promise<void> {
  const server = await startServer({ accounts: { minh: "analyst" } });
  const context = await browser.newContext({ baseURL: server.base, javaScriptEnabled: scripts, locale: "vi-VN" });
  const page = await context.newPage();
  const hydrated = async () => {
    if (scripts) await islandsHydrated(page);
  };
  const save = async () => {
    await page.locator("#method").getByRole("button", { name: "Lưu các lựa chọn" }).click();
    await hydrated();
  };
  try {
    await page.goto("/vi/desk");
    await page.getByLabel("Tên đăng nhập").fill("minh");
    await page.getByLabel("Mật khẩu").fill(password);
    await main(page).getByRole("button", { name: "Đăng nhập" }).click();
    await hydrated();
    const file = { name: "SIPAS 2026.csv", mimeType: "text/csv", buffer: Buffer.from(sipasTable(2026)) };
    await page.getByLabel("Tệp", { exact: true }).setInputFiles(file);
    await page.getByRole("button", { name: "Tải lên và xem trước" }).click();
    await expect(page).toHaveURL(/\/vi\/desk\/drafts\/[0-9a-z]+/);
    await hydrated();

    // The question about the method comes first.
    const method = page.locator("#method");
    await expect(method).toContainText("Danh mục của SIPAS chưa có năm 2026");
    await expect(main(page).getByRole("button", { name: "Công bố" })).toHaveCount(0);
    await method.getByText("Phương pháp mới", { exact: true }).first().click();
    await save();
    await expect(method).toContainText("Hãy nhập tên phương pháp mới");
    await method.getByLabel("Tên phương pháp").fill("Bộ câu hỏi năm 2026");
    await method.getByLabel("Ngày của quyết định").fill("06/04/2026");
    await method.getByLabel("Những gì đã thay đổi", { exact: true }).fill("Thêm câu hỏi về chuyển đổi số.");
    // A column that is not in the catalogue becomes a component.
    await method.getByLabel(/Thành phần mới: D/).check();
    await save();
    await expect(method).toContainText("2024 và 2026");
    await expect(method).toContainText("Thêm câu hỏi về chuyển đổi số.");

    const source = page.locator("#source");
    // The entered source is used whether "new source" is selected in the list or nothing.
    if (scripts) await source.locator("select[name=source]").selectOption("new");
    await source.getByLabel("Tên tài liệu").fill("Công bố SIPAS 2026");
    await source.getByLabel("Ngày công bố").fill("6/4/2026");
    await source.getByRole("button", { name: "Lưu các lựa chọn" }).click();
    await hydrated();
    // The page returns to the section that was saved.
    await expect(page).toHaveURL(/#source$/);
    await expect(source).toContainText("Đã lưu");
    await expect(source.getByLabel("Ngày công bố")).toHaveValue("06/04/2026");
    const difference = page.locator("#difference");
    await expect(difference.locator("dl.counts")).toContainText(/Thêm\s*68/);
    for (const reason of await page.locator("#publish [name^='reason.']").all()) await reason.fill("Đã đối chiếu");
    await page.locator("#publish [name=note]").fill("SIPAS 2026");
    await page.locator("#publish").getByRole("button", { name: "Công bố" }).click();
    await expect(main(page)).toContainText("Đã công bố bản dữ liệu số 2");

    // Readers see the year, its new component, and why it is not comparable.
    await page.goto("/vi/rankings/sipas/2026");
    await expect(main(page)).toContainText("75,25");
    await page.goto("/vi/indicators/sipas");
    await expect(main(page)).toContainText("Bộ câu hỏi năm 2026");
    await expect(main(page)).toContainText("Hài lòng về chuyển đổi số");
    await expect(main(page)).toContainText("Thêm câu hỏi về chuyển đổi số.");

    // A single undo removes figures, method and component.
    await page.goto("/vi/editions");
    await page.getByRole("button", { name: "Hoàn tác bản số 2" }).click();
    await expect(main(page)).toContainText("thành bản số 3");
    await page.goto("/vi/indicators/sipas");
    await expect(main(page)).not.toContainText("Bộ câu hỏi năm 2026");
    await expect(main(page)).not.toContainText("Hài lòng về chuyển đổi số");
  } finally {
    await context.close();
    await server.stop();
  }
}

test("a table of a new year is asked about, published and undone", async ({ browser, javaScriptEnabled }) => {
  test.slow();
  await journey(browser, javaScriptEnabled !== false);
});
