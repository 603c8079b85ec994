import { chromium } from "@playwright/test";
import { readFileSync } from "node:fs";
import { launchOptions } from "./browser.mjs";
const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const b = await chromium.launch(launchOptions);
for (const path of process.argv.slice(3)) {
  for (const w of [1440, 390]) {
    const p = await b.newPage({ viewport: { width: w, height: 900 }, bypassCSP: true });
    await p.goto(process.argv[2] + path);
    await p.evaluate(axe);
    const r = await p.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
    const wide = await p.evaluate(() => document.documentElement.scrollWidth);
    console.log(path, w, "wide", wide, r.violations.map((v) => `${v.id}: ${v.nodes.length} ${v.nodes[0].html.slice(0, 160)} | ${v.nodes[0].failureSummary.slice(0,200)}`));
    await p.close();
  }
}
await b.close();
