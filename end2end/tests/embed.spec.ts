// Charts and tables embedded on other sites. A small test server provides the host pages, so that they have a
// different origin than the program.
import { test as base, expect, type Browser, type FrameLocator, type Page } from "@playwright/test";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { violations } from "./axe";

const kB = 1000;
const bars = "/embed/rankings/pci/2016/bars";
const lines = "/embed/provinces/nghe-an/pci/lines";
const table = "/embed/rankings/pci/2016/table";

type Host = { origin: string; put: (body: string, policy?: string) => string };

const test = base.extend<{ host: Host }>({
  /** `put` adds a page with this body and returns its URL. */
  host: async ({}, use) => {
    const pages = new Map<string, { body: string; policy?: string }>();
    const server: Server = createServer((request, response) => {
      const page = pages.get(request.url!);
      response.statusCode = page || request.url === "/host.css" ? 200 : 204;
      if (request.url === "/host.css") {
        response.setHeader("content-type", "text/css");
        return response.end("iframe{border:0}");
      }
      response.setHeader("content-type", "text/html; charset=utf-8");
      if (page?.policy) response.setHeader("content-security-policy", page.policy);
      response.end(page && `<!doctype html><meta charset=utf-8><title>host</title>${page.body}`);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await use({
      origin,
      put: (body, policy) => {
        const path = `/${pages.size}`;
        pages.set(path, { body, policy });
        return origin + path;
      },
    });
    server.close();
  },
});

// These tests create their own contexts, with and without scripts.
test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false);

const frame = (src: string, height: number, more = "") =>
  `<iframe src="${src}" title="x" width="100%" height="${height}" frameborder="0" ${more}></iframe>`;

const box = (id: string, width: number, inside: string) => `<div id="${id}" style="width:${width}px">${inside}</div>`;

const heightOf = async (page: Page, id: string) => (await page.locator(`#${id} iframe`).boundingBox())!.height;
const contentOf = async (inside: FrameLocator) => (await inside.locator("main").boundingBox())!.height;

/** Expects the frame to be exactly as high as its content, with nothing to scroll, and returns its height. */
async function fits(page: Page, id: string) {
  const inside = page.frameLocator(`#${id} iframe`);
  await expect
    .poll(async () => (await heightOf(page, id)) - Math.ceil(await contentOf(inside)), { message: `#${id}` })
    .toBe(0);
  const over = await inside.locator("html").evaluate((html) => [
    html.scrollHeight - window.innerHeight,
    html.scrollWidth - window.innerWidth,
    window.innerWidth - html.clientWidth,
  ]);
  expect(over.every((pixels) => pixels <= 0), `#${id} scrolls: ${over}`).toBe(true);
  return await heightOf(page, id);
}

async function openPage(browser: Browser, url: string, options: Parameters<Browser["newContext"]>[0] = {}) {
  const context = await browser.newContext({ viewport: { width: 1300, height: 900 }, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(url, { waitUntil: "load" });
  return { context, page, errors };
}

test("two frames on one page, narrow and wide, adapt to their content", async ({ browser, host, baseURL }) => {
  const script = `<script src="${baseURL}/embed.js" async></script>`;
  const url = host.put(
    box("narrow", 280, frame(baseURL + lines, 150)) + script + box("wide", 900, frame(baseURL + bars, 3000)) + script,
  );
  const { context, page, errors } = await openPage(browser, url);
  const narrow = await fits(page, "narrow");
  const wide = await fits(page, "wide");
  expect(narrow, "it grew").toBeGreaterThan(150);
  expect(wide, "it shrank").toBeLessThan(3000);

  const inside = page.frameLocator("#narrow iframe");
  await inside.locator("summary").click();
  await expect(inside.getByRole("table")).toBeVisible();
  await expect.poll(() => heightOf(page, "narrow")).toBeGreaterThan(narrow);
  await fits(page, "narrow");
  expect(await heightOf(page, "wide"), "the other stays").toBe(wide);
  await inside.locator("summary").click();
  await expect.poll(() => heightOf(page, "narrow")).toBe(narrow);

  await page.locator("#wide").evaluate((div) => (div.style.width = "400px"));
  await expect.poll(() => heightOf(page, "wide")).not.toBe(wide);
  await fits(page, "wide");
  await page.locator("#wide").evaluate((div) => (div.style.width = "900px"));
  await expect.poll(() => heightOf(page, "wide")).toBe(wide);
  await fits(page, "wide");
  expect(errors).toEqual([]);
  await context.close();
});

test("a script loaded late, a frame added later, a frame without an origin", async ({ browser, host, baseURL }) => {
  const sandboxed = frame(baseURL + bars, 200, 'sandbox="allow-scripts allow-popups"');
  const url = host.put(box("early", 700, frame(baseURL + lines, 100)) + box("later", 700, "") + box("bare", 700, sandboxed));
  const { context, page, errors } = await openPage(browser, url);
  await page.frameLocator("#early iframe").locator("img").waitFor();
  expect(await heightOf(page, "early"), "no listener yet").toBe(100);
  await page.evaluate((src) => {
    document.head.append(Object.assign(document.createElement("script"), { src }));
  }, `${baseURL}/embed.js`);
  await fits(page, "early");
  await page.evaluate((html) => (document.querySelector("#later")!.innerHTML = html), frame(baseURL + table, 100));
  await fits(page, "later");
  // Its messages have an opaque origin and are not trusted; the content is complete nevertheless.
  const bare = page.frameLocator("#bare iframe");
  await expect(bare.locator("img")).toBeVisible();
  expect(await bare.locator("main").evaluate((main) => getComputedStyle(main).paddingLeft)).toBe("12px");
  expect(errors).toEqual([]);
  await context.close();
});

test("no other page resizes a frame", async ({ browser, host, baseURL }) => {
  const impostor = host.put(`<script>parent.postMessage({ type: "thuocdo-height", version: 1, height: 17 }, "*")</script>`);
  const url = host.put(
    `<script src="${baseURL}/embed.js"></script>` + box("ours", 700, frame(baseURL + lines, 300)) + box("theirs", 700, frame(impostor, 90)),
  );
  const { context, page } = await openPage(browser, url);
  const height = await fits(page, "ours");
  await page.evaluate(() => {
    for (const height of [5, -1, 1e9, "40", NaN]) window.postMessage({ type: "thuocdo-height", version: 1, height }, "*");
    window.postMessage("thuocdo-height", "*");
    window.postMessage(null, "*");
  });
  await page.waitForTimeout(100);
  expect(await heightOf(page, "ours")).toBe(height);
  // A frame can only resize itself: the embedded host page has the host's origin and resized only its own frame.
  expect(await heightOf(page, "theirs")).toBe(17);
  await context.close();
});

test("the height in the embed code is sufficient without a listener", async ({ browser, host, baseURL, request }) => {
  test.slow();
  const views = [bars, lines, table, "/embed/rankings/pci/2016/bump", "/embed/provinces/nghe-an/pci/combined?lang=en"];
  for (const width of [280, 320, 500, 640, 720, 960]) {
    const snippets = await Promise.all(
      views.map(async (view) => {
        const url = encodeURIComponent(baseURL + view);
        const oembed = await (await request.get(`${baseURL}/oembed?url=${url}&maxwidth=${width}`)).json();
        expect(oembed.width).toBe(width);
        return oembed.html.replace(/<script.*/, "");
      }),
    );
    const url = host.put(snippets.map((html, at) => box(`v${at}`, width, html.replace('loading="lazy"', ""))).join(""));
    for (const javaScriptEnabled of [true, false]) {
      const { context, page } = await openPage(browser, url, { javaScriptEnabled });
      for (const [at, view] of views.entries()) {
        const inside = page.frameLocator(`#v${at} iframe`);
        await expect(inside.getByRole("heading", { level: 1 })).toHaveCount(1);
        const [frame, content] = [await heightOf(page, `v${at}`), await contentOf(inside)];
        const what = `${view} at ${width} px, scripts ${javaScriptEnabled}: ${content} in ${frame}`;
        expect(frame, what).toBeGreaterThanOrEqual(content);
        expect(frame - content, `unused space: ${what}`).toBeLessThan(120);
      }
      await context.close();
    }
  }
});

test("without scripts the frame shows the image and the figures", async ({ browser, host, baseURL }) => {
  const url = host.put(box("chart", 700, frame(baseURL + bars, 2000)) + box("table", 700, frame(baseURL + table, 800)));
  const { context, page } = await openPage(browser, url, { javaScriptEnabled: false });
  const chart = page.frameLocator("#chart iframe");
  await expect(chart.getByRole("img")).toBeVisible();
  await expect(chart.getByRole("link")).toHaveAttribute("href", /\/vi\/rankings\/pci\/2016/);
  await chart.locator("summary").click();
  await expect(chart.getByRole("row")).toHaveCount(64);
  await expect(page.frameLocator("#table iframe").getByRole("row")).toHaveCount(64);
  await context.close();
});

test("a host with a strict content security policy", async ({ browser, host, baseURL }) => {
  const policy = `default-src 'none'; frame-src ${baseURL}; script-src ${baseURL}; style-src 'self'`;
  const body = `<link rel="stylesheet" href="/host.css"><script src="${baseURL}/embed.js" async></script>`;
  const url = host.put(`${body}<div id="one">${frame(baseURL + lines, 100)}</div>`, policy);
  const { context, page, errors } = await openPage(browser, url, { viewport: { width: 700, height: 900 } });
  expect(await fits(page, "one")).toBeGreaterThan(100);
  expect(errors).toEqual([]);
  await context.close();
});

test("other embedding scripts receive the height", async ({ browser, host, baseURL }) => {
  const listen = `<script>window.heard = []; addEventListener("message", ({ data }) => heard.push(data));</script>`;
  const url = host.put(listen + box("one", 700, frame(baseURL + lines, 100, 'name="mine"')));
  const { context, page } = await openPage(browser, url);
  const height = Math.ceil(await contentOf(page.frameLocator("#one iframe")));
  await expect
    .poll(() => page.evaluate(() => (window as any).heard))
    .toEqual(
      expect.arrayContaining([
        { type: "thuocdo-height", version: 1, id: "mine", height },
        { "datawrapper-height": { mine: height } },
        { sentinel: "amp", type: "embed-size", height },
        JSON.stringify({ src: baseURL + lines, context: "iframe.resize", height }),
      ]),
    );
  await context.close();
});

for (const [colorScheme, query, dark] of [
  ["light", "", false],
  ["dark", "", true],
  ["dark", "?theme=light", false],
  ["light", "?theme=dark", true],
] as const) {
  test(`system theme ${colorScheme}, query “${query}”: ${dark ? "dark" : "light"}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const width of [390, 1200]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(lines + query);
      const source = await page.locator("img").evaluate((image: HTMLImageElement) => image.currentSrc);
      expect(source.includes("theme=dark")).toBe(dark);
      expect(source.includes("size=phone")).toBe(width === 390);
      const ground = await page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
      expect(ground).toBe(dark ? "rgb(27, 32, 38)" : "rgb(255, 255, 255)");
      const { natural, shown } = await page.locator("img").evaluate((image: HTMLImageElement) => ({
        natural: image.naturalWidth / image.naturalHeight,
        shown: image.width / image.height,
      }));
      expect(Math.abs(natural / shown - 1), "the reserved space matches the image").toBeLessThan(0.01);
    }
  });
}

test("a frame loads at most 30 kB, one image, no cookie, nothing from other hosts", async ({ browser, baseURL }) => {
  test.slow();
  const heavy = [
    bars,
    table,
    "/embed/rankings/pci/2016/bump?highlight=nghe-an,ha-tinh,quang-ninh,da-nang-63,ha-noi",
    "/embed/rankings/pci/2016/slope?lang=en",
    "/embed/rankings/sipas/2022/bars",
    "/embed/rankings/dti/2022/table",
    "/embed/provinces/nghe-an/pci/lines",
    "/embed/provinces/nghe-an/pci/combined",
  ];
  const over: string[] = [];
  for (const path of heavy) {
    for (const width of [390, 960]) {
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const page = await context.newPage();
      const network = await context.newCDPSession(page);
      await network.send("Network.enable");
      let bytes = 0;
      const kinds: string[] = [];
      const elsewhere: string[] = [];
      network.on("Network.responseReceived", ({ type, response }) => {
        // A top-level page, as here, may request its favicon; a frame does not.
        if (!/\/(favicon\.ico|assets\/icon\.[0-9a-f]+\.svg)$/.test(response.url)) kinds.push(type);
        if (!response.url.startsWith(baseURL!)) elsewhere.push(response.url);
      });
      network.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
      const response = await page.goto(path, { waitUntil: "networkidle" });
      expect(response!.status(), path).toBe(200);
      expect(elsewhere).toEqual([]);
      expect(kinds.filter((kind) => kind === "Image").length, path).toBe(path.includes("/table") ? 0 : 1);
      expect(kinds.filter((kind) => !["Document", "Stylesheet", "Script", "Image"].includes(kind)), path).toEqual([]);
      expect(await context.cookies(), path).toEqual([]);
      console.log(`  ${(bytes / kB).toFixed(1).padStart(5)} kB  ${width} px  ${path}`);
      if (bytes > 30 * kB) over.push(`${path} at ${width} px: ${bytes} B`);
      await context.close();
    }
  }
  expect(over).toEqual([]);
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const path of [bars, table, lines, `${bars}?lang=en&notes=off&title=off`, "/embed/rankings/pci/2016/pie"]) {
    test(`${path}, ${colorScheme}: no axe violations, no horizontal overflow`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      for (const width of [280, 900]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(path);
        await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
        expect(await violations(page), `axe at ${width} px`).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `horizontal overflow at ${width} px`).toBeLessThanOrEqual(0);
      }
    });
  }
}
