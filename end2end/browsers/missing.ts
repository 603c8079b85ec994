import { firefox, webkitDriver, xvfb } from "../browser.mjs";

/** Reports browsers that are skipped: a package that cannot be installed is not a failure. */
export default function reportMissing(): void {
  const missing = [
    ["Firefox", "firefox-esr", firefox],
    ["WebKit", "webkit2gtk-driver", webkitDriver],
    ["WebKit", "xvfb", xvfb],
  ].filter(([, , path]) => !path);
  for (const [browser, name] of missing) {
    console.log(`${browser} is skipped: the package ${name} is not installed (make setup installs it where possible).`);
  }
}
