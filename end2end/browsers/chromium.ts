import { chromium } from "@playwright/test";
import { launchOptions } from "../browser.mjs";
import { overJson, type Engine } from "./engine";

export async function launch(): Promise<Engine> {
  const browser = await chromium.launch(launchOptions);
  const page = await browser.newPage();
  page.setDefaultTimeout(5_000);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return {
    goto: async (url) => void (await page.goto(url)),
    run: async (inPage, ...values) =>
      JSON.parse(await page.evaluate(`(${overJson(inPage)})(${JSON.stringify(JSON.stringify(values))})`)),
    click: (selector) => page.locator(selector).first().click(),
    type: (selector, text) => page.locator(selector).first().fill(text),
    attach: (selector, path) => page.locator(selector).first().setInputFiles(path),
    resize: (width, height) => page.setViewportSize({ width, height }),
    picture: () => page.screenshot(),
    print: () => page.pdf({ preferCSSPageSize: true }),
    complaints: async () => complaints.splice(0),
    close: () => browser.close(),
  };
}
