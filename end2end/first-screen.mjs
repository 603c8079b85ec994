// Rows of figures on the first screen: `node end2end/first-screen.mjs [BASE]`. A row counts when the whole of it is
// seen before anybody scrolls; rows of heads and what is hidden do not.
import { chromium } from "@playwright/test";
import { islandsAwake, launchOptions } from "./browser.mjs";
import { startServer } from "./server.mjs";

export const screens = [
  { name: "1440x900", width: 1440, height: 900, least: 12 },
  { name: "390x844", width: 390, height: 844, least: 5 },
];

/** Where figures are read first; rankings are those of the real figures in their default year. */
export const firstPages = async (request) => {
  const { indicators } = await (await request.get("/api/v1/indicators")).json();
  const rankings = [];
  for (const { id } of indicators) {
    const answer = await request.get(`/vi/rankings/${id}`, { maxRedirects: 0 });
    if (answer.status() === 303) rankings.push(answer.headers().location);
  }
  return rankings;
};

/** The first table's first row, its rows, and those that are seen whole. */
export const measure = (page) =>
  page.evaluate(() => {
    const seen = (table) =>
      [...table.querySelectorAll("tbody tr")].map((row) => row.getBoundingClientRect()).filter((box) => box.height > 0);
    const tables = [...document.querySelectorAll("main table")].map(seen);
    const rows = tables.find((rows) => rows.length > 0) ?? [];
    return {
      first: Math.round(Math.min(...rows.map((box) => box.top))),
      seen: rows.filter((box) => box.bottom <= window.innerHeight).length,
      all: rows.length,
    };
  });

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const server = process.argv[2] ? undefined : await startServer();
  const base = process.argv[2] ?? server.base;
  const browser = await chromium.launch(launchOptions);
  try {
    const context = await browser.newContext({ baseURL: base });
    const others = ["/vi", "/vi/provinces/nghe-an", "/vi/since/pci/2016?years=3", "/vi/map/pci/2016"];
    const eight = "/vi/compare?provinces=nghe-an&peers=region&indicator=pci&year=2016";
    const compared = ["/vi/compare?provinces=nghe-an,ha-tinh,thanh-hoa&indicator=pci&year=2016", eight];
    const all = [...(await firstPages(context.request)), ...others, ...compared];
    console.log(`${"page".padEnd(72)} ${screens.map(({ name }) => name.padStart(20)).join("")}`);
    for (const path of all) {
      const cells = [];
      for (const { width, height } of screens) {
        const page = await context.newPage();
        await page.setViewportSize({ width, height });
        await page.goto(path);
        await islandsAwake(page);
        const { first, seen, all } = await measure(page);
        cells.push(`${first} px, ${seen} of ${all}`.padStart(20));
        await page.close();
      }
      console.log(`${path.padEnd(72)} ${cells.join("")}`);
    }
  } finally {
    await browser.close();
    await server?.stop();
  }
}
