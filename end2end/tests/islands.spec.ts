// What scripts add. The content of the pages is tested in the journeys, with and without scripts.
import { expect, test } from "./fixtures";

test("a page with islands reports hydration and loads a single script", async ({ page, open }) => {
  await open("/vi/rankings/pci/2016");
  await expect(page.locator("leptos-island").first()).toBeAttached();
  await expect(page.locator("html")).toHaveAttribute("data-hydrated", "");
  // A description for search engines is data, which no browser runs.
  const code = page.locator("script:not([type='application/ld+json'])");
  await expect(code).toHaveCount(1);
  await expect(code).toHaveAttribute("src");
});

test("styles and scripts are cached as immutable, pages are not", async ({ request, page, open }) => {
  await open("/vi/rankings/pci/2016");
  const files = await page
    .locator('link[rel="stylesheet"], script[src]')
    .evaluateAll((nodes) => nodes.map((node) => (node as HTMLLinkElement).href || (node as HTMLScriptElement).src));
  expect(files.length).toBeGreaterThanOrEqual(2);
  for (const file of files) {
    const response = await request.get(file);
    expect(response.headers()["cache-control"], file).toContain("immutable");
    expect(response.headers()["content-encoding"], file).toBe("br");
  }
  const html = await request.get("/vi/rankings/pci/2016");
  expect(html.headers()["cache-control"] ?? "").not.toContain("immutable");
});

test("the content security policy allows no inline code and no other hosts", async ({ request }) => {
  const policy = (await request.get("/vi")).headers()["content-security-policy"];
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-inline|nonce-|\*/);
});

test("the arrow keys move through the marks of a chart", async ({ page, open }) => {
  await open("/vi/rankings/pci/2016");
  const plot = page.locator("#chart .plot:visible").first();
  await plot.focus();
  await page.keyboard.press("ArrowRight");
  const tip = page.locator(".tip");
  await expect(tip).toHaveText(/\S+ · \d{4} · \d+\/6[34]/);
  const first = await tip.textContent();
  await page.keyboard.press("ArrowRight");
  await expect(tip).not.toHaveText(first!);
  await expect(page.locator(".m.on")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(tip).toBeEmpty();
});

test("typing filters the ranking immediately and updates the URL", async ({ page, open }) => {
  await open("/vi/rankings/pci/2016");
  const rows = page.locator("#ranking tbody tr:visible");
  await page.locator(".choice summary").click();
  await page.locator("#filter").fill("NGHE A");
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText("Nghệ An");
  await expect(page.locator("#shown")).toHaveText("Hiện 1/63 dòng.");
  await expect(page).toHaveURL(/\?q=NGHE(\+|%20)A$/);
  await page.locator("#filter").fill("zzz");
  await expect(page.locator("#shown")).toContainText("Không có tỉnh, thành nào");
});

test("a heading sorts immediately, in both directions, and updates the URL", async ({ page, open }) => {
  await open("/vi/rankings/pci/2016");
  const first = page.locator("#ranking tbody tr").first();
  await page.getByRole("link", { name: "± bậc" }).click();
  await expect(first).toContainText("Bình Dương");
  await expect(page).toHaveURL(/sort=places/);
  await page.getByRole("link", { name: "Tỉnh, thành phố" }).click();
  await expect(first).toContainText("An Giang");
  // The same order as without scripts: the Vietnamese alphabet.
  const names = page.locator("#ranking tbody th a");
  const sorted = await names.allTextContents();
  await page.getByRole("link", { name: "Hạng", exact: true }).click();
  await expect(first).toContainText("Đà Nẵng");
  await page.getByRole("link", { name: "Hạng", exact: true }).click();
  await expect(first).toContainText("Cao Bằng");
  await open("/vi/rankings/pci/2016?sort=name");
  expect(await names.allTextContents()).toEqual(sorted);
});

test("suggestions appear while typing and are chosen by keyboard", async ({ page, open }) => {
  await open("/vi");
  const field = page.getByRole("search").getByRole("combobox");
  await field.pressSequentially("brvt");
  const option = page.getByRole("option").first();
  await expect(option).toContainText("Bà Rịa - Vũng Tàu");
  await field.press("ArrowDown");
  await expect(option).toHaveAttribute("aria-selected", "true");
  await field.press("Enter");
  await expect(page).toHaveURL(/\/vi\/provinces\/ba-ria-vung-tau$/);
});
