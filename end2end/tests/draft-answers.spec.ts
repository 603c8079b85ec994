// The questions of a draft, answered through the server function as an ordinary form, with and without scripts.
import { expect, test, type Page } from "@playwright/test";
import { password, startServer } from "../server.mjs";

const table = [
  "Tỉnh,Chỉ số PCI 2019",
  "Thủ đô ta,61.5",
  "Đất mỏ,70.2",
  "Cao Bằng,63.1",
  "Thái Nguyên,65.3",
].join("\n");

async function upload(page: Page): Promise<void> {
  await page.goto("/vi/desk");
  await page.getByLabel("Tên đăng nhập").fill("minh");
  await page.getByLabel("Mật khẩu").fill(password);
  await page.getByRole("main").getByRole("button", { name: "Đăng nhập" }).click();
  await page.locator("input[name=file]").setInputFiles({
    name: "pci 2019.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(table),
  });
  await page.getByRole("button", { name: "Tải lên và xem trước" }).click();
  await expect(page).toHaveURL(/\/vi\/desk\/drafts\/[0-9a-z]+/);
}

test("the form of a draft stores an answer and leads back to its section", async ({ browser, javaScriptEnabled }) => {
  test.setTimeout(120_000);
  const server = await startServer({ accounts: { minh: "analyst" } });
  const context = await browser.newContext({ baseURL: server.base, javaScriptEnabled, locale: "vi-VN" });
  try {
    const page = await context.newPage();
    await upload(page);
    await expect(page.locator("form.choices")).toHaveAttribute("action", "/calls/answer-draft");
    await page.locator("#provinces .decide select").first().selectOption("ha-noi");
    await page.locator("#provinces button[name=at]").click();
    await expect(page).toHaveURL(/#provinces$/);
    await expect(page.locator("#provinces .decide select")).toHaveCount(1);
  } finally {
    await context.close();
    await server.stop();
  }
});
