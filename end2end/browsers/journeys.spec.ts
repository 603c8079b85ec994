// The key journeys, the same in every browser.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { password } from "../server.mjs";
import { sipasTable } from "../tables.mjs";
import { expect, test } from "./fixtures";
import { printed, sheets } from "./printed";

const widths = [1440, 390];
const button = (text: string, within = "") => `//*${within}//button[normalize-space()="${text}"]`;

test("read a ranking", async ({ session }) => {
  await session.open("/vi/rankings/pci/2022");
  await session.shows("h1", "PCI 2022: Quảng Ninh dẫn đầu");
  await session.shows("#ranking tbody tr", /^1\/63 Quảng Ninh .*72,95/);
  expect(await session.texts("#ranking tbody tr")).toHaveLength(63);
  // The web font is loaded.
  const fonts = await session.run(() => [...document.fonts].filter((font) => font.status === "loaded").map((font) => font.family));
  expect(fonts.join(), session.name).toContain("Source Sans 3");
  for (const width of widths) {
    expect(await session.excess(width)).toBe(0);
    await session.picture("ranking", width);
  }

  // A heading sorts immediately in both directions, typing filters, and the URL is updated.
  const names = "//table[@id='ranking']//th//a[starts-with(normalize-space(), 'Tỉnh')]";
  await session.click(names);
  await session.shows("#ranking tbody th", "An Giang");
  await expect.poll(() => session.address()).toContain("sort=name");
  await session.click(names);
  await session.shows("#ranking tbody th", "Yên Bái");
  await session.click(".choice summary");
  await session.type("#filter", "NGHE A");
  await expect.poll(() => session.texts("#ranking tbody th")).toHaveLength(1);
  await session.shows("#ranking tbody th", "Nghệ An");
  await session.shows("#shown", "1/63");

  // Clicking a mark of a chart shows its figure.
  await session.open("/vi/rankings/pci/2022?chart=bars");
  await session.click("#chart .plot[data-for=wide] .m");
  await session.shows(".tip", "1. Quảng Ninh · 72,95");
});

test("choose a province", async ({ session }) => {
  await session.open("/vi");
  await session.choose("#own", "nghe-an");
  await session.follow(button("Chọn", "[contains(@class, 'ownplace')]"));
  expect(await session.address()).toBe("/vi?province=nghe-an");
  await session.shows("main", "Nghệ An");
  for (const width of widths) {
    expect(await session.excess(width)).toBe(0);
    await session.picture("overview", width);
  }
  // The choice is stored: rankings highlight the province, and the overview shows it again.
  await session.open("/vi/rankings/pci/2022");
  expect(await session.address()).toBe("/vi/rankings/pci/2022?highlight=nghe-an");
  await session.shows("#ranking tbody th", "Nghệ An");
  await session.open("/vi");
  expect(await session.address()).toBe("/vi?province=nghe-an");
  await session.choose("#own", "");
  await session.follow(button("Chọn", "[contains(@class, 'ownplace')]"));
  expect(await session.address()).toBe("/vi");
});

test("compare", async ({ session }) => {
  await session.open("/vi/compare?provinces=nghe-an,thanh-hoa&indicator=pci&year=2022");
  await session.shows("h1", "PCI 2022");
  const rows = await session.texts("table.aligned tbody th");
  expect(rows.toSorted()).toEqual([expect.stringContaining("Nghệ An"), expect.stringContaining("Thanh Hóa")]);
  for (const width of widths) {
    expect(await session.excess(width)).toBe(0);
    await session.picture("compare", width);
  }
  // Add a province with the form.
  await session.click(".choice summary");
  await session.choose("select[name=p3]", "ha-tinh");
  await session.follow(button("So sánh"));
  expect(await session.address()).toContain("provinces=nghe-an,thanh-hoa,ha-tinh");
  expect(await session.texts("table.aligned tbody th")).toHaveLength(3);
});

