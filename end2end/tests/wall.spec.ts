// A wall in a meeting room: it moves by itself, waits for a server that is away, and obeys keys.
import { test as plain } from "@playwright/test";
import { violations } from "./axe";
import { expect, test } from "./fixtures";

const wall = "/vi/wall?c=rankings/pci/2016/bars&c=rankings/pci/2016/bump&c=provinces/nghe-an/pci/lines&seconds=10";

test("the form makes an address, and the address is a wall", async ({ page, open }) => {
  await open("/vi/wall");
  await page.getByLabel("Nội dung").selectOption({ label: "Nghệ An" });
  await page.locator('main select[name="indicator"]').selectOption({ label: "PCI" });
  await page.getByLabel("Mỗi hình").selectOption("60");
  await page.getByRole("button", { name: "Chiếu" }).click();
  await expect(page).toHaveURL(/deck=provinces%2Fnghe-an.*indicator=pci.*seconds=60/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator(".wall-foot")).toContainText("Nguồn: ");
  await expect(page.locator(".wall-foot")).toContainText(/bản dữ liệu số \d+\. Công bố ngày/);
});

test("links go round, and a pause stays", async ({ page, open }) => {
  await open(wall);
  await expect(page.getByText("Hình 1/3")).toBeVisible();
  await page.getByRole("link", { name: "Trước" }).click();
  await expect(page.getByText("Hình 3/3")).toBeVisible();
  await page.getByRole("link", { name: "Dừng" }).click();
  await expect(page.getByText("Đang dừng")).toBeVisible();
  await expect(page.locator("meta[http-equiv=refresh]")).toHaveCount(0);
  await page.getByRole("link", { name: "Sau" }).click();
  await expect(page.getByText("Hình 1/3")).toBeVisible();
  await page.getByRole("link", { name: "Chạy tiếp" }).click();
  await expect(page.getByText("Đang dừng")).toHaveCount(0);
});

test("the picture is loaded and fits the screen of a meeting room", async ({ page, open, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, "measured by a script");
  await page.setViewportSize({ width: 1920, height: 1080 });
  await open(wall);
  const image = page.locator(".wall-picture img");
  await expect(image).toBeVisible();
  await expect.poll(() => image.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBeGreaterThan(0);
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(tall).toBeLessThanOrEqual(1080);
});

test("it moves by itself without scripts", async ({ page, open, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled !== false, "with scripts the script moves it");
  await open(wall);
  await page.waitForURL(/at=2/, { timeout: 25_000 });
  await expect(page.getByText("Hình 2/3")).toBeVisible();
});

test("keys follow the links", async ({ page, open, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, "keys need the script");
  await open(wall);
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("Hình 2/3")).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByText("Hình 1/3")).toBeVisible();
  await page.keyboard.press("Space");
  await expect(page.getByText("Đang dừng")).toBeVisible();
});

// The browser itself reports requests that fail: not for the fixture that lets nothing pass.
plain("a server that is away costs only time", async ({ page, javaScriptEnabled }) => {
  plain.skip(javaScriptEnabled === false, "a browser alone cannot wait");
  await page.clock.install();
  await page.goto(wall);
  let away = true;
  await page.route(/at=2/, (route) => (away ? route.abort() : route.continue()));
  await page.clock.runFor(10_500);
  await expect(page.getByText("Mất kết nối, đang thử lại…")).toBeVisible();
  await expect(page.getByText("Hình 1/3")).toBeVisible();
  away = false;
  await page.clock.runFor(5_500);
  await expect(page.getByText("Hình 2/3")).toBeVisible();
});

for (const theme of ["", "&theme=dark", "&pause=1"]) {
  test(`axe finds nothing on a wall${theme}`, async ({ page, open, javaScriptEnabled }) => {
    // Without scripts the page moves itself, and axe holds every such move to be too soon.
    test.skip(javaScriptEnabled === false, "with scripts the page does not move itself");
    await open(wall + theme);
    expect(await violations(page)).toEqual([]);
  });
}
