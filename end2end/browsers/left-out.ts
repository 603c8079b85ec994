import { firefox, webkitDriver, xvfb } from "../browser.mjs";

/** Reports which browsers take no part: a package that cannot be installed is no failure. */
export default function reportLeftOut(): void {
  const missing = [
    ["Firefox", "firefox-esr", firefox],
    ["WebKit", "webkit2gtk-driver", webkitDriver],
    ["WebKit", "xvfb", xvfb],
  ].filter(([, , path]) => !path);
  for (const [browser, name] of missing) {
    console.log(`${browser} is left out: the package ${name} is not installed (make setup installs it where it can).`);
  }
}
