// Tables like those that provincial departments send, generated from the published figures in data/bundled.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const read = (path) => readFileSync(fileURLToPath(new URL(`../data/${path}`, import.meta.url)), "utf8");
/** Returns the rows of a bundled CSV file. No cell before the last column that is used may contain a comma. */
const rows = (path) => {
  const [head, ...lines] = read(path).replace(/^\uFEFF/, "").trim().split("\n");
  const names = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i], cell])));
};

const vietnamese = new Map(rows("catalogue/provinces.csv").map((unit) => [unit.id ?? unit.slug, unit.name_vi ?? unit.vi]));

/**
 * Returns PCI of a year as a typical hand-made table: title rows, row numbers, decimal commas, a note.
 * `change` can modify a row `{ name, score, rank }`.
 */
export function pciTable(year, change = (row) => row) {
  const found = rows("bundled/pci.csv").filter((row) => row.component === "overall" && row.year === String(year));
  const lines = found
    .map((row) => ({ name: vietnamese.get(row.province), score: Number(row.value), rank: Number(row.rank) }))
    .sort((a, b) => a.rank - b.rank)
    .map((row) => ({ ...row, score: row.score.toFixed(2).replace(".", ",") }))
    .map(change)
    .map((row, i) => [i + 1, row.name, row.score, row.rank].join(";"));
  return [
    `CHỈ SỐ NĂNG LỰC CẠNH TRANH CẤP TỈNH (PCI) NĂM ${year};;;`,
    ";;;",
    "TT;Tỉnh, thành phố;Điểm PCI;Xếp hạng",
    ...lines,
    ";;;",
    "Nguồn: VCCI;;;",
  ].join("\r\n");
}

/** Returns SIPAS of today's 34 provinces for a year that is not in the catalogue yet, with a column that is not either. */
export function sipasTable(year) {
  const units = rows("catalogue/provinces.csv").filter((unit) => unit.basis === "34" || unit.basis === "both");
  const lines = units.map((unit, i) =>
    [i + 1, unit.name_vi, (75 + i / 4).toFixed(2).replace(".", ","), 90 - i].join(";"),
  );
  return [
    `CHỈ SỐ HÀI LÒNG CỦA NGƯỜI DÂN (SIPAS) NĂM ${year};;;`,
    "TT;Tỉnh, thành phố;Chỉ số hài lòng chung;Hài lòng về chuyển đổi số",
    ...lines,
  ].join("\r\n");
}
