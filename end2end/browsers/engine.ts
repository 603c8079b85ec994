// The few commands in which drivers differ; `session.ts` builds everything else on them.

export interface Engine {
  goto(url: string): Promise<void>;
  /** Calls `inPage` in the page and returns its result. Arguments and result pass as JSON. */
  run<A extends unknown[], T>(inPage: (...values: A) => T, ...values: A): Promise<T>;
  /** Clicks the first element of a selector (CSS, or XPath if it begins with `//`) as a mouse does. */
  click(selector: string): Promise<void>;
  /** Types into a field as a keyboard does, in place of what it holds. */
  type(selector: string, text: string): Promise<void>;
  attach(selector: string, path: string): Promise<void>;
  /** Gives the page that width and height, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** Returns the window's content as PNG. */
  picture(): Promise<Buffer>;
  /** Returns the page as PDF on A4, or `undefined` if the driver cannot print. */
  print(): Promise<Buffer | undefined>;
  /** Returns errors and warnings of scripts, console and content security policy since the last call. */
  complaints(): Promise<string[]>;
  close(): Promise<void>;
}

/** Returns the source of a function from a JSON array of arguments to the result of `inPage` as JSON. */
export const overJson = (inPage: Function): string =>
  `(values) => JSON.stringify((${inPage})(...JSON.parse(values))) ?? "null"`;

/** The source of a function that scrolls to the first element of a selector and returns it. */
export const find = `(selector) => {
  const element = selector.startsWith("//")
    ? document.evaluate(selector, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue
    : document.querySelector(selector);
  if (!element) throw new Error("nothing matches " + selector);
  element.scrollIntoView({ block: "center", behavior: "instant" });
  return element;
}`;
