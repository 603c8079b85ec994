// Which browser, started how: the same for tests, pictures and measurements.
import { existsSync } from "node:fs";

const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const installed = (...paths) => paths.find((path) => path && existsSync(path));

export const launchOptions = {
  executablePath: process.env.CHROMIUM || installed(...usual),
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

/** The other browsers, for the key journeys alone; `undefined` where Debian's packages are not installed. */
export const firefox = installed(process.env.FIREFOX, "/usr/bin/firefox-esr");
export const webkitDriver = installed("/usr/bin/WebKitWebDriver");
/** WebKit's small browser has no mode without a screen. */
export const xvfb = installed("/usr/bin/Xvfb");

/** Waits until the islands of a page are awake; a page without any is at once. */
export const islandsAwake = (page) =>
  page.waitForFunction(
    () => !document.querySelector("leptos-island") || "hydrated" in document.documentElement.dataset,
  );
