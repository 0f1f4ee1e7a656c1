import { type Column, wholeText } from "./table-data";
import { keyOf } from "./table-search";

/** Rows in the order of a column; missing values last either way, equal ones as they stood. */
export function sorted(rows: number[], column: Column, descending: boolean): number[] {
  const sign = descending ? -1 : 1;
  const key = keyOf(column);
  const missing = rows.filter((row) => column.cells[row] === null);
  const keyed = rows.filter((row) => column.cells[row] !== null).map((row) => ({ row, key: sortKey(column, row, key) }));
  keyed.sort((a, b) => sign * compare(a.key, b.key) || a.row - b.row);
  return [...keyed.map(({ row }) => row), ...missing];
}

/** Geometries sort by their area, mixed columns have numbers before texts. */
function sortKey(column: Column, row: number, key: ReturnType<typeof keyOf>): string | number {
  const text = wholeText(column.cells[row]!);
  if (column.type === "geometry") {
    const size = /([\d.,E+-]+) (m²|km²|m|km)$/.exec(text);
    return size ? Number(size[1]!.replaceAll(",", "")) * (size[2] === "km²" ? 1e6 : size[2] === "km" ? 1e3 : 1) : -1;
  }
  return column.type === "mixed" && text !== "" && !Number.isNaN(Number(text)) ? Number(text) : key(column.cells[row]!);
}

function compare(a: string | number, b: string | number): number {
  if (typeof a !== typeof b) {
    return typeof a === "number" ? -1 : 1;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}
