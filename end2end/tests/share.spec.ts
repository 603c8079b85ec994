// Sharing a chart as a link, a file and in a deck: with and without scripts, and by keyboard only.
import type { APIRequestContext, Locator } from "@playwright/test";
import { accessible } from "./axe";
import { expect, test } from "./fixtures";

/** Submits the form of a button as the browser would and returns the response. */
const submit = async (request: APIRequestContext, button: Locator) => {
  const address = await button.evaluate((node: HTMLButtonElement) => {
    const query = new URLSearchParams(new FormData(node.form!, node) as any);
    return `${new URL(node.formAction).pathname}?${query}`;
  });
  return request.get(address);
};

/** Opens a panel and what is folded in it. */
const openPanel = async (panel: Locator) => {
  await panel.locator("> summary").click();
  await panel.locator("details > summary").click();
};

test("a panel begins with four actions on what the page shows", async ({ page, open, request, javaScriptEnabled }) => {
  await open("/vi/rankings/pci/2016?highlight=nghe-an&chart=bars&q=ha&sort=score");
  const panel = page.locator("figure .share");
  await panel.locator("> summary").click();
  const files = { "Trang PowerPoint": "presentationml", "Hình (PNG 16:9)": "image/png", Excel: "spreadsheetml" };
  for (const [name, kind] of Object.entries(files)) {
    const href = await panel.getByRole("link", { name, exact: true }).getAttribute("href");
    const answer = await request.get(href!);
    expect(answer.status(), name).toBe(200);
    expect(answer.headers()["content-type"], name).toContain(kind);
    expect(href, name).toContain("highlight=nghe-an");
  }
  const copy = panel.getByRole("button", { name: "Sao chép hình" });
  if (javaScriptEnabled === false) await expect(copy).toHaveCount(0);
  else await expect(copy).toBeVisible();
  await expect(panel.getByRole("combobox")).toHaveCount(0);
  const table = page.locator(".tablepart .share");
  await table.locator("> summary").click();
  const csv = await table.getByRole("link", { name: "CSV (mở bằng Excel)" }).getAttribute("href");
  const text = await (await request.get(csv!)).text();
  expect(text.split("\r\n")[1]).toMatch(/^\d+;[^;]+;\d+,\d+;/);
  expect(text).toContain("tên có “ha”; sắp xếp theo Giá trị, giảm dần");
});

test("the picture is put on the clipboard", async ({ page, open, context, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, "there is no button");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open("/vi/rankings/pci/2016?chart=bars");
  const panel = page.locator("figure .share");
  await panel.locator("> summary").click();
  await panel.getByRole("button", { name: "Sao chép hình" }).click();
  await expect(panel.getByRole("status").first()).toContainText("Đã sao chép hình");
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const bitmap = await createImageBitmap(await item.getType("image/png"));
    return { types: item.types, ratio: bitmap.width / bitmap.height };
  });
  expect(copied.types).toEqual(["image/png"]);
  expect(copied.ratio).toBeCloseTo(16 / 9, 1);
});

test("a picture that cannot be copied is said to be so", async ({ page, open, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, "there is no button");
  await open("/en/rankings/pci/2016?chart=bars");
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new Error("refused"));
  });
  const panel = page.locator("figure .share");
  await panel.locator("> summary").click();
  await panel.getByRole("button", { name: "Copy image" }).click();
  await expect(panel.getByRole("status").first()).toContainText("does not allow copying");
});

test("the description for search engines is data: no policy reports it", async ({ page, open, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, "a script listens");
  const reports: string[] = [];
  await page.exposeFunction("reportViolation", (what: string) => reports.push(what));
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) => (window as any).reportViolation(event.violatedDirective)),
  );
  for (const path of ["/vi/rankings/pci/2016", "/en/indicators/pci"]) {
    await open(path);
    const text = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(text!)["@type"]).toBe("Dataset");
  }
  expect(reports).toEqual([]);
});

