import { test as base, expect, type Page } from "@playwright/test";
import { islandsAwake } from "../browser.mjs";

export { expect };

/**
 * A page on which nothing goes wrong unnoticed: a console error or warning, an uncaught error, or a
 * request to any other host fails the test.
 *
 * Chromium reports the status of a page that is itself an error page; that alone is no fault, for
 * the tests of such pages check the status.
 */
function watch(page: Page, origin: string): string[] {
  const faults: string[] = [];
  const errorPages = new Set<string>();
  page.on("response", (response) => {
    const request = response.request();
    if (request.isNavigationRequest() && response.status() >= 400) errorPages.add(response.url());
  });
  page.on("console", (message) => {
    if (!["error", "warning"].includes(message.type())) return;
    const status = message.text().startsWith("Failed to load resource: the server responded");
    if (status && errorPages.has(message.location().url)) return;
    faults.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!["data:", "blob:"].includes(url.protocol) && url.origin !== origin) {
      faults.push(`request to another host: ${request.url()}`);
    }
  });
  return faults;
}

export const test = base.extend<{ open: (path: string) => Promise<number> }>({
  page: async ({ page, baseURL }, use) => {
    const faults = watch(page, new URL(baseURL!).origin);
    await use(page);
    expect(faults).toEqual([]);
  },
  /** Goes to a page, waits for its islands where scripts run, and gives its status. */
  open: async ({ page, javaScriptEnabled }, use) => {
    await use(async (path) => {
      const response = await page.goto(path);
      if (javaScriptEnabled !== false) await islandsAwake(page);
      return response!.status();
    });
  },
});
