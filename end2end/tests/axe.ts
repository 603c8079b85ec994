// What axe objects to on a page, in every theme and at every width, with one load of the page.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import { schemes, widths } from "../pages.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules of axe whose answer depends on colours; all others see the same page in both themes. */
const ofColours = ["color-contrast", "link-in-text-block"];

/** One line for each element that breaks a rule; scripts of the page itself may be off. */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  return page.evaluate(async (rules) => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await (window as any).axe.run(document, {
      runOnly: rules ? { type: "rule", values: rules } : { type: "tag", values: tags },
      // Only violations are reported: without this, axe also describes every element that is right.
      resultTypes: ["violations"],
      preload: false,
    });
    return violations.flatMap((rule: any) =>
      rule.nodes.map((node: any) => `${rule.id}: ${rule.help}: ${node.target.join(" ")}: ${node.html.slice(0, 160)}`),
    );
  }, rules);
}

/** Which elements are there and shown, as one number: two states of a page with the same one differ in looks only. */
const shown = (page: Page): Promise<number> =>
  page.evaluate(() => {
    let hash = 17;
    const add = (n: number) => (hash = (hash * 31 + n) | 0);
    for (const element of document.querySelectorAll("*")) {
      add(element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ? 1 : 0);
      for (const { name, value } of element.attributes) add(name.length * 1000 + value.length);
    }
    return hash;
  });

/**
 * Checks a loaded page at every width in every theme: what axe objects to, whether it scrolls sideways, and
 * what `also` checks. All rules run once for each distinct state of the page; a state that differs from one
 * already checked in its colours only is checked by the rules of colours.
 */
export async function accessible(page: Page, where: string, also?: (where: string) => Promise<void>): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    let checked: number | undefined;
    for (const colorScheme of schemes as ("light" | "dark")[]) {
      await page.emulateMedia({ colorScheme });
      const state = await shown(page);
      const found = await violations(page, state === checked ? ofColours : undefined);
      checked ??= state;
      const at = `${where}, ${colorScheme}, ${width} px`;
      expect(found, at).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${at}: sideways scrolling`).toBeLessThanOrEqual(0);
      await also?.(at);
    }
  }
}
