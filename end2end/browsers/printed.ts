import { inflateSync } from "node:zlib";

/** Returns the number of pages of a PDF. Its page objects may be in compressed object streams (ISO 32000-1, 7.5.7). */
export function sheets(pdf: Buffer): number {
  const parts = [pdf.toString("latin1")];
  for (const { index } of parts[0]!.matchAll(/\/ObjStm\b/g)) {
    const start = pdf.indexOf("stream", index) + "stream".length;
    parts.push(inflateSync(pdf.subarray(pdf.indexOf("\n", start) + 1)).toString("latin1"));
  }
  return parts.join("\n").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/**
 * Applies the print rules instead of the screen rules, by editing the style sheets, because only Chromium's driver can
 * emulate print media. Runs in the page.
 */
export function printed(): void {
  const visit = (rules: CSSRuleList): void => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule) {
        const { media } = rule;
        media.mediaText = /\bscreen\b/.test(media.mediaText) ? "not all" : media.mediaText.replace(/\bprint\b/g, "all");
      }
      if (rule instanceof CSSGroupingRule) visit(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) visit(sheet.cssRules);
}
