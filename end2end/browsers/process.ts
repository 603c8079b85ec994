import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";

/** Starts a program that does not outlive this one, even if a test run breaks off. */
export function start(path: string, args: string[], options: SpawnOptions): ChildProcess {
  const child = spawn(path, args, options);
  process.once("exit", () => child.kill());
  return child;
}

/** Waits until a program writes what matches; rejects if it ends, or does not write it within 20 seconds. */
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
      // What comes later is read and dropped: a full pipe would stop the program.
      stream.off("data", read).resume();
      resolve(match);
    };
    stream.setEncoding("utf8").on("data", read);
  });
}

/** Ends a program, by SIGTERM unless `ask` makes it end itself. */
export async function stop(child: ChildProcess, ask: () => unknown = () => child.kill()): Promise<void> {
  const ended = once(child, "exit");
  await ask();
  await ended;
}
