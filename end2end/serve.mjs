// Runs the program for the duration of a test run: `node serve.mjs PORT`.
import { startServer } from "./server.mjs";

// Log only warnings and errors, because Playwright prints them between the tests.
const server = await startServer({ port: Number(process.argv[2]), env: { THUOCDO_LOG: process.env.THUOCDO_LOG ?? "warn" } });
for (const signal of ["SIGTERM", "SIGINT"]) {
  process.once(signal, async () => {
    const { code } = await server.stop();
    process.exit(code === 0 ? 0 : 1);
  });
}
server.child.once("exit", (code, signal) => {
  console.error(`the server ended with ${code ?? signal}:\n${server.output()}`);
  process.exit(1);
});
