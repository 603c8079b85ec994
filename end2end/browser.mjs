// Which browser, started how: the same for tests, pictures and measurements.
import { existsSync } from "node:fs";

const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export const launchOptions = {
  executablePath: process.env.CHROMIUM || usual.find((path) => existsSync(path)),
  args: [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

/** Waits until the islands of a page are awake; a page without any is at once. */
export const islandsAwake = (page) =>
  page.waitForFunction(
    () => !document.querySelector("leptos-island") || "hydrated" in document.documentElement.dataset,
  );
