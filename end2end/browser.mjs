// Browser and launch options, shared by tests, screenshots and measurements.
import { existsSync } from "node:fs";

const defaultPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const installed = (...paths) => paths.find((path) => path && existsSync(path));

export const launchOptions = {
  executablePath: process.env.CHROMIUM || installed(...defaultPaths),
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

/** The other browsers, for the key journeys only; `undefined` if Debian's packages are not installed. */
export const firefox = installed(process.env.FIREFOX, "/usr/bin/firefox-esr");
export const webkitDriver = installed("/usr/bin/WebKitWebDriver");
/** WebKit's MiniBrowser has no headless mode. */
export const xvfb = installed("/usr/bin/Xvfb");

/** Waits until the islands of a page are hydrated; resolves immediately on a page without islands. */
export const islandsHydrated = (page) =>
  page.waitForFunction(
    () => !document.querySelector("leptos-island") || "hydrated" in document.documentElement.dataset,
  );
