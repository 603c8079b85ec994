// The program as its operator sees it.
import { expect, test } from "@playwright/test";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { program, startServer } from "../server.mjs";

test("it responds to /healthz and shuts down gracefully on SIGTERM", async () => {
  const server = await startServer();
  expect((await fetch(`${server.base}/healthz`)).status).toBe(200);
  const started = Date.now();
  expect(await server.stop("SIGTERM")).toEqual({ code: 0, signal: null });
  expect(Date.now() - started).toBeLessThan(5_000);
});

test("it shuts down gracefully while a client keeps a connection open", async () => {
  const server = await startServer();
  await fetch(`${server.base}/vi`, { headers: { connection: "keep-alive" } }).then((response) => response.text());
  expect(await server.stop("SIGINT")).toEqual({ code: 0, signal: null });
});

test("an address in use is named in the error message", async () => {
  const server = await startServer();
  const { host } = new URL(server.base);
  const failed = await promisify(execFile)(program, ["serve"], {
    env: { ...process.env, THUOCDO_ADDR: host },
    timeout: 10_000,
  }).catch((error) => error);
  await server.stop();
  expect(failed.code).toBeGreaterThan(0);
  expect(failed.stderr).toContain(host);
});
