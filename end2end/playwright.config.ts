import { defineConfig, devices } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { launchOptions } from "./browser.mjs";

// Each worker evaluates this file again, so the port is chosen once and passed in the environment.
process.env.THUOCDO_TEST_PORT ??= execFileSync(process.execPath, [
  "--input-type=module",
  "--eval",
  `import { freePort } from ${JSON.stringify(new URL("./server.mjs", import.meta.url).href)};
   console.log(await freePort());`,
])
  .toString()
  .trim();
const baseURL = `http://127.0.0.1:${process.env.THUOCDO_TEST_PORT}`;

const desktop = { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } };

export default defineConfig({
  testDir: "tests",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes only on the second try is a failure.
  retries: 0,
  workers: 2,
  timeout: 30_000,
  reporter: [["list"]],
  use: { ...desktop, baseURL, launchOptions, locale: "vi-VN", screenshot: "only-on-failure" },
  projects: [
    { name: "js", testIgnore: "no-js.spec.ts" },
    // Everything a reader does works without scripts; tests of what scripts add are excluded.
    {
      name: "no-js",
      testIgnore: ["axe.spec.ts", "admin-axe.spec.ts", "share-axe.spec.ts", "draft-answers.spec.ts", "islands.spec.ts", "process.spec.ts"],
      use: { javaScriptEnabled: false },
    },
  ],
  webServer: {
    command: `node serve.mjs ${process.env.THUOCDO_TEST_PORT}`,
    url: `${baseURL}/healthz`,
    reuseExistingServer: false,
    stdout: "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
  },
});
