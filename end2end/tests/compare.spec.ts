// Comparison of several provinces, on the bundled data, with and without scripts.
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const main = (page: Page): Locator => page.getByRole("main");
const papi = "provinces=nghe-an,ha-tinh,thanh-hoa&indicator=papi&year=2019&from=2016";
/** Returns a field of the form by its exact name. */
const field = (page: Page, name: string): Locator => main(page).getByRole("combobox", { name, exact: true });
const provinces = (page: Page): Locator => page.locator("table.aligned tbody th");

test("provinces, indicator and years are chosen in an ordinary form", async ({ page, open }) => {
  await open("/vi/compare");
  await field(page, "Tỉnh, thành 1").selectOption({ label: "Nghệ An" });
  await field(page, "Tỉnh, thành 2").selectOption({ label: "Hà Tĩnh" });
  await field(page, "Chỉ số").selectOption("pci");
  await main(page).getByRole("button", { name: "So sánh" }).click();
  await expect(page).toHaveURL(/\/vi\/compare\?provinces=nghe-an,ha-tinh&indicator=pci$/);
  await main(page).getByText("Chọn lại").click();
  await field(page, "Năm").selectOption("2016");
  await field(page, "So với năm").selectOption("2013");
  await field(page, "Tỉnh, thành 3").selectOption({ label: "Thanh Hóa" });
  await main(page).getByRole("button", { name: "So sánh" }).click();
  await expect(page).toHaveURL(/provinces=nghe-an,ha-tinh,thanh-hoa&indicator=pci&year=2016&from=2013$/);
  await expect(provinces(page)).toHaveCount(3);
  await expect(main(page)).toContainText("So với 2013: cùng phương pháp.");
});

test("differences are described with the figures of the tables", async ({ page, open }) => {
  await open(`/vi/compare?${papi}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^PAPI 2019: cao nhất là Hà Tĩnh, thấp nhất là Thanh Hóa/);
  const differences = page.locator(".differences");
  await expect(differences).toContainText("cao nhất: Hà Tĩnh (44,80); thấp nhất: Thanh Hóa (43,89); cách nhau 0,91 điểm.");
  await expect(differences).toContainText("Giữa 2016 và 2019 không so sánh được");
  const line = page.locator("table.aligned tr").filter({ hasText: "Hà Tĩnh" });
  for (const figure of ["39,32", "44,80", "16/63"]) await expect(line).toContainText(figure);
  const parts = page.locator("table.parts tr").filter({ hasText: "Quản trị điện tử" });
  await expect(parts).toContainText(/2,47\s*thấp nhất/);
  await expect(parts).toContainText(/3,85\s*cao nhất/);
  await open(`/en/compare?${papi}`);
  await expect(page.locator(".differences")).toContainText("highest: Ha Tinh (44.80); lowest: Thanh Hoa (43.89)");
});

test("the province's page links to a comparison with its neighbours in rank", async ({ page, open }) => {
  await open("/vi/provinces/nghe-an");
  await main(page).getByRole("link", { name: "So với các tỉnh, thành lân cận về hạng" }).click();
  await expect(provinces(page)).toHaveCount(7);
  await expect(main(page)).toContainText("Lân cận về hạng của Nghệ An");
  await main(page).getByText("Chọn lại").click();
  await main(page).getByRole("link", { name: "Cùng vùng" }).click();
  await expect(provinces(page)).toHaveCount(8);
  await expect(main(page)).toContainText("một lần so tối đa tám");
});

test("a ranking links to a comparison of the followed province in that year", async ({ page, open }) => {
  await open("/vi/rankings/pci/2016?highlight=nghe-an");
  await main(page).getByRole("link", { name: "So Nghệ An với các tỉnh, thành lân cận về hạng" }).click();
  await expect(page).toHaveURL(/provinces=nghe-an&peers=neighbours&indicator=pci&year=2016$/);
  await expect(provinces(page)).toHaveText([/Sóc Trăng/, /Thừa Thiên Huế/, /Khánh Hòa/, /Nghệ An/, /Quảng Ngãi/, /Lâm Đồng/, /Đắk Lắk/]);
});

test("a province of another list is not ranked with the others and links to its predecessors", async ({ page, open }) => {
  await open("/vi/compare?provinces=lao-cai,nghe-an&indicator=pci&year=2016");
  await expect(provinces(page)).toHaveText([/Nghệ An/]);
  const outside = page.locator(".outside");
  await expect(outside).toContainText("Lào Cai chỉ có từ ngày 1/7/2025");
  await outside.getByRole("link", { name: "So các đơn vị này thay cho Lào Cai" }).click();
  await expect(provinces(page)).toHaveCount(3);
  await expect(page.locator(".outside")).toHaveCount(0);
});

test("missing figures have a reason, and an invalid year lists the available years", async ({ page, open }) => {
  await open("/vi/compare?provinces=nghe-an,thanh-hoa,ha-tinh&indicator=par_index&year=2023");
  await expect(page.locator(".differences")).toContainText("Nghệ An (chỉ có hạng, 15/63)");
  expect(await open("/vi/compare?provinces=nghe-an,ha-tinh&indicator=pci&year=1999")).toBe(400);
  await expect(main(page)).toContainText("“year=1999”");
  await expect(main(page)).toContainText("2016");
});

test("the charts of a comparison have their own URLs", async ({ page, open, request }) => {
  await open(`/vi/compare?${papi}`);
  for (const id of ["lines", "profile"]) await expect(page.locator(`figure#${id}`)).toHaveCount(1);
  // 2016 and 2019 are not comparable: the page does not draw them side by side, and a notice gives the reason.
  await expect(page.locator("figure#years")).toHaveCount(0);
  await expect(main(page)).toContainText("So với 2016:");
  const state = "provinces=nghe-an,ha-tinh,thanh-hoa&year=2019&from=2016";
  for (const kind of ["lines", "years", "profile"]) {
    const image = await request.get(`/charts/compare/papi/${kind}.svg?${state}`);
    expect(image.status()).toBe(200);
    expect(await image.text()).toContain("<svg");
  }
  const table = await request.get(`/charts/compare/papi/table.csv?${state}`);
  expect(await table.text()).toContain("Nghệ An");
  expect((await request.get("/charts/compare/papi/lines.svg?provinces=nghe-an")).status()).toBe(400);
});
