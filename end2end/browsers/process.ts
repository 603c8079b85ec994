import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";

/** Starts a program that ends with this process, even if a test run is aborted. */
export function start(path: string, args: string[], options: SpawnOptions): ChildProcess {
  const child = spawn(path, args, options);
  process.once("exit", () => child.kill());
  return child;
}

/** Waits until the output of a program matches; rejects if it exits or does not match within 20 seconds. */
export function firstMatch(child: ChildProcess, stream: Readable, pattern: RegExp): Promise<RegExpMatchArray> {
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = (why: string) => reject(new Error(`${child.spawnfile} ${why}:\n${output}`));
    const timer = setTimeout(() => fail("did not start within 20 s"), 20_000);
    child.once("error", (error) => fail(error.message));
    child.once("exit", (code, signal) => fail(`ended with ${code ?? signal}`));
    const read = (text: string) => {
      output += text;
      const match = output.match(pattern);
      if (!match) return;
      clearTimeout(timer);
      // Later output is read and discarded, because a full pipe would block the program.
      stream.off("data", read).resume();
      resolve(match);
    };
    stream.setEncoding("utf8").on("data", read);
  });
}

/** Stops a program and waits for it: by SIGTERM, or by `ask`. */
export async function stop(child: ChildProcess, ask: () => unknown = () => child.kill()): Promise<void> {
  const ended = once(child, "exit");
  await ask();
  await ended;
}
