// Takes screenshots of every kind of page, or only of NAME: `node end2end/shots.mjs BASE OUTDIR [NAME]`.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { islandsHydrated, launchOptions } from "./browser.mjs";
import { pages, widths } from "./pages.mjs";

const [base, out, only] = process.argv.slice(2);
if (!base || !out) {
  console.error("usage: node end2end/shots.mjs http://127.0.0.1:3000 OUTDIR [NAME]");
  process.exit(2);
}
mkdirSync(out, { recursive: true });
const dark = ["home", "ranking-pci", "ranking-sipas", "province", "search", "compare", "why", "what-if", "map-score", "briefing"];
const printed = ["ranking-pci", "province", "indicator", "compare", "why", "map-score", "briefing", "rebased-scores"];

const browser = await chromium.launch(launchOptions);
let failed = 0;
for (const { name, lang, path, status } of pages) {
  if (only && only !== name) continue;
  for (const width of widths) {
    const variants = [{ suffix: "", media: {} }];
    if (dark.includes(name)) variants.push({ suffix: "-dark", media: { colorScheme: "dark" } });
    if (printed.includes(name) && width > 1000) variants.push({ suffix: "-print", media: { media: "print" } });
    for (const { suffix, media } of variants) {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      try {
        await page.emulateMedia({ colorScheme: "light", ...media });
        const response = await page.goto(base + path);
        if (response.status() !== status) throw new Error(`status ${response.status()}, expected ${status}`);
        await islandsHydrated(page);
        const file = join(out, `${name}-${lang}-${width}${suffix}.png`);
        await page.screenshot({ path: file, fullPage: true });
        console.log(file);
      } catch (error) {
        failed += 1;
        console.error(`${path} at ${width}${suffix}: ${error.message.split("\n")[0]}`);
      }
      await page.close();
    }
  }
}
await browser.close();
process.exitCode = failed > 0 ? 1 : 0;
