import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "@playwright/test";
import type { Engine } from "./engine";

const pictures = fileURLToPath(new URL("../shots/browsers", import.meta.url));

/** A user in a browser: the commands that journeys use, the same for all browsers. */
export class Session {
  private readonly heard: string[] = [];

  constructor(
    readonly name: string,
    private readonly engine: Engine,
    private readonly base: string,
  ) {
    mkdirSync(pictures, { recursive: true });
  }

  async open(path: string): Promise<void> {
    await this.listen();
    await this.engine.goto(this.base + path);
    await this.loaded();
  }

  /** Waits for the page and its islands. */
  private async loaded(): Promise<void> {
    const state = () =>
      this.engine
        .run(() => {
          const { dataset } = document.documentElement;
          if (document.readyState !== "complete" || "left" in dataset) return "loading";
          return document.querySelector("leptos-island") && !("hydrated" in dataset) ? "not hydrated" : "ready";
        })
        // Between two pages there may be none to run this in.
        .catch((error) => String(error));
    await expect.poll(state, { message: "the page", intervals: [20], timeout: 10_000 }).toBe("ready");
    await this.listen();
  }

  private async listen(): Promise<void> {
    this.heard.push(...(await this.engine.complaints()));
  }

  /** Clicks an element that changes the page in place. */
  async click(selector: string): Promise<void> {
    await this.engine.click(selector);
  }

  /** Clicks an element that leads to another page, and waits for that page. */
  async follow(selector: string): Promise<void> {
    await this.listen();
    await this.engine.run(() => void (document.documentElement.dataset["left"] = ""));
    await this.engine.click(selector);
    await this.loaded();
  }

  async type(selector: string, text: string): Promise<void> {
    await this.engine.type(selector, text);
  }

  /** Selects an option by value, by script, because the open list is a native widget and not part of the page. */
  async choose(selector: string, value: string): Promise<void> {
    const chosen = await this.engine.run(
      (selector, value) => {
        const list = document.querySelector<HTMLSelectElement>(selector)!;
        list.value = value;
        for (const type of ["input", "change"]) list.dispatchEvent(new Event(type, { bubbles: true }));
        return list.value;
      },
      selector,
      value,
    );
    expect(chosen, `${selector} has that option`).toBe(value);
  }

  async attach(selector: string, path: string): Promise<void> {
    await this.engine.attach(selector, path);
  }

  /** Returns path, query and fragment of the URL. */
  address(): Promise<string> {
    return this.engine.run(() => location.pathname + location.search + location.hash);
  }

  /** Returns the text of each visible element of a CSS selector, in document order, with whitespace collapsed. */
  texts(selector: string): Promise<string[]> {
    return this.engine.run((selector) => {
      const shown = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility());
      return shown.map((element) => element.innerText.replace(/\s+/g, " ").trim());
    }, selector);
  }

  /** Expects the first visible element of a CSS selector to contain a text within five seconds. */
  async shows(selector: string, text: string | RegExp): Promise<void> {
    const first = async () => (await this.texts(selector))[0] ?? "not there";
    const poll = expect.poll(first, { message: `${selector} in ${this.name}`, intervals: [20], timeout: 5_000 });
    if (typeof text === "string") await poll.toContain(text);
    else await poll.toMatch(text);
  }

  run<A extends unknown[], T>(inPage: (...values: A) => T, ...values: A): Promise<T> {
    return this.engine.run(inPage, ...values);
  }

  resize(width: number, height = 900): Promise<void> {
    return this.engine.resize(width, height);
  }

  print(): Promise<Buffer | undefined> {
    return this.engine.print();
  }

  /** Returns by how many pixels the page is wider than a window of that width; above 0 it scrolls sideways. */
  async excess(width: number): Promise<number> {
    await this.resize(width);
    const measured = await this.engine.run(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { window: innerWidth, excess: scrollWidth - clientWidth };
    });
    expect(measured.window, `the width of the window in ${this.name}`).toBe(width);
    return measured.excess;
  }

  /** Writes the first 3,000 pixels of the page to `shots/browsers/NAME-WIDTH-BROWSER.png`. */
  async picture(name: string, width: number): Promise<void> {
    await this.resize(width);
    const height = await this.engine.run(() => document.documentElement.scrollHeight);
    await this.resize(width, Math.min(height, 3_000));
    writeFileSync(`${pictures}/${name}-${width}-${this.name}.png`, await this.engine.picture());
    await this.resize(1440);
  }

  /** Returns errors and warnings since the last call. */
  async complaints(): Promise<string[]> {
    await this.listen();
    return this.heard.splice(0);
  }

  close(): Promise<void> {
    return this.engine.close();
  }
}
