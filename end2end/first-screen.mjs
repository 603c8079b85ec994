// Prints the rows of figures on the first screen: `node end2end/first-screen.mjs [BASE]`. A row counts if it is fully
// visible without scrolling; header rows and hidden rows do not.
import { chromium } from "@playwright/test";
import { islandsHydrated, launchOptions } from "./browser.mjs";
import { startServer } from "./server.mjs";

export const screens = [
  { name: "1440x900", width: 1440, height: 900, least: 12 },
  { name: "390x844", width: 390, height: 844, least: 5 },
];

/** Returns the rankings of all indicators in their default year, for the bundled data. */
export const defaultRankings = async (request) => {
  const { indicators } = await (await request.get("/api/v1/indicators")).json();
  const rankings = [];
  for (const { id } of indicators) {
    const response = await request.get(`/vi/rankings/${id}`, { maxRedirects: 0 });
    if (response.status() === 303) rankings.push(response.headers().location);
  }
  return rankings;
};

/** Returns the top of the first table's first row in pixels, and its numbers of rows and of fully visible rows. */
export const measure = (page) =>
  page.evaluate(() => {
    const rowBoxes = (table) =>
      [...table.querySelectorAll("tbody tr")].map((row) => row.getBoundingClientRect()).filter((box) => box.height > 0);
    const tables = [...document.querySelectorAll("main table")].map(rowBoxes);
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
    const all = [...(await defaultRankings(context.request)), ...others, ...compared];
    console.log(`${"page".padEnd(72)} ${screens.map(({ name }) => name.padStart(20)).join("")}`);
    for (const path of all) {
      const cells = [];
      for (const { width, height } of screens) {
        const page = await context.newPage();
        await page.setViewportSize({ width, height });
        await page.goto(path);
        await islandsHydrated(page);
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
