// What scripts add. The page's own words are tested in the journeys, with and without them.
import { expect, test } from "./fixtures";

test("a page with islands says when they are awake, and names one script only", async ({ page, open }) => {
  await open("/vi/rankings/pci/2016");
  await expect(page.locator("leptos-island").first()).toBeAttached();
  await expect(page.locator("html")).toHaveAttribute("data-hydrated", "");
  await expect(page.locator("script:not([src])")).toHaveCount(0);
  await expect(page.locator("script")).toHaveCount(1);
});

test("styles and scripts may be kept for ever, pages may not", async ({ request, page, open }) => {
  await open("/vi/rankings/pci/2016");
  const files = await page
    .locator('link[rel="stylesheet"], script[src]')
    .evaluateAll((nodes) => nodes.map((node) => (node as HTMLLinkElement).href || (node as HTMLScriptElement).src));
  expect(files.length).toBeGreaterThanOrEqual(2);
  for (const file of files) {
    const answer = await request.get(file);
    expect(answer.headers()["cache-control"], file).toContain("immutable");
    expect(answer.headers()["content-encoding"], file).toBe("br");
  }
  const html = await request.get("/vi/rankings/pci/2016");
  expect(html.headers()["cache-control"] ?? "").not.toContain("immutable");
});

test("the policy lets in nothing inline and nobody else's", async ({ request }) => {
  const policy = (await request.get("/vi")).headers()["content-security-policy"];
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-inline|nonce-|\*/);
});

test("a chart's marks are read out by the arrow keys", async ({ page, open }) => {
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

test("typing filters the ranking at once, and the address follows", async ({ page, open }) => {
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

test("a heading sorts at once, both ways, and the address follows", async ({ page, open }) => {
  await open("/vi/rankings/pci/2016");
  const first = page.locator("#ranking tbody tr").first();
  await page.getByRole("link", { name: "± bậc" }).click();
  await expect(first).toContainText("Bình Dương");
  await expect(page).toHaveURL(/sort=places/);
  await page.getByRole("link", { name: "Tỉnh, thành phố" }).click();
  await expect(first).toContainText("An Giang");
  // The same order as the page without scripts: by the Vietnamese alphabet.
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
