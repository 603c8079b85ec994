// The key journeys in Chromium, Firefox and WebKit: `scripts/test browsers`.
import { defineConfig } from "@playwright/test";
import { firefox, webkitDriver, xvfb } from "./browser.mjs";

const projects = [
  { name: "chromium", found: true },
  { name: "firefox", found: firefox },
  { name: "webkit", found: webkitDriver && xvfb },
];

export default defineConfig({
  testDir: "browsers",
  outputDir: "test-results/browsers",
  globalSetup: "./browsers/left-out.ts",
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 60_000,
  reporter: [["list"]],
  projects: projects.filter(({ found }) => found).map(({ name }) => ({ name })),
});
