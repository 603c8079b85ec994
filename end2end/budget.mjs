// Compares the transfer size of a ranking page with its limits: `node end2end/budget.mjs [BASE]`.
// Sizes are bytes on the wire, with brotli, including headers.
import { chromium } from "@playwright/test";
import { islandsHydrated, launchOptions } from "./browser.mjs";
import { startServer } from "./server.mjs";

const path = "/vi/rankings/pci/2016";
const kB = 1000;

const givenBase = process.argv[2];
const server = givenBase ? undefined : await startServer();
const base = givenBase ?? server.base;
const browser = await chromium.launch(launchOptions);

/** Returns everything that a first visit loads: `{ type, url, size, encoding }` for each response. */
async function visit(javaScriptEnabled) {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  const responses = new Map();
  network.on("Network.responseReceived", ({ requestId, type, response }) => {
    const encoding = response.headers["content-encoding"] ?? response.headers["Content-Encoding"];
    responses.set(requestId, { type, url: response.url, encoding, size: 0 });
  });
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const response = responses.get(requestId);
    if (response) response.size = encodedDataLength;
  });
  const response = await page.goto(base + path, { waitUntil: "networkidle" });
  if (response.status() !== 200) throw new Error(`${path}: status ${response.status()}`);
  if (javaScriptEnabled) await islandsHydrated(page);
  await context.close();
  return [...responses.values()];
}

/** Has the page compressed well, as it is for all but the first readers of an edition. */
async function warmUp() {
  for (let turn = 0; turn < 3; turn += 1) {
    await (await fetch(base + path, { headers: { "accept-encoding": "br" } })).text();
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

try {
  await warmUp();
  const plain = await visit(false);
  const hydrated = await visit(true);
  const sum = (responses) => responses.reduce((total, { size }) => total + size, 0);
  const sumOf = (responses, filter) => sum(responses.filter(filter));
  const rows = [
    ["page only", sumOf(plain, ({ type }) => type === "Document"), 20 * kB],
    ["total, without scripts", sum(plain), 80 * kB],
    ["total, with islands", sum(hydrated), 180 * kB],
    ["wasm only", sumOf(hydrated, ({ url }) => url.endsWith(".wasm")), 100 * kB],
  ];
  console.log(`${path}, first visit`);
  for (const { url, size, encoding } of hydrated) {
    console.log(`  ${String(size).padStart(8)} B  ${encoding ?? "-"}  ${new URL(url).pathname}`);
  }
  let over = 0;
  for (const [what, size, limit] of rows) {
    const rest = limit - size;
    if (rest < 0) over += 1;
    console.log(
      `  ${what.padEnd(23)} ${(size / kB).toFixed(1).padStart(6)} kB of ${String(limit / kB).padStart(3)}` +
        `  ${rest < 0 ? "OVER by" : "remaining"} ${(Math.abs(rest) / kB).toFixed(1)} kB`,
    );
  }
  if (over > 0) {
    console.error(`budget: ${over} of ${rows.length} limits exceeded`);
    process.exitCode = 1;
  }
} finally {
  await browser.close();
  await server?.stop();
}
