import { test as base, expect } from "@playwright/test";
import { startServer } from "../server.mjs";
import * as chromium from "./chromium";
import * as firefox from "./firefox";
import { Session } from "./session";
import * as webkit from "./webkit";

export { expect };

const engines = { chromium, firefox, webkit };

/** One browser and one server for all journeys of a project, which is named after the browser. */
export const test = base.extend<{ watched: void }, { session: Session }>({
  session: [
    async ({}, use, { project }) => {
      const server = await startServer({ accounts: { minh: "analyst" } });
      try {
        const engine = await engines[project.name as keyof typeof engines].launch();
        const session = new Session(project.name, engine, server.base);
        await session.resize(1440);
        await use(session);
        await session.close();
      } finally {
        await server.stop();
      }
    },
    { scope: "worker", timeout: 60_000 },
  ],
  /** Takes a screenshot of a page on which a journey failed. Console errors and warnings are failures too. */
  watched: [
    async ({ session }, use, info) => {
      await use();
      if (info.status !== info.expectedStatus) await session.picture(`failed-${info.title.replaceAll(" ", "-")}`, 1440);
      expect(await session.complaints(), `the console of ${session.name}`).toEqual([]);
    },
    { auto: true },
  ],
});
