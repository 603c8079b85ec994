// The commands that differ between drivers; `session.ts` builds everything else on them.

export interface Engine {
  goto(url: string): Promise<void>;
  /** Calls `inPage` in the page and returns its result. Arguments and result are passed as JSON. */
  run<A extends unknown[], T>(inPage: (...values: A) => T, ...values: A): Promise<T>;
  /** Clicks the first element of a selector (CSS, or XPath if it begins with `//`) as a mouse does. */
  click(selector: string): Promise<void>;
  /** Types into a field as a keyboard does, replacing its content. */
  type(selector: string, text: string): Promise<void>;
  attach(selector: string, path: string): Promise<void>;
  /** Sets the size of the viewport, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** Returns a screenshot of the viewport as PNG. */
  picture(): Promise<Buffer>;
  /** Returns the page as PDF on A4, or `undefined` if the driver cannot print. */
  print(): Promise<Buffer | undefined>;
  /** Returns the script errors, console warnings and errors, and policy violations since the last call. */
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
