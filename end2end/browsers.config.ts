// Runs the key journeys in Chromium, Firefox and WebKit: `scripts/test browsers`.
import { defineConfig } from "@playwright/test";
import { firefox, webkitDriver, xvfb } from "./browser.mjs";

const projects = [
  { name: "chromium", path: true },
  { name: "firefox", path: firefox },
  { name: "webkit", path: webkitDriver && xvfb },
];

export default defineConfig({
  testDir: "browsers",
  outputDir: "test-results/browsers",
  globalSetup: "./browsers/missing.ts",
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 60_000,
  reporter: [["list"]],
  projects: projects.filter(({ path }) => path).map(({ name }) => ({ name })),
});
