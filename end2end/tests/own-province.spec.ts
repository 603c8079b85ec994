// The reader's own province: chosen once, part of the URL, and stored in a cookie.
import { accessible } from "./axe";
import { expect, test } from "./fixtures";

test("a province chosen once appears on every page that can show it", async ({ page, open }) => {
  await open("/vi");
  await page.getByLabel("Tỉnh, thành của bạn").selectOption({ label: "Nghệ An" });
  await page.getByRole("button", { name: "Chọn", exact: true }).click();
  await expect(page).toHaveURL(/\/vi\?province=nghe-an$/);
  await expect(page.getByRole("main").getByRole("link", { name: "Vị trí hiện tại" })).toBeVisible();

  await open("/vi/rankings/pci/2016");
  await expect(page).toHaveURL(/\?highlight=nghe-an$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("PCI 2016: Đà Nẵng dẫn đầu");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Nghệ An");
  // Above the first row, regardless of its rank.
  await expect(page.locator("#ranking tbody tr").first()).toContainText("Nghệ An");
  await open("/en/map/pci/2016?kind=score");
  await expect(page).toHaveURL(/\?kind=score&highlight=nghe-an$/);

  await open("/vi");
  await expect(page).toHaveURL(/\/vi\?province=nghe-an$/);
  await page.getByLabel("Tỉnh, thành của bạn").selectOption("");
  await page.getByRole("button", { name: "Chọn", exact: true }).click();
  await expect(page).toHaveURL(/\/vi$/);
  await open("/vi/rankings/pci/2016");
  await expect(page).toHaveURL(/\/pci\/2016$/);
});

test("a choice on a page takes precedence over the stored province", async ({ page, open, javaScriptEnabled }) => {
  await open("/vi?province=nghe-an&remember=1");
  await open("/vi/rankings/pci/2016");
  await page.locator(".choice summary").click();
  await page.locator(".choice form").getByLabel("Đánh dấu").selectOption("");
  if (javaScriptEnabled === false) await page.getByRole("button", { name: "Xem", exact: true }).click();
  await expect(page).toHaveURL(/highlight=none/);
  await expect(page.locator("#ranking tr.me")).toHaveCount(0);
  // The stored province is never added to a comparison.
  await open("/vi/compare?choose=1&p1=ha-tinh&p2=thanh-hoa&indicator=pci");
  await expect(page).toHaveURL(/provinces=ha-tinh,thanh-hoa&/);
  await open("/vi/compare");
  await expect(page).toHaveURL(/provinces=nghe-an$/);
});

test("a link with another reader's province does not change the stored province", async ({ page, open }) => {
  await open("/vi?province=ha-tinh");
  await open("/vi");
  await expect(page).toHaveURL(/\/vi$/);
});

test("a province is followed from its page", async ({ page, open, javaScriptEnabled }) => {
  await open("/vi/provinces/nghe-an");
  const follow = page.getByRole("button", { name: "Đặt làm tỉnh, thành của tôi" });
  await follow.focus();
  await page.keyboard.press("Enter");
  if (javaScriptEnabled === false) {
    await expect(page).toHaveURL(/\/vi\?province=nghe-an$/);
  } else {
    await expect(page.locator("form.following").getByRole("status")).toContainText("sẽ đánh dấu Nghệ An");
    await expect(follow).toBeFocused();
    await accessible(page, page.url());
    await page.getByRole("link", { name: "Xem tổng quan" }).click();
    await expect(page).toHaveURL(/\/vi\?province=nghe-an$/);
  }
  await open("/vi/rankings/pci/2016");
  await expect(page).toHaveURL(/highlight=nghe-an$/);
});

test("an unknown province is rejected", async ({ open }) => {
  expect(await open("/vi?province=atlantis")).toBe(400);
});
