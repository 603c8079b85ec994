import { test as base, expect, type Page } from "@playwright/test";
import { islandsHydrated } from "../browser.mjs";

export { expect };

/**
 * Records errors of a page: console errors and warnings, uncaught errors, and requests to other hosts.
 *
 * Chromium also reports the status of a page that is itself an error page. That is ignored, because the tests of
 * such pages check the status.
 */
function watch(page: Page, origin: string): string[] {
  const errors: string[] = [];
  const errorPages = new Set<string>();
  page.on("response", (response) => {
    const request = response.request();
    if (request.isNavigationRequest() && response.status() >= 400) errorPages.add(response.url());
  });
  page.on("console", (message) => {
    if (!["error", "warning"].includes(message.type())) return;
    const status = message.text().startsWith("Failed to load resource: the server responded");
    if (status && errorPages.has(message.location().url)) return;
    errors.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => errors.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!["data:", "blob:"].includes(url.protocol) && url.origin !== origin) {
      errors.push(`request to another host: ${request.url()}`);
    }
  });
  return errors;
}

export const test = base.extend<{ open: (path: string) => Promise<number> }>({
  page: async ({ page, baseURL }, use) => {
    const errors = watch(page, new URL(baseURL!).origin);
    await use(page);
    expect(errors).toEqual([]);
  },
  /** Opens a page, waits for its islands if scripts are enabled, and returns its HTTP status. */
  open: async ({ page, javaScriptEnabled }, use) => {
    await use(async (path) => {
      const response = await page.goto(path);
      if (javaScriptEnabled !== false) await islandsHydrated(page);
      return response!.status();
    });
  },
});
