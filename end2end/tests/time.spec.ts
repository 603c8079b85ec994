// Changes over time: the timeline of years, changes over several years, playback of a chart, feeds.
import { expect, test } from "./fixtures";

test("the timeline links the rankings of all years", async ({ page, open }) => {
  await open("/vi/rankings/pci/2015?highlight=nghe-an");
  const line = page.getByRole("navigation", { name: "Năm", exact: true });
  await expect(line.locator("[aria-current=page]")).toHaveText("2015");
  await line.getByRole("link", { name: "Năm sau: 2016" }).click();
  await expect(page).toHaveURL(/rankings\/pci\/2016\?highlight=nghe-an/);
  await line.getByRole("link", { name: "2014", exact: true }).click();
  await expect(page).toHaveURL(/rankings\/pci\/2014\?highlight=nghe-an/);
});

test("a change of method is a gap in the timeline, also in words", async ({ page, open }) => {
  await open("/vi/rankings/papi/2018");
  const gap = page.locator(".slider .gap").first();
  await expect(gap.locator("svg")).toBeVisible();
  await expect(gap).toContainText("không so sánh được");
});

test("a ranking links to the change over several years and back", async ({ page, open }) => {
  await open("/vi/rankings/pci/2016");
  await page.getByRole("link", { name: "Thay đổi qua 3, 5, 10 năm" }).click();
  await expect(page).toHaveURL(/\/vi\/since\/pci\/2016/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await page.getByRole("navigation", { name: "Khoảng thời gian" }).getByRole("link", { name: /^3 năm/ }).click();
  await expect(page).toHaveURL(/years=3/);
  await expect(page.locator("table.since tbody tr").first()).toBeVisible();
  await page.getByRole("link", { name: /Bảng PCI năm 2016/ }).click();
  await expect(page).toHaveURL(/\/vi\/rankings\/pci\/2016/);
});

test("across a break no movement is shown, and the longest comparable period is offered", async ({ page, open }) => {
  await open("/en/since/papi/2018?years=5");
  await expect(page.locator(".note.ne")).toContainText("not comparable");
  await expect(page.locator("table.since .chg:is(.up, .down)")).toHaveCount(0);
  const suggestion = page.locator(".note a");
  await expect(suggestion).toContainText("longest stretch");
  await suggestion.click();
  await expect(page.locator(".note.same")).toBeVisible();
});

test("an invalid number of years is named", async ({ page, open }) => {
  expect(await open("/vi/since/pci/2016?years=99")).toBe(400);
  await expect(page.getByRole("alert")).toContainText("years=99");
});

test("a bump chart plays and pauses", async ({ page, open, javaScriptEnabled }) => {
  await open("/vi/rankings/pci/2016?chart=bump");
  const play = page.locator("#play");
  if (javaScriptEnabled === false) {
    await expect(play).toBeHidden();
    return;
  }
  const button = play.getByRole("button");
  await expect(button).toHaveText("Chạy qua các năm");
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(button).toHaveText("Dừng");
  await expect(play.getByRole("status")).toHaveText(/^20\d\d$/);
  await expect(page.locator("#chart .plot:visible .series").first()).toHaveAttribute("clip-path", /^url\(#play-/);
  await page.keyboard.press("Enter");
  await expect(button).toHaveText("Chạy qua các năm");
});

test("with reduced motion, each click shows one more year", async ({ page, open, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, "the button needs the island");
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open("/vi/rankings/pci/2016?chart=bump");
  const play = page.locator("#play");
  const year = play.getByRole("status");
  await expect(play.getByRole("button")).toHaveText("Năm tiếp theo");
  await play.getByRole("button").click();
  const first = Number(await year.textContent());
  await play.getByRole("button").click();
  await expect(year).toHaveText(String(first + 1));
  for (let at = first + 1; at < 2016; at += 1) await play.getByRole("button").click();
  await expect(year).toHaveText("2016");
  await expect(play.getByRole("button")).toHaveText("Chạy lại từ đầu");
  await expect(page.locator("#chart [clip-path^='url(#play']")).toHaveCount(0);
});

test("a province has an Atom feed", async ({ page, open, request, baseURL }) => {
  await open("/vi/provinces/nghe-an");
  const link = page.getByRole("link", { name: /Theo dõi \(Atom\)/ });
  const href = await link.getAttribute("href");
  expect(href).toBe("/vi/feeds/provinces/nghe-an.atom");
  await expect(page.locator('link[rel="alternate"][type="application/atom+xml"]')).toHaveCount(1);
  const feed = await request.get(href!);
  expect(feed.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
  const xml = await feed.text();
  expect(xml).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">');
  expect(xml).toContain(`href="${baseURL}/vi/feeds/provinces/nghe-an.atom"`);
  expect(xml.match(/<entry>/g)).toHaveLength(1);
  expect(xml).toContain("Nghệ An, bản dữ liệu số 1: bản đầu tiên");
  const again = await request.get(href!, { headers: { "if-none-match": feed.headers()["etag"] } });
  expect(again.status()).toBe(304);
});

test("the feeds page lists all feeds", async ({ page, open }) => {
  await open("/en/feeds");
  await expect(page.getByRole("link", { name: "Atom: PCI" })).toHaveAttribute("href", "/en/feeds/indicators/pci.atom");
  await expect(page.getByRole("link", { name: "Atom: All editions" })).toBeVisible();
});
