// Starts the built program in a new, empty folder, as after a fresh installation.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const program = resolve(
  process.env.THUOCDO_BIN ?? fileURLToPath(new URL("../target/thuocdo", import.meta.url)),
);

export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Runs a command of the program on the data in a folder and returns its standard output. Throws if it fails. */
export function command(folder, args, input = "") {
  const result = spawnSync(program, args, {
    cwd: folder,
    input,
    encoding: "utf8",
    env: { ...process.env, THUOCDO_DATA: join(folder, "thuocdo-data") },
  });
  if (result.status !== 0) throw new Error(`${args.join(" ")}: ${result.status}: ${result.stdout}${result.stderr}`);
  return result.stdout;
}

/** The password of all test accounts. */
export const password = "một mật khẩu đủ dài";

/**
 * Starts the program and returns its base URL, its folder, its process, `stop()` (which returns exit code and signal)
 * and `output()`. `accounts` are added before it starts: `{ minh: "analyst" }`. `env` is added to its environment.
 */
export async function startServer({ port, accounts = {}, env = {} } = {}) {
  port ??= await freePort();
  const folder = mkdtempSync(join(tmpdir(), "thuocdo-"));
  const address = `127.0.0.1:${port}`;
  for (const [name, role] of Object.entries(accounts)) {
    command(folder, ["account", "add", name, "--role", role, "--password-stdin"], password);
  }
  const child = spawn(program, ["serve"], {
    cwd: folder,
    env: { ...process.env, THUOCDO_DATA: join(folder, "thuocdo-data"), THUOCDO_ADDR: address, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const ended = new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      rmSync(folder, { recursive: true, force: true });
      resolve({ code, signal });
    });
  });
  let failure;
  ended.then(
    ({ code, signal }) => (failure = `it ended with ${code ?? signal}:\n${output}`),
    (error) => (failure = `it did not start: ${error.message} (make build)`),
  );
  const base = `http://${address}`;
  const stop = async (signal = "SIGTERM") => {
    child.kill(signal);
    return await ended;
  };
  for (const deadline = Date.now() + 20_000; ; ) {
    if (failure) throw new Error(`${program}: ${failure}`);
    const response = await fetch(`${base}/healthz`).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.ok) break;
    if (Date.now() > deadline) {
      await stop("SIGKILL");
      throw new Error(`${program}: /healthz did not answer within 20 s:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { base, folder, child, stop, output: () => output };
}
