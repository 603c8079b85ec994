// Accessibility checks of a page with axe, in every theme and at every width, with a single page load.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import { schemes, widths } from "../pages.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The axe rules that depend on colours; all others have the same result in both themes. */
const colourRules = ["color-contrast", "link-in-text-block"];

/** Returns one line per element that violates a rule. The page's own scripts may be disabled. */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  return page.evaluate(async (rules) => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await (window as any).axe.run(document, {
      runOnly: rules ? { type: "rule", values: rules } : { type: "tag", values: tags },
      // Without this, axe also describes every element that passes.
      resultTypes: ["violations"],
      preload: false,
    });
    return violations.flatMap((rule: any) =>
      rule.nodes.map((node: any) => `${rule.id}: ${rule.help}: ${node.target.join(" ")}: ${node.html.slice(0, 160)}`),
    );
  }, rules);
}

/** Returns a hash of all elements and their visibility: two states of a page with the same hash differ only in style. */
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
 * Checks a loaded page at every width in every theme for axe violations and horizontal overflow, and calls `also`.
 * All rules run once for each distinct state of the page; a state that differs from a checked one only in colours
 * is checked with the colour rules.
 */
export async function accessible(page: Page, where: string, also?: (where: string) => Promise<void>): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    let checked: number | undefined;
    for (const colorScheme of schemes as ("light" | "dark")[]) {
      await page.emulateMedia({ colorScheme });
      const state = await shown(page);
      const found = await violations(page, state === checked ? colourRules : undefined);
      checked ??= state;
      const at = `${where}, ${colorScheme}, ${width} px`;
      expect(found, at).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${at}: horizontal overflow`).toBeLessThanOrEqual(0);
      await also?.(at);
    }
  }
}
