// What a reader of a ranking has to load, against what we allow: `node end2end/budget.mjs [BASE]`.
// Sizes are what goes over the line with brotli, headers included.
import { chromium } from "@playwright/test";
import { islandsAwake, launchOptions } from "./browser.mjs";
import { startServer } from "./server.mjs";

const path = "/vi/rankings/pci/2016";
const kB = 1000;

const given = process.argv[2];
const server = given ? undefined : await startServer();
const base = given ?? server.base;
const browser = await chromium.launch(launchOptions);

/** All that a first visit loads: `{ type, url, size, encoding }` for each answer. */
async function visit(javaScriptEnabled) {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  const answers = new Map();
  network.on("Network.responseReceived", ({ requestId, type, response }) => {
    const encoding = response.headers["content-encoding"] ?? response.headers["Content-Encoding"];
    answers.set(requestId, { type, url: response.url, encoding, size: 0 });
  });
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const answer = answers.get(requestId);
    if (answer) answer.size = encodedDataLength;
  });
  const response = await page.goto(base + path, { waitUntil: "networkidle" });
  if (response.status() !== 200) throw new Error(`${path}: status ${response.status()}`);
  if (javaScriptEnabled) await islandsAwake(page);
  await context.close();
  return [...answers.values()];
}

try {
  const plain = await visit(false);
  const awake = await visit(true);
  const sum = (answers) => answers.reduce((total, { size }) => total + size, 0);
  const one = (answers, found) => sum(answers.filter(found));
  const rows = [
    ["page alone", one(plain, ({ type }) => type === "Document"), 20 * kB],
    ["all, without scripts", sum(plain), 100 * kB],
    ["all, with islands", sum(awake), 180 * kB],
    ["wasm alone", one(awake, ({ url }) => url.endsWith(".wasm")), 80 * kB],
  ];
  console.log(`${path}, first visit`);
  for (const { url, size, encoding } of awake) {
    console.log(`  ${String(size).padStart(8)} B  ${encoding ?? "-"}  ${new URL(url).pathname}`);
  }
  let over = 0;
  for (const [what, size, limit] of rows) {
    const rest = limit - size;
    if (rest < 0) over += 1;
    console.log(
      `  ${what.padEnd(21)} ${(size / kB).toFixed(1).padStart(6)} kB of ${String(limit / kB).padStart(3)}` +
        `  ${rest < 0 ? "OVER by" : "room for"} ${(Math.abs(rest) / kB).toFixed(1)} kB`,
    );
  }
  if (over > 0) {
    console.error(`budget: ${over} of ${rows.length} limits passed`);
    process.exitCode = 1;
  }
} finally {
  await browser.close();
  await server?.stop();
}
