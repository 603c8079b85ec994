// Briefings: from a province to its briefing and the PDF, with and without scripts.
import { expect, test } from "./fixtures";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a province links to its briefing, and the briefing to its PDF", async ({ page, request }) => {
      await page.goto("/vi/provinces/nghe-an");
      await page.getByRole("link", { name: "Bản tóm tắt cho cuộc họp: Nghệ An" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nghệ An: bản tóm tắt");
      const table = page.getByRole("table", { name: "Số mới nhất của từng chỉ số" });
      await expect(table.getByRole("rowheader", { name: "PAPI" })).toBeVisible();
      const address = await page.locator(".briefing .actions a[type='application/pdf']").getAttribute("href");
      const pdf = await request.get(address!);
      expect(pdf.status()).toBe(200);
      expect(pdf.headers()["content-type"]).toBe("application/pdf");
      expect(pdf.headers()["content-disposition"]).toContain("nghe-an-briefing");
      expect((await pdf.body()).length).toBeLessThan(300_000);
    });

    test("a pinned edition stays pinned in the PDF", async ({ page, request }) => {
      await page.goto("/en/briefing?edition=1");
      const address = await page.locator(".briefing .actions a[type='application/pdf']").getAttribute("href");
      expect(address).toContain("edition=1");
      const pdf = await request.get(address!);
      expect(pdf.headers()["cache-control"]).toContain("immutable");
      expect(await (await request.get(address!)).body()).toEqual(await pdf.body());
    });

    test("a briefing links to its Word document", async ({ page, request }) => {
      await page.goto("/vi/provinces/nghe-an/briefing");
      const address = await page.getByRole("link", { name: "Tải bản Word" }).getAttribute("href");
      const document = await request.get(address!);
      expect(document.status()).toBe(200);
      expect(document.headers()["content-type"]).toContain("wordprocessingml");
      expect(document.headers()["content-disposition"]).toContain("nghe-an-briefing-thuocdo-1-vi.docx");
    });

    test("source numbers link to the sources below", async ({ page }) => {
      await page.goto("/vi/provinces/lao-cai/briefing");
      await expect(page.getByRole("heading", { name: "Các đơn vị hợp thành" })).toBeVisible();
      const note = page.locator(".notes a").first();
      const target = await note.getAttribute("href");
      await note.click();
      await expect(page.locator(target!)).toBeInViewport();
    });
  });
}

test("briefings of regions and the country are linked from the pages that list them", async ({ page }) => {
  await page.goto("/en/provinces");
  await page.getByRole("link", { name: "Briefing for a meeting: Central Highlands", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Central Highlands: briefing/);
  await page.goto("/en");
  await page.getByRole("link", { name: "Briefing for a meeting: Viet Nam" }).click();
  await expect(page.getByRole("heading", { name: "First and last" })).toBeVisible();
});

test("wide tables scroll within the page", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  for (const path of ["/vi/provinces/nghe-an/briefing", "/vi/briefing", "/vi/regions/34-bac-trung-bo/briefing"]) {
    await page.goto(path);
    const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(inner, path).toBeLessThanOrEqual(outer);
  }
});
