// Firefox supports WebDriver BiDi natively. The classic protocol would need geckodriver, which Debian does not ship;
// Playwright's and Puppeteer's BiDi clients send commands that Debian's Firefox (ESR 140) does not support.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Connection from "selenium-webdriver/bidi/index.js";
import { firefox } from "../browser.mjs";
import { find, overJson, type Engine } from "./engine";
import { firstMatch, start, stop } from "./process";

export async function launch(): Promise<Engine> {
  const profile = mkdtempSync(join(tmpdir(), "thuocdo-firefox-"));
  const child = start(firefox!, ["--headless", "--profile", profile, "--remote-debugging-port", "0"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const [, address] = await firstMatch(child, child.stderr!, /WebDriver BiDi listening on (ws:\S+)/);
  const connection = new Connection(`${address}/session`);
  const send = async (method: string, params: object) => {
    const answer = await connection.send({ method, params });
    if (answer.type === "error") throw new Error(`${method}: ${answer.error}: ${answer.message}`);
    return answer.result;
  };

  await send("session.new", { capabilities: {} });
  await send("session.subscribe", { events: ["log.entryAdded"] });
  const complaints: string[] = [];
  connection.on("log.entryAdded", (entry) => {
    if (["error", "warn"].includes(entry.level)) complaints.push(`${entry.text} (${entry.stackTrace?.callFrames[0]?.url ?? "?"})`);
  });
  const { context } = await send("browsingContext.create", { type: "tab" });

  const call = async (functionDeclaration: string, value: string) => {
    const answer = await send("script.callFunction", {
      functionDeclaration,
      arguments: [{ type: "string", value }],
      target: { context },
      awaitPromise: false,
      serializationOptions: { maxDomDepth: 0 },
    });
    if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
    return answer.result;
  };
  const element = async (selector: string) => ({ sharedId: (await call(find, selector)).sharedId });
  const click = async (selector: string) => {
    const origin = { type: "element", element: await element(selector) };
    const actions = [
      { type: "pointerMove", x: 0, y: 0, origin },
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ];
    await send("input.performActions", { context, actions: [{ type: "pointer", id: "mouse", actions }] });
  };

  return {
    goto: (url) => send("browsingContext.navigate", { context, url, wait: "complete" }),
    run: async (inPage, ...values) => JSON.parse((await call(overJson(inPage), JSON.stringify(values))).value),
    click,
    async type(selector, text) {
      await click(selector);
      await call(`(selector) => (${find})(selector).select()`, selector);
      // U+E003 is the backspace key, which also empties a field whose new text is empty.
      const actions = ["\uE003", ...text].flatMap((value) => [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ]);
      await send("input.performActions", { context, actions: [{ type: "key", id: "keyboard", actions }] });
    },
    attach: async (selector, path) => send("input.setFiles", { context, element: await element(selector), files: [path] }),
    resize: (width, height) => send("browsingContext.setViewport", { context, viewport: { width, height } }),
    picture: async () => Buffer.from((await send("browsingContext.captureScreenshot", { context })).data, "base64"),
    print: async () => {
      const page = { width: 21, height: 29.7 };
      return Buffer.from((await send("browsingContext.print", { context, page })).data, "base64");
    },
    complaints: async () => complaints.splice(0),
    async close() {
      await stop(child, () => send("browser.close", {}));
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
