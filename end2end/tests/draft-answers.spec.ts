// The questions of a draft, answered one after the other: in place with scripts, as an ordinary form without.
import { expect, test, type Browser, type Page } from "@playwright/test";
import { islandsHydrated } from "../browser.mjs";
import { password, startServer } from "../server.mjs";
import { accessible } from "./axe";

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

async function within(browser: Browser, scripts: boolean, body: (page: Page) => Promise<void>): Promise<void> {
  const server = await startServer({ accounts: { minh: "analyst" } });
  const context = await browser.newContext({ baseURL: server.base, javaScriptEnabled: scripts, locale: "vi-VN" });
  try {
    await body(await context.newPage());
  } finally {
    await context.close();
    await server.stop();
  }
}

// Holds each answer back for a while; the page may be gone by then.
async function answersLate(page: Page): Promise<void> {
  await page.route("**/calls/answer-draft", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue().catch(() => undefined);
  });
}

// Each test says for itself whether scripts run.
test("answers are stored in place, and focus moves to the next question", async ({ browser }) => {
  test.setTimeout(120_000);
  await within(browser, true, async (page) => {
    await upload(page);
    await islandsHydrated(page);
    const address = page.url();
    const note = page.locator("#publish textarea[name=note], #publish input[name=note]").first();
    await note.fill("Ghi chú chưa lưu");
    const questions = page.locator("#provinces .decide select");
    await expect(questions).toHaveCount(2);

    // By keyboard alone: the first letters choose the province.
    await questions.first().focus();
    await questions.first().selectOption("ha-noi");
    await expect(page.getByRole("status").filter({ hasText: "Đã ghi. Còn 1" })).toBeVisible();
    await expect(questions).toHaveCount(1);
    await expect(questions.first()).toBeFocused();
    await expect(note).toHaveValue("Ghi chú chưa lưu");
    await accessible(page, address);

    await questions.first().selectOption("quang-ninh");
    await expect(page.getByRole("status").filter({ hasText: "Không còn câu nào" })).toBeVisible();
    await expect(page.locator("#provinces-h")).toBeFocused();
    expect(page.url()).toBe(address);

    await page.reload();
    await expect(page.locator("#provinces .decide select")).toHaveCount(0);
    await expect(page.locator("#provinces")).toContainText("Đất mỏ");
  });
});

test("an answer that cannot be stored stays on the page and is explained", async ({ browser }) => {
  test.setTimeout(120_000);
  await within(browser, true, async (page) => {
    await upload(page);
    await islandsHydrated(page);
    // As if another editor had saved meanwhile.
    await page.locator("form.choices > input[name=revision]").evaluate((field: HTMLInputElement) => (field.value = "0"));
    const second = page.locator("#provinces .decide select").nth(1);
    await second.selectOption("quang-ninh");
    await expect(page.getByRole("status").filter({ hasText: "Chưa ghi được" })).toBeVisible();
    await expect(second).toHaveValue("quang-ninh");
  });
});

test("a corrected file that is sent while an answer is stored belongs to the draft that follows", async ({ browser }) => {
  test.setTimeout(120_000);
  await within(browser, true, async (page) => {
    await upload(page);
    await islandsHydrated(page);
    // The file is sent before the answer arrives.
    await answersLate(page);
    await page.locator("#again > summary").click();
    const form = page.locator("#again form");
    await form.locator("input[type=file]").setInputFiles({
      name: "pci 2019 b.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(table.replace("65.3", "66.4")),
    });
    await page.locator("#provinces .decide select").first().selectOption("ha-noi");
    await form.locator("button").first().click();
    // Neither the answer nor the file is refused as overtaken.
    await expect(page.getByRole("main")).toContainText("pci 2019 b.csv", { timeout: 30_000 });
    await expect(page.locator("#provinces .decide select")).toHaveCount(1);
    await expect(page.locator("#problem")).toHaveCount(0);
  });
});

test("an answer after a refused file is an ordinary form, and what it stores is shown", async ({ browser }) => {
  test.setTimeout(120_000);
  await within(browser, true, async (page) => {
    await upload(page);
    await islandsHydrated(page);
    await page.locator("#again > summary").click();
    const form = page.locator("#again form");
    await form.locator("input[type=file]").setInputFiles({
      name: "pci 2019 b.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(table),
    });
    // As if another editor had saved meanwhile.
    await form.locator("input[name=revision]").evaluate((field: HTMLInputElement) => (field.value = "0"));
    await form.locator("button").first().click();
    await expect(page.locator("#problem")).toBeVisible({ timeout: 30_000 });
    const questions = page.locator("#provinces .decide select");
    await expect(questions).toHaveCount(2);
    await questions.first().selectOption("ha-noi");
    await page.locator("#provinces button[name=at]").click();
    await expect(page).toHaveURL(/#provinces$/);
    await expect(questions).toHaveCount(1);
  });
});

test("a form that is submitted without a button while an answer is stored is not lost", async ({ browser }) => {
  test.setTimeout(120_000);
  await within(browser, true, async (page) => {
    await upload(page);
    await islandsHydrated(page);
    await answersLate(page);
    await page.locator("#provinces .decide select").first().selectOption("ha-noi");
    const loaded = page.waitForEvent("load");
    await page.locator("form.choices").evaluate((form: HTMLFormElement) => form.requestSubmit());
    await loaded;
    await expect(page.locator("#provinces .decide select")).toHaveCount(1);
  });
});

test("without scripts the same form leads back to its section", async ({ browser }) => {
  test.setTimeout(120_000);
  await within(browser, false, async (page) => {
    await upload(page);
    await page.locator("#provinces .decide select").first().selectOption("ha-noi");
    await page.locator("#provinces button[name=at]").click();
    await expect(page).toHaveURL(/#provinces$/);
    await expect(page.locator("#provinces .decide select")).toHaveCount(1);
  });
});