test("a chart's panel offers all file formats, pinned to the edition", async ({ page, open, request }) => {
  await open("/vi/rankings/pci/2016?highlight=nghe-an&chart=bars");
  const panel = page.locator("figure .share");
  await openPanel(panel);
  await expect(panel.locator("[name=highlight]")).toHaveValue("nghe-an");
  const kinds = {
    SVG: "image/svg+xml",
    PNG: "image/png",
    PDF: "application/pdf",
    PPTX: "presentationml",
    XLSX: "spreadsheetml",
    "CSV cho Excel": "text/csv",
    "CSV cho phần mềm": "text/csv",
    JSON: "application/json",
    Parquet: "parquet",
  };
  for (const [name, kind] of Object.entries(kinds)) {
    const answer = await submit(request, panel.getByRole("button", { name, exact: true }));
    expect(answer.status(), name).toBe(200);
    expect(answer.headers()["content-type"], name).toContain(kind);
    expect(answer.headers()["content-disposition"], name).toMatch(/^attachment; filename="pci-2016-bars/);
    expect(answer.headers()["cache-control"], name).toContain("immutable");
  }
});

test("every panel of a province links to a sharing page", async ({ page, open, request }) => {
  await open("/en/provinces/nghe-an");
  const panels = page.locator("details.share");
  expect(await panels.count()).toBeGreaterThan(10);
  for (const form of await page.locator("details.share form").all()) {
    const action = await form.evaluate((node: HTMLFormElement) => {
      const query = new URLSearchParams(new FormData(node) as any);
      return `${new URL(node.action).pathname}?${query}`;
    });
    expect((await request.get(action)).status(), action).toBe(200);
  }
});

test("options apply to the preview and to the code to copy", async ({ page, open }) => {
  await open("/vi/rankings/pci/2016");
  const panel = page.locator("figure .share");
  await openPanel(panel);
  await panel.locator("[name=theme]").selectOption("dark");
  await panel.locator("[name=size]").selectOption("16x9");
  await panel.locator("[name=lang]").selectOption("en");
  await panel.getByRole("button", { name: "Lấy liên kết và mã nhúng" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Chia sẻ: PCI 2016: Da Nang leads");
  const image = page.locator(".preview img");
  expect(await image.getAttribute("src")).toMatch(/size=16x9&theme=dark&lang=en&edition=1$/);
  await expect.poll(() => image.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBeGreaterThan(0);
  const frame = page.getByLabel("HTML: khung nhúng", { exact: true });
  expect(await frame.inputValue()).toMatch(/^<iframe src="http[^"]+" title="[^"]+" width="100%" height="\d+"/);
  const png = page.getByLabel("Địa chỉ hình PNG", { exact: true });
  expect(await png.inputValue()).toContain("edition=1");
  // A live URL has no edition.
  await page.locator("[name=edition]").selectOption("");
  await page.getByRole("button", { name: "Xem lại với lựa chọn này" }).click();
  expect(await png.inputValue()).not.toContain("edition=");
  await expect(page.locator("[name=theme]")).toHaveValue("dark");
});

test("a table is shared as files", async ({ page, open, request }) => {
  await open("/en/share/rankings/pci/2016/table?edition=1");
  await expect(page.locator(".preview")).toHaveCount(0);
  const html = await page.getByRole("textbox", { name: /^Address of the HTML table/ }).inputValue();
  const answer = await request.get(new URL(html).pathname + new URL(html).search);
  expect(await answer.text()).toContain("<table");
  await expect(page.getByRole("button", { name: "Add to the deck" })).toHaveCount(0);
});

test("charts are collected, ordered and downloaded by keyboard", async ({ page, open, request, javaScriptEnabled }) => {
  let added = 0;
  for (const path of ["/vi/rankings/pci/2016?chart=bars", "/vi/rankings/papi/2018?chart=bars"]) {
    await open(path);
    const panel = page.locator("figure .share");
    for (const summary of await panel.locator("summary").all()) {
      await summary.focus();
      await page.keyboard.press("Enter");
    }
    const add = panel.getByRole("button", { name: "Thêm vào bộ trang trình chiếu" });
    for (let i = 0; i < 30; i++) {
      if (await add.evaluate((node) => node === document.activeElement)) break;
      await page.keyboard.press("Tab");
    }
    await expect(add).toBeFocused();
    await page.keyboard.press("Enter");
    added += 1;
    if (javaScriptEnabled === false) {
      await page.waitForURL(new RegExp(`/vi/rankings/.*added=${added}#added$`));
      const notice = page.locator("#added");
      await expect(notice).toContainText(`bộ của bạn có ${added} biểu đồ`);
      await expect(notice.getByRole("link")).toHaveAttribute("href", "/vi/deck");
      continue;
    }
    // With scripts the reader stays on the page, and the focus on the button.
    await expect(panel.locator("form").getByRole("status")).toContainText(`bộ của bạn có ${added} biểu đồ`);
    await expect(add).toBeFocused();
    await expect(page).toHaveURL(new RegExp("/vi/rankings/"));
    const counter = page.getByRole("banner").getByRole("link", { name: `Bộ trang (${added})` });
    await expect(counter).toHaveAttribute("href", "/vi/deck");
  }
  if (javaScriptEnabled !== false) {
    await open("/vi/indicators");
    await expect(page.locator("#mydeck")).toHaveText("Bộ trang (2)");
  }
  await open("/vi/deck");
  const charts = page.locator("[name=c]");
  const ordered = async (...indicators: string[]) => {
    for (const [i, slug] of indicators.entries()) {
      await expect(charts.nth(i)).toHaveValue(new RegExp(`^rankings/${slug}/`));
    }
    await expect(charts).toHaveCount(indicators.length);
  };
  await ordered("pci", "papi");
  await page.locator("[name=title]").fill("Họp giao ban & tổng kết");
  await page.getByRole("button", { name: /^Đưa lên/ }).focus();
  await page.keyboard.press("Enter");
  await ordered("papi", "pci");
  await expect(page.locator("[name=title]")).toHaveValue("Họp giao ban & tổng kết");
  expect(page.url()).toMatch(/\/vi\/deck\?.*c=rankings%2Fpapi.*c=rankings%2Fpci/);
  if (javaScriptEnabled !== false) {
    await expect(page.getByRole("main").getByRole("status").first()).toHaveText("Đã chuyển đến vị trí 1/2.");
    // The chart is first now: the focus stays with it.
    await expect(page.locator("ol.slides > li").first().getByRole("button", { name: /^Đưa xuống/ })).toBeFocused();
    await accessible(page, page.url());
  }
  // Without parameters, the page shows the reader's own deck.
  await open("/vi/deck");
  await ordered("papi", "pci");
  const answer = await submit(request, page.getByRole("button", { name: "PPTX", exact: true }));
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toContain("presentationml");
  const link = await page.getByRole("textbox", { name: "Liên kết đến bộ này" }).inputValue();
  for (let left = 2; left > 0; left--) {
    await page.getByRole("button", { name: /^Bỏ khỏi bộ/ }).first().click();
    await expect(charts).toHaveCount(left - 1);
  }
  await expect(page.locator("main")).toContainText("Chưa có biểu đồ nào.");
  // Another reader's deck is shown and can be copied to the own deck.
  await open(new URL(link).pathname + new URL(link).search);
  await page.getByRole("link", { name: "Dùng làm bộ của tôi" }).click();
  await expect(charts).toHaveCount(2);
});

test("every ready-made deck opens in the deck builder", async ({ page, open, request }) => {
  test.setTimeout(120_000);
  await open("/en/decks");
  const links = await page.getByRole("link", { name: /^Open to edit/ }).evaluateAll((all) =>
    all.map((node) => node.getAttribute("href")!),
  );
  expect(links.length).toBeGreaterThan(70);
  for (const link of links) expect((await request.get(link)).status(), link).toBe(200);
  for (const which of ["country", "provinces/nghe-an"]) {
    const answer = await request.get(`/decks/${which}.pptx?lang=en&edition=1`);
    expect(answer.status(), which).toBe(200);
  }
});

test("a button copies the code and confirms it; without scripts there is no button", async ({
  page,
  open,
  context,
  javaScriptEnabled,
}) => {
  await open("/vi/share/rankings/pci/2016/bars?edition=1");
  const button = page.getByRole("button", { name: "Chép: Markdown" });
  if (javaScriptEnabled === false) {
    await expect(page.locator("[data-copy]:visible")).toHaveCount(0);
    return;
  }
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await button.click();
  await expect(page.locator("#copied")).toHaveText("Đã chép.");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await page.getByLabel("Markdown", { exact: true }).inputValue());
  expect(copied).toMatch(/^\[!\[PCI 2016: Đà Nẵng dẫn đầu/);
});

test("the footer links to the deck builder, ready-made decks and the page about embedding", async ({ page, open }) => {
  for (const name of ["Trang trình chiếu", "Bộ có sẵn", "Nhúng và tải về"]) {
    await open("/vi");
    await page.getByRole("contentinfo").getByRole("link", { name, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});
