import { chromium } from "@playwright/test";
import { launchOptions } from "./browser.mjs";
const [base, out, ...paths] = process.argv.slice(2);
const b = await chromium.launch(launchOptions);
let i = 0;
for (const spec of paths) {
  const [name, path, w = "1440", h = "900", scheme = "light", full = ""] = spec.split("|");
  const p = await b.newPage({ viewport: { width: +w, height: +h } });
  await p.emulateMedia({ colorScheme: scheme });
  const r = await p.goto(base + path);
  await p.waitForTimeout(300);
  await p.screenshot({ path: `${out}/${name}.png`, fullPage: full === "full" });
  console.log(name, r.status(), p.url());
  await p.close();
}
await b.close();
