// The program as its operator meets it.
import { expect, test } from "@playwright/test";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { program, startServer } from "../server.mjs";

test("it answers /healthz and ends cleanly when told to", async () => {
  const server = await startServer();
  expect((await fetch(`${server.base}/healthz`)).status).toBe(200);
  const started = Date.now();
  expect(await server.stop("SIGTERM")).toEqual({ code: 0, signal: null });
  expect(Date.now() - started).toBeLessThan(5_000);
});

test("it ends cleanly while a reader holds a connection open", async () => {
  const server = await startServer();
  await fetch(`${server.base}/vi`, { headers: { connection: "keep-alive" } }).then((answer) => answer.text());
  expect(await server.stop("SIGINT")).toEqual({ code: 0, signal: null });
});

test("an address that is taken is named", async () => {
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
