// Admin pages: no axe violations and no horizontal overflow, in both languages.
import { expect, test } from "@playwright/test";
import { islandsHydrated } from "../browser.mjs";
import { password, startServer } from "../server.mjs";
import { pciTable } from "../tables.mjs";
import { accessible } from "./axe";

const withMistakes = (row: { name: string; score: string; rank: number }) =>
  row.name === "Hà Nội" ? { ...row, score: "6o,74" } : row.name === "Huế" ? { ...row, name: "Hué" } : row;

for (const lang of ["vi", "en"]) {
  test(`the admin pages in ${lang}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const server = await startServer({ accounts: { minh: "administrator" } });
    const context = await browser.newContext({ baseURL: server.base });
    const page = await context.newPage();
    try {
      await page.goto(`/${lang}/sign-in`);
      const paths = [`/${lang}/sign-in`, `/${lang}/editions`, `/${lang}/desk`];
      await page.locator("[name=name]").fill("minh");
      await page.locator("[name=password]").fill(password);
      await page.locator("main button[type=submit]").first().click();
      await page.goto(`/${lang}/desk`);
      const file = { name: "pci-2016.csv", mimeType: "text/csv", buffer: Buffer.from(pciTable(2016, withMistakes)) };
      await islandsHydrated(page);
      await page.locator("input[name=file]").setInputFiles(file);
      await page.locator("form[action$='/desk/uploads'] button[type=submit]").click();
      await page.waitForURL(/\/desk\/drafts\//);
      paths.push(new URL(page.url()).pathname);
      paths.push(...["account", "accounts", "audit", "catalogue"].map((name) => `/${lang}/desk/${name}`));
      for (const path of paths) {
        expect((await page.goto(path))!.status(), path).toBe(200);
        await islandsHydrated(page);
        await accessible(page, path);
      }
    } finally {
      await context.close();
      await server.stop();
    }
  });
}