test("print", async ({ session }) => {
  // A table of 63 rows with its sources; a page whose sources are collapsed on screen.
  const pages = [
    { path: "/vi/rankings/pci/2022", name: "print-ranking", sources: ".sources li", rows: 63 },
    { path: "/vi/provinces/nghe-an", name: "print-province", sources: ".cited li", rows: 8 },
  ];
  let paper: Buffer | undefined;
  for (const { path, name, sources, rows } of pages) {
    await session.open(path);
    paper = await session.print();
    if (paper) {
      expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
      expect(sheets(paper)).toBeGreaterThanOrEqual(2);
      expect(sheets(paper)).toBeLessThanOrEqual(7);
    }
    // The print rules applied on screen: no controls, all rows, all sources.
    await session.run(printed);
    expect(await session.texts("nav, .choice, .share, button, input")).toEqual([]);
    expect((await session.texts("main table tbody tr")).length).toBeGreaterThanOrEqual(rows);
    expect((await session.texts(sources)).length).toBeGreaterThanOrEqual(10);
    await session.picture(name, 720);
  }
  if (!paper) console.log(`The driver of ${session.name} cannot print: only the print rules were checked.`);
});

test("upload and publish", async ({ session }) => {
  const folder = mkdtempSync(join(tmpdir(), "thuocdo-table-"));
  const path = join(folder, "SIPAS 2026.csv");
  writeFileSync(path, sipasTable(2026));
  try {
    await session.open("/vi/desk");
    await session.type("#f-name", "minh");
    await session.type("#f-password", password);
    await session.follow(button("Đăng nhập", "[@class='form']"));
    expect(await session.address()).toBe("/vi/desk");
    await session.picture("desk", 1440);

    await session.attach("#f-file", path);
    await session.follow(button("Tải lên và xem trước"));
    expect(await session.address()).toMatch(/^\/vi\/desk\/drafts\/[0-9a-z]+/);
    await session.shows("#method", "Danh mục của SIPAS chưa có năm 2026");
    for (const width of widths) {
      expect(await session.excess(width)).toBe(0);
      await session.picture("draft", width);
    }

    // Answer the question about the method, then give the source.
    await session.click("input[name=method][value=new]");
    await session.follow("#method button[name=at]");
    await session.shows("#method", "Hãy nhập tên phương pháp mới");
    await session.type("#f-method_name", "Bộ câu hỏi năm 2026");
    await session.type("#f-method_date", "06/04/2026");
    await session.type("#f-method_note", "Thêm câu hỏi về chuyển đổi số.");
    await session.click("input[name='begin.4']");
    await session.follow("#method button[name=at]");
    await session.shows("#method", "2024 và 2026");
    await session.choose("#f-source", "new");
    await session.type("#f-source_title", "Công bố SIPAS 2026");
    await session.type("#f-source_published", "6/4/2026");
    await session.follow("#source button[name=at]");
    expect(await session.address()).toMatch(/#source$/);
    await session.shows("#difference dl.counts", /Thêm\s*68/);

    const reasons = await session.run(() =>
      [...document.querySelectorAll<HTMLInputElement>("#publish [name^='reason.']")].map((field) => field.name),
    );
    for (const name of reasons) await session.type(`#publish [name="${name}"]`, "Đã đối chiếu");
    await session.type("#publish [name=note]", "SIPAS 2026");
    await session.follow(button("Công bố", "[@id='publish']"));
    await session.shows("main", "Đã công bố bản dữ liệu số 2");

    await session.open("/vi/rankings/sipas/2026");
    await session.shows("main", "75,25");
    await session.open("/vi/editions");
    await session.follow(button("Hoàn tác bản số 2"));
    await session.shows("main", "thành bản số 3");
    await session.open("/vi/indicators/sipas");
    expect((await session.texts("main")).join()).not.toContain("Bộ câu hỏi năm 2026");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
