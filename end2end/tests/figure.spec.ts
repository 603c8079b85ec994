// Correction of one figure: choose, submit a mistake, preview, publish, check, undo; then resolve a conflict between
// sources. The same with and without scripts, and without axe violations.
import { expect, test, type Browser, type Locator, type Page } from "@playwright/test";
import { islandsHydrated } from "../browser.mjs";
import { password, startServer } from "../server.mjs";
import { accessible } from "./axe";

const main = (page: Page): Locator => page.getByRole("main");

async function signIn(page: Page): Promise<void> {
  await page.goto("/vi/desk");
  await page.getByLabel("Tên đăng nhập").fill("minh");
  await page.getByLabel("Mật khẩu").fill(password);
  await main(page).getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page).toHaveURL(/\/vi\/desk$/);
}

/** Enters a reason for every warning and publishes the current draft. */
async function publish(page: Page): Promise<void> {
  for (const reason of await page.locator("#publish [name^='reason.']").all()) {
    await reason.fill("Đã đối chiếu với bản in");
  }
  await page.locator("#publish").getByRole("button", { name: "Công bố" }).click();
}

async function journey(browser: Browser, scripts: boolean): Promise<void> {
  const server = await startServer({ accounts: { minh: "analyst" } });
  const context = await browser.newContext({ baseURL: server.base, javaScriptEnabled: scripts, locale: "vi-VN" });
  const page = await context.newPage();
  const check = async (where: string) => {
    if (!scripts) return;
    await islandsHydrated(page);
    await accessible(page, where);
  };
  try {
    await signIn(page);
    await main(page).getByRole("link", { name: "Chọn số liệu" }).click();
    await check("the choice of a figure");
    await page.getByLabel("Chỉ số", { exact: true }).selectOption("pci");
    await page.getByRole("button", { name: "Tiếp tục" }).click();
    await page.getByLabel("Năm", { exact: true }).selectOption("2016");
    await page.getByLabel("Nơi", { exact: true }).selectOption("ha-noi");
    await page.getByRole("button", { name: "Mở số liệu này" }).click();
    await expect(page).toHaveURL(/\/vi\/desk\/figure\?indicator=pci&component=overall&year=2016&province=ha-noi/);
    await expect(page.locator("#now")).toContainText("60,74");
    await expect(page.getByLabel("Giá trị", { exact: true })).toHaveValue(/^60,74/);
    await check("the form for a figure");

    // After a mistake the input is kept.
    await page.getByLabel("Giá trị", { exact: true }).fill("6o,75");
    await page.getByLabel("Lý do", { exact: true }).fill("VCCI đính chính");
    await page.getByRole("button", { name: "Xem trước thay đổi" }).click();
    await expect(page.getByRole("alert")).toContainText("6o,75");
    await expect(page.getByLabel("Giá trị", { exact: true })).toHaveValue("6o,75");
    await expect(page.getByLabel("Lý do", { exact: true })).toHaveValue("VCCI đính chính");
    await check("a refused form for a figure");
    await page.getByLabel("Giá trị", { exact: true }).fill("60,75");
    await page.getByRole("button", { name: "Xem trước thay đổi" }).click();

    await expect(page).toHaveURL(/\/vi\/desk\/drafts\/[0-9a-z]+/);
    await expect(page.locator("#difference")).toContainText("60,75");
    await check("the draft of a correction");
    await publish(page);
    await expect(main(page)).toContainText("Đã công bố bản dữ liệu số 2");
    await page.goto("/vi/rankings/pci/2016");
    await expect(main(page)).toContainText("60,75");

    // Two sources disagree: one is chosen, and readers see both and the reason.
    await page.goto("/vi/desk/figure?indicator=par_index&province=hai-phong-63&year=2023");
    await main(page).locator("[name=show]").first().check();
    await page.getByLabel("Lý do", { exact: true }).fill("Theo quyết định của Bộ Nội vụ");
    await check("the form for a conflict");
    await page.getByRole("button", { name: "Xem trước thay đổi" }).click();
    await publish(page);
    await expect(main(page)).toContainText("Đã công bố bản dữ liệu số 3");
    await page.goto("/vi/rankings/par_index/2023");
    await expect(page.locator("#conflicts")).toContainText("được chọn: Theo quyết định của Bộ Nội vụ");
    await page.goto("/vi/provinces/hai-phong-63");
    await expect(main(page)).toContainText("được chọn: Theo quyết định của Bộ Nội vụ");

    // An outdated tab does not undo later editions.
    await page.goto("/vi/editions");
    const other = await context.newPage();
    await other.goto("/vi/editions");
    await other.getByRole("button", { name: "Hoàn tác bản số 3" }).click();
    await expect(main(other)).toContainText("thành bản số 4");
    await other.close();
    await page.locator("#undo [name=note]").fill("nhầm");
    await page.getByRole("button", { name: "Hoàn tác bản số 3" }).click();
    await expect(page.getByRole("alert")).toContainText("Sau bản số 3");
    await check("a late undo");
  } finally {
    await context.close();
    await server.stop();
  }
}

test("a figure is corrected, a conflict is resolved, and both are undone", async ({ browser, javaScriptEnabled }) => {
  test.setTimeout(180_000);
  await journey(browser, javaScriptEnabled !== false);
});
