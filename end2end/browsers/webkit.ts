// WebKit as Debian ships it: WebKitGTK's MiniBrowser, driven by the classic WebDriver protocol on a virtual screen.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { expect } from "@playwright/test";
import { Builder, type WebElement } from "selenium-webdriver";
import { webkitDriver, xvfb } from "../browser.mjs";
import { freePort } from "../server.mjs";
import { find, overJson, type Engine } from "./engine";
import { firstMatch, start, stop } from "./process";

export async function launch(): Promise<Engine> {
  // Xvfb picks a free display and writes its number to file descriptor 3. The screen is high enough for a long page.
  const screen = start(xvfb!, ["-displayfd", "3", "-screen", "0", "1600x6000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const [, display] = await firstMatch(screen, screen.stdio[3] as Readable, /^(\d+)\n/);
  // The toolbar would be at least 447 pixels wide, wider than a phone; without padding it is narrow enough.
  const settings = mkdtempSync(join(tmpdir(), "thuocdo-webkit-"));
  mkdirSync(join(settings, "gtk-3.0"));
  writeFileSync(join(settings, "gtk-3.0/gtk.css"), "button, entry { padding: 0; }");
  const port = await freePort();
  const driver = start(webkitDriver!, [`--port=${port}`], {
    env: { ...process.env, DISPLAY: `:${display}`, GDK_BACKEND: "x11", NO_AT_BRIDGE: "1", XDG_CONFIG_HOME: settings },
    stdio: "ignore",
  });
  const url = `http://127.0.0.1:${port}`;
  for (const deadline = Date.now() + 10_000; ; ) {
    if (await fetch(`${url}/status`).then((answer) => answer.ok, () => false)) break;
    if (Date.now() > deadline) throw new Error(`${webkitDriver} did not answer within 10 s`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const browser = await new Builder()
    .disableEnvironmentOverrides()
    .usingServer(url)
    .withCapabilities({ browserName: "MiniBrowser" })
    .build();
  await browser.manage().setTimeouts({ implicit: 0, pageLoad: 10_000, script: 10_000 });

  const run: Engine["run"] = async (inPage, ...values) =>
    JSON.parse(await browser.executeScript<string>(`return (${overJson(inPage)})(arguments[0])`, JSON.stringify(values)));
  const element = (selector: string) => browser.executeScript<WebElement>(`return (${find})(arguments[0])`, selector);
  // WebDriver sets the size of the window including the toolbar.
  const setWindow = (width: number, height: number) => browser.manage().window().setRect({ width, height });
  const inner = () => run(() => [innerWidth, innerHeight]);
  await setWindow(1440, 900);
  await expect.poll(async () => (await inner())[0], { intervals: [10] }).toBe(1440);
  const toolbar = 900 - (await inner())[1]!;

  return {
    goto: (url) => browser.get(url),
    run,
    click: async (selector) => browser.actions().move({ origin: await element(selector) }).click().perform(),
    async type(selector, text) {
      const field = await element(selector);
      await field.clear();
      await field.sendKeys(text);
    },
    attach: async (selector, path) => (await element(selector)).sendKeys(path),
    async resize(width, height) {
      await setWindow(width, height + toolbar);
      await expect.poll(inner, { message: "the size of the page", intervals: [10] }).toEqual([width, height]);
    },
    async picture() {
      // After enlarging, the new part of the window is black until the next paint.
      await browser.executeAsyncScript("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))");
      return Buffer.from(await browser.takeScreenshot(), "base64");
    },
    print: async () => undefined,
    // The driver does not report the console, so the page is observed after it has loaded. An earlier error would
    // keep its islands from hydrating.
    complaints: () => run(heard),
    async close() {
      await browser.quit();
      for (const child of [driver, screen]) await stop(child);
      rmSync(settings, { recursive: true });
    },
  };
}

/** Returns the errors and warnings of the page since the last call. Runs in the page. */
function heard(): string[] {
  const page = window as Window & { complaints?: string[] };
  if (!page.complaints) {
    const list: string[] = (page.complaints = []);
    addEventListener("error", ({ message }) => list.push(message));
    addEventListener("unhandledrejection", ({ reason }) => list.push(String(reason)));
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      list.push(`content policy: ${violatedDirective}: ${blockedURI}`),
    );
    for (const level of ["error", "warn"] as const) console[level] = (...words) => list.push(words.join(" "));
  }
  return page.complaints.splice(0);
}
