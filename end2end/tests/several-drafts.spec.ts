// A workbook with several indicators and years: one upload, a list of its drafts, a question to answer there.
// The same with and without scripts; axe checks the list in both languages.
import { expect, test, type Browser, type Page } from "@playwright/test";
import { islandsHydrated } from "../browser.mjs";
import { password, startServer } from "../server.mjs";
import { accessible } from "./axe";

const NAMES = ["Hà Nội", "Quảng Ninh", "Thái Nguyên", "Nghệ An", "Cao Bằng"];

/** Returns a sheet in Excel 2003 XML. */
function sheet(name: string, title: string, heading: string, first: number): string {
  const text = (value: string) => `<Cell><Data ss:Type="String">${value}</Data></Cell>`;
  const rows = NAMES.map((unit, i) => {
    const value = `<Cell><Data ss:Type="Number">${(first + i * 0.4).toFixed(2)}</Data></Cell>`;
    return `<Row>${text(unit)}${value}</Row>`;
  });
  const head = `<Row>${text(title)}</Row><Row>${text("Tỉnh, thành phố")}${text(heading)}</Row>`;
  return `<Worksheet ss:Name="${name}"><Table>${head}${rows.join("")}</Table></Worksheet>`;
}

const workbook = [
  `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>`,
  `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">`,
  sheet("SIPAS", "Chỉ số SIPAS năm 2022", "SIPAS", 82.1),
  sheet("PAPI", "Chỉ số PAPI năm 2019", "PAPI", 41.2),
  sheet("Khác", "Bảng tổng hợp", "Dân số", 1200),
  `<Worksheet ss:Name="Ghi chú"><Table><Row><Cell><Data ss:Type="String">Nguồn: Bộ Nội vụ</Data></Cell></Row></Table></Worksheet>`,
  `</Workbook>`,
].join("");

async function signIn(page: Page): Promise<void> {
  await page.goto("/vi/desk");
  await page.getByLabel("Tên đăng nhập").fill("minh");
  await page.getByLabel("Mật khẩu").fill(password);
  await page.getByRole("main").getByRole("button", { name: "Đăng nhập" }).click();
}

async function journey(browser: Browser, scripts: boolean): Promise<void> {
  const server = await startServer({ accounts: { minh: "analyst" } });
  const context = await browser.newContext({ baseURL: server.base, javaScriptEnabled: scripts, locale: "vi-VN" });
  const page = await context.newPage();
  try {
    await signIn(page);
    if (scripts) await islandsHydrated(page);
    const file = { name: "tong-hop.xml", mimeType: "text/xml", buffer: Buffer.from(workbook) };
    await page.locator("input[name=file]").setInputFiles(file);
    await page.getByRole("button", { name: "Tải lên và xem trước" }).click();
    await expect(page).toHaveURL(/\/vi\/desk\/uploads\/[0-9a-z]+/);
    const drafts = page.getByRole("table", { name: "Các bản nháp" });
    await expect(drafts.getByRole("link", { name: "SIPAS 2022" })).toBeVisible();
    await expect(drafts.getByRole("link", { name: "PAPI 2019" })).toBeVisible();
    const tables = page.getByRole("table", { name: "Các trang tính trong tệp" });
    await expect(tables).toContainText("Nguồn: Bộ Nội vụ");
    await expect(tables).toContainText("Chưa rõ là chỉ số nào.");
    const address = new URL(page.url()).pathname;
    if (scripts) {
      for (const path of [address, address.replace("/vi/", "/en/")]) {
        await page.goto(path);
        await islandsHydrated(page);
        await accessible(page, path);
      }
      await page.goto(address);
    }
    await page.getByLabel("Chỉ số của Khác").selectOption({ index: 1 });
    await page.getByLabel("Năm của Khác").fill("2020");
    await page.getByRole("button", { name: "Lập bản nháp từ Khác" }).click();
    await expect(page).toHaveURL(/\/vi\/desk\/drafts\//);
    await page.getByRole("link", { name: "tong-hop.xml" }).last().click();
    await expect(page).toHaveURL(new RegExp(`${address}$`));
    await expect(drafts.getByRole("row")).toHaveCount(4);
  } finally {
    await context.close();
    await server.stop();
  }
}

test("several drafts from one workbook, with scripts", async ({ browser }) => {
  test.setTimeout(120_000);
  await journey(browser, true);
});

test("several drafts from one workbook, without scripts", async ({ browser }) => {
  test.setTimeout(120_000);
  await journey(browser, false);
});
