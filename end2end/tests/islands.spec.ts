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
